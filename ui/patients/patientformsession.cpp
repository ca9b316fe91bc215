// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientformsession.h"

#include "ui/widgets/whendone.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook {

PatientFormSession::PatientFormSession(Workspace& workspace, const RecordId& patient, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_patient(patient)
    , m_drafts(workspace.drafts())
{
    m_drafts.stateChanged = [this] { Q_EMIT draftStateChanged(); };
}

QString PatientFormSession::draftKey() const
{
    return isNew() ? u"patient/new"_s : u"patient/"_s + m_patient.toString();
}

void PatientFormSession::open()
{
    if (isNew()) {
        m_stored.siteId = m_workspace.info().site;
        m_suggestion = m_workspace.patients().nextFreeIdentifier();
        begin();
        return;
    }
    whenDone(this, m_workspace.patients().load(m_patient), [this](const Result<Patient>& patient) {
        if (!patient) {
            Q_EMIT openFailed(patient.error());
            return;
        }
        m_stored = *patient;
        m_stored.recordId = m_patient;
        begin();
    });
}

void PatientFormSession::begin()
{
    m_initial = m_stored.toFields();
    m_fields = m_initial;
    if (isNew() && !m_suggestion.isEmpty())
        m_fields.set(field::patientId, m_suggestion);
    const std::vector<DraftInfo> drafts = m_workspace.drafts().list();
    if (std::any_of(drafts.begin(), drafts.end(), [this](const DraftInfo& info) { return info.key == draftKey(); }))
        loadDraft();
    else
        QMetaObject::invokeMethod(this, &PatientFormSession::ready, Qt::QueuedConnection);
}

void PatientFormSession::loadDraft()
{
    whenDone(this, m_workspace.drafts().load(draftKey()), [this](const Result<Draft>& draft) {
        if (draft) {
            m_fromDraft = true;
            m_fields = draft->fields;
            m_currentField = draft->info.currentItem;
            if (!isNew())
                m_stored.version = draft->baseVersion;
            m_drafts.markSaved(QDateTime::fromMSecsSinceEpoch(draft->info.savedUtcMs));
            for (const Fields::Entry& entry : m_fields)
                if (!entry.value.isEmpty())
                    m_left.insert(entry.name);
        }
        ready();
    });
}

void PatientFormSession::ready()
{
    m_open = true;
    m_allShown = !isNew();
    check();
    Q_EMIT opened();
}

bool PatientFormSession::isDirty() const
{
    if (!m_open)
        return false;
    for (const Fields::Entry& entry : m_fields) {
        const bool suggestion = entry.name == field::patientId && isNew() && entry.value.text == m_suggestion;
        if (!suggestion && entry.value.text != m_initial.text(entry.name))
            return true;
    }
    return false;
}

Patient PatientFormSession::toPatient(std::vector<Finding>& problems) const
{
    Fields plain = m_fields;
    for (const QString& name : {field::dateOfBirth, field::consentDate}) {
        const QString typed = plain.text(name);
        const auto date = PartialDate::parse(typed);
        if (typed.isEmpty() || date)
            continue;
        problems.push_back({Severity::Error, name, u"date"_s, date.error().message});
        plain.set(name, QString());
    }
    Patient patient = Patient::fromFields(plain).value_or(m_stored);
    patient.recordId = m_patient;
    patient.version = m_stored.version;
    patient.aliases = m_stored.aliases;
    // Enrolment follows the status; who withdraws stays what he was.
    if (patient.status == PatientStatus::Enrolled || patient.status == PatientStatus::Completed)
        patient.isEnrolled = true;
    else if (patient.status != PatientStatus::Withdrawn)
        patient.isEnrolled = false;
    else
        patient.isEnrolled = m_stored.isEnrolled;
    return patient;
}

void PatientFormSession::check()
{
    std::vector<Finding> problems;
    const Patient patient = toPatient(problems);
    m_findings = problems;
    for (const Finding& finding : m_workspace.patients().check(patient)) {
        const bool unreadable = std::any_of(problems.begin(), problems.end(), [&finding](const Finding& problem) {
            return problem.field == finding.field;
        });
        if (!unreadable)
            m_findings.push_back(finding);
    }
    Q_EMIT checked();
}

std::vector<Finding> PatientFormSession::findings() const
{
    std::vector<Finding> shown;
    std::copy_if(m_findings.begin(), m_findings.end(), std::back_inserter(shown), [this](const Finding& finding) {
        return m_allShown || finding.field.isEmpty() || m_left.contains(finding.field);
    });
    return shown;
}

bool PatientFormSession::isClean() const
{
    return std::none_of(m_findings.begin(), m_findings.end(),
                        [](const Finding& finding) { return finding.severity == Severity::Error; });
}

void PatientFormSession::showAllFindings()
{
    m_allShown = true;
    Q_EMIT checked();
}

void PatientFormSession::type(const QString& field, const QString& text)
{
    m_fields.set(field, text);
    check();
}

void PatientFormSession::commit(const QString& field, const QString& text)
{
    const bool left = m_left.contains(field);
    const bool saved = m_fields.text(field) == text && left;
    m_left.insert(field);
    m_fields.set(field, text);
    check();
    if (!saved || isDirty())
        saveDraft();
}

void PatientFormSession::enterField(const QString& field)
{
    m_currentField = field;
}

void PatientFormSession::saveDraft()
{
    if (!isDirty() && !m_drafts.savedAt().isValid())
        return;
    Draft draft;
    draft.info.key = draftKey();
    draft.info.patient = m_patient;
    draft.info.currentItem = m_currentField;
    draft.info.savedUtcMs = QDateTime::currentMSecsSinceEpoch();
    draft.recordId = m_patient;
    draft.baseVersion = m_stored.version;
    draft.fields = m_fields;
    m_drafts.save(std::move(draft));
}

void PatientFormSession::save(const QString& reason)
{
    if (!m_open || m_saving)
        return;
    std::vector<Finding> problems;
    const Patient patient = toPatient(problems);
    m_saving = true;
    const auto finish = [this](const Result<RecordId>& id) {
        m_saving = false;
        if (!id) {
            Q_EMIT saveFailed(id.error());
            return;
        }
        m_open = false; // what the closing form's fields still tell makes no new draft
        m_drafts.discard(draftKey());
        Q_EMIT saved(*id);
    };
    if (isNew()) {
        whenDone(this, m_workspace.patients().registerPatient(patient), finish);
        return;
    }
    whenDone(this, m_workspace.patients().update(patient, reason), [finish, id = m_patient](const Result<>& done) {
        finish(done ? Result<RecordId>(id) : fail(done.error()));
    });
}

void PatientFormSession::discardDraft()
{
    m_drafts.discard(draftKey());
    m_fields = m_initial;
    m_fromDraft = false;
    check();
}

} // namespace sitebook
