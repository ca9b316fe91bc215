// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeworkspace.h"

#include "core/study/readers/reader.h"

using namespace Qt::StringLiterals;

namespace sitebook::fake {

FakeWorkspace::FakeWorkspace(std::shared_ptr<const StudyDefinition> study, QObject* parent)
    : Workspace(parent)
    , m_study(std::move(study))
    , patientFakes(m_study)
    , reportFakes(m_study, patientFakes)
{
    workspaceInfo.path = u"/home/ana/Sitebook/demo"_s;
    workspaceInfo.workspaceId = u"0190aaaa-0000-7000-8000-000000000001"_s;
    workspaceInfo.device = DeviceId::create();
    workspaceInfo.site = SiteId(u"701"_s);
    workspaceInfo.studyName = m_study->studyName;
    workspaceInfo.studyVersion = m_study->versionName;
    account = {UserName(u"li.wei"_s), u"Li Wei"_s, Role::Coordinator, SiteId(u"701"_s)};
    connect(&patientFakes, &PatientService::listChanged, this, &Workspace::changed);
    connect(&reportFakes, &ReportService::listChanged, this, &Workspace::changed);
    connect(&queryFakes, &QueryService::listChanged, this, &Workspace::changed);
    connect(&draftFakes, &DraftService::listChanged, this, &Workspace::changed);
}

std::shared_ptr<const FormChecker> FakeWorkspace::checker(const QString& formOid) const
{
    auto& known = m_checkers[formOid];
    if (!known)
        if (auto made = FormChecker::create(m_study, formOid))
            known = std::make_shared<const FormChecker>(std::move(*made));
    return known;
}

DashboardNumbers FakeWorkspace::dashboard() const
{
    DashboardNumbers numbers;
    for (const PatientRow& row : patientFakes.list()->rows()) {
        ++numbers.patients;
        numbers.enrolled += row.isEnrolled;
    }
    const auto list = reportFakes.list();
    numbers.reports = std::ssize(*list);
    for (const ReportRow& row : *list) {
        numbers.reportsComplete += row.status >= ReportStatus::Complete;
        if (numbers.recent.size() < 8)
            numbers.recent.push_back(row);
    }
    numbers.openQueries = queryFakes.list()->count(QueryStatus::Open);
    numbers.answeredQueries = queryFakes.list()->count(QueryStatus::Answered);
    numbers.drafts = std::ssize(draftFakes.stored);
    for (int day = 0; day < 30; ++day)
        numbers.enrolment.emplace_back(QDate(2026, 10, 1).addDays(day), day * 3 / 2);
    return numbers;
}

std::shared_ptr<const StudyDefinition> demoStudy()
{
    auto file = readStudyFile(QStringLiteral(SITEBOOK_SOURCE_DIR "/resources/studies/demo.xml"));
    return file ? file->study : nullptr;
}

Patient somebody(const QString& identifier, const QString& name, QDate born, PatientStatus status)
{
    Patient patient;
    patient.patientId = PatientId(identifier);
    patient.name = name;
    patient.dateOfBirth = PartialDate(born);
    patient.sex = u"F"_s;
    patient.siteId = SiteId(u"701"_s);
    patient.status = status;
    patient.isEnrolled = status == PatientStatus::Enrolled;
    patient.consentDate = PartialDate(QDate(2026, 9, 14));
    return patient;
}

} // namespace sitebook::fake
