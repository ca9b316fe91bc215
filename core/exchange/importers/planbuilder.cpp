// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/planbuilder.h"

#include "core/study/formchecker.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

// Sources say M, male or MALE; codes of the CDISC list SEX are kept.
QString sexCode(const QString& word)
{
    const QString upper = word.trimmed().toUpper();
    if (upper == u"MALE")
        return u"M"_s;
    if (upper == u"FEMALE")
        return u"F"_s;
    if (upper == u"UNKNOWN")
        return u"U"_s;
    return upper;
}

// A date or the date part of a date-time.
Result<PartialDate> dateOf(const QString& text)
{
    const qsizetype time = text.indexOf(u'T');
    return PartialDate::parse(time < 0 ? QStringView(text) : QStringView(text).left(time));
}

} // namespace

PlanBuilder::PlanBuilder(const ImportContext& context, const ImportOptions& options, Steps& steps)
    : m_context(context)
    , m_options(options)
    , m_steps(steps)
    , m_answers(context.study)
{
}

bool PlanBuilder::knowsPatient(const QString& identifier) const
{
    return m_identifiers.contains(identifier) || (m_context.findPatient && !m_context.findPatient(identifier).isNull());
}

void PlanBuilder::rejectRecord(ImportFinding finding)
{
    ++m_plan.read;
    ++m_plan.rejected;
    addFinding(std::move(finding));
}

ImportPlan PlanBuilder::take()
{
    m_steps.finish();
    return std::move(m_plan);
}

Result<> PlanBuilder::addPatient(const SourcePatient& source)
{
    SB_TRY(m_steps.step());
    ++m_plan.read;
    Patient patient;
    patient.recordId = RecordId::create();
    patient.name = source.name;
    patient.sex = sexCode(source.sex);
    patient.siteId = source.siteId.isEmpty() ? m_context.defaultSite : SiteId(source.siteId);
    patient.isEnrolled = source.isEnrolled;
    patient.aliases = source.aliases;
    patient.voided = source.voided;
    const bool accepted = readDates(source, patient) && readStatus(source, patient) && identify(source, patient) &&
                          passesChecks(source, patient);
    if (!accepted) {
        ++m_plan.rejected;
        return {};
    }
    m_identifiers.insert(source.identifier);
    m_identifiers.insert(patient.patientId.toString());
    for (const QString& alias : patient.aliases)
        m_identifiers.insert(alias);
    m_plan.patients.push_back({std::move(patient), source.where});
    return {};
}

void PlanBuilder::rejectPatient(const SourcePatient& source, const QString& item, const QString& code, Message message)
{
    ImportFinding finding;
    finding.where = source.where;
    finding.patient = source.identifier;
    finding.item = item;
    finding.code = code;
    finding.message = std::move(message);
    addFinding(std::move(finding));
}

bool PlanBuilder::readDates(const SourcePatient& source, Patient& patient)
{
    bool good = true;
    const auto read = [&](const QString& text, const QString& item, PartialDate& into) {
        if (text.isEmpty())
            return;
        if (const auto date = dateOf(text)) {
            into = *date;
            return;
        } else {
            rejectPatient(source, item, u"date"_s, date.error().message);
        }
        good = false;
    };
    read(source.dateOfBirth, field::dateOfBirth, patient.dateOfBirth);
    read(source.consentDate, field::consentDate, patient.consentDate);
    return good;
}

bool PlanBuilder::readStatus(const SourcePatient& source, Patient& patient)
{
    if (source.status.isEmpty())
        return true;
    if (const auto status = patientStatusFromCode(source.status)) {
        patient.status = *status;
        return true;
    }
    rejectPatient(source, field::status, u"code_list"_s,
                  QT_TRANSLATE_NOOP("messages", "This patient status is not known."));
    return false;
}

bool PlanBuilder::isTaken(const QString& identifier) const
{
    return m_identifiers.contains(identifier) || (m_context.isTaken && m_context.isTaken(identifier));
}

bool PlanBuilder::isDuplicate(const SourcePatient& source) const
{
    return knowsPatient(source.identifier) || isTaken(source.identifier);
}

bool PlanBuilder::identify(const SourcePatient& source, Patient& patient)
{
    if (source.identifier.isEmpty()) {
        rejectPatient(source, field::patientId, u"identifier"_s,
                      QT_TRANSLATE_NOOP("messages", "This patient has no identifier in the file."));
        return false;
    }
    if (isDuplicate(source)) {
        rejectPatient(source, field::patientId, u"duplicate"_s,
                      QT_TRANSLATE_NOOP("messages", "A patient with this identifier is there already."));
        return false;
    }
    if (study().identifiers.accepts(source.identifier)) {
        patient.patientId = PatientId(source.identifier);
        return true;
    }
    if (!m_options.assignIdentifiers) {
        rejectPatient(
            source, field::patientId, u"identifier"_s,
            Message(QT_TRANSLATE_NOOP("messages", "The study does not accept this identifier; it must look like %1. "
                                                  "Let identifiers be assigned, or correct the file."),
                    {study().identifiers.example()}));
        return false;
    }
    const QString next = nextIdentifier();
    if (next.isEmpty()) {
        rejectPatient(source, field::patientId, u"identifier"_s,
                      QT_TRANSLATE_NOOP("messages", "The study has no free identifier left."));
        return false;
    }
    patient.patientId = PatientId(next);
    if (!patient.aliases.contains(source.identifier))
        patient.aliases.prepend(source.identifier);
    return true;
}

