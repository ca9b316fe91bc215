// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangefixture.h"
#include "tests/support/failingdevice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cerrno>

using namespace sitebook;
using namespace sitebook::exchangetest;

class TestExporters final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_trial = studyFrom(u"tests/data/exchange/trial.xml"_s); }
    void theMenuHoldsThreeFormats();
    void anUnknownFormatIsUnsupported();
    void csvOfPatients();
    void csvOfReports();
    void linesOfARepeatingGroupAreExported();
    void csvOfAllKeepsPatientsWithoutReports();
    void csvWritesWordsWhenAsked();
    void jsonIsOneObject();
    void odmIsOrdered();
    void odmPassesTheSchema_data();
    void odmPassesTheSchema();
    void deviceFailuresAreNamed_data();
    void deviceFailuresAreNamed();
    void cancelStops_data();
    void cancelStops();
    void progressIsTold_data();
    void progressIsTold();
    void reportsInAnotherOrderAreNotLost();

private:
    [[nodiscard]] QList<QByteArray> csvLines(ExportContent content, ExportOptions options = {}) const;
    std::shared_ptr<const StudyDefinition> m_trial;
};

void TestExporters::theMenuHoldsThreeFormats()
{
    QStringList names;
    for (const auto& exporter : exporters()) {
        names.append(exporter->name());
        QVERIFY(!exporter->title().isEmpty());
        QVERIFY(!exporter->purpose().isEmpty());
        QVERIFY(!exporter->mimeType().isEmpty());
    }
    QCOMPARE(names, (QStringList{u"csv"_s, u"json"_s, u"xml"_s}));
    QCOMPARE(exporterNamed(u"xml").value()->title().english(), u"ODM-XML 1.3.2"_s);
}

void TestExporters::anUnknownFormatIsUnsupported()
{
    for (const QString& name : {u"xlsx"_s, QString(), u"CSV"_s}) {
        const auto exporter = exporterNamed(name);
        QVERIFY(!exporter);
        QCOMPARE(exporter.error().code, ErrorCode::Unsupported);
        QCOMPARE(exporter.error().message.english(), u"Unsupported format"_s);
    }
}

QList<QByteArray> TestExporters::csvLines(ExportContent content, ExportOptions options) const
{
    MemorySource source;
    source.addPatient(u"P001"_s, u"=Evil, \"Name\""_s).dateOfBirth = PartialDate(QDate(1980, 5, 1));
    source.patients.back().aliases = QStringList{u"a1"_s};
    Report& kinds = source.addReport(u"SE.V1"_s, u"F.KINDS"_s);
    kinds.items.set(u"IT.WEIGHT"_s, QString(u"-3.20"_s));
    kinds.items.set(u"IT.NOTE"_s, QString(u"-3.20"_s));
    source.addReport(u"SE.V1"_s, u"F.DIARY"_s, 2).items.set(u"IT.MOOD"_s, QString(u"1"_s));
    source.addPatient(u"P002"_s, u"Plain"_s);
    options.content = content;
    const QByteArray csv = exported(u"csv"_s, *m_trial, source, options).value();
    return csv.endsWith("\r\n") ? csv.chopped(2).replace("\r\n", "\n").split('\n') : QList<QByteArray>();
}

void TestExporters::csvOfPatients()
{
    const auto lines = csvLines(ExportContent::Patients);
    QCOMPARE(lines, (QList<QByteArray>{"patientId,name,dateOfBirth,sex,siteId,status,isEnrolled,consentDate,aliases",
                                       "P001,\"'=Evil, \"\"Name\"\"\",1980-05-01,,701,Screening,false,,a1",
                                       "P002,Plain,,,701,Screening,false,,"}));
    ExportOptions marked;
    marked.byteOrderMark = true;
    QVERIFY(csvLines(ExportContent::Patients, marked).first().startsWith("\xEF\xBB\xBFpatientId"));
}

void TestExporters::csvOfReports()
{
    const auto lines = csvLines(ExportContent::Reports);
    QCOMPARE(lines,
             (QList<QByteArray>{"patientId,event,form,repeat,status,reportDate,originator,Kinds.NOTE,Kinds.WEIGHT,"
                                "Kinds.COUNT,Kinds.ONSET,Kinds.VISITED,Kinds.TOLD,Kinds.AGE,Diary.MOOD,Diary.REMARK",
                                "P001,SE.V1,F.KINDS,1,Complete,,,'-3.20,-3.20,,,,,,,",
                                "P001,SE.V1,F.DIARY,2,Complete,,,,,,,,,,1,"}));
}

