// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xlsformitext.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

std::vector<XlsformItext::Form> XlsformItext::formsOf(const QString& element)
{
    if (element == "hint"_L1)
        return {{"hint", ""}, {"guidance_hint", "guidance"}};
    return {{"label", ""}, {"image", "image"}, {"big_image", "big-image"}, {"audio", "audio"}, {"video", "video"}};
}

std::optional<XmlElement> XlsformItext::element(const QString& element, const XlsformSheet& sheet, size_t row,
                                                const QString& id)
{
    bool found = false;
    bool simple = true;
    for (const Form& form : formsOf(element))
        for (const XlsformSheet::Tagged& text : sheet.cells(row, QLatin1String(form.column))) {
            found = true;
            simple = simple && *form.form == '\0' && text.first.isEmpty();
        }
    if (!found)
        return std::nullopt;
    const QString place = sheet.place(row);
    if (simple)
        return m_names.words(element, sheet.cell(row, QLatin1String(formsOf(element).front().column)), place);
    for (const Form& form : formsOf(element))
        for (const XlsformSheet::Tagged& text : sheet.cells(row, QLatin1String(form.column)))
            put(id, form.form, text, place);
    XmlElement made{element, {}, place, {}, {}, 0, {}};
    made.attributes.append(u"ref"_s, u"jr:itext('%1')"_s.arg(id));
    return made;
}

QString XlsformItext::reference(QLatin1String column, const XlsformSheet& sheet, size_t row, const QString& id)
{
    const std::vector<XlsformSheet::Tagged> texts = sheet.cells(row, column);
    if (texts.empty() || (texts.size() == 1 && texts.front().first.isEmpty()))
        return texts.empty() ? QString() : texts.front().second;
    for (const XlsformSheet::Tagged& text : texts)
        put(id, "", text, sheet.place(row));
    return u"jr:itext('%1')"_s.arg(id);
}

void XlsformItext::put(const QString& id, const char* form, const XlsformSheet::Tagged& text, const QString& place)
{
    const QString language = text.first.isEmpty() ? m_default : text.first;
    auto translation = std::find_if(m_translations.begin(), m_translations.end(), [&](const Translation& each) {
        return each.element.attribute("lang"_L1) == language;
    });
    if (translation == m_translations.end()) {
        m_translations.push_back({{u"translation"_s, {}, place, {}, {}, 0, {}}, {}});
        translation = m_translations.end() - 1;
        translation->element.attributes.append(u"lang"_s, language);
        if (language == m_default)
            translation->element.attributes.append(u"default"_s, u"true()"_s);
    }
    std::vector<XmlElement>& texts = translation->element.children;
    if (!translation->texts.contains(id)) {
        translation->texts.insert(id, texts.size());
        texts.push_back({u"text"_s, {}, place, {}, {}, 0, {}});
        texts.back().attributes.append(u"id"_s, id);
    }
    XmlElement value = m_names.words(u"value"_s, text.second, place);
    if (*form != '\0')
        value.attributes.append(u"form"_s, QString::fromLatin1(form));
    texts[translation->texts.value(id)].children.push_back(std::move(value));
}

XmlElement XlsformItext::takeItext()
{
    XmlElement itext{u"itext"_s, {}, {}, {}, {}, 0, {}};
    for (Translation& each : m_translations)
        itext.children.push_back(std::move(each.element));
    m_translations.clear();
    return itext;
}

} // namespace sitebook
