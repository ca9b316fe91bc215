// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importers/answerreader.h"
#include "core/exchange/importers/importer.h"
#include "core/exchange/steps.h"

#include <QSet>

namespace sitebook {

// A patient in the words of a source; PlanBuilder checks them and makes a Patient of it.
struct SourcePatient
{
    QString where;
    QString identifier;
    QString name;
    QString dateOfBirth;
    QString sex;
    QString siteId; // empty: the context's default
    QString status; // a patient status code; empty: Screening
    bool isEnrolled = false;
    QString consentDate;
    QStringList aliases;
    bool voided = false;
};

// A report in the words of a source.
struct SourceReport
{
    QString where;
    QString patient; // identifier in the source
    QString visit;   // for the person
    QString eventOid;
    QString formOid;
    int repeat = 1;
    QString reportDate;
    QString originator;
    QString status; // a report status code; empty: what the form's checks say
    std::vector<SourceAnswer> answers;
    bool voided = false;
};

// Checks what a reader found, record by record, and collects the plan. Used on one thread.
class PlanBuilder final
{
public:
    // `steps` must outlive the builder; each record is one step.
    PlanBuilder(const ImportContext& context, const ImportOptions& options, Steps& steps);

    [[nodiscard]] const StudyDefinition& study() const { return *m_context.study; }
    [[nodiscard]] const ImportOptions& options() const { return m_options; }
    void setFormat(const QString& format) { m_plan.format = format; }

    // Adds the record or a finding that rejects it. Error Cancelled only.
    [[nodiscard]] Result<> addPatient(const SourcePatient& source);
    [[nodiscard]] Result<> addReport(const SourceReport& source);
    // True when the plan or the workspace knows the patient.
    [[nodiscard]] bool knowsPatient(const QString& identifier) const;
    void addFinding(ImportFinding finding) { m_plan.findings.push_back(std::move(finding)); }
    // A record that cannot even be handed in: counted as read and rejected.
    void rejectRecord(ImportFinding finding);

    [[nodiscard]] ImportPlan take();

private:
    [[nodiscard]] bool readDates(const SourcePatient& source, Patient& patient);
    [[nodiscard]] bool readStatus(const SourcePatient& source, Patient& patient);
    [[nodiscard]] bool isDuplicate(const SourcePatient& source) const;
    [[nodiscard]] bool identify(const SourcePatient& source, Patient& patient);
    [[nodiscard]] bool passesChecks(const SourcePatient& source, const Patient& patient);
    [[nodiscard]] bool isTaken(const QString& identifier) const;
    [[nodiscard]] QString nextIdentifier();
    void rejectPatient(const SourcePatient& source, const QString& item, const QString& code, Message message);
    // False when the report cannot be placed; the finding says why.
    [[nodiscard]] bool place(const SourceReport& source);
    void rejectReport(const SourceReport& source, const QString& code, Message message);
    [[nodiscard]] ReportStatus statusOf(const SourceReport& source, ReportStatus checked);

    const ImportContext& m_context;
    const ImportOptions& m_options;
    Steps& m_steps;
    AnswerReader m_answers;
    ImportPlan m_plan;
    QSet<QString> m_identifiers; // of the plan's patients: theirs, the source's, and aliases
    QSet<QString> m_reportKeys;
    int m_nextNumber = 1;
};

} // namespace sitebook
