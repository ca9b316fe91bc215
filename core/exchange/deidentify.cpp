// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/deidentify.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr int oldestShownAge = 89;

// The year of an ISO date or date-time, alone; empty when it is not known.
QString yearText(const QString& text)
{
    const auto date = PartialDate::parse(QStringView(text).left(text.indexOf(u'T')));
    const auto year = date ? date->year() : std::nullopt;
    return year ? QStringLiteral("%1").arg(*year, 4, 10, QLatin1Char('0')) : QString();
}

PartialDate yearOnly(const PartialDate& date)
{
    return PartialDate::parse(yearText(date.toString())).value_or(PartialDate());
}

} // namespace

Patient deidentified(const Patient& patient, QDate today)
{
    Patient hidden = patient;
    hidden.name.clear();
    hidden.aliases.clear();
    hidden.consentDate = yearOnly(patient.consentDate);
    hidden.dateOfBirth = yearOnly(patient.dateOfBirth);
    // By years alone: who turns 90 this year counts as 90.
    const auto born = patient.dateOfBirth.year();
    if (born && today.year() - *born > oldestShownAge)
        hidden.dateOfBirth = PartialDate();
    return hidden;
}

Deidentifier::Deidentifier(const StudyDefinition& study, QDate today)
    : m_today(today)
{
    for (const ItemDef& item : study.items) {
        Treatment treatment = Treatment::Keep;
        if (item.dataType == DataType::Date || item.dataType == DataType::PartialDate || item.dataType == DataType::DateTime)
            treatment = Treatment::YearOnly;
        else if (item.dataType == DataType::Text && item.codeListOid.isEmpty())
            treatment = Treatment::Drop;
        else if (item.name.compare(u"AGE"_s, Qt::CaseInsensitive) == 0)
            treatment = Treatment::Age;
        m_treatments.insert(item.oid, treatment);
    }
}

FieldValue Deidentifier::treated(const FieldValue& value, Treatment treatment) const
{
    if (value.missing != MissingReason::None)
        return value;
    switch (treatment) {
    case Treatment::Keep:
        return value;
    case Treatment::YearOnly:
        return {yearText(value.text)};
    case Treatment::Drop:
        return {};
    case Treatment::Age:
        return value.text.toDouble() > oldestShownAge ? FieldValue() : value;
    }
    return {};
}

Report Deidentifier::report(const Report& source) const
{
    Report hidden = source;
    hidden.reportDate = yearText(source.reportDate);
    if (source.originator != u"patient")
        hidden.originator.clear();
    hidden.items = Fields();
    for (const Fields::Entry& entry : source.items) {
        FieldValue value = treated(entry.value, m_treatments.value(entry.name, Treatment::Drop));
        // A coded item may still hold words that are in no code list: they are free text as well, but flagged ones are
        // few and short; only what a person typed into a text box is dropped here.
        if (!value.isEmpty())
            hidden.items.set(entry.name, std::move(value));
    }
    return hidden;
}

} // namespace sitebook
