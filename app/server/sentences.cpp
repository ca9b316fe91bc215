// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sentences.h"

#include <cstdlib>

namespace sitebook::server {

namespace {

double quality(std::string_view parameters)
{
    const size_t at = parameters.find("q=");
    if (at == std::string_view::npos)
        return 1;
    return std::strtod(std::string(parameters.substr(at + 2)).c_str(), nullptr);
}

bool isLanguage(std::string_view tag, std::string_view language)
{
    return tag == language ||
           (tag.size() > language.size() && tag.starts_with(language) && tag[language.size()] == '-');
}

} // namespace

Sentences::Sentences()
    : m_hasChinese(m_chinese.load(QStringLiteral(":/i18n/sitebook_zh_CN.qm")))
{
}

QString Sentences::in(const Message& message, bool chinese) const
{
    if (!chinese || !m_hasChinese)
        return message.english();
    QString sentence = m_chinese.translate("messages", message.text.toUtf8().constData());
    if (sentence.isEmpty())
        return message.english();
    for (const QString& argument : message.args)
        sentence = sentence.arg(argument);
    return sentence;
}

bool Sentences::prefersChinese(std::string_view header)
{
    double english = 0;
    double chinese = 0;
    while (!header.empty()) {
        const size_t end = header.find(',');
        std::string_view range = header.substr(0, end);
        header = end == std::string_view::npos ? std::string_view() : header.substr(end + 1);
        range.remove_prefix(std::min(range.find_first_not_of(' '), range.size()));
        const size_t semicolon = range.find(';');
        const double wanted = semicolon == std::string_view::npos ? 1 : quality(range.substr(semicolon));
        const std::string_view tag = range.substr(0, semicolon);
        if (isLanguage(tag, "zh"))
            chinese = std::max(chinese, wanted);
        else if (isLanguage(tag, "en"))
            english = std::max(english, wanted);
    }
    return chinese > english;
}

} // namespace sitebook::server
