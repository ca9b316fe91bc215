// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/redcaptable.h"

#include "core/exchange/exporters/reportcolumns.h"
#include "core/exchange/importers/rejectedrows.h"
#include "core/study/codeset.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

const QString completeEnding = u"_complete"_s;

bool isChecked(const QString& cell)
{
    return cell == u"1" || cell.compare(u"Checked", Qt::CaseInsensitive) == 0;
}

// Of a form_complete cell: 0, 1, 2 or their labels; other texts stay, to be refused with their row.
QString statusOf(const QString& cell)
{
    if (cell.isEmpty() || cell == u"0")
        return statusCode(ReportStatus::Incomplete);
    if (cell == u"1")
        return statusCode(ReportStatus::Unverified);
    return cell == u"2" ? statusCode(ReportStatus::Complete) : cell;
}

// As this program keeps them: REDCap puts a blank before the time, and may write a comma in decimals.
QString valueOf(const ItemDef& item, QString cell)
{
    if (item.dataType == DataType::DateTime)
        cell.replace(u' ', u'T');
    else if (item.dataType == DataType::Decimal)
        cell.replace(u',', u'.');
    return cell;
}

} // namespace

bool RedcapTable::recognises(const QStringList& header, const StudyDefinition& study)
{
    return std::any_of(study.forms.begin(), study.forms.end(), [&header](const FormDef& form) {
        return !form.name.isEmpty() && header.contains(form.name + completeEnding);
    });
}

RedcapTable::RedcapTable(const QStringList& header, PlanBuilder& plan)
    : m_plan(plan)
{
    for (qsizetype i = 0; i < header.size(); ++i)
        m_places.insert(header[i].trimmed(), i);
    m_used.insert(0);
    m_event = take(u"redcap_event_name"_s);
    m_instrument = take(u"redcap_repeat_instrument"_s);
    m_instance = take(u"redcap_repeat_instance"_s);
    for (const FormDef& form : plan.study().forms)
        m_forms.push_back(layoutOf(form));
    noteUnknown(header);
}

qsizetype RedcapTable::take(const QString& header)
{
    const qsizetype place = m_places.value(header, -1);
    if (place >= 0)
        m_used.insert(place);
    return place;
}

RedcapTable::Form RedcapTable::layoutOf(const FormDef& form)
{
    Form made{&form, {}, take(form.name + completeEnding)};
    for (const QString& oid : itemOidsOf(m_plan.study(), form))
        if (const ItemDef* item = m_plan.study().item(oid))
            if (Field field = layoutOf(*item); field.column >= 0 || !field.boxes.empty())
                made.fields.push_back(std::move(field));
    return made;
}

RedcapTable::Field RedcapTable::layoutOf(const ItemDef& item)
{
    const CodeList* list = item.multiple ? m_plan.study().codeList(item.codeListOid) : nullptr;
    if (!list)
        return {&item, take(item.name), {}};
    Field field{&item, -1, {}};
    for (const CodeListItem& choice : list->items) {
        // A column's name holds no sign but letters, digits and underscores.
        const QString plain = choice.codedValue.toLower().replace(u'-', u'_');
        const qsizetype exact = take(item.name + u"___"_s + choice.codedValue);
        const qsizetype place = exact >= 0 ? exact : take(item.name + u"___"_s + plain);
        if (place >= 0)
            field.boxes.push_back({place, choice.codedValue});
    }
    return field;
}

void RedcapTable::noteUnknown(const QStringList& header)
{
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (m_used.contains(i) || header[i] == rejectedColumn)
            continue;
        ImportFinding finding;
        finding.severity = Severity::Warning;
        finding.where = u"row 1"_s;
        finding.item = header[i];
        finding.code = u"unknown_column"_s;
        finding.message = QT_TRANSLATE_NOOP("messages", "The study has no item for this column; it is left out.");
        m_plan.addFinding(std::move(finding));
    }
}

Result<> RedcapTable::add(const QStringList& cells, const QString& where)
{
    SB_TRY(addPatient(cells.value(0).trimmed(), where));
    const QString instrument = cells.value(m_instrument).trimmed();
    const auto isRepeated = [&instrument](const Form& form) {
        return form.form->name == instrument || form.form->description.in({}) == instrument;
    };
    for (const Form& form : m_forms) {
        if (!instrument.isEmpty() && !isRepeated(form))
            continue;
        const SourceReport report = reportOf(form, cells, where);
        if (report.answers.empty() && report.status == statusCode(ReportStatus::Incomplete))
            continue;
        SB_TRY(m_plan.addReport(report));
    }
    return {};
}

// Once for each record, however many rows it has.
Result<> RedcapTable::addPatient(const QString& identifier, const QString& where)
{
    if (m_seen.contains(identifier) || m_plan.knowsPatient(identifier))
        return {};
    m_seen.insert(identifier);
    SourcePatient patient;
    patient.where = where;
    patient.identifier = identifier;
    return m_plan.addPatient(patient);
}

SourceReport RedcapTable::reportOf(const Form& form, const QStringList& cells, const QString& where) const
{
    SourceReport report;
    report.where = where;
    report.patient = cells.value(0).trimmed();
    report.formOid = form.form->oid;
    report.eventOid = eventFor(*form.form, cells);
    const EventDef* event = m_plan.study().event(report.eventOid);
    report.visit = event && !event->name.isEmpty() ? event->name : cells.value(m_event);
    const QString instance = cells.value(m_instance).trimmed();
    report.repeat = instance.isEmpty() ? 1 : instance.toInt();
    report.status = statusOf(cells.value(form.complete).trimmed());
    for (const Field& field : form.fields)
        if (SourceAnswer answer = answerOf(field, cells); !answer.words.isEmpty())
            report.answers.push_back(std::move(answer));
    return report;
}

QString RedcapTable::eventFor(const FormDef& form, const QStringList& cells) const
{
    QString word = cells.value(m_event).trimmed();
    for (const EventDef& event : m_plan.study().events) {
        const bool planned = std::any_of(event.forms.begin(), event.forms.end(),
                                         [&](const EventDef::FormRef& ref) { return ref.formOid == form.oid; });
        const bool named = event.oid == u"Event."_s + word || event.oid == word || event.name == word;
        if (word.isEmpty() ? planned : named)
            return event.oid;
    }
    return word;
}

SourceAnswer RedcapTable::answerOf(const Field& field, const QStringList& cells)
{
    SourceAnswer answer;
    answer.item = field.item->oid;
    QStringList codes;
    for (const Box& box : field.boxes)
        if (isChecked(cells.value(box.column).trimmed()))
            codes.append(box.code);
    const QString text = field.boxes.empty() ? cells.value(field.column) : codeset::join(codes);
    if (!text.trimmed().isEmpty())
        answer.words.append(valueOf(*field.item, text));
    return answer;
}

} // namespace sitebook
