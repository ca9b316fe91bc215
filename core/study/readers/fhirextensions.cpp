// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirextensions.h"

#include "core/study/dialects.h"
#include "core/study/readers/fhircomparison.h"
#include "core/study/valuesyntax.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

bool isNumber(const ItemDef& def)
{
    return def.dataType == DataType::Integer || def.dataType == DataType::Decimal;
}

QString numberIn(const json::Value& extension)
{
    QString type;
    const json::Value* value = FhirSource::choice(extension, "value", type);
    return value == nullptr ? QString() : FhirSource::valueText(*value, type);
}

// Seconds that are 0 need not be typed: without them a lower limit admits both ways to write it.
QString withoutZeroSeconds(const QString& text)
{
    return text.endsWith(":00"_L1) && text.count(u':') == 2 ? text.chopped(3) : text;
}

} // namespace

void FhirExtensions::read(const json::Value& item, ItemDef& def, ItemRef& ref, const QString& path)
{
    m_units = 0;
    size_t index = 0;
    // What a program was to compute is typed here, also when a later extension hides it.
    std::vector<std::pair<const json::Value*, QString>> methods;
    for (const json::Value* extension : FhirSource::list(item, "extension")) {
        const QString place = FhirSource::numbered(path, u"extension"_s, index++);
        if (FhirExpressions::isMethod(FhirSource::nameOf(*extension)))
            methods.emplace_back(extension, place);
        else
            readOne(*extension, def, place);
    }
    for (const auto& [extension, place] : methods)
        m_expressions.keepMethod(*extension, FhirSource::nameOf(*extension), def, ref, place);
    if (m_units > 1)
        m_source.approximated(u"units"_s, path, u"Of several units the first one is used."_s);
    const json::Value* regex = FhirSource::extension(item, u"regex");
    const json::Value* least = FhirSource::extension(item, u"minLength");
    if (regex != nullptr || least != nullptr)
        addPattern(regex != nullptr ? numberIn(*regex) : QString(), least != nullptr ? numberIn(*least).toInt() : 0,
                   def, path);
}

void FhirExtensions::readOne(const json::Value& extension, ItemDef& def, const QString& path)
{
    const QString name = FhirSource::nameOf(extension);
    if (FhirExpressions::isCondition(name) || name == "regex"_L1 || name == "minLength"_L1)
        return;
    if (name == "questionnaire-itemControl"_L1) {
        readControl(controlsOf(extension), def, path);
    } else if (name == "questionnaire-hidden"_L1) {
        def.hidden = def.hidden || FhirSource::flag(extension, "valueBoolean");
        m_source.mapped();
    } else if (name == "entryFormat"_L1) {
        const QString format = numberIn(extension);
        def.hint = m_source.untranslated(
            def.hint.isEmpty() ? format : QString(def.hint.in(m_source.language()) + u'\n' + format));
        m_source.mapped();
    } else if (name == "questionnaire-constraint"_L1 || name.endsWith("targetConstraint"_L1)) {
        m_expressions.keepConstraint(extension, def, path);
    } else if (name.endsWith("answerExpression"_L1) || name.endsWith("candidateExpression"_L1) ||
               name.endsWith("answerOptionsToggleExpression"_L1)) {
        RangeCheck check;
        check.expressions.push_back(FhirExpressions::of(extension));
        def.rangeChecks.push_back(std::move(check));
        m_source.approximated(name, path, u"Which answers it offers is an expression: check by hand."_s);
    } else if (name == "questionnaire-choiceOrientation"_L1 || name == "questionnaire-sliderStepValue"_L1 ||
               name == "questionnaire-displayCategory"_L1 || name.endsWith("openLabel"_L1)) {
        m_source.approximated(u"extension "_s + name, path, u"The form's own layout is used."_s);
    } else if (!readUnit(extension, name, def, path) && !readLimit(extension, name, def, path) &&
               !readCount(extension, name, def, path)) {
        m_source.dropExtension(extension, path);
    }
}

bool FhirExtensions::readUnit(const json::Value& extension, const QString& name, ItemDef& def, const QString& path)
{
    if (name != "questionnaire-unit"_L1 && name != "questionnaire-unitOption"_L1)
        return false;
    QString type;
    const json::Value* value = FhirSource::choice(extension, "value", type);
    const QString display = value != nullptr ? FhirSource::text(*value, "display") : QString();
    const QString unit = value == nullptr || !display.isEmpty() ? display : FhirSource::valueText(*value, type);
    if (unit.isEmpty()) {
        m_source.dropped(u"extension "_s + name, path, u"It names no unit."_s);
        return true;
    }
    if (def.unit != unit)
        ++m_units;
    // A unit the answers are given in counts more than one of several that are possible.
    if (def.unit.isEmpty() || name == "questionnaire-unit"_L1)
        def.unit = unit;
    m_source.mapped();
    return true;
}

bool FhirExtensions::readLimit(const json::Value& extension, const QString& name, ItemDef& def, const QString& path)
{
    const bool least = name == "minValue"_L1 || name.endsWith("-minQuantity"_L1);
    const bool most = name == "maxValue"_L1 || name.endsWith("-maxQuantity"_L1);
    QString type;
    const json::Value* value = FhirSource::choice(extension, "value", type);
    if (least || most) {
        if (value != nullptr)
            addRange(*value, type, least ? Comparator::GreaterOrEqual : Comparator::LessOrEqual, def, path);
        else if (!m_expressions.keepLimit(extension, name, def, path))
            m_source.dropped(u"extension "_s + name, path, u"It has no value."_s);
        return true;
    }
    if (name != "maxDecimalPlaces"_L1)
        return false;
    def.significantDigits = std::max(0, numberIn(extension).toInt());
    if (def.significantDigits == 0 && def.dataType == DataType::Decimal)
        m_source.approximated(name, path, u"That there are no decimals is not checked."_s);
    else
        m_source.mapped();
    return true;
}

