// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/csvimport.h"

#include "core/exchange/csvcell.h"
#include "core/exchange/exporters/reportcolumns.h"
#include "core/exchange/importers/redcaptable.h"
#include "core/text/csvreader.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

// One record with its cells by column name.
class CsvRow final
{
public:
    explicit CsvRow(const QStringList& header)
    {
        for (qsizetype i = 0; i < header.size(); ++i)
            m_places.insert(header[i].trimmed(), i);
    }
    [[nodiscard]] bool has(const QString& column) const { return m_places.contains(column); }
    [[nodiscard]] bool hasAll(const QStringList& columns) const
    {
        return std::all_of(columns.begin(), columns.end(), [this](const QString& column) { return has(column); });
    }
    [[nodiscard]] QString raw(const QString& column) const { return cells.value(m_places.value(column, -1)); }
    // Of our own export, where a text may carry an apostrophe.
    [[nodiscard]] QString text(const QString& column) const { return textFromCell(raw(column)); }

    QStringList cells;
    QString where;

private:
    QHash<QString, qsizetype> m_places;
};

SourcePatient syntheaPatient(const CsvRow& row)
{
    QStringList names{row.raw(u"LAST"_s).trimmed(), row.raw(u"FIRST"_s).trimmed()};
    names.removeAll(QString());
    SourcePatient patient;
    patient.where = row.where;
    patient.identifier = row.raw(u"Id"_s).trimmed();
    patient.name = names.join(u", "_s);
    patient.dateOfBirth = row.raw(u"BIRTHDATE"_s).trimmed();
    patient.sex = row.raw(u"GENDER"_s);
    return patient;
}

SourcePatient ownPatient(const CsvRow& row)
{
    SourcePatient patient;
    patient.where = row.where;
    patient.identifier = row.text(field::patientId);
    patient.name = row.text(field::name);
    patient.dateOfBirth = row.text(field::dateOfBirth);
    patient.sex = row.text(field::sex);
    patient.siteId = row.text(field::siteId);
    patient.status = row.text(field::status);
    patient.isEnrolled = row.text(field::isEnrolled) == u"true";
    patient.consentDate = row.text(field::consentDate);
    if (const QString aliases = row.text(field::aliases); !aliases.isEmpty())
        patient.aliases = aliases.split(u'\n');
    return patient;
}

// Rows of our own export that hold reports, with or without the patient's columns.
class OwnReports final
{
public:
    OwnReports(const CsvRow& row, PlanBuilder& plan)
        : m_plan(plan)
        , m_withPatients(row.has(column::reportStatus))
    {
        for (const ItemColumn& item : itemColumns(plan.study()))
            if (row.has(item.header))
                m_items[item.formOid].push_back(item);
    }

    Result<> add(const CsvRow& row)
    {
        const QString patient = row.text(field::patientId);
        // Reports of one patient stand together and each repeats the patient's cells.
        if (m_withPatients && !m_seen.contains(patient)) {
            m_seen.insert(patient);
            SB_TRY(m_plan.addPatient(ownPatient(row)));
        }
        if (m_withPatients && row.text(column::form).isEmpty())
            return {};
        SourceReport report = reportOf(row);
        if (row.text(column::line).toInt() > 0 && m_open && isSame(*m_open, report)) {
            std::move(report.answers.begin(), report.answers.end(), std::back_inserter(m_open->answers));
            return {};
        }
        SB_TRY(finish());
        m_open = std::move(report);
        return {};
    }

    // A report is whole when the next one begins, as its lines stand in rows of their own.
    Result<> finish()
    {
        if (!m_open)
            return {};
        const SourceReport report = *std::exchange(m_open, std::nullopt);
        return m_plan.addReport(report);
    }

private:
    static bool isSame(const SourceReport& a, const SourceReport& b)
    {
        return a.patient == b.patient && a.eventOid == b.eventOid && a.formOid == b.formOid && a.repeat == b.repeat;
    }

    QString eventFor(const QString& word) const
    {
        if (word.isEmpty())
            return m_plan.options().studyEventOid;
        if (m_plan.study().event(word))
            return word;
        for (const EventDef& event : m_plan.study().events)
            if (event.name == word)
                return event.oid;
        return word;
    }

    QString formFor(const QString& word) const
    {
        if (m_plan.study().form(word))
            return word;
        for (const FormDef& form : m_plan.study().forms)
            if (form.name == word)
                return form.oid;
        return word;
    }

