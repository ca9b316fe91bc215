// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xformtexts.h"

#include "core/study/languagetag.h"
#include "core/study/readers/cleantext.h"
#include "core/study/readers/xformmarkup.h"

#include <QRegularExpression>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

// The id in "jr:itext('id')"; null when it is no such reference.
QString idIn(const QString& reference)
{
    static const QRegularExpression pattern(u"\\Ajr:itext\\(\\s*['\"](.*)['\"]\\s*\\)\\z"_s);
    const QRegularExpressionMatch match = pattern.match(reference.trimmed());
    return match.hasMatch() ? match.captured(1) : QString();
}

bool isDefault(const XmlElement& translation)
{
    const QString word = translation.attribute("default"_L1).trimmed();
    return !word.isEmpty() && word != "false()"_L1 && word != "false"_L1;
}

} // namespace

void XformTexts::readItext(const XmlElement& itext)
{
    std::vector<const XmlElement*> translations;
    for (const XmlElement& each : itext.children)
        translations.insert(isDefault(each) ? translations.begin() : translations.end(), &each);
    for (const XmlElement* translation : translations) {
        const QString language = languageOf(*translation);
        if (!language.isEmpty() && !m_languages.contains(language))
            m_languages.append(language);
        ++m_report.mapped;
        for (const XmlElement& text : translation->children)
            for (const XmlElement& value : text.children)
                readValue(value, text.attribute("id"_L1), language);
    }
}

// Two languages that would become one tag keep their names.
QString XformTexts::languageOf(const XmlElement& translation)
{
    QString name = translation.attribute("lang"_L1).trimmed();
    QString tag = name == "default"_L1 ? QString() : languageTagOf(name);
    if (!m_languages.contains(tag))
        return tag;
    m_report.approximated.push_back(
        {u"translation "_s + name, translation.place, u"Another translation is in that language, too."_s});
    return name;
}

void XformTexts::readValue(const XmlElement& value, const QString& id, const QString& language)
{
    const QString form = value.attribute("form"_L1);
    if (form == "guidance"_L1) {
        m_guidance[id].set(language, plain(raw(value), value.place));
    } else if (form.isEmpty() || form == "long"_L1 || form == "short"_L1) {
        const auto known = m_texts.constFind(id);
        if (form != "short"_L1 || known == m_texts.constEnd() || known->all().find(language) == known->all().end())
            m_texts[id].set(language, plain(raw(value), value.place));
    } else {
        m_report.dropped.push_back({u"itext "_s + id + u" form "_s + form, value.place, u"Media are not shown."_s});
        return;
    }
    ++m_report.mapped;
}

// With what stands in elements of markup.
QString XformTexts::raw(const XmlElement& element)
{
    QString whole;
    qsizetype at = 0;
    for (const XmlElement& child : element.children) {
        whole += QStringView(element.text).sliced(at, child.textBefore - at);
        at = child.textBefore;
        if (!child.is("output"_L1)) {
            whole += raw(child);
            m_report.approximated.push_back({child.name, child.place, u"Markup is shown as plain text."_s});
            continue;
        }
        const QString path = child.attribute("value"_L1) + child.attribute("ref"_L1);
        whole += u'{' + path.mid(path.lastIndexOf(u'/') + 1).trimmed() + u'}';
        m_report.approximated.push_back({u"output "_s + path.trimmed(), child.place, u"The value's name is shown."_s});
    }
    whole += QStringView(element.text).sliced(at);
    return whole;
}

QString XformTexts::plain(const QString& text, const QString& place)
{
    const QString clean = cleanText(text);
    QString without = withoutXformMarkup(clean);
    if (without != clean)
        m_report.approximated.push_back({u"markup"_s, place, u"Markup is shown as plain text."_s});
    return without;
}

TranslatedText XformTexts::byId(const QString& id, const QString& place)
{
    const auto known = m_texts.constFind(id);
    if (known != m_texts.constEnd())
        return *known;
    if (!m_guidance.contains(id))
        m_report.dropped.push_back({u"itext "_s + id, place, u"The form has no such text."_s});
    return {};
}

TranslatedText XformTexts::ofReference(const QString& text, const QString& place)
{
    if (const QString id = idIn(text); !id.isNull())
        return byId(id, place);
    TranslatedText own;
    if (!text.trimmed().isEmpty())
        own.set({}, plain(text, place));
    return own;
}

TranslatedText XformTexts::of(const XmlElement& element)
{
    const QString reference = element.attribute("ref"_L1);
    if (!reference.isEmpty())
        return ofReference(reference, element.place);
    TranslatedText own;
    if (const QString text = plain(raw(element), element.place); !text.isEmpty())
        own.set({}, text);
    return own;
}

TranslatedText XformTexts::guidanceOf(const XmlElement& element) const
{
    return m_guidance.value(idIn(element.attribute("ref"_L1)));
}

void XformTexts::append(TranslatedText& texts, const TranslatedText& more)
{
    const std::map<QString, QString> before = texts.all();
    for (const auto& [language, text] : more.all()) {
        auto own = before.find(language);
        if (own == before.end())
            own = before.find(QString());
        texts.set(language, own == before.end() ? text : QString(own->second + u'\n' + text));
    }
}

} // namespace sitebook
