// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangefixture.h"

#include "core/text/csvreader.h"
#include "core/text/textfile.h"

#include <QTemporaryDir>

using namespace sitebook;
using namespace sitebook::exchangetest;

// Data exports of REDCap projects, with the project's definition as the study.
class TestRedcapTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsBecomeReports();
    void aRecordThatIsKnownIsNoNewPatient();
    void whatIsNotKnownIsAFinding();
    void anotherTableIsUnsupported();
    void everyCellOfTheTrialIsStored_data();
    void everyCellOfTheTrialIsStored();
    void realProjects_data();
    void realProjects();
    void visitsOfALongitudinalProject();

private:
    static Result<ImportPlan> planOf(const QByteArray& table, const ImportContext& context);
    static ImportContext contextOf(const QString& studyFile);
    static Result<ImportPlan> planAssigned(const QString& file, const ImportContext& context);
    const QString m_dictionary = sourceFile(u"tests/data/exchange/redcap-dictionary.csv"_s);
};

ImportContext TestRedcapTable::contextOf(const QString& studyFile)
{
    const auto file = readStudyFile(studyFile);
    if (!file)
        qFatal("%s", qPrintable(file.error().english()));
    ImportContext context;
    context.study = file->study;
    context.defaultSite = SiteId(u"101"_s);
    return context;
}

Result<ImportPlan> TestRedcapTable::planAssigned(const QString& file, const ImportContext& context)
{
    ImportOptions options;
    options.assignIdentifiers = true;
    options.today = QDate(2026, 11, 27);
    return planImport(file, context, options, {}, {});
}

Result<ImportPlan> TestRedcapTable::planOf(const QByteArray& table, const ImportContext& context)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"data.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(table) != table.size())
        qFatal("cannot write");
    file.close();
    return planAssigned(file.fileName(), context);
}

void TestRedcapTable::rowsBecomeReports()
{
    const auto plan = planOf("record_id,weight,seen_at,symptoms___1,symptoms___2,symptoms____9,visit_complete,"
                             "smoker,habits_complete\n"
                             "7,\"71,5\",\"2024-10-25 10:16\",1,0,1,2,,0\n"
                             "8,,,0,0,0,0,Yes,1\n",
                             contextOf(m_dictionary));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().english()));
    QCOMPARE(plan->format, u"CSV REDCap"_s);
    QVERIFY2(plan->findings.empty(), qPrintable(plan->findings.empty() ? QString() : plan->findings[0].code));
    QCOMPARE(plan->patients.size(), size_t(2));
    QCOMPARE(plan->patients[0].patient.patientId, PatientId(u"P001"_s));
    QCOMPARE(plan->patients[0].patient.aliases, QStringList{u"7"_s});
    QCOMPARE(plan->reports.size(), size_t(2));
    const Report& visit = plan->reports[0].report;
    QCOMPARE(visit.formOid, u"Form.visit"_s);
    QCOMPARE(visit.items.text(u"weight"), u"71.5"_s);
    QCOMPARE(visit.items.text(u"seen_at"), u"2024-10-25T10:16"_s);
    QCOMPARE(visit.items.text(u"symptoms"), u"1;-9"_s);
    QCOMPARE(visit.status, ReportStatus::Complete);
    QCOMPARE(plan->reports[1].sourceId, u"8"_s);
    QCOMPARE(plan->reports[1].report.items.text(u"smoker"), u"1"_s);
    QCOMPARE(plan->reports[1].report.status, ReportStatus::Unverified);
}

void TestRedcapTable::aRecordThatIsKnownIsNoNewPatient()
{
    ImportContext context = contextOf(m_dictionary);
    context.findPatient = [](const QString& id) { return id == u"7" ? RecordId::create() : RecordId(); };
    const auto plan = planOf("record_id,smoker,habits_complete\n7,1,2\n", context);
    QVERIFY(plan);
    QVERIFY(plan->patients.empty());
    QCOMPARE(plan->reports.size(), size_t(1));
    QCOMPARE(plan->rejected, 0);
}

void TestRedcapTable::whatIsNotKnownIsAFinding()
{
    const auto plan = planOf("record_id,redcap_event_name,height,smoker,habits_complete\n"
                             "7,,180,1,2\n"
                             "7,,180,0,2\n"
                             "8,nowhere_arm_1,,maybe,2\n"
                             "9,,,maybe,5\n",
                             contextOf(m_dictionary));
    QVERIFY(plan);
    QStringList found;
    for (const ImportFinding& finding : plan->findings)
        found << QStringList{finding.where, finding.patient, finding.item, finding.code}.join(u'|');
    QCOMPARE(found, (QStringList{u"row 1||height|unknown_column"_s, u"row 3|7||duplicate"_s,
                                 u"row 4|8||unknown_visit"_s, u"row 5|9||code_list"_s}));
    QCOMPARE(plan->reports.size(), size_t(1));
    QCOMPARE(plan->rejected, 3);
}

