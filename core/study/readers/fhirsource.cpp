// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirsource.h"

#include "core/study/readers/cleantext.h"
#include "core/study/readers/fhirnotes.h"
#include "core/study/readers/redcapwords.h"

#include <QLocale>
#include <QRegularExpression>
#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

// JSON may hold signs that XML, in which studies are kept, may not.
bool isForbidden(QChar c)
{
    return (c < u' ' && c != u'\n' && c != u'\t') || c == QChar(0xFFFE) || c == QChar(0xFFFF);
}

QString clean(const json::Value& string)
{
    QString text = json::textOf(string);
    if (std::any_of(text.begin(), text.end(), &isForbidden))
        text.removeIf(&isForbidden);
    return cleanText(text);
}

// What a person would read of XHTML: not what is between script tags.
QString readable(const QString& markup)
{
    static const QRegularExpression unread(u"<(script|style)\\b.*?(</\\1\\s*>|\\z)"_s,
                                           QRegularExpression::DotMatchesEverythingOption |
                                               QRegularExpression::CaseInsensitiveOption);
    return cleanText(redcap::withoutMarkup(QString(markup).remove(unread)));
}

} // namespace

QString FhirSource::below(const QString& path, const QString& name)
{
    return path.isEmpty() || name.isEmpty() ? path + name : QString(path + u'.' + name);
}

QString FhirSource::numbered(const QString& path, const QString& name, size_t index)
{
    return below(path, name + u"[%1]"_s.arg(index));
}

QString FhirSource::text(const json::Value& object, std::string_view key)
{
    const json::Value* value = json::find(object, key);
    return value != nullptr && value->IsString() ? clean(*value) : QString();
}

bool FhirSource::flag(const json::Value& object, std::string_view key)
{
    const json::Value* value = json::find(object, key);
    return value != nullptr && (value->IsTrue() || (value->IsString() && json::viewOf(*value) == "true"));
}

std::vector<const json::Value*> FhirSource::list(const json::Value& object, std::string_view key)
{
    std::vector<const json::Value*> elements;
    const json::Value* value = json::find(object, key);
    if (value != nullptr && value->IsArray())
        for (const json::Value& element : value->GetArray())
            elements.push_back(&element);
    else if (value != nullptr && value->IsObject())
        elements.push_back(value);
    return elements;
}

const json::Value* FhirSource::choice(const json::Value& object, std::string_view stem, QString& type)
{
    if (!object.IsObject())
        return nullptr;
    for (const auto& [name, value] : object.GetObject()) {
        const std::string_view key = json::viewOf(name);
        if (!key.starts_with(stem) || key.size() == stem.size() || key[stem.size()] < 'A' || key[stem.size()] > 'Z')
            continue;
        type = QString::fromUtf8(key.data() + stem.size(), static_cast<qsizetype>(key.size() - stem.size()));
        return &value;
    }
    return nullptr;
}

QString FhirSource::nameOf(const json::Value& extension)
{
    const QString url = text(extension, "url");
    return url.mid(url.lastIndexOf(u'/') + 1);
}

const json::Value* FhirSource::extension(const json::Value& object, QStringView lastPart)
{
    for (const json::Value* each : list(object, "extension"))
        if (nameOf(*each) == lastPart)
            return each;
    return nullptr;
}

void FhirSource::account(const json::Value& object, const QSet<QString>& plain, const QSet<QString>& elsewhere,
                         const QString& path)
{
    if (!object.IsObject())
        return;
    for (const auto& [name, value] : object.GetObject()) {
        const QString key = json::textOf(name);
        if (plain.contains(key)) {
            mapped();
        } else if (elsewhere.contains(key)) {
            continue;
        } else if (key == "extension"_L1) {
            size_t index = 0;
            for (const json::Value* each : list(object, "extension"))
                dropExtension(*each, numbered(path, u"extension"_s, index++));
        } else {
            dropped(key, below(path, key), fhir::noteOfMember(key));
        }
    }
}

void FhirSource::dropExtension(const json::Value& extension, const QString& path)
{
    const QString name = nameOf(extension);
    dropped(u"extension "_s + name, path, fhir::noteOfExtension(name));
}

TranslatedText FhirSource::untranslated(const QString& text) const
{
    TranslatedText texts;
    if (!text.isEmpty())
        texts.set(m_language, text);
    return texts;
}

void FhirSource::addLanguage(const QString& tag)
{
    if (!tag.isEmpty() && tag != m_language && !m_languages.contains(tag))
        m_languages.append(tag);
}

void FhirSource::addTranslation(const json::Value& extension, TranslatedText& texts, const QString& path)
{
    QString tag;
    QString content;
    for (const json::Value* part : list(extension, "extension")) {
        QString type;
        const json::Value* value = choice(*part, "value", type);
        if (value != nullptr && value->IsString())
            (text(*part, "url") == "lang"_L1 ? tag : content) = clean(*value);
    }
    if (tag.isEmpty() || content.isEmpty()) {
        dropped(u"translation"_s, path, u"It has no language or no content."_s);
        return;
    }
    texts.set(tag, content);
    mapped();
    addLanguage(tag);
}

TranslatedText FhirSource::translated(const json::Value& object, std::string_view key, const QString& path)
{
    TranslatedText texts = untranslated(text(object, key));
    const json::Value* sibling = json::find(object, "_" + std::string(key));
    if (sibling == nullptr)
        return texts;
    const QString place = below(path, u'_' + QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
    size_t index = 0;
    for (const json::Value* each : list(*sibling, "extension")) {
        const QString here = numbered(place, u"extension"_s, index++);
        const QString name = nameOf(*each);
        if (name == "translation"_L1) {
            addTranslation(*each, texts, here);
        } else if (name.startsWith("rendering"_L1)) {
            if (const QString markup = text(*each, "valueString") + text(*each, "valueMarkdown");
                texts.isEmpty() && name != "rendering-style"_L1)
                texts = untranslated(readable(markup));
            approximated(u"extension "_s + name, here, u"The text is shown plain."_s);
        } else {
            dropExtension(*each, here);
        }
    }
    return texts;
}

QString FhirSource::valueText(const json::Value& value, const QString& type)
{
    if (value.IsBool())
        return value.IsTrue() ? u"true"_s : u"false"_s;
    if (value.IsString())
        return clean(value);
    if (type == "Coding"_L1)
        return text(value, "code").isEmpty() ? text(value, "display") : text(value, "code");
    if (type == "Quantity"_L1)
        return text(value, "value");
    if (type == "Reference"_L1)
        return text(value, "reference").isEmpty() ? text(value, "display") : text(value, "reference");
    return {};
}

QString FhirSource::plainNumber(const QString& text)
{
    static const QRegularExpression number(u"\\A-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?\\z"_s);
    const auto match = number.match(text);
    if (!match.hasMatch())
        return {};
    return match.captured(2).isEmpty() ? text : QString::number(text.toDouble(), 'f', QLocale::FloatingPointShortest);
}

} // namespace sitebook
