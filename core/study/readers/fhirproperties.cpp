// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirproperties.h"

#include "core/model/partialdate.h"
#include "core/study/codeset.h"
#include "core/study/dialects.h"
#include "core/study/readers/fhircomparison.h"
#include "core/study/valuesyntax.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, DataType>& dataTypes()
{
    // Dates of FHIR may lack the day, or the month.
    static const QHash<QString, DataType> types{{u"boolean"_s, DataType::Boolean},   {u"decimal"_s, DataType::Decimal},
                                                {u"integer"_s, DataType::Integer},   {u"date"_s, DataType::PartialDate},
                                                {u"dateTime"_s, DataType::DateTime}, {u"time"_s, DataType::Time},
                                                {u"quantity"_s, DataType::Decimal}};
    return types;
}

bool isWellTyped(const QString& text, DataType type)
{
    switch (type) {
    case DataType::Integer:
        return isWholeNumber(text);
    case DataType::Decimal:
        return isDecimal(text);
    case DataType::PartialDate:
        return PartialDate::parse(text).has_value();
    case DataType::DateTime:
        return isDateTime(text);
    case DataType::Time:
        return isTime(text);
    case DataType::Boolean:
        return truthOf(text).has_value();
    default:
        return true;
    }
}

} // namespace

bool FhirProperties::isChoice(const QString& type)
{
    return type == "choice"_L1 || type == "open-choice"_L1 || type == "coding"_L1 || type == "question"_L1;
}

void FhirProperties::read(const json::Value& item, const FhirOptions::Offer& offer, ItemDef& def, ItemRef& ref,
                          const QString& path)
{
    const QString type = FhirSource::text(item, "type");
    def.question = titleOf(item, path);
    def.readOnly = def.readOnly || FhirSource::flag(item, "readOnly");
    readType(item, type, def, path);
    readAnswers(item, type, offer, def, path);
    readLength(item, def, path);
    m_extensions.read(item, def, ref, path);
    readInitial(item, offer, def, path);
    readCodes(item, def.aliases, m_source, path);
    accountFor(item, type, path);
}

TranslatedText FhirProperties::titleOf(const json::Value& item, const QString& path)
{
    TranslatedText title = m_source.translated(item, "text", path);
    const TranslatedText prefix = m_source.translated(item, "prefix", path);
    if (prefix.isEmpty() || title.isEmpty())
        return prefix.isEmpty() ? title : prefix;
    TranslatedText prefixed;
    for (const auto& [language, text] : title.all())
        prefixed.set(language, prefix.in(language) + u' ' + text);
    return prefixed;
}

void FhirProperties::readType(const json::Value& item, const QString& type, ItemDef& def, const QString& path)
{
    def.dataType = dataTypes().value(type, DataType::Text);
    if (type == "string"_L1 || type == "url"_L1 || type == "reference"_L1)
        def.control = Control::Line;
    else if (type == "text"_L1)
        def.control = Control::LongText;
    else if (type == "display"_L1)
        def.control = Control::Display;
    else if (type == "attachment"_L1)
        def.control = Control::File;
    const bool plain = dataTypes().contains(type) || type == "string"_L1 || type == "text"_L1 || type == "display"_L1 ||
                       type == "attachment"_L1 || isChoice(type);
    if (plain)
        m_source.mapped();
    else
        m_source.approximated(u"type \"%1\""_s.arg(type), path, u"It is captured as text."_s);
    if (FhirSource::flag(item, "repeats") && !FhirSource::list(item, "item").empty())
        m_source.approximated(u"repeats"_s, path, u"What stands under it is asked once, not for each answer."_s);
}

void FhirProperties::readAnswers(const json::Value& item, const QString& type, const FhirOptions::Offer& offer,
                                 ItemDef& def, const QString& path)
{
    const bool offered = offer.list >= 0;
    const QString constraint = FhirSource::text(item, "answerConstraint");
    if (offered)
        def.codeListOid = m_study.codeLists[static_cast<size_t>(offer.list)].oid;
    else if (isChoice(type))
        def.control = Control::Line;
    def.openChoice =
        offered && (type == "open-choice"_L1 || constraint == "optionsOrString"_L1 || constraint == "optionsOrType"_L1);
    if (isChoice(type) && !offered && FhirSource::text(item, "answerValueSet").isEmpty())
        m_source.approximated(u"type \"%1\""_s.arg(type), path, u"It offers no answers; any text is taken."_s);
    for (const QString& code : offer.exclusive) {
        RangeCheck check;
        const QString oid = fhir::bracketed(def.oid);
        check.expressions.push_back({dialect::sitebook, u"not chosen("_s + oid + u", "_s + fhir::quoted(code) +
                                                            u") or count_chosen("_s + oid + u") = 1"_s});
        if (FhirSource::flag(item, "repeats"))
            def.rangeChecks.push_back(std::move(check));
        m_source.mapped();
    }
    if (!FhirSource::flag(item, "repeats"))
        return;
    def.multiple = offered;
    if (!offered && type != "display"_L1)
        m_source.approximated(u"repeats"_s, path, u"One answer is captured."_s);
}

