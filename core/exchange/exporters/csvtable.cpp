// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exporters/csvtable.h"

#include "core/exchange/csvcell.h"
#include "core/model/itemkey.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

QStringList patientHeader()
{
    return {field::patientId, field::name,       field::dateOfBirth, field::sex,    field::siteId,
            field::status,    field::isEnrolled, field::consentDate, field::aliases};
}

bool anyRepeats(const StudyDefinition& study)
{
    return std::any_of(study.groups.begin(), study.groups.end(),
                       [](const ItemGroupDef& group) { return group.repeating; });
}

std::set<int> linesOf(const Report& report)
{
    std::set<int> lines;
    for (const Fields::Entry& entry : report.items)
        if (const int line = ItemKey::of(entry.name).line; line > 0 && !entry.value.isEmpty())
            lines.insert(line);
    return lines;
}

} // namespace

CsvTable::CsvTable(const StudyDefinition& study, const ExportOptions& options)
    : m_study(study)
    , m_options(options)
    , m_hasLines(anyRepeats(study))
{
    if (options.content != ExportContent::Reports)
        m_header = patientHeader();
    if (options.content == ExportContent::Patients)
        return;
    m_header += reportHeader();
    m_columns = itemColumns(study);
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const ItemColumn& item = m_columns[i];
        m_header.append(item.header);
        Span& span = m_formColumns[item.formOid];
        if (span.count++ == 0)
            span.first = i;
        if (options.decodeAnswers && !item.item->codeListOid.isEmpty())
            m_codeLists.insert(item.itemOid, study.codeList(item.item->codeListOid));
    }
}

void CsvTable::appendHeader(QByteArray& out) const
{
    if (m_options.byteOrderMark)
        out += "\xEF\xBB\xBF";
    for (qsizetype i = 0; i < m_header.size(); ++i) {
        if (i > 0)
            out += ',';
        appendText(out, m_header[i]);
    }
    out += "\r\n";
}

QStringList CsvTable::reportHeader() const
{
    const bool alone = m_options.content == ExportContent::Reports;
    QStringList header{column::event, column::form, column::repeat};
    if (alone)
        header.prepend(column::patientId);
    header << (alone ? column::status : column::reportStatus) << column::reportDate << column::originator;
    if (m_hasLines)
        header << column::line;
    return header;
}

qint64 CsvTable::appendRows(QByteArray& out, const Patient& patient, const Report* report) const
{
    appendRow(out, patient, report, 0);
    if (!report || !m_hasLines || m_options.content == ExportContent::Patients)
        return 1;
    const std::set<int> lines = linesOf(*report);
    for (const int line : lines)
        appendRow(out, patient, report, line);
    return 1 + static_cast<qint64>(lines.size());
}

void CsvTable::appendRow(QByteArray& out, const Patient& patient, const Report* report, int line) const
{
    if (m_options.content == ExportContent::Reports)
        appendText(out, patient.patientId.toString());
    else
        appendPatient(out, patient);
    if (report)
        appendReport(out, *report, line);
    else if (m_options.content == ExportContent::All)
        out.append(reportHeader().size() + static_cast<qsizetype>(m_columns.size()), ',');
    out += "\r\n";
}

void CsvTable::appendPatient(QByteArray& out, const Patient& patient) const
{
    const QStringList cells{patient.patientId.toString(),
                            patient.name,
                            patient.dateOfBirth.toString(),
                            patient.sex,
                            patient.siteId.toString(),
                            statusCode(patient.status),
                            patient.isEnrolled ? u"true"_s : u"false"_s,
                            patient.consentDate.toString(),
                            patient.aliases.join(u'\n')};
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            out += ',';
        appendText(out, cells[i]);
    }
}

void CsvTable::appendReport(QByteArray& out, const Report& report, int line) const
{
    QStringList cells{eventWord(report.eventOid), formWord(report.formOid), QString::number(report.repeat),
                      statusCode(report.status),  report.reportDate,        report.originator};
    if (m_hasLines)
        cells << (line == 0 ? QString() : QString::number(line));
    for (const QString& cell : cells) {
        out += ',';
        appendText(out, cell);
    }
    const Span span = m_formColumns.value(report.formOid);
    out.append(static_cast<qsizetype>(span.first), ',');
    for (size_t i = span.first; i < span.first + span.count; ++i) {
        out += ',';
        if (const FieldValue* value = report.items.find(ItemKey{m_columns[i].itemOid, line}.text()))
            appendItem(out, m_columns[i], *value);
    }
    out.append(static_cast<qsizetype>(m_columns.size() - span.first - span.count), ',');
}

void CsvTable::appendItem(QByteArray& out, const ItemColumn& column, const FieldValue& value) const
{
    const bool number = column.item->dataType == DataType::Integer || column.item->dataType == DataType::Decimal;
    FieldValue shown = value;
    if (m_options.decodeAnswers)
        shown.text = answerWord(*column.item, value.text);
    appendCsvCell(out, shown, number ? CellKind::Number : CellKind::Text, m_options.defuseFormulas);
}

void CsvTable::appendText(QByteArray& out, const QString& text) const
{
    appendCsvCell(out, text, CellKind::Text, m_options.defuseFormulas);
}

QString CsvTable::eventWord(const QString& oid) const
{
    const EventDef* event = m_options.decodeAnswers ? m_study.event(oid) : nullptr;
    return event && !event->name.isEmpty() ? event->name : oid;
}

QString CsvTable::formWord(const QString& oid) const
{
    const FormDef* form = m_options.decodeAnswers ? m_study.form(oid) : nullptr;
    return form && !form->name.isEmpty() ? form->name : oid;
}

QString CsvTable::answerWord(const ItemDef& item, const QString& text) const
{
    const CodeList* list = m_codeLists.value(item.oid);
    const CodeListItem* answer = list ? list->find(text) : nullptr;
    const QString word = answer ? answer->decode.in(m_options.language) : QString();
    return word.isEmpty() ? text : word;
}

} // namespace sitebook
