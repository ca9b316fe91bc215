// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xformtexts.h"

#include "core/study/readers/cleantext.h"

#include <QRegularExpression>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

// "French (fr)" is fr, "English" is en; another name stays as it is.
QString tagOf(const QString& name)
{
    static const QRegularExpression bracketed(u"\\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\\)\\s*$"_s);
    static const QHash<QString, QString> known{
        {u"english"_s, u"en"_s}, {u"french"_s, u"fr"_s},  {u"spanish"_s, u"es"_s},
        {u"german"_s, u"de"_s},  {u"chinese"_s, u"zh"_s}, {u"portuguese"_s, u"pt"_s},
        {u"arabic"_s, u"ar"_s},  {u"russian"_s, u"ru"_s}, {u"default"_s, QString()}};
    const QRegularExpressionMatch match = bracketed.match(name);
    return match.hasMatch() ? match.captured(1) : known.value(name.trimmed().toLower(), name.trimmed());
}

// The id in "jr:itext('id')"; null when it is no such reference.
QString idIn(const QString& reference)
{
    static const QRegularExpression pattern(u"\\Ajr:itext\\(\\s*['\"](.*)['\"]\\s*\\)\\z"_s);
    const QRegularExpressionMatch match = pattern.match(reference.trimmed());
    return match.hasMatch() ? match.captured(1) : QString();
}

} // namespace

void XformTexts::readItext(const XmlElement& itext)
{
    std::vector<const XmlElement*> translations;
    for (const XmlElement& each : itext.children) {
        const bool isDefault = !each.attribute("default"_L1).isEmpty();
        translations.insert(isDefault ? translations.begin() : translations.end(), &each);
    }
    for (const XmlElement* translation : translations) {
        const QString language = tagOf(translation->attribute("lang"_L1));
        if (!language.isEmpty() && !m_languages.contains(language))
            m_languages.append(language);
        ++m_report.mapped;
        for (const XmlElement& text : translation->children)
            for (const XmlElement& value : text.children)
                readValue(value, text.attribute("id"_L1), language);
    }
}

void XformTexts::readValue(const XmlElement& value, const QString& id, const QString& language)
{
    const QString form = value.attribute("form"_L1);
    if (form == "guidance"_L1) {
        m_guidance[id].set(language, words(value));
    } else if (form.isEmpty() || form == "long"_L1 || form == "short"_L1) {
        const auto known = m_texts.constFind(id);
        if (form != "short"_L1 || known == m_texts.constEnd() || known->all().find(language) == known->all().end())
            m_texts[id].set(language, words(value));
    } else {
        m_report.dropped.push_back({u"itext "_s + id + u" form "_s + form, value.place, u"Media are not shown."_s});
        return;
    }
    ++m_report.mapped;
}

QString XformTexts::words(const XmlElement& element)
{
    QString whole;
    qsizetype at = 0;
    for (const XmlElement& child : element.children) {
        whole += QStringView(element.text).sliced(at, child.textBefore - at);
        at = child.textBefore;
        if (!child.is("output"_L1))
            continue;
        const QString path = child.attribute("value"_L1) + child.attribute("ref"_L1);
        whole += u'{' + path.mid(path.lastIndexOf(u'/') + 1).trimmed() + u'}';
        m_report.approximated.push_back({u"output "_s + path.trimmed(), child.place, u"The value's name is shown."_s});
    }
    whole += QStringView(element.text).sliced(at);
    return cleanText(whole);
}

TranslatedText XformTexts::ofReference(const QString& text) const
{
    const QString id = idIn(text);
    if (!id.isNull())
        return m_texts.value(id);
    TranslatedText plain;
    if (!text.trimmed().isEmpty())
        plain.set({}, cleanText(text));
    return plain;
}

TranslatedText XformTexts::of(const XmlElement& element)
{
    const QString reference = element.attribute("ref"_L1);
    if (!reference.isEmpty())
        return ofReference(reference);
    TranslatedText plain;
    if (const QString text = words(element); !text.isEmpty())
        plain.set({}, text);
    return plain;
}

TranslatedText XformTexts::guidanceOf(const XmlElement& element) const
{
    return m_guidance.value(idIn(element.attribute("ref"_L1)));
}

} // namespace sitebook
