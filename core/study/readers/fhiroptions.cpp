// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhiroptions.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

FhirOptions::Offer FhirOptions::read(const json::Value& item, const QString& oid, const QString& path)
{
    Offer offer;
    FhirChoices choices(m_source);
    const auto options = FhirSource::list(item, "answerOption");
    const QString reference = FhirSource::text(item, "answerValueSet");
    size_t index = 0;
    for (const json::Value* option : options)
        readOption(*option, choices, offer, FhirSource::numbered(path, u"answerOption"_s, index++));
    const QString place = FhirSource::below(path, u"answerValueSet"_s);
    if (!reference.isEmpty()) {
        const json::Value* set = m_sets.find(reference);
        offer.outside = set == nullptr;
        if (set == nullptr) {
            m_source.approximated(u"answerValueSet "_s + reference, place,
                                  u"The answers lie outside the file; any text is taken."_s);
        } else if (options.empty() && m_byReference.contains(reference)) {
            m_source.mapped();
            offer.list = m_byReference.value(reference);
            return offer;
        } else {
            m_source.mapped();
            m_sets.addTo(choices, *set, place);
        }
    }
    const bool numbers = !options.empty() && std::all_of(options.begin(), options.end(), [](const json::Value* option) {
        return json::find(*option, "valueInteger") != nullptr;
    });
    offer.list = listOf(choices, oid, numbers ? DataType::Integer : DataType::Text);
    if (!reference.isEmpty() && options.empty() && !offer.outside) {
        if (offer.list < 0)
            m_source.approximated(u"answerValueSet "_s + reference, place,
                                  u"It lists no answers; any text is taken."_s);
        m_byReference.insert(reference, offer.list);
    }
    return offer;
}

// The place of a list with these answers; one that is there already is used again.
int FhirOptions::listOf(FhirChoices& choices, const QString& oid, DataType type)
{
    CodeList list;
    list.oid = oid + u".options"_s;
    list.name = oid;
    list.items = choices.take();
    if (list.items.empty())
        return -1;
    list.dataType = type;
    size_t hash = list.items.size();
    for (const CodeListItem& item : list.items)
        hash = qHashMulti(hash, item.codedValue, item.decode.in(m_source.language()), item.weight.value_or(0));
    std::vector<int>& alike = m_byCodes[hash];
    for (const int each : alike) {
        const CodeList& other = m_study.codeLists[static_cast<size_t>(each)];
        if (other.dataType == list.dataType && other.items == list.items)
            return each;
    }
    const auto place = static_cast<int>(m_study.codeLists.size());
    alike.push_back(place);
    m_study.codeLists.push_back(std::move(list));
    return place;
}

QString FhirOptions::addOption(const json::Value& option, const json::Value& value, const QString& type,
                               FhirChoices& choices, const QString& path)
{
    if (type == "Coding"_L1)
        return choices.addCoding(value, {}, path);
    const QString text = FhirSource::valueText(value, type);
    QString code = text;
    QString label = text;
    if (type == "Quantity"_L1) {
        const QString unit = FhirSource::text(value, "unit");
        label = QString(text + u' ' + (unit.isEmpty() ? FhirSource::text(value, "code") : unit)).trimmed();
        if (choices.find(code) != nullptr)
            code = label;
    } else if (type == "Reference"_L1 && !FhirSource::text(value, "display").isEmpty()) {
        label = FhirSource::text(value, "display");
    }
    if (!choices.addValue(code, label, path))
        return {};
    const std::string member = "value" + type.toStdString();
    if (TranslatedText words = m_source.translated(option, member, path); words.all().size() > 1)
        choices.find(code)->decode = words;
    return code;
}

void FhirOptions::readOption(const json::Value& option, FhirChoices& choices, Offer& offer, const QString& path)
{
    QString type;
    const json::Value* value = FhirSource::choice(option, "value", type);
    if (value == nullptr) {
        m_source.dropped(u"answerOption"_s, path, u"It has no value."_s);
        return;
    }
    const QString code = addOption(option, *value, type, choices, path);
    if (code.isEmpty())
        return;
    CodeListItem& item = *choices.find(code);
    size_t index = 0;
    for (const json::Value* each : FhirSource::list(option, "extension")) {
        const QString place = FhirSource::numbered(path, u"extension"_s, index++);
        const QString name = FhirSource::nameOf(*each);
        if (FhirChoices::isWeight(name))
            item.weight = FhirChoices::weightOf(option);
        else if (name == "questionnaire-optionPrefix"_L1)
            addPrefix(*each, item);
        else if (name == "questionnaire-optionExclusive"_L1 && FhirSource::flag(*each, "valueBoolean"))
            offer.exclusive.append(code);
        else
            m_source.dropExtension(*each, place);
        if (FhirChoices::isWeight(name))
            item.weight ? m_source.mapped() : m_source.dropped(name, place, u"It is no number."_s);
    }
    if (FhirSource::flag(option, "initialSelected"))
        offer.selected.append(code);
    const QString member = u"value"_s + type;
    m_source.account(option, {u"initialSelected"_s}, {member, u'_' + member, u"extension"_s, u"id"_s}, path);
}

const FhirOptions::Index& FhirOptions::indexOf(int list)
{
    if (const auto made = m_indexes.constFind(list); made != m_indexes.constEnd())
        return *made;
    Index& index = m_indexes[list];
    const CodeList& codes = listAt(list);
    for (size_t i = 0; i < codes.items.size(); ++i) {
        const CodeListItem& item = codes.items[i];
        const QString system = FhirChoices::systemOf(item) + u'|';
        index[u'c' + item.codedValue].push_back(i);
        if (item.codedValue.startsWith(system))
            index[u'c' + item.codedValue.sliced(system.size())].push_back(i);
        for (const auto& [language, text] : item.decode.all())
            index[u'd' + text].push_back(i);
    }
    return index;
}

QString FhirOptions::codeOf(int list, const json::Value& coding)
{
    const QString code = FhirSource::text(coding, "code");
    const QString system = FhirSource::text(coding, "system");
    const QString key = code.isEmpty() ? QString(u'd' + FhirSource::text(coding, "display")) : QString(u'c' + code);
    const Index& index = indexOf(list);
    const auto found = index.constFind(key);
    if (found == index.constEnd() || key.size() == 1)
        return {};
    for (const size_t each : *found) {
        const CodeListItem& item = listAt(list).items[each];
        const QString theirs = FhirChoices::systemOf(item);
        if (system.isEmpty() || theirs.isEmpty() || system == theirs)
            return item.codedValue;
    }
    return {};
}

bool FhirOptions::offers(int list, const QString& code)
{
    const auto found = indexOf(list).constFind(u'c' + code);
    return found != indexOf(list).constEnd() && listAt(list).items[found->front()].codedValue == code;
}

// "1." before "Not at all".
void FhirOptions::addPrefix(const json::Value& extension, CodeListItem& item)
{
    TranslatedText prefixed;
    for (const auto& [language, text] : item.decode.all())
        prefixed.set(language, FhirSource::text(extension, "valueString") + u' ' + text);
    item.decode = prefixed;
    m_source.mapped();
}

} // namespace sitebook
