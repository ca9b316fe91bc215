// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangefixture.h"

#include <QTemporaryDir>

using namespace sitebook;
using namespace sitebook::exchangetest;

// Published files of others: the CDISC pilot's Dataset-JSON and Synthea's table of patients.
class TestRealFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pilotPatients_data();
    void pilotPatients();
    void pilotQuestionnaires_data();
    void pilotQuestionnaires();
    void analysisPatients_data();
    void analysisPatients();
    void syntheaPatients();
    void otherDomainsAreUnsupported_data();
    void otherDomainsAreUnsupported();
    void truncationIsAlwaysUnreadable();

private:
    // A context that knows the patients of DM.
    ImportContext afterPatients();
    std::shared_ptr<const StudyDefinition> m_pilot;
};

void TestRealFiles::init()
{
    if (realFile(u"datasetjson-sdtm/dm.json"_s).isEmpty())
        QSKIP("SITEBOOK_TEST_DATA names no folder with the real files");
    if (!m_pilot)
        m_pilot = studyFrom(u"resources/studies/cdisc-pilot.xml"_s);
}

ImportContext TestRealFiles::afterPatients()
{
    const auto dm = plan(realFile(u"datasetjson-sdtm/dm.json"_s), contextFor(m_pilot));
    QHash<QString, RecordId> known;
    for (const ImportedPatient& patient : dm->patients)
        known.insert(patient.patient.patientId.toString(), patient.patient.recordId);
    ImportContext context = contextFor(m_pilot);
    context.findPatient = [known](const QString& id) { return known.value(id); };
    return context;
}

void TestRealFiles::pilotPatients_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("json") << u"datasetjson-sdtm/dm.json"_s;
    QTest::newRow("ndjson") << u"datasetjson-sdtm/dm.ndjson"_s;
}

void TestRealFiles::pilotPatients()
{
    QFETCH(QString, file);
    const auto dm = plan(realFile(file), contextFor(m_pilot));
    QVERIFY2(dm, dm ? "" : qPrintable(dm.error().english()));
    QCOMPARE(dm->format, u"Dataset-JSON DM"_s);
    QCOMPARE(dm->read, 18);
    QCOMPARE(dm->rejected, 0);
    QVERIFY(dm->findings.empty());
    QCOMPARE(dm->patients.size(), 18);
    const Patient& first = dm->patients.front().patient;
    QCOMPARE(first.patientId, PatientId(u"CDISC001"_s));
    QVERIFY(first.name.isEmpty());
    QCOMPARE(first.dateOfBirth.toString(), u"1928"_s);
    QCOMPARE(first.consentDate.toString(), u"2012-11-23"_s);
    QCOMPARE(first.sex, u"M"_s);
    QCOMPARE(first.siteId, SiteId(u"701"_s));
    QCOMPARE(first.status, PatientStatus::Enrolled);
    QVERIFY(first.isEnrolled);
    const Patient& failure = dm->patients[14].patient;
    QCOMPARE(failure.patientId, PatientId(u"CDISC015"_s));
    QCOMPARE(failure.status, PatientStatus::ScreenFailure);
    QVERIFY(!failure.isEnrolled);
}

void TestRealFiles::pilotQuestionnaires_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("json") << u"datasetjson-sdtm/qsph.json"_s;
    QTest::newRow("ndjson") << u"datasetjson-sdtm/qsph.ndjson"_s;
}

void TestRealFiles::pilotQuestionnaires()
{
    QFETCH(QString, file);
    const auto qs = plan(realFile(file), afterPatients());
    QVERIFY2(qs, qs ? "" : qPrintable(qs.error().english()));
    QCOMPARE(qs->read, 30);
    QCOMPARE(qs->answers, 330);
    QCOMPARE(qs->reports.size(), 30);
    QCOMPARE(qs->rejected, 0);
    QStringList found;
    for (const ImportFinding& finding : qs->findings) {
        found.append(QStringList{finding.code, finding.patient, finding.visit, finding.item}.join(u'|'));
        QCOMPARE(finding.severity, Severity::Warning);
        if (finding.code == u"score")
            QCOMPARE(finding.message.args, (QStringList{u"27"_s, u"26"_s}));
    }
    QCOMPARE(found, (QStringList{u"score|CDISC004|BASELINE|PHQ0111"_s, u"code_list|CDISC014|BASELINE|PHQ0110"_s,
                                 u"code_list|CDISC014|EARLY DISCONTINUATION RETRIEVAL|PHQ0110"_s}));
    for (const ImportedReport& report : qs->reports) {
        QCOMPARE(report.report.formOid, u"F.PHQ9"_s);
        QCOMPARE(report.report.items.size(), 11);
        QCOMPARE(report.report.status == ReportStatus::Complete, report.sourceId != u"CDISC014");
        if (report.sourceId == u"CDISC004")
            QCOMPARE(report.report.items.text(u"IT.PHQ0111"), u"26"_s);
    }
}

