// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangefixture.h"

#include <QTemporaryDir>

using namespace sitebook;
using namespace sitebook::exchangetest;

// What is exported comes back the same.
class TestRoundTrip final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_trial = studyFrom(u"tests/data/exchange/trial.xml"_s); }
    void contentIsTheSame_data();
    void contentIsTheSame();
    void scoresComeBack_data();
    void scoresComeBack();
    void linesComeBack_data();
    void linesComeBack();
    void reportsAloneNeedTheirPatients_data();
    void reportsAloneNeedTheirPatients();
    void decodedAnswersComeBack();
    void importingTwiceIsRefused_data();
    void importingTwiceIsRefused();
    void signaturesDoNotTravel_data();
    void signaturesDoNotTravel();

private:
    void formats();
    static void compare(const MemorySource& source, const ImportPlan& imported);
    [[nodiscard]] Result<ImportPlan> again(const QString& format, const std::shared_ptr<const StudyDefinition>& study,
                                           MemorySource& source, const ExportOptions& options,
                                           const ImportContext& context);
    std::shared_ptr<const StudyDefinition> m_trial;
};

void TestRoundTrip::formats()
{
    QTest::addColumn<QString>("format");
    for (const auto& exporter : exporters())
        QTest::newRow(qPrintable(exporter->name())) << exporter->name();
}

Result<ImportPlan> TestRoundTrip::again(const QString& format, const std::shared_ptr<const StudyDefinition>& study,
                                        MemorySource& source, const ExportOptions& options,
                                        const ImportContext& context)
{
    SB_TRY_ASSIGN(const QByteArray bytes, exported(format, *study, source, options));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"export"_s);
    writeFile(path, bytes);
    return plan(path, context);
}

void TestRoundTrip::compare(const MemorySource& source, const ImportPlan& imported)
{
    for (const ImportFinding& finding : imported.findings)
        qWarning("%s %s %s: %s", qPrintable(finding.where), qPrintable(finding.code), qPrintable(finding.item),
                 qPrintable(finding.message.english()));
    QVERIFY(imported.findings.empty());
    QCOMPARE(imported.rejected, 0);
    QCOMPARE(imported.read, source.patientCount() + source.reportCount());
    QCOMPARE(imported.patients.size(), source.patients.size());
    QCOMPARE(imported.reports.size(), source.reports.size());
    for (size_t i = 0; i < source.patients.size(); ++i)
        QCOMPARE(imported.patients[i].patient.toFields().toJson(), source.patients[i].toFields().toJson());
    for (size_t i = 0; i < source.reports.size(); ++i) {
        const auto& [patient, report] = source.reports[i];
        Report expected = report;
        expected.patient = RecordId();
        QCOMPARE(imported.reports[i].sourceId, source.patients[patient].patientId.toString());
        QCOMPARE(imported.reports[i].report.toFields().toJson(), expected.toFields().toJson());
    }
}

void TestRoundTrip::contentIsTheSame_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("mark");
    QTest::addColumn<bool>("defuse");
    QTest::newRow("csv") << u"csv"_s << false << true;
    QTest::newRow("csv with byte order mark") << u"csv"_s << true << true;
    QTest::newRow("csv raw") << u"csv"_s << false << false;
    QTest::newRow("json") << u"json"_s << false << true;
    QTest::newRow("xml") << u"xml"_s << false << true;
}

void TestRoundTrip::contentIsTheSame()
{
    QFETCH(QString, format);
    QFETCH(bool, mark);
    QFETCH(bool, defuse);
    MemorySource source;
    fillTrial(source);
    ExportOptions options;
    options.byteOrderMark = mark;
    options.defuseFormulas = defuse;
    const auto imported = again(format, m_trial, source, options, contextFor(m_trial));
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().english()));
    compare(source, *imported);
}

void TestRoundTrip::scoresComeBack_data()
{
    formats();
}

void TestRoundTrip::scoresComeBack()
{
    QFETCH(QString, format);
    const auto demo = studyFrom(u"resources/studies/demo.xml"_s);
    MemorySource source;
    source.addPatient(u"P001"_s, u"One, Patient"_s);
    Report& report = source.addReport(u"SE.SCREENING"_s, u"F.PHQ9"_s);
    for (int i = 1; i <= 10; ++i)
        report.items.set(u"IT.PHQ01%1"_s.arg(i, 2, 10, QLatin1Char('0')), QString(u"1"_s));
    report.items.set(u"IT.PHQ0111"_s, QString(u"9"_s));
    const auto imported = again(format, demo, source, ExportOptions(), contextFor(demo));
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().english()));
    compare(source, *imported);
}

