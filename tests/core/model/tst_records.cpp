// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/account.h"
#include "core/model/patient.h"
#include "core/model/query.h"
#include "core/model/report.h"
#include "core/model/visit.h"

#include <QMetaEnum>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestRecords final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPatientGoesIntoFieldsAndBack_data();
    void aPatientGoesIntoFieldsAndBack();
    void aPatientsWireNamesStay();
    void badPatientFieldsAreNamed_data();
    void badPatientFieldsAreNamed();
    void identitiesAreThreeFields();
    void aReportGoesIntoFieldsAndBack();
    void badReportFieldsAreNamed_data();
    void badReportFieldsAreNamed();
    void aVisitGoesIntoFieldsAndBack();
    void aQueryGoesIntoFieldsAndBack();
    void badFieldsOfVisitsAndQueriesAreNamed_data();
    void badFieldsOfVisitsAndQueriesAreNamed();
    void codesGoThereAndBack();
};

namespace {

Patient wholePatient()
{
    Patient patient;
    patient.patientId = PatientId(u"P001"_s);
    patient.name = u"Anaïs O'Neil"_s;
    patient.dateOfBirth = *PartialDate::parse(u"1961-04");
    patient.sex = u"F"_s;
    patient.siteId = SiteId(u"701"_s);
    patient.status = PatientStatus::Withdrawn;
    patient.isEnrolled = true;
    patient.consentDate = PartialDate(QDate(2024, 3, 3));
    patient.aliases = {u"CDISC001"_s, u"01-701-1015"_s};
    return patient;
}

Report wholeReport()
{
    Report report;
    report.patient = RecordId::create();
    report.formOid = u"F.PHQ9"_s;
    report.eventOid = u"SE.WEEK2"_s;
    report.repeat = 3;
    report.status = ReportStatus::Unverified;
    report.originator = u"patient"_s;
    report.reportDate = u"2024-05-06"_s;
    report.items.set(u"IT.PHQ0101"_s, u"2"_s);
    report.items.set(u"IT.WEIGHT"_s, u"71.10"_s);
    report.items.set(u"IT.PHQ0110"_s, FieldValue(MissingReason::NotDone));
    return report;
}

Visit wholeVisit()
{
    Visit visit;
    visit.patient = RecordId::create();
    visit.eventOid = u"SE.WEEK2"_s;
    visit.repeat = 2;
    visit.status = VisitStatus::Skipped;
    visit.date = u"2026-03-04"_s;
    return visit;
}

Query wholeQuery()
{
    Query query;
    query.patient = RecordId::create();
    query.report = RecordId::create();
    query.itemOid = u"IT.WEIGHT"_s;
    query.type = QueryType::FailedCheck;
    query.status = QueryStatus::Answered;
    query.assignee = u"li.wei"_s;
    query.raisedAt = u"2026-03-04T05:06:07.089Z"_s;
    query.messages.set(u"op1"_s, u"Is 300 kg right?"_s);
    return query;
}

} // namespace

void TestRecords::aPatientGoesIntoFieldsAndBack_data()
{
    QTest::addColumn<bool>("whole");
    QTest::addColumn<bool>("voided");
    QTest::newRow("whole") << true << false;
    QTest::newRow("voided") << true << true;
    QTest::newRow("empty") << false << false;
}

void TestRecords::aPatientGoesIntoFieldsAndBack()
{
    QFETCH(const bool, whole);
    QFETCH(const bool, voided);
    Patient patient = whole ? wholePatient() : Patient();
    patient.voided = voided;
    const auto again = Patient::fromFields(patient.toFields());
    QVERIFY(again);
    QCOMPARE(again->toFields(), patient.toFields());
    QCOMPARE(again->patientId, patient.patientId);
    QCOMPARE(again->name, patient.name);
    QCOMPARE(again->dateOfBirth, patient.dateOfBirth);
    QCOMPARE(again->consentDate, patient.consentDate);
    QCOMPARE(again->status, patient.status);
    QCOMPARE(again->isEnrolled, patient.isEnrolled);
    QCOMPARE(again->aliases, patient.aliases);
    QCOMPARE(again->voided, voided);
}

void TestRecords::aPatientsWireNamesStay()
{
    const Fields fields = wholePatient().toFields();
    for (const auto& name : {u"patientId"_s, u"name"_s, u"dateOfBirth"_s, u"isEnrolled"_s})
        QVERIFY2(fields.contains(name), qUtf8Printable(name));
    QCOMPARE(fields.text(u"isEnrolled"), u"true"_s);
    QCOMPARE(fields.text(u"dateOfBirth"), u"1961-04"_s);
}

void TestRecords::badPatientFieldsAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("31 February") << field::dateOfBirth << u"2003-02-31"_s;
    QTest::newRow("no date") << field::consentDate << u"soon"_s;
    QTest::newRow("unknown status") << field::status << u"Lost"_s;
}

void TestRecords::badPatientFieldsAreNamed()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    Fields fields = wholePatient().toFields();
    fields.set(name, value);
    const auto read = Patient::fromFields(fields);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
    QCOMPARE(read.error().where, name);
}

