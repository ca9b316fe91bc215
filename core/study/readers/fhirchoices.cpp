// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirchoices.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

const QString systemContext = u"FHIR system"_s;
const QString removed = u"\n"_s; // no code has a line break

} // namespace

QString FhirChoices::systemOf(const CodeListItem& item)
{
    for (const Alias& alias : item.aliases)
        if (alias.context == systemContext)
            return alias.name;
    return {};
}

bool FhirChoices::isWeight(const QString& extensionName)
{
    return extensionName.endsWith("ordinalValue"_L1) || extensionName == "itemWeight"_L1;
}

std::optional<double> FhirChoices::weightOf(const json::Value& value)
{
    for (const json::Value* each : FhirSource::list(value, "extension")) {
        if (!isWeight(FhirSource::nameOf(*each)))
            continue;
        QString type;
        const json::Value* weight = FhirSource::choice(*each, "value", type);
        bool good = false;
        const double number = weight != nullptr ? FhirSource::valueText(*weight, type).toDouble(&good) : 0;
        if (good)
            return number;
    }
    return std::nullopt;
}

CodeListItem* FhirChoices::find(const QString& code)
{
    const auto place = m_places.constFind(code);
    return place == m_places.constEnd() ? nullptr : &m_items[*place];
}

QString FhirChoices::addCoding(const json::Value& coding, const QString& besides, const QString& path)
{
    const QString own = FhirSource::text(coding, "system");
    const QString system = own.isEmpty() ? besides : own;
    QString code = FhirSource::valueText(coding, u"Coding"_s);
    if (code.isEmpty()) {
        m_source.dropped(u"coding"_s, path, u"It has neither a code nor a display."_s);
        return {};
    }
    if (const CodeListItem* same = find(code)) {
        const QString whole = system + u'|' + code;
        if (systemOf(*same) == system || find(whole) != nullptr) {
            m_source.dropped(u"coding "_s + code, path, u"A second answer with the same code."_s);
            return {};
        }
        code = whole;
        m_source.approximated(u"coding "_s + code, path, u"Another system has this code; it is stored as written."_s);
    }
    CodeListItem item;
    item.codedValue = code;
    item.decode = m_source.translated(coding, "display", path);
    for (const json::Value* word : FhirSource::list(coding, "designation")) {
        const QString language = FhirSource::text(*word, "language");
        if (language.isEmpty() || FhirSource::text(*word, "value").isEmpty())
            continue;
        item.decode.set(language, FhirSource::text(*word, "value"));
        m_source.addLanguage(language);
        m_source.mapped();
    }
    if (item.decode.isEmpty())
        item.decode = m_source.untranslated(code);
    if (!system.isEmpty())
        item.aliases.push_back({systemContext, system});
    item.weight = weightOf(coding);
    m_source.mapped();
    accountFor(coding, path);
    m_places.insert(code, m_items.size());
    m_items.push_back(std::move(item));
    return code;
}

void FhirChoices::accountFor(const json::Value& coding, const QString& path)
{
    static const QSet<QString> known{u"system"_s,   u"code"_s,       u"display"_s,  u"_display"_s, u"designation"_s,
                                     u"version"_s,  u"id"_s,         u"contains"_s, u"concept"_s,  u"abstract"_s,
                                     u"inactive"_s, u"definition"_s, u"extension"_s};
    m_source.account(coding, {}, known, path);
    size_t index = 0;
    for (const json::Value* each : FhirSource::list(coding, "extension")) {
        const QString place = FhirSource::numbered(path, u"extension"_s, index++);
        if (!isWeight(FhirSource::nameOf(*each)))
            m_source.dropExtension(*each, place);
        else if (weightOf(coding))
            m_source.mapped();
        else
            m_source.dropped(u"weight"_s, place, u"It is no number."_s);
    }
}

bool FhirChoices::addValue(const QString& code, const QString& label, const QString& path)
{
    if (code.isEmpty() || find(code) != nullptr) {
        m_source.dropped(u"answerOption "_s + code, path,
                         code.isEmpty() ? u"It has no value that can be offered."_s
                                        : u"A second answer with the same value."_s);
        return false;
    }
    CodeListItem item;
    item.codedValue = code;
    item.decode = m_source.untranslated(label);
    m_source.mapped();
    m_places.insert(code, m_items.size());
    m_items.push_back(std::move(item));
    return true;
}

void FhirChoices::remove(const QString& system, const QString& code)
{
    for (const QString& each : {code, QString(system + u'|' + code)}) {
        CodeListItem* item = find(each);
        if (item == nullptr || (!system.isEmpty() && systemOf(*item) != system))
            continue;
        item->codedValue = removed;
        m_places.remove(each);
        return;
    }
}

std::vector<CodeListItem> FhirChoices::take()
{
    std::erase_if(m_items, [](const CodeListItem& item) { return item.codedValue == removed; });
    m_places.clear();
    return std::move(m_items);
}

} // namespace sitebook