void TestRoundTrip::linesComeBack_data()
{
    formats();
}

void TestRoundTrip::linesComeBack()
{
    QFETCH(QString, format);
    const auto demo = studyFrom(u"resources/studies/demo.xml"_s);
    MemorySource source;
    source.addPatient(u"P001"_s, u"Plain, Person"_s);
    Report& log = source.addReport(u"SE.LOGS"_s, u"F.CM"_s);
    const std::pair<const char*, const char*> values[] = {
        {"IT.CMTRT#1", "Aspirin"},    {"IT.CMDOSE#1", "100"}, {"IT.CMONGO#1", "Y"},        {"IT.CMTRT#12", "Ibu"},
        {"IT.CMSTDAT#12", "2024-02"}, {"IT.CMONGO#12", "N"},  {"IT.CMENDAT#12", "2024-03"}};
    for (const auto& [key, value] : values)
        log.items.set(QString::fromLatin1(key), QString::fromLatin1(value));
    const Fields given = log.items;
    source.addReport(u"SE.SCREENING"_s, u"F.VS"_s).items.set(u"IT.PULSE"_s, QString(u"70"_s));
    source.reports.back().second.status = ReportStatus::Incomplete;
    const auto imported = again(format, demo, source, ExportOptions(), contextFor(demo));
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().english()));
    QCOMPARE(imported->reports.size(), size_t(2));
    const auto found = std::find_if(imported->reports.begin(), imported->reports.end(),
                                    [](const auto& each) { return each.report.formOid == u"F.CM"; });
    QVERIFY(found != imported->reports.end());
    QCOMPARE(found->report.items.toJson(), given.toJson());
    QCOMPARE(found->report.status, ReportStatus::Complete);
}

void TestRoundTrip::reportsAloneNeedTheirPatients_data()
{
    formats();
}

void TestRoundTrip::reportsAloneNeedTheirPatients()
{
    QFETCH(QString, format);
    MemorySource source;
    fillTrial(source);
    ExportOptions options;
    options.content = ExportContent::Reports;
    const auto without = again(format, m_trial, source, options, contextFor(m_trial));
    QVERIFY(without);
    QCOMPARE(without->rejected, 5);
    QCOMPARE(codes(*without), QStringList(5, u"unknown_patient"_s));
    ImportContext context = contextFor(m_trial);
    context.findPatient = [&source](const QString& id) {
        return id == u"P001" || id == u"P003" ? source.patients.front().recordId : RecordId();
    };
    const auto with = again(format, m_trial, source, options, context);
    QVERIFY(with);
    QCOMPARE(with->reports.size(), 5);
    QVERIFY(with->findings.empty());
    QVERIFY(with->patients.empty());
}

void TestRoundTrip::decodedAnswersComeBack()
{
    MemorySource source;
    fillTrial(source);
    ExportOptions options;
    options.decodeAnswers = true;
    const auto imported = again(u"csv"_s, m_trial, source, options, contextFor(m_trial));
    QVERIFY(imported);
    compare(source, *imported);
}

void TestRoundTrip::importingTwiceIsRefused_data()
{
    formats();
}

void TestRoundTrip::importingTwiceIsRefused()
{
    QFETCH(QString, format);
    MemorySource source;
    fillTrial(source);
    ImportContext context = contextFor(m_trial);
    context.isTaken = [](const QString& id) { return id == u"P002"; };
    context.findPatient = [](const QString& id) { return id == u"P002" ? RecordId::create() : RecordId(); };
    const auto imported = again(format, m_trial, source, ExportOptions(), context);
    QVERIFY(imported);
    QCOMPARE(codes(*imported), QStringList{u"duplicate"_s});
    QCOMPARE(imported->findings.front().patient, u"P002"_s);
    QCOMPARE(imported->rejected, 1);
    QCOMPARE(imported->patients.size(), 2);
}

void TestRoundTrip::signaturesDoNotTravel_data()
{
    formats();
}

void TestRoundTrip::signaturesDoNotTravel()
{
    QFETCH(QString, format);
    MemorySource source;
    fillTrial(source);
    source.reports.front().second.status = ReportStatus::Signed;
    const auto imported = again(format, m_trial, source, ExportOptions(), contextFor(m_trial));
    QVERIFY(imported);
    QCOMPARE(codes(*imported), QStringList{u"signature"_s});
    QCOMPARE(imported->findings.front().severity, Severity::Warning);
    QCOMPARE(imported->reports.front().report.status, ReportStatus::Complete);
}

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