void TestExporters::linesOfARepeatingGroupAreExported()
{
    const auto demo = studyFrom(u"resources/studies/demo.xml"_s);
    MemorySource source;
    source.addPatient(u"P001"_s);
    Report& log = source.addReport(u"SE.LOGS"_s, u"F.CM"_s);
    log.items.set(u"IT.CMTRT#1"_s, QString(u"Aspirin"_s));
    log.items.set(u"IT.CMDOSE#1"_s, QString(u"100"_s));
    log.items.set(u"IT.CMTRT#3"_s, QString(u"Morphine"_s));
    log.items.set(u"IT.CMENDAT#3"_s, FieldValue(MissingReason::Unknown));
    ExportOptions options;
    options.content = ExportContent::Reports;
    const QByteArray csv = exported(u"csv"_s, *demo, source, options).value();
    const QList<QByteArray> rows = csv.chopped(2).replace("\r\n", "\n").split('\n');
    QCOMPARE(rows.size(), 4);
    QVERIFY2(rows[0].startsWith("patientId,event,form,repeat,status,reportDate,originator,line,"), rows[0].constData());
    QVERIFY2(rows[1].startsWith("P001,SE.LOGS,F.CM,1,Complete,,,,") && !rows[1].contains("Aspirin"),
             rows[1].constData());
    QVERIFY2(rows[2].startsWith("P001,SE.LOGS,F.CM,1,Complete,,,1,") && rows[2].contains("Aspirin,100"),
             rows[2].constData());
    QVERIFY2(rows[3].startsWith("P001,SE.LOGS,F.CM,1,Complete,,,3,") && rows[3].contains("Morphine"),
             rows[3].constData());
    const QByteArray odm = exported(u"xml"_s, *demo, source, {}).value();
    QVERIFY2(odm.contains("ItemGroupOID=\"IG.CM\" ItemGroupRepeatKey=\"1\""), odm.constData());
    QVERIFY(odm.contains("ItemGroupOID=\"IG.CM\" ItemGroupRepeatKey=\"3\""));
    QVERIFY(!odm.contains("ItemGroupRepeatKey=\"2\""));
}

void TestExporters::csvOfAllKeepsPatientsWithoutReports()
{
    const auto lines = csvLines(ExportContent::All);
    QCOMPARE(lines.size(), 4);
    const auto columns = lines[0].count(',');
    QVERIFY(lines[0].contains("aliases,event,form,repeat,reportStatus,reportDate,originator,Kinds.NOTE"));
    QVERIFY(lines[3].startsWith("P002,Plain,"));
    QCOMPARE(lines[3].count(','), columns);
    QCOMPARE(lines[2].count(','), columns + 1); // one comma is quoted
}

void TestExporters::csvWritesWordsWhenAsked()
{
    ExportOptions options;
    options.decodeAnswers = true;
    const auto lines = csvLines(ExportContent::Reports, options);
    QCOMPARE(lines[2], "P001,Visit 1,Diary,2,Complete,,,,,,,,,,\"Good, thanks\","_ba);
}

void TestExporters::jsonIsOneObject()
{
    MemorySource source;
    fillTrial(source);
    ExportOptions options;
    options.nowUtcMs = 1700000000000;
    ExportCounts counts;
    const QByteArray json = exported(u"json"_s, *m_trial, source, options, &counts).value();
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(object.value(u"study").toObject().value(u"oid").toString(), u"ST.TRIAL"_s);
    QCOMPARE(object.value(u"exportedAt").toString(), u"2023-11-14T22:13:20.000Z"_s);
    QCOMPARE(object.value(u"patients").toArray().size(), 3);
    QCOMPARE(object.value(u"reports").toArray().size(), 5);
    QCOMPARE(counts.patients, 3);
    QCOMPARE(counts.reports, 5);
    QCOMPARE(counts.rows, 8);
    const QJsonObject items = object.value(u"reports").toArray().first().toObject().value(u"items").toObject();
    QCOMPARE(items.value(u"IT.WEIGHT").toString(), u"-1.10"_s);
    QCOMPARE(items.value(u"IT.COUNT").toObject().value(u"missing").toString(), u"ND"_s);
}

void TestExporters::odmIsOrdered()
{
    MemorySource source;
    fillTrial(source);
    // Out of the study's order: ODM wants each visit once.
    std::swap(source.reports[0], source.reports[2]);
    const QByteArray xml = exported(u"xml"_s, *m_trial, source, ExportOptions()).value();
    QCOMPARE(xml.count("<StudyEventData StudyEventOID=\"SE.V1\""), 1);
    QCOMPARE(xml.count("StudyEventRepeatKey=\"1\""), 1);
    QCOMPARE(xml.count("StudyEventRepeatKey=\"2\""), 1);
    QCOMPARE(xml.count("FormRepeatKey=\"2\""), 1);
    QVERIFY(xml.indexOf("FormOID=\"F.KINDS\">") < xml.lastIndexOf("FormOID=\"F.DIARY\""));
    QVERIFY(xml.contains("second line&#10;") || xml.contains("second line&#13;&#10;"));
    QVERIFY(xml.contains("IsNull=\"Yes\""));
    QVERIFY(xml.contains("<SiteRef LocationOID=\"SB.L.702\"/>"));
}

void TestExporters::odmPassesTheSchema_data()
{
    QTest::addColumn<QString>("study");
    QTest::addColumn<bool>("deidentify");
    QTest::newRow("trial") << u"tests/data/exchange/trial.xml"_s << false;
    QTest::newRow("trial de-identified") << u"tests/data/exchange/trial.xml"_s << true;
    QTest::newRow("demo study") << u"resources/studies/demo.xml"_s << false;
    QTest::newRow("pilot study") << u"resources/studies/cdisc-pilot.xml"_s << false;
}