void TestRedcapTable::anotherTableIsUnsupported()
{
    const auto plan = planOf("a,b_complete\n1,2\n", contextOf(m_dictionary));
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::Unsupported);
}

void TestRedcapTable::realProjects_data()
{
    QTest::addColumn<QString>("study");
    QTest::addColumn<size_t>("patients");
    QTest::addColumn<size_t>("reports");
    QTest::addColumn<qint64>("answers");
    QTest::newRow("trial, dictionary") << u"clinical-trial-1/dictionary.csv"_s << size_t(500) << size_t(500)
                                       << qint64(5500);
    QTest::newRow("trial, ODM") << u"clinical-trial-1/project.xml"_s << size_t(500) << size_t(500) << qint64(5500);
    QTest::newRow("repeating, ODM") << u"vignette-repeating/project.xml"_s << size_t(2) << size_t(17) << qint64(31);
}

void TestRedcapTable::realProjects()
{
    QFETCH(QString, study);
    QFETCH(size_t, patients);
    QFETCH(size_t, reports);
    QFETCH(qint64, answers);
    const QString definition = realFile(u"redcap-redcapr/"_s + study);
    if (definition.isEmpty())
        QSKIP("SITEBOOK_TEST_DATA names no folder with the real files");
    const auto plan = planAssigned(QFileInfo(definition).path() + u"/data.csv"_s, contextOf(definition));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().english()));
    QCOMPARE(plan->rejected, 0);
    QCOMPARE(plan->patients.size(), patients);
    QCOMPARE(plan->reports.size(), reports);
    QCOMPARE(plan->answers, answers);
}

void TestRedcapTable::everyCellOfTheTrialIsStored_data()
{
    QTest::addColumn<QString>("study");
    QTest::newRow("dictionary") << u"clinical-trial-1/dictionary.csv"_s;
    QTest::newRow("ODM") << u"clinical-trial-1/project.xml"_s;
}

// 500 rows of eleven fields and how complete the form is.
void TestRedcapTable::everyCellOfTheTrialIsStored()
{
    QFETCH(QString, study);
    const QString definition = realFile(u"redcap-redcapr/"_s + study);
    if (definition.isEmpty())
        QSKIP("SITEBOOK_TEST_DATA names no folder with the real files");
    const QString table = QFileInfo(definition).path() + u"/data.csv"_s;
    const auto plan = planAssigned(table, contextOf(definition));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().english()));
    const auto text = readTextFile(table);
    QVERIFY(text);
    CsvReader reader(*text);
    QStringList header;
    QStringList cells;
    QVERIFY(reader.next(header));
    int equal = 0;
    for (const ImportedReport& imported : plan->reports) {
        QVERIFY(reader.next(cells));
        QCOMPARE(imported.sourceId, cells[0]);
        for (qsizetype i = 1; i + 1 < cells.size(); ++i, ++equal)
            QCOMPARE(imported.report.items.text(header[i]), cells[i]);
        QCOMPARE(imported.report.status, cells.last() == u"0"   ? ReportStatus::Incomplete
                                         : cells.last() == u"1" ? ReportStatus::Unverified
                                                                : ReportStatus::Complete);
        ++equal;
    }
    QCOMPARE(equal, 6000);
}

void TestRedcapTable::visitsOfALongitudinalProject()
{
    const QString definition = realFile(u"redcap-redcapr/arm-single-longitudinal/project.xml"_s);
    if (definition.isEmpty())
        QSKIP("SITEBOOK_TEST_DATA names no folder with the real files");
    const auto plan = planAssigned(QFileInfo(definition).path() + u"/data.csv"_s, contextOf(definition));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().english()));
    QCOMPARE(plan->rejected, 0);
    QCOMPARE(plan->patients.size(), size_t(3));
    QCOMPARE(plan->reports.size(), size_t(9));
    QCOMPARE(plan->reports[1].report.eventOid, u"Event.dischage_arm_1"_s);
}

QTEST_GUILESS_MAIN(TestRedcapTable)
#include "tst_redcaptable.moc"