QString PlanBuilder::nextIdentifier()
{
    for (;; ++m_nextNumber) {
        const QString identifier = study().identifiers.nth(m_nextNumber);
        if (identifier.isEmpty() || !isTaken(identifier))
            return identifier;
    }
}

bool PlanBuilder::passesChecks(const SourcePatient& source, const Patient& patient)
{
    bool good = true;
    for (const Finding& finding : checkPatient(study(), patient, m_options.today)) {
        // A source need not hold all that the registration form asks for; the rule for identifiers was applied above.
        if (finding.code == u"required" || finding.field == field::patientId)
            continue;
        rejectPatient(source, finding.field, finding.code, finding.message);
        m_plan.findings.back().severity = finding.severity;
        good = good && finding.severity != Severity::Error;
    }
    return good;
}

Result<> PlanBuilder::addReport(const SourceReport& source)
{
    SB_TRY(m_steps.step());
    ++m_plan.read;
    if (!place(source)) {
        ++m_plan.rejected;
        return {};
    }
    Report report;
    report.recordId = RecordId::create();
    report.formOid = source.formOid;
    report.eventOid = source.eventOid;
    report.repeat = source.repeat;
    report.originator = source.originator;
    report.reportDate = source.reportDate;
    report.voided = source.voided;
    auto answers = m_answers.read(source.formOid, source.answers);
    if (!answers) {
        rejectReport(source, u"unknown_form"_s, answers.error().message);
        ++m_plan.rejected;
        return {};
    }
    for (ImportFinding& finding : answers->findings) {
        if (finding.where.isEmpty())
            finding.where = source.where;
        finding.patient = source.patient;
        finding.visit = source.visit;
        addFinding(std::move(finding));
    }
    report.items = std::move(answers->items);
    report.status = statusOf(source, answers->status);
    m_plan.answers += static_cast<qint64>(source.answers.size());
    m_plan.reports.push_back({std::move(report), source.patient, source.where});
    return {};
}

void PlanBuilder::rejectReport(const SourceReport& source, const QString& code, Message message)
{
    ImportFinding finding;
    finding.where = source.where;
    finding.patient = source.patient;
    finding.visit = source.visit;
    finding.code = code;
    finding.message = std::move(message);
    addFinding(std::move(finding));
}

bool PlanBuilder::place(const SourceReport& source)
{
    const EventDef* event = study().event(source.eventOid);
    const FormDef* form = study().form(source.formOid);
    const auto planned = [&] {
        return std::any_of(event->forms.begin(), event->forms.end(),
                           [&](const EventDef::FormRef& ref) { return ref.formOid == source.formOid; });
    };
    const QString key =
        QStringList{source.patient, source.eventOid, source.formOid, QString::number(source.repeat)}.join(u'\n');
    if (!knowsPatient(source.patient))
        rejectReport(
            source, u"unknown_patient"_s,
            QT_TRANSLATE_NOOP("messages",
                              "This report is for a patient nobody here knows. Import or register the patient first."));
    else if (!form)
        rejectReport(source, u"unknown_form"_s,
                     QT_TRANSLATE_NOOP("messages", "The study has no form for this report."));
    else if (!event)
        rejectReport(
            source, u"unknown_visit"_s,
            QT_TRANSLATE_NOOP("messages",
                              "The study has no such visit, or the file names none. Choose the visit for this file."));
    else if (!planned())
        rejectReport(source, u"unknown_visit"_s,
                     QT_TRANSLATE_NOOP("messages", "The study does not plan this form at this visit."));
    else if (source.repeat < 1)
        rejectReport(source, u"repeat"_s, QT_TRANSLATE_NOOP("messages", "The repeat number must be 1 or more."));
    else if (!source.reportDate.isEmpty() && !dateOf(source.reportDate))
        rejectReport(source, u"date"_s, dateOf(source.reportDate).error().message);
    else if (!source.status.isEmpty() && !reportStatusFromCode(source.status))
        rejectReport(source, u"code_list"_s, QT_TRANSLATE_NOOP("messages", "This report status is not known."));
    else if (m_reportKeys.contains(key))
        rejectReport(source, u"duplicate"_s, QT_TRANSLATE_NOOP("messages", "This report is in the file twice."));
    else {
        m_reportKeys.insert(key);
        return true;
    }
    return false;
}

ReportStatus PlanBuilder::statusOf(const SourceReport& source, ReportStatus checked)
{
    const ReportStatus recorded = source.status.isEmpty() ? checked : *reportStatusFromCode(source.status);
    if (recorded != ReportStatus::Signed && recorded != ReportStatus::Locked)
        return recorded;
    // Nobody here has signed or locked it: a file is no proof of that.
    rejectReport(source, u"signature"_s,
                 QT_TRANSLATE_NOOP(
                     "messages", "Signature and lock do not travel with a file; the report is imported as Complete."));
    m_plan.findings.back().severity = Severity::Warning;
    return ReportStatus::Complete;
}

} // namespace sitebook
