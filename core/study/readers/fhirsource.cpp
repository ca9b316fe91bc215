// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirsource.h"

#include "core/study/readers/cleantext.h"

namespace sitebook {

using namespace Qt::StringLiterals;

QString FhirSource::text(const json::Value& object, std::string_view key)
{
    const json::Value* value = json::find(object, key);
    return value != nullptr && value->IsString() ? json::textOf(*value) : QString();
}

bool FhirSource::flag(const json::Value& object, std::string_view key)
{
    const json::Value* value = json::find(object, key);
    return value != nullptr && value->IsTrue();
}

std::vector<const json::Value*> FhirSource::list(const json::Value& object, std::string_view key)
{
    std::vector<const json::Value*> elements;
    if (const json::Value* value = json::find(object, key); value != nullptr && value->IsArray())
        for (const json::Value& element : value->GetArray())
            elements.push_back(&element);
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

const json::Value* FhirSource::extension(const json::Value& object, QStringView lastPart)
{
    for (const json::Value* each : list(object, "extension"))
        if (QStringView(text(*each, "url")).mid(text(*each, "url").lastIndexOf(u'/') + 1) == lastPart)
            return each;
    return nullptr;
}

TranslatedText FhirSource::translated(const json::Value& object, std::string_view key, const QString& language)
{
    TranslatedText texts;
    const QString plain = cleanText(text(object, key));
    if (!plain.isEmpty())
        texts.set(language, plain);
    const json::Value* sibling = json::find(object, "_" + std::string(key));
    for (const json::Value* each :
         sibling != nullptr ? list(*sibling, "extension") : std::vector<const json::Value*>()) {
        if (!text(*each, "url").endsWith(u"/translation"))
            continue;
        QString tag;
        QString content;
        for (const json::Value* part : list(*each, "extension")) {
            QString type;
            const json::Value* value = choice(*part, "value", type);
            if (value != nullptr && value->IsString())
                (text(*part, "url") == "lang"_L1 ? tag : content) = json::textOf(*value);
        }
        if (tag.isEmpty() || content.isEmpty())
            continue;
        texts.set(tag, cleanText(content));
        mapped();
        if (!m_languages.contains(tag))
            m_languages.append(tag);
    }
    return texts;
}

QString FhirSource::valueText(const json::Value& value, const QString& type)
{
    if (value.IsBool())
        return value.IsTrue() ? u"true"_s : u"false"_s;
    if (value.IsString())
        return json::textOf(value);
    if (type == "Coding"_L1)
        return text(value, "code").isEmpty() ? text(value, "display") : text(value, "code");
    if (type == "Quantity"_L1)
        return text(value, "value");
    if (type == "Reference"_L1)
        return text(value, "reference");
    return {};
}

} // namespace sitebook
