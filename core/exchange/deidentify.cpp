// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/deidentify.h"

#include "core/model/itemkey.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr int oldestShownAge = 89;

// The year of an ISO date or date-time, alone; empty when it is not known.
QString yearText(const QString& text)
{
    const auto date =
        PartialDate::parse(QStringView(text).left(text.indexOf(u'T') < 0 ? text.size() : text.indexOf(u'T')));
    const auto year = date ? date->year() : std::nullopt;
    return year ? QStringLiteral("%1").arg(*year, 4, 10, QLatin1Char('0')) : QString();
}

PartialDate yearOnly(const PartialDate& date)
{
    return PartialDate::parse(yearText(date.toString())).value_or(PartialDate());
}

bool isDate(DataType type)
{
    return type == DataType::Date || type == DataType::PartialDate || type == DataType::DateTime;
}

// Numbers, times and yes/no: what cannot hold a name.
bool isFigure(const QString& text)
{
    static const QRegularExpression figure(u"^[+-]?[0-9][0-9:.,eE+-]*$|^(true|false|yes|no)$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return figure.match(text).hasMatch();
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
        Rule rule;
        if (const CodeList* list = item.codeListOid.isEmpty() ? nullptr : study.codeList(item.codeListOid)) {
            rule.treatment = Treatment::Coded;
            for (const CodeListItem& answer : list->items)
                rule.codes.insert(answer.codedValue);
        } else if (isDate(item.dataType)) {
            rule.treatment = Treatment::YearOnly;
        } else if (item.dataType != DataType::Text) {
            const bool age = item.name.compare(u"AGE"_s, Qt::CaseInsensitive) == 0;
            rule.treatment = age ? Treatment::Age : Treatment::Figure;
        }
        m_rules.insert(item.oid, rule);
    }
}

FieldValue Deidentifier::treated(const FieldValue& value, const Rule& rule)
{
    if (value.missing != MissingReason::None)
        return value;
    switch (rule.treatment) {
    case Treatment::Drop:
        break;
    case Treatment::YearOnly:
        return {yearText(value.text)};
    case Treatment::Figure:
        return isFigure(value.text) ? value : FieldValue();
    case Treatment::Age:
        return isFigure(value.text) && value.text.toDouble() <= oldestShownAge ? value : FieldValue();
    case Treatment::Coded:
        return rule.codes.contains(value.text) ? value : FieldValue();
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
        const auto exact = m_rules.constFind(entry.name);
        const Rule rule = exact == m_rules.constEnd() ? m_rules.value(ItemKey::of(entry.name).oid) : *exact;
        FieldValue value = treated(entry.value, rule);
        if (!value.isEmpty())
            hidden.items.set(entry.name, std::move(value));
    }
    return hidden;
}

} // namespace sitebook