void FhirProperties::readLength(const json::Value& item, ItemDef& def, const QString& path)
{
    const QString written = FhirSource::text(item, "maxLength");
    const int length = std::max(0, written.toInt());
    if (written.isEmpty())
        return;
    const bool typed = def.control != Control::Display && def.control != Control::File;
    if (length > 0 && typed && (def.dataType == DataType::Text || def.dataType == DataType::Integer)) {
        def.length = length;
        m_source.mapped();
    } else if (length > 0 && def.dataType == DataType::Decimal) {
        def.length = length;
        m_source.approximated(u"maxLength"_s, path, u"Digits are counted, not the sign and the point."_s);
    } else {
        m_source.dropped(u"maxLength"_s, path, u"The length of such an answer is not limited here."_s);
    }
}

void FhirProperties::readInitial(const json::Value& item, const FhirOptions::Offer& offer, ItemDef& def,
                                 const QString& path)
{
    QStringList values = offer.selected;
    size_t index = 0;
    for (const json::Value* initial : FhirSource::list(item, "initial")) {
        const QString place = FhirSource::numbered(path, u"initial"_s, index++);
        const QString value = initialOf(*initial, offer.list, def, place);
        if (value.isEmpty()) {
            m_source.dropped(u"initial"_s, place, u"The item cannot hold such a value."_s);
            continue;
        }
        values.append(value);
        m_source.mapped();
    }
    values.removeDuplicates();
    if (values.size() > 1 && !def.multiple)
        m_source.approximated(u"initial"_s, path, u"The first value is used."_s);
    def.initial = def.multiple ? codeset::join(values) : values.value(0);
}

// Empty when the item cannot hold it.
QString FhirProperties::initialOf(const json::Value& initial, int list, ItemDef& def, const QString& path)
{
    QString type;
    const json::Value* value = FhirSource::choice(initial, "value", type);
    m_source.account(initial, {}, {QString(u"value"_s + type), u"id"_s}, path);
    if (value == nullptr || def.control == Control::Display || def.control == Control::File)
        return {};
    if (type == "Quantity"_L1) {
        const QString unit = FhirSource::text(*value, "unit").isEmpty() ? FhirSource::text(*value, "code")
                                                                        : FhirSource::text(*value, "unit");
        if (def.unit.isEmpty())
            def.unit = unit;
        else if (!unit.isEmpty() && unit != def.unit && FhirSource::text(*value, "code") != def.unit)
            m_source.approximated(u"initial"_s, path, u"Its unit %1 is not that of the item."_s.arg(unit));
    }
    const QString text = FhirSource::valueText(*value, type);
    if (list >= 0 && type == "Coding"_L1) {
        const QString code = m_options.codeOf(list, *value);
        return code.isEmpty() && def.openChoice ? text : code;
    }
    if (list >= 0)
        return m_options.offers(list, text) || def.openChoice ? text : QString();
    const QString number = FhirSource::plainNumber(text);
    const bool isNumber = def.dataType == DataType::Integer || def.dataType == DataType::Decimal;
    const QString stored = isNumber ? number : text;
    return isWellTyped(stored, def.dataType) ? stored : QString();
}

void FhirProperties::readCodes(const json::Value& item, std::vector<Alias>& aliases, FhirSource& source,
                               const QString& path)
{
    size_t index = 0;
    for (const json::Value* coding : FhirSource::list(item, "code")) {
        const QString place = FhirSource::numbered(path, u"code"_s, index++);
        const QString system = FhirSource::text(*coding, "system");
        const QString code = FhirSource::text(*coding, "code");
        const bool known =
            std::any_of(aliases.begin(), aliases.end(), [&](const Alias& alias) { return alias.context == system; });
        // What our own contexts mean no other file may say.
        if (known || system.isEmpty() || code.isEmpty() || system.startsWith("sitebook:"_L1)) {
            source.dropped(u"code "_s + code, place,
                           u"A second code of one system, or one without a system or a code."_s);
            continue;
        }
        aliases.push_back({system, code});
        source.mapped();
    }
}

void FhirProperties::accountFor(const json::Value& item, const QString& type, const QString& path)
{
    QSet<QString> plain{u"linkId"_s, u"text"_s, u"prefix"_s, u"answerConstraint"_s};
    // Read elsewhere, where each is mapped or reported.
    static const QSet<QString> elsewhere{u"type"_s,       u"_text"_s,          u"_prefix"_s,        u"maxLength"_s,
                                         u"enableWhen"_s, u"enableBehavior"_s, u"code"_s,           u"answerOption"_s,
                                         u"initial"_s,    u"item"_s,           u"answerValueSet"_s, u"extension"_s,
                                         u"id"_s};
    if (type != "display"_L1)
        plain += {u"required"_s, u"readOnly"_s, u"repeats"_s};
    m_source.account(item, plain, elsewhere, path);
}

} // namespace sitebook
