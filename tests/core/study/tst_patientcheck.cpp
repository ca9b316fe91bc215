// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/formchecker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sitebook;

class TestPatientCheck final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachRuleFindsItsField_data();
    void eachRuleFindsItsField();
    void theIdentifierFindingShowsAnExample();
};

namespace {

Patient goodPatient()
{
    Patient patient;
    patient.patientId = PatientId(u"P001"_s);
    patient.name = u"Zoë O'Neil"_s;
    patient.dateOfBirth = PartialDate::parse(u"1970-05-01").value();
    patient.sex = u"F"_s;
    patient.consentDate = PartialDate::parse(u"2024-12-01").value();
    return patient;
}

const QDate today(2025, 3, 10);

} // namespace

void TestPatientCheck::eachRuleFindsItsField_data()
{
    QTest::addColumn<QString>("changed"); // field
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("found"); // "field code", empty: nothing
    QTest::newRow("good") << QString() << QString() << QString();
    QTest::newRow("no identifier") << u"patientId"_s << QString() << u"patientId required"_s;
    QTest::newRow("other identifier") << u"patientId"_s << u"A001"_s << u"patientId pattern"_s;
    QTest::newRow("no name") << u"name"_s << u"  "_s << u"name required"_s;
    QTest::newRow("born tomorrow") << u"dateOfBirth"_s << u"2025-03-11"_s << u"dateOfBirth date"_s;
    QTest::newRow("birth unknown") << u"dateOfBirth"_s << QString() << QString();
    QTest::newRow("birth year only") << u"dateOfBirth"_s << u"1970"_s << QString();
    QTest::newRow("this year, day unknown") << u"dateOfBirth"_s << u"2025"_s << u"consentDate date"_s;
    QTest::newRow("next year, day unknown") << u"dateOfBirth"_s << u"2026"_s << u"dateOfBirth date,consentDate date"_s;
    QTest::newRow("consent today") << u"consentDate"_s << u"2025-03-10"_s << QString();
    QTest::newRow("consent tomorrow") << u"consentDate"_s << u"2025-03-11"_s << u"consentDate date"_s;
    QTest::newRow("consent before birth") << u"consentDate"_s << u"1970-04-30"_s << u"consentDate date"_s;
    QTest::newRow("consent in the birth year, day unknown") << u"consentDate"_s << u"1970"_s << QString();
    QTest::newRow("no consent") << u"consentDate"_s << QString() << QString();
    QTest::newRow("sex unknown") << u"sex"_s << u"U"_s << QString();
    QTest::newRow("undifferentiated") << u"sex"_s << u"UNDIFFERENTIATED"_s << QString();
    QTest::newRow("sex empty") << u"sex"_s << QString() << QString();
    QTest::newRow("sex in words") << u"sex"_s << u"female"_s << u"sex code_list"_s;
}

void TestPatientCheck::eachRuleFindsItsField()
{
    QFETCH(QString, changed);
    QFETCH(QString, value);
    Patient patient = goodPatient();
    if (changed == "patientId"_L1)
        patient.patientId = PatientId(value);
    else if (changed == "name"_L1)
        patient.name = value;
    else if (changed == "sex"_L1)
        patient.sex = value;
    else if (changed == "dateOfBirth"_L1)
        patient.dateOfBirth = value.isEmpty() ? PartialDate() : PartialDate::parse(value).value();
    else if (changed == "consentDate"_L1)
        patient.consentDate = value.isEmpty() ? PartialDate() : PartialDate::parse(value).value();
    QStringList found;
    for (const Finding& finding : checkPatient(StudyDefinition(), patient, today)) {
        found.append(finding.field + u' ' + finding.code);
        QCOMPARE(finding.severity, Severity::Error);
        QVERIFY(!finding.message.isEmpty());
    }
    found.removeDuplicates();
    if (changed == "dateOfBirth"_L1 && value == "2025-03-11"_L1) // born after the consent, too
        QCOMPARE(found.takeLast(), u"consentDate date"_s);
    QTEST(found.join(u','), "found");
}

void TestPatientCheck::theIdentifierFindingShowsAnExample()
{
    StudyDefinition study;
    study.identifiers = IdentifierRule(u"[0-9]{3}-[0-9]{4}"_s, u"101-%04d"_s);
    const std::vector<Finding> findings = checkPatient(study, goodPatient(), today);
    QCOMPARE(findings.size(), 1U);
    QVERIFY(findings.front().message.english().contains("101-0001"_L1));
}

QTEST_APPLESS_MAIN(TestPatientCheck)
#include "tst_patientcheck.moc"