void TestRealFiles::analysisPatients_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("json") << u"datasetjson-adam-pilot/adsl.json"_s;
    QTest::newRow("ndjson") << u"datasetjson-adam-pilot/adsl.ndjson"_s;
}

void TestRealFiles::analysisPatients()
{
    QFETCH(QString, file);
    const auto adsl = plan(realFile(file), contextFor(m_pilot));
    QVERIFY2(adsl, adsl ? "" : qPrintable(adsl.error().english()));
    QCOMPARE(adsl->patients.size(), 254);
    QVERIFY(adsl->findings.empty());
    QVERIFY(std::all_of(adsl->patients.begin(), adsl->patients.end(),
                        [](const ImportedPatient& p) { return p.patient.isEnrolled; }));
}

void TestRealFiles::syntheaPatients()
{
    const auto demo = studyFrom(u"resources/studies/demo.xml"_s);
    const QString file = realFile(u"synthea/patients.csv"_s);
    const auto refused = plan(file, contextFor(demo));
    QVERIFY2(refused, refused ? "" : qPrintable(refused.error().english()));
    QCOMPARE(refused->rejected, 59);
    QCOMPARE(codes(*refused), QStringList(59, u"identifier"_s));

    ImportOptions options = importOptions();
    options.assignIdentifiers = true;
    const auto imported = plan(file, contextFor(demo), options);
    QVERIFY(imported);
    QCOMPARE(imported->patients.size(), 59);
    QVERIFY(imported->findings.empty());
    QStringList names;
    for (const ImportedPatient& patient : imported->patients)
        names.append(patient.patient.name);
    for (const QString& name :
         {u"Ruelas156, Jer\u00F3nimo599"_s, u"O'Keefe54, Yoshie761"_s, u"Montenegro24, Mar\u00EDa Luisa888"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
    QCOMPARE(imported->patients.front().patient.patientId, PatientId(u"P001"_s));
    QCOMPARE(imported->patients.front().patient.aliases, QStringList{u"593aaa05-d864-1df7-5b96-155fbdb19f28"_s});
}

void TestRealFiles::otherDomainsAreUnsupported_data()
{
    QTest::addColumn<QString>("file");
    for (const QString& name : {u"ae"_s, u"ds"_s, u"mh"_s, u"suppdm"_s})
        QTest::newRow(qPrintable(name)) << QString(u"datasetjson-sdtm/"_s + name + u".json"_s);
}

void TestRealFiles::otherDomainsAreUnsupported()
{
    QFETCH(QString, file);
    const auto imported = plan(realFile(file), contextFor(m_pilot));
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, ErrorCode::Unsupported);
}

void TestRealFiles::truncationIsAlwaysUnreadable()
{
    for (const QString& name : {u"datasetjson-sdtm/dm.json"_s, u"datasetjson-sdtm/dm.ndjson"_s}) {
        QFile file(realFile(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll().trimmed();
        QTemporaryDir folder;
        const QString path = folder.filePath(u"cut"_s);
        for (qsizetype length = 1; length < whole.size(); length += 97) {
            writeFile(path, whole.first(length));
            const auto imported = plan(path, contextFor(m_pilot));
            QVERIFY(!imported);
            const bool named =
                imported.error().code == ErrorCode::Unreadable || imported.error().code == ErrorCode::Unsupported;
            QVERIFY(named);
            if (length > 100)
                QCOMPARE(imported.error().code, ErrorCode::Unreadable);
        }
    }
}

QTEST_GUILESS_MAIN(TestRealFiles)
#include "tst_realfiles.moc"