    SourceReport reportOf(const CsvRow& row) const
    {
        SourceReport report;
        report.where = row.where;
        report.patient = row.text(field::patientId);
        report.eventOid = eventFor(row.text(column::event));
        const EventDef* event = m_plan.study().event(report.eventOid);
        report.visit = event && !event->name.isEmpty() ? event->name : row.text(column::event);
        report.formOid = formFor(row.text(column::form));
        report.repeat = row.text(column::repeat).isEmpty() ? 1 : row.text(column::repeat).toInt();
        report.status = row.text(m_withPatients ? column::reportStatus : column::status);
        report.reportDate = row.text(column::reportDate);
        report.originator = row.text(column::originator);
        for (const ItemColumn& item : m_items.value(report.formOid)) {
            const FieldValue value = valueFromCell(row.raw(item.header));
            if (value.isEmpty())
                continue;
            SourceAnswer answer{{}, item.itemOid, {}, value.missing, row.text(column::line).toInt()};
            if (value.missing == MissingReason::None)
                answer.words.append(value.text);
            report.answers.push_back(std::move(answer));
        }
        return report;
    }

    PlanBuilder& m_plan;
    bool m_withPatients;
    QHash<QString, std::vector<ItemColumn>> m_items; // by FormOID
    QSet<QString> m_seen;
    std::optional<SourceReport> m_open; // perhaps with more lines to come
};

using RowSink = std::function<Result<>(const CsvRow&)>;

Result<> readRows(CsvReader& reader, CsvRow& row, const RowSink& sink)
{
    for (;;) {
        SB_TRY_ASSIGN(const bool found, reader.next(row.cells));
        if (!found)
            return {};
        row.where = QStringLiteral("row %1").arg(reader.row());
        SB_TRY(sink(row));
    }
}

// A table cut off inside its last cell looks whole but for the line break that every writer of tables puts there.
void noteMissingEnd(const QByteArray& text, int rows, PlanBuilder& plan)
{
    if (rows < 2 || text.endsWith('\n') || text.endsWith('\r'))
        return;
    ImportFinding finding;
    finding.severity = Severity::Warning;
    finding.where = QStringLiteral("row %1").arg(rows);
    finding.code = u"cut_off"_s;
    finding.message = QT_TRANSLATE_NOOP("messages", "The last row does not end with a line break, so the file may be "
                                                    "cut off. Compare this row with its source.");
    plan.addFinding(std::move(finding));
}

Result<> readTable(CsvReader& reader, PlanBuilder& plan)
{
    QStringList header;
    SB_TRY(reader.next(header));
    CsvRow row(header);
    if (row.hasAll({u"Id"_s, u"FIRST"_s, u"LAST"_s, u"BIRTHDATE"_s})) {
        plan.setFormat(u"CSV patients (Synthea)"_s);
        return readRows(reader, row, [&plan](const CsvRow& r) { return plan.addPatient(syntheaPatient(r)); });
    }
    if (row.hasAll({column::patientId, column::event, column::form})) {
        OwnReports reports(row, plan);
        plan.setFormat(row.has(column::reportStatus) ? u"CSV patients and reports"_s : u"CSV reports"_s);
        SB_TRY(readRows(reader, row, [&reports](const CsvRow& r) { return reports.add(r); }));
        return reports.finish();
    }
    if (row.has(field::patientId)) {
        plan.setFormat(u"CSV patients"_s);
        return readRows(reader, row, [&plan](const CsvRow& r) { return plan.addPatient(ownPatient(r)); });
    }
    if (RedcapTable::recognises(header, plan.study())) {
        RedcapTable table(header, plan);
        plan.setFormat(u"CSV REDCap"_s);
        return readRows(reader, row, [&table](const CsvRow& r) { return table.add(r.cells, r.where); });
    }
    return fail(ErrorCode::Unsupported,
                QT_TRANSLATE_NOOP("messages", "The columns of this table are not known. Its first line must name "
                                              "patientId and further columns as our own CSV export does."),
                u"line 1"_s);
}

} // namespace

Result<> importCsv(const QByteArray& text, PlanBuilder& plan)
{
    CsvReader reader(text);
    SB_TRY(readTable(reader, plan));
    noteMissingEnd(text, reader.row(), plan);
    return {};
}

} // namespace sitebook