void TestExporters::odmPassesTheSchema()
{
    QFETCH(QString, study);
    QFETCH(bool, deidentify);
    const QString schema = realFile(u"cdisc-odm132-xsd/ODM1-3-2.xsd"_s);
    const QString xmllint = QStandardPaths::findExecutable(u"xmllint"_s);
    if (schema.isEmpty() || xmllint.isEmpty())
        QSKIP("SITEBOOK_TEST_DATA with the CDISC schema, or xmllint, is not there");
    MemorySource source;
    if (study.contains(u"trial"))
        fillTrial(source);
    else
        source.addPatient(u"P001"_s, u"A & <B> \"C\""_s);
    source.patients.back().name += QChar(1); // XML cannot hold it
    ExportOptions options;
    options.deidentify = deidentify;
    options.exportedBy = u"coordinator"_s;
    options.nowUtcMs = 1700000000000;
    for (const ExportContent content : {ExportContent::All, ExportContent::Patients, ExportContent::Reports}) {
        options.content = content;
        QTemporaryDir folder;
        const QString path = folder.filePath(u"export.xml"_s);
        writeFile(path, exported(u"xml"_s, *studyFrom(study), source, options).value());
        QProcess lint;
        lint.start(xmllint, {u"--nonet"_s, u"--noout"_s, u"--schema"_s, schema, path});
        QVERIFY(lint.waitForFinished());
        QVERIFY2(lint.exitCode() == 0, lint.readAllStandardError().left(2000).constData());
    }
}

void TestExporters::deviceFailuresAreNamed_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("systemError");
    QTest::addColumn<ErrorCode>("code");
    for (const auto& exporter : exporters()) {
        const QByteArray name = exporter->name().toLatin1();
        QTest::addRow("%s disk full", name.constData()) << exporter->name() << ENOSPC << ErrorCode::DiskFull;
        QTest::addRow("%s no permission", name.constData()) << exporter->name() << EACCES << ErrorCode::NotWritable;
        QTest::addRow("%s broken disk", name.constData()) << exporter->name() << EIO << ErrorCode::Storage;
    }
}

void TestExporters::deviceFailuresAreNamed()
{
    QFETCH(QString, format);
    QFETCH(int, systemError);
    QFETCH(ErrorCode, code);
    for (const qint64 capacity : {0, 70000}) {
        MemorySource source;
        for (int i = 0; i < 3000; ++i)
            source.addPatient(u"P%1"_s.arg(i), u"A name of some length"_s);
        FailingDevice device(capacity, systemError);
        const auto counts =
            exporterNamed(format).value()->write(*m_trial, source, ExportOptions(), device, {}, CancelToken());
        QVERIFY(!counts);
        QCOMPARE(counts.error().code, code);
        QVERIFY(counts.error().message.english().endsWith(u'.'));
    }
}

void TestExporters::cancelStops_data()
{
    QTest::addColumn<QString>("format");
    for (const auto& exporter : exporters())
        QTest::newRow(qPrintable(exporter->name())) << exporter->name();
}

void TestExporters::cancelStops()
{
    QFETCH(QString, format);
    MemorySource source;
    for (int i = 0; i < 2000; ++i)
        source.addPatient(u"P%1"_s.arg(i));
    CancelToken cancel;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    qint64 last = 0;
    const Progress progress = [&](qint64 done, qint64) {
        last = done;
        if (done >= 1000)
            cancel.cancel();
    };
    const auto counts =
        exporterNamed(format).value()->write(*m_trial, source, ExportOptions(), buffer, progress, cancel);
    QVERIFY(!counts);
    QCOMPARE(counts.error().code, ErrorCode::Cancelled);
    QCOMPARE(last, 1000);
}

void TestExporters::progressIsTold_data()
{
    cancelStops_data();
}

void TestExporters::progressIsTold()
{
    QFETCH(QString, format);
    MemorySource source;
    for (int i = 0; i < 1200; ++i)
        source.addPatient(u"P%1"_s.arg(i));
    QList<qint64> told;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Progress progress = [&](qint64 done, qint64 total) {
        QCOMPARE(total, 1200);
        told.append(done);
    };
    QVERIFY(exporterNamed(format).value()->write(*m_trial, source, ExportOptions(), buffer, progress, CancelToken()));
    QCOMPARE(told, (QList<qint64>{500, 1000, 1200}));
}

void TestExporters::reportsInAnotherOrderAreNotLost()
{
    MemorySource source;
    fillTrial(source);
    std::rotate(source.reports.begin(), source.reports.begin() + 3, source.reports.end());
    for (const QString& format : {u"csv"_s, u"xml"_s}) {
        const auto bytes = exported(format, *m_trial, source, ExportOptions());
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, ErrorCode::Internal);
    }
}

QTEST_GUILESS_MAIN(TestExporters)
#include "tst_exporters.moc"
