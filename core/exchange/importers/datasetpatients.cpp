// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/datasetpatients.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

// SDTM's words for somebody who has no arm.
bool isArm(const QString& code)
{
    static const QStringList none{u"SCRNFAIL"_s, u"NOTASSGN"_s,       u"NOTTRT"_s,
                                  u"UNPLAN"_s,   u"SCREEN FAILURE"_s, u"NOT ASSIGNED"_s};
    return !code.isEmpty() && !none.contains(code.toUpper());
}

bool isScreenFailure(const DatasetRow& row)
{
    const QStringList words{row[u"ARMCD"_s], row[u"ACTARMCD"_s], row[u"ARM"_s], row[u"ACTARM"_s], row[u"ARMNRS"_s]};
    return std::any_of(words.begin(), words.end(), [](const QString& word) {
        return word.compare(u"SCRNFAIL"_s, Qt::CaseInsensitive) == 0 ||
               word.compare(u"SCREEN FAILURE"_s, Qt::CaseInsensitive) == 0;
    });
}

PatientStatus statusOf(const DatasetRow& row, bool enrolled)
{
    if (!enrolled)
        return isScreenFailure(row) ? PatientStatus::ScreenFailure : PatientStatus::Screening;
    const QString end = row[u"EOSSTT"_s].toUpper(); // ADSL: how the study ended for the subject
    if (end == u"COMPLETED")
        return PatientStatus::Completed;
    if (end == u"DISCONTINUED")
        return PatientStatus::Withdrawn;
    return PatientStatus::Enrolled;
}

SourcePatient patientOf(const DatasetRow& row)
{
    const QStringList arms{row[u"ACTARMCD"_s], row[u"ARMCD"_s], row[u"ACTARM"_s], row[u"ARM"_s], row[u"TRT01A"_s]};
    SourcePatient patient;
    patient.where = row.where();
    patient.identifier = row[u"USUBJID"_s];
    patient.dateOfBirth = row[u"BRTHDTC"_s];
    patient.sex = row[u"SEX"_s];
    patient.siteId = row[u"SITEID"_s];
    patient.consentDate = row[u"RFICDTC"_s];
    patient.isEnrolled = !isScreenFailure(row) && std::any_of(arms.begin(), arms.end(), isArm);
    patient.status = statusCode(statusOf(row, patient.isEnrolled));
    return patient;
}

} // namespace

bool DatasetPatients::recognises(const DatasetHead& head)
{
    const QString name = head.name.toUpper();
    return (name == u"DM" || name == u"ADSL") && head.has(u"USUBJID"_s);
}

Result<> DatasetPatients::read(const Dataset& dataset, PlanBuilder& plan)
{
    plan.setFormat(u"Dataset-JSON "_s + dataset.head().name.toUpper());
    return dataset.forEach([&plan](const DatasetRow& row) { return plan.addPatient(patientOf(row)); });
}

} // namespace sitebook