void TestRecords::identitiesAreThreeFields()
{
    QStringList identifying;
    for (const Fields::Entry& entry : wholePatient().toFields())
        if (isIdentifying(entry.name))
            identifying << entry.name;
    QCOMPARE(identifying, QStringList({field::aliases, field::dateOfBirth, field::name}));
}

void TestRecords::aReportGoesIntoFieldsAndBack()
{
    Report report = wholeReport();
    const auto again = Report::fromFields(report.toFields());
    QVERIFY(again);
    QCOMPARE(again->toFields(), report.toFields());
    QCOMPARE(again->items, report.items);
    QCOMPARE(again->patient, report.patient);
    QCOMPARE(again->repeat, 3);
    QCOMPARE(again->status, ReportStatus::Unverified);
    QCOMPARE(report.toFields().text(u"item/IT.WEIGHT"), u"71.10"_s);
    report.voided = true;
    QVERIFY(Report::fromFields(report.toFields())->voided);
}

void TestRecords::badReportFieldsAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("no patient") << field::patient << QString();
    QTest::newRow("not a record") << field::patient << u"P001"_s;
    QTest::newRow("repeat zero") << field::repeat << u"0"_s;
    QTest::newRow("repeat word") << field::repeat << u"first"_s;
    QTest::newRow("unknown status") << field::status << u"Done"_s;
}

void TestRecords::badReportFieldsAreNamed()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    Fields fields = wholeReport().toFields();
    fields.set(name, value);
    const auto read = Report::fromFields(fields);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
    QCOMPARE(read.error().where, name);
}

void TestRecords::aVisitGoesIntoFieldsAndBack()
{
    const Visit visit = wholeVisit();
    const auto read = Visit::fromFields(visit.toFields());
    QVERIFY(read);
    QCOMPARE(read->toFields(), visit.toFields());
    QCOMPARE(read->status, VisitStatus::Skipped);
    QCOMPARE(read->date, u"2026-03-04"_s);
    QCOMPARE(read->repeat, 2);
}

void TestRecords::aQueryGoesIntoFieldsAndBack()
{
    const Query query = wholeQuery();
    const auto read = Query::fromFields(query.toFields());
    QVERIFY(read);
    QCOMPARE(read->toFields(), query.toFields());
    QCOMPARE(read->type, QueryType::FailedCheck);
    QCOMPARE(read->status, QueryStatus::Answered);
    QCOMPARE(read->messages.text(u"op1"_s), u"Is 300 kg right?"_s);
    QCOMPARE(read->messages.size(), 1);
}

void TestRecords::badFieldsOfVisitsAndQueriesAreNamed_data()
{
    QTest::addColumn<bool>("query");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("visit of nobody") << false << u"patient"_s << QString();
    QTest::newRow("visit of no event") << false << u"event"_s << QString();
    QTest::newRow("visit's repeat") << false << u"repeat"_s << u"0"_s;
    QTest::newRow("visit's status") << false << u"status"_s << u"Done"_s;
    QTest::newRow("query of nobody") << true << u"patient"_s << u"x"_s;
    QTest::newRow("query's kind") << true << u"type"_s << u"Remark"_s;
    QTest::newRow("query's status") << true << u"status"_s << u"open"_s;
}

void TestRecords::badFieldsOfVisitsAndQueriesAreNamed()
{
    QFETCH(const bool, query);
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    Fields fields = query ? wholeQuery().toFields() : wholeVisit().toFields();
    fields.set(name, value);
    const auto error = query ? Query::fromFields(fields).error() : Visit::fromFields(fields).error();
    QCOMPARE(error.code, ErrorCode::Invalid);
    QCOMPARE(error.where, name);
}

void TestRecords::codesGoThereAndBack()
{
    const QMetaEnum statuses = QMetaEnum::fromType<PatientStatus>();
    for (int i = 0; i < statuses.keyCount(); ++i) {
        const auto status = static_cast<PatientStatus>(statuses.value(i));
        QCOMPARE(patientStatusFromCode(statusCode(status)), std::optional(status));
    }
    const QMetaEnum reportStatuses = QMetaEnum::fromType<ReportStatus>();
    for (int i = 0; i < reportStatuses.keyCount(); ++i) {
        const auto status = static_cast<ReportStatus>(reportStatuses.value(i));
        QCOMPARE(reportStatusFromCode(statusCode(status)), std::optional(status));
    }
    for (const Role role :
         {Role::Coordinator, Role::Investigator, Role::Monitor, Role::DataManager, Role::Administrator})
        QCOMPARE(roleFromCode(roleCode(role)), std::optional(role));
    QCOMPARE(roleFromCode(u"king"), std::nullopt);
    QCOMPARE(patientStatusFromCode(u""), std::nullopt);
    QCOMPARE(reportStatusFromCode(u"complete"), std::nullopt);
    QSet<QString> words;
    const QMetaEnum deliveries = QMetaEnum::fromType<DeliveryState>();
    for (int i = 0; i < deliveries.keyCount(); ++i)
        words.insert(deliveryCode(static_cast<DeliveryState>(deliveries.value(i))));
    QCOMPARE(words.size(), deliveries.keyCount());
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