void FhirExtensions::addRange(const json::Value& value, const QString& valueType, Comparator comparator, ItemDef& def,
                              const QString& path)
{
    const bool least = comparator == Comparator::GreaterOrEqual;
    QString text = FhirSource::valueText(value, valueType);
    if (isNumber(def))
        text = FhirSource::plainNumber(text);
    const bool moment = def.dataType == DataType::Time || def.dataType == DataType::DateTime;
    if (moment && least)
        text = withoutZeroSeconds(text);
    if (text.isEmpty() || def.dataType == DataType::Text || def.dataType == DataType::Boolean) {
        m_source.dropped(least ? u"minValue"_s : u"maxValue"_s, path, u"Such an answer has no such limit."_s);
        return;
    }
    RangeCheck check;
    check.comparator = comparator;
    check.values.append(text);
    def.rangeChecks.push_back(std::move(check));
    if (def.dataType == DataType::DateTime && !isDateTime(text))
        m_source.approximated(u"limit"_s, path, u"It is compared letter by letter with a whole date and time."_s);
    else
        m_source.mapped();
}

// How many answers an item with several takes.
bool FhirExtensions::readCount(const json::Value& extension, const QString& name, ItemDef& def, const QString& path)
{
    const bool least = name == "questionnaire-minOccurs"_L1;
    if (!least && name != "questionnaire-maxOccurs"_L1)
        return false;
    const int count = numberIn(extension).toInt();
    if (def.multiple && count > 0) {
        RangeCheck check;
        check.expressions.push_back({dialect::sitebook, u"count_chosen("_s + fhir::bracketed(def.oid) +
                                                            (least ? u") >= "_s : u") <= "_s) +
                                                            QString::number(count)});
        def.rangeChecks.push_back(std::move(check));
        m_source.mapped();
    } else if (count <= 1) {
        m_source.mapped(); // one answer is what the form takes
    } else {
        m_source.approximated(name, path, u"One answer is captured."_s);
    }
    return true;
}

// All of an answer has to match; "at least n characters" goes before what the study asks for.
void FhirExtensions::addPattern(const QString& regex, int leastLength, ItemDef& def, const QString& path)
{
    constexpr int mostRepeats = 65535; // of the regular expressions here
    if (def.control == Control::Display || def.control == Control::File) {
        m_source.dropped(u"regex, minLength"_s, path, u"Such an item is not typed."_s);
        return;
    }
    QString pattern = regex;
    if (leastLength > 0 && leastLength <= mostRepeats)
        pattern =
            u"(?=[\\s\\S]{%1,}\\z)"_s.arg(leastLength) + (regex.isEmpty() ? u"[\\s\\S]*"_s : u"(?:"_s + regex + u')');
    if (QRegularExpression(QRegularExpression::anchoredPattern(pattern)).isValid() && leastLength <= mostRepeats) {
        def.pattern = pattern;
        m_source.mapped();
        return;
    }
    RangeCheck check;
    check.expressions.push_back({dialect::fhirRegex, regex});
    def.rangeChecks.push_back(std::move(check));
    m_source.approximated(u"regex, minLength"_s, path, u"It cannot be run here: check by hand."_s);
}

QStringList FhirExtensions::controlsOf(const json::Value& extension)
{
    QStringList codes;
    const json::Value* wanted = json::find(extension, "valueCodeableConcept");
    if (wanted == nullptr)
        return codes;
    for (const json::Value* coding : FhirSource::list(*wanted, "coding"))
        codes.append(FhirSource::text(*coding, "code"));
    if (codes.isEmpty())
        codes.append(FhirSource::text(*wanted, "text"));
    return codes;
}

void FhirExtensions::readControl(const QStringList& codes, ItemDef& def, const QString& path)
{
    static const QHash<QString, Control> controls{
        {u"radio-button"_s, Control::Radio}, {u"drop-down"_s, Control::List}, {u"autocomplete"_s, Control::List},
        {u"lookup"_s, Control::List},        {u"slider"_s, Control::Slider},  {u"text-area"_s, Control::LongText},
        {u"text-box"_s, Control::LongText}};
    for (const QString& code : codes) {
        const Control control = controls.value(code, Control::Automatic);
        const bool chosen = !def.codeListOid.isEmpty();
        const bool fits = control == Control::Slider     ? def.dataType == DataType::Integer && !chosen
                          : control == Control::LongText ? def.dataType == DataType::Text && !chosen
                          : control == Control::Radio    ? chosen && !def.multiple
                          : control == Control::List     ? chosen && !def.multiple
                                                         : false;
        // Boxes to check are how several answers are put, buttons how "yes" and "no" are.
        const bool isSo = (code == "check-box"_L1 && def.multiple) ||
                          (code == "radio-button"_L1 && def.dataType == DataType::Boolean);
        if (fits && def.control != Control::Display)
            def.control = control;
        if (fits || isSo)
            m_source.mapped();
        else
            m_source.approximated(u"itemControl "_s + code, path, u"The form's own layout is used."_s);
    }
}

} // namespace sitebook
