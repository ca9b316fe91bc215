// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testworkspace.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

// Export and import through the service: what goes out comes in the same, and the files of others come in as they
// should.
class TestWorkspaceExchange final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsExportedComesBackEqual_data();
    void whatIsExportedComesBackEqual();
    void theManifestFitsTheFile();
    void anUnknownFormatIsAnError();
    void aFolderThatIsNotThereIsAnError();
    void aCancelledExportLeavesNoFile();
    void onlyChosenPatientsGoOut();
    void exportsAndImportsAreInTheTrail();
    void anUnreadableFileStoresNothing_data();
    void anUnreadableFileStoresNothing();
    void theSamePatientTwiceIsRejected();
    void aReportThatIsThereIsNotOverwritten();
    void rejectedRowsComeBackAndGoInCorrected();
    void pilotDataComeInWhole();
    void analysisDataComeInWhole();
    void namesKeepTheirAccentsAndAreFoundWithout();

private:
    static Result<ImportSummary> import(TestDesk& desk, const QString& file, bool dryRun, bool assign = false);
    static void fill(TestDesk& desk);
    static QJsonObject content(TestDesk& desk);
    static QStringList findings(const ImportSummary& summary);
    static QStringList codesOf(const ImportSummary& summary);
    TempSettings m_settings;
};

Result<ImportSummary> TestWorkspaceExchange::import(TestDesk& desk, const QString& file, bool dryRun, bool assign)
{
    ImportRequest request;
    request.files = {file};
    request.dryRun = dryRun;
    request.assignIdentifiers = assign;
    SB_TRY_ASSIGN(auto summaries, resultOf(desk.workspace->exchange().import(request, {}, {})));
    if (!QTest::qWaitFor([&desk] { return desk.queueIsEmpty(); }, 30000))
        return fail(ErrorCode::Internal, "the queue does not come to its end");
    return summaries.front();
}

void TestWorkspaceExchange::fill(TestDesk& desk)
{
    Workspace& workspace = *desk.workspace;
    const RecordId jose = desk.add(u"P001"_s, u"José \"Pepe\" O'Connor, jr."_s, u"M"_s);
    const RecordId wang = desk.add(u"P002"_s, u"王伟"_s);
    desk.add(u"P003"_s, u"=1+1"_s);
    Patient patient = desk.load(wang);
    patient.dateOfBirth = *PartialDate::parse(u"1950");
    patient.consentDate = PartialDate(QDate(2024, 3, 3));
    patient.status = PatientStatus::Enrolled;
    patient.isEnrolled = true;
    QVERIFY(resultOf(workspace.patients().update(patient, u"Enrolled"_s)));
    QVERIFY(resultOf(workspace.reports().save(TestDesk::phq9(jose, 2), {})));
    QVERIFY(resultOf(workspace.reports().save(TestDesk::phq9(wang, 0, u"SE.WEEK2"_s), {})));
    Report check;
    check.patient = wang;
    check.formOid = u"F.VS"_s;
    check.eventOid = u"SE.SCREENING"_s;
    check.reportDate = u"2024-03-03"_s;
    check.items.set(u"IT.VSDAT"_s, u"2024-03-03"_s);
    check.items.set(u"IT.WEIGHT"_s, u"71.0"_s);
    check.items.set(u"IT.PULSE"_s, FieldValue(MissingReason::NotDone));
    check.items.set(u"IT.COMMENT"_s, u"a comma, a \"quote\"\nand a second line"_s);
    check.status = ReportStatus::Incomplete;
    const auto saved = resultOf(workspace.reports().save(check, {}));
    QVERIFY2(saved, sentence(saved).constData());
    const RecordId gone = desk.add(u"P004"_s, u"Gone"_s);
    QVERIFY(resultOf(workspace.patients().voidPatient(gone, u"Registered by mistake"_s)));
    QTRY_COMPARE(workspace.reports().list()->size(), size_t(3));
    QTRY_COMPARE(workspace.patients().list()->rows().size(), size_t(3));
}

// Everything the lists show, opened, without record ids.
QJsonObject TestWorkspaceExchange::content(TestDesk& desk)
{
    QJsonObject all;
    const auto patients = desk.workspace->patients().list(); // events go on while a record is loaded
    for (const PatientRow& row : patients->rows())
        all.insert(row.patientId, desk.load(row.recordId).toFields().toJson());
    const auto reports = desk.workspace->reports().list();
    for (const ReportRow& row : *reports) {
        QJsonObject fields = desk.loadReport(row.recordId).toFields().toJson();
        fields.remove(field::patient);
        fields.remove(field::originator); // an import says so
        all.insert(QStringList{row.patientId, row.eventOid, row.formOid, QString::number(row.repeat)}.join(u'/'),
                   fields);
    }
    return all;
}

QStringList TestWorkspaceExchange::findings(const ImportSummary& summary)
{
    QStringList found;
    for (const ImportFindingView& finding : summary.findings)
        found << QStringList{finding.code, finding.patient, finding.visit, finding.item}.join(u'|');
    return found;
}

QStringList TestWorkspaceExchange::codesOf(const ImportSummary& summary)
{
    QStringList codes;
    for (const ImportFindingView& finding : summary.findings)
        codes << finding.code;
    return codes;
}

void TestWorkspaceExchange::whatIsExportedComesBackEqual_data()
{
    QTest::addColumn<QString>("format");
    for (const auto& format : {u"csv"_s, u"json"_s, u"xml"_s})
        QTest::newRow(qUtf8Printable(format)) << format;
}

void TestWorkspaceExchange::whatIsExportedComesBackEqual()
{
    QFETCH(const QString, format);
    TestDesk first;
    first.start();
    fill(first);
    ExportRequest request;
    request.format = format;
    request.path = first.path(u"export"_s);
    QCOMPARE(first.workspace->exchange().rowCount(request), 6);
    const auto exported = resultOf(first.workspace->exchange().exportTo(request, {}, {}));
    QVERIFY2(exported, sentence(exported).constData());
    QCOMPARE(exported->patients, 3);
    QCOMPARE(exported->reports, 3);

    TestDesk second;
    second.start();
    const auto dry = import(second, request.path, true);
    QVERIFY2(dry, sentence(dry).constData());
    QCOMPARE(dry->imported, 6);
    QVERIFY(second.workspace->patients().list()->rows().empty());
    QVERIFY(second.workspace->reports().list()->empty());
    const auto imported = import(second, request.path, false);
    QVERIFY2(imported, sentence(imported).constData());
    QCOMPARE(findings(*imported).join(u' '), QString());
    QCOMPARE(imported->patients, 3);
    QCOMPARE(imported->reports, 3);
    QCOMPARE(imported->rejected, 0);
    QTRY_COMPARE(second.workspace->reports().list()->size(), size_t(3));
    QCOMPARE(second.workspace->queue().status().quarantined, 0);
    const QJsonObject before = content(first);
    const QJsonObject after = content(second);
    QCOMPARE(after.keys(), before.keys());
    for (const QString& key : before.keys())
        QCOMPARE(after.value(key).toObject(), before.value(key).toObject());
}

void TestWorkspaceExchange::theManifestFitsTheFile()
{
    TestDesk desk;
    desk.start();
    fill(desk);
    ExportRequest request;
    request.format = u"csv"_s;
    request.path = desk.path(u"patients.csv"_s);
    request.scope = ExportRequest::Scope::Patients;
    const auto exported = resultOf(desk.workspace->exchange().exportTo(request, {}, {}));
    QVERIFY2(exported, sentence(exported).constData());
    QFile file(request.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QCOMPARE(exported->bytes, bytes.size());
    QCOMPARE(exported->rows, 3);
    QCOMPARE(exported->sha256,
             QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
    QFile manifest(exported->manifestPath);
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    QVERIFY(manifest.readAll().contains(exported->sha256.toLatin1()));
    QVERIFY(!bytes.contains("\n=1+1") && !bytes.contains(",=1+1")); // defused
}

void TestWorkspaceExchange::anUnknownFormatIsAnError()
{
    TestDesk desk;
    desk.start();
    ExportRequest request;
    request.format = u"spss"_s;
    request.path = desk.path(u"export"_s);
    const auto refused = resultOf(desk.workspace->exchange().exportTo(request, {}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
    QVERIFY(refused.error().english().contains(u"Unsupported format"));
    QVERIFY(!QFileInfo::exists(request.path));
    QStringList names;
    for (const ExportFormat& format : desk.workspace->exchange().formats())
        names << format.name;
    QCOMPARE(names, QStringList({u"csv"_s, u"json"_s, u"xml"_s}));
}

void TestWorkspaceExchange::aFolderThatIsNotThereIsAnError()
{
    TestDesk desk;
    desk.start();
    ExportRequest request;
    request.format = u"csv"_s;
    request.path = desk.path(u"none/export.csv"_s);
    const auto refused = resultOf(desk.workspace->exchange().exportTo(request, {}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotWritable);
}

void TestWorkspaceExchange::aCancelledExportLeavesNoFile()
{
    TestDesk desk;
    desk.start();
    fill(desk);
    ExportRequest request;
    request.format = u"json"_s;
    request.path = desk.path(u"export.json"_s);
    CancelToken cancel;
    cancel.cancel();
    const auto cancelled = resultOf(desk.workspace->exchange().exportTo(request, {}, cancel));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QVERIFY(!QFileInfo::exists(request.path));
}

void TestWorkspaceExchange::onlyChosenPatientsGoOut()
{
    TestDesk desk;
    desk.start();
    fill(desk);
    ExportRequest request;
    request.format = u"json"_s;
    request.path = desk.path(u"export.json"_s);
    for (const PatientRow& row : desk.workspace->patients().list()->rows())
        if (row.patientId == u"P002")
            request.onlyPatients.push_back(row.recordId);
    QCOMPARE(desk.workspace->exchange().rowCount(request), 3);
    const auto exported = resultOf(desk.workspace->exchange().exportTo(request, {}, {}));
    QVERIFY2(exported, sentence(exported).constData());
    QCOMPARE(exported->patients, 1);
    QCOMPARE(exported->reports, 2);
    request.deidentify = true;
    QVERIFY(resultOf(desk.workspace->exchange().exportTo(request, {}, {})));
    QFile file(request.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!QString::fromUtf8(file.readAll()).contains(u"王伟"));
}

void TestWorkspaceExchange::exportsAndImportsAreInTheTrail()
{
    TestDesk desk;
    desk.start();
    fill(desk);
    ExportRequest request;
    request.format = u"xml"_s;
    request.path = desk.path(u"export.xml"_s);
    const auto exported = resultOf(desk.workspace->exchange().exportTo(request, {}, {}));
    QVERIFY2(exported, sentence(exported).constData());
    AuditFilter filter;
    filter.entity = Entity::Workspace;
    const auto page = resultOf(desk.workspace->audit().page(filter, 0, 1));
    QVERIFY2(page, sentence(page).constData());
    QHash<QString, QString> said;
    for (const AuditChange& change : page->entries.front().changes)
        said.insert(change.field, change.newValue);
    QCOMPARE(said.value(u"action"_s), action::exportData);
    QCOMPARE(said.value(u"format"_s), u"xml"_s);
    QCOMPARE(said.value(u"sha256"_s), exported->sha256);
}

void TestWorkspaceExchange::anUnreadableFileStoresNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut off") << QByteArray("{\"datasetJSONVersion\":\"1.1.0\",\"name\":\"DM\",\"columns\":[");
    QTest::newRow("binary") << QByteArray("\x00\x01\x02\xff\xfe\x7f"
                                          "ELF",
                                          9);
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("another table") << QByteArray("a,b\n1,2\n");
}

void TestWorkspaceExchange::anUnreadableFileStoresNothing()
{
    QFETCH(const QByteArray, bytes);
    TestDesk desk;
    desk.start();
    QFile good(desk.path(u"good.csv"_s));
    QVERIFY(good.open(QIODevice::WriteOnly));
    good.close();
    TestDesk other;
    other.start();
    other.add(u"P001"_s);
    ExportRequest request;
    request.format = u"json"_s;
    request.path = good.fileName();
    QVERIFY(resultOf(other.workspace->exchange().exportTo(request, {}, {})));
    QFile bad(desk.path(u"bad"_s));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write(bytes);
    bad.close();
    ImportRequest wanted;
    wanted.files = {good.fileName(), bad.fileName()};
    wanted.dryRun = false;
    const auto refused = resultOf(desk.workspace->exchange().import(wanted, {}, {}));
    QVERIFY(!refused);
    const bool named = refused.error().code == ErrorCode::Unreadable || refused.error().code == ErrorCode::Unsupported;
    QVERIFY2(named, sentence(refused).constData());
    QVERIFY(desk.workspace->patients().list()->rows().empty());
    AuditFilter filter;
    filter.entity = Entity::Patient;
    QCOMPARE(resultOf(desk.workspace->audit().page(filter, 0, 1))->total, 0);
    wanted.files = {desk.path(u"none.json"_s)};
    QCOMPARE(resultOf(desk.workspace->exchange().import(wanted, {}, {})).error().code, ErrorCode::NotFound);
}

void TestWorkspaceExchange::theSamePatientTwiceIsRejected()
{
    TestDesk desk;
    desk.start();
    fill(desk);
    ExportRequest request;
    request.format = u"csv"_s;
    request.path = desk.path(u"export.csv"_s);
    QVERIFY(resultOf(desk.workspace->exchange().exportTo(request, {}, {})));
    const QJsonObject before = content(desk);
    const auto again = import(desk, request.path, false);
    QVERIFY2(again, sentence(again).constData());
    QCOMPARE(again->patients, 0);
    QCOMPARE(again->reports, 0);
    QCOMPARE(again->rejected, 3);
    QCOMPARE(codesOf(*again).count(u"equal"_s), 3);
    QCOMPARE(desk.workspace->queue().status().quarantined, 0);
    QCOMPARE(content(desk), before);
}

void TestWorkspaceExchange::aReportThatIsThereIsNotOverwritten()
{
    TestDesk desk;
    desk.start();
    fill(desk);
    ExportRequest request;
    request.format = u"csv"_s;
    request.path = desk.path(u"export.csv"_s);
    QVERIFY(resultOf(desk.workspace->exchange().exportTo(request, {}, {})));
    const auto rows = desk.workspace->reports().list();
    const auto row = std::find_if(rows->begin(), rows->end(), [](const ReportRow& r) { return r.formOid == u"F.VS"; });
    Report report = desk.loadReport(row->recordId);
    report.items.set(u"IT.WEIGHT"_s, u"72.5"_s);
    QVERIFY(resultOf(desk.workspace->reports().save(report, u"Weighed again"_s)));
    const auto again = import(desk, request.path, false);
    QVERIFY2(again, sentence(again).constData());
    QCOMPARE(again->reports, 0);
    QCOMPARE(again->rejected, 4);
    QCOMPARE(codesOf(*again).count(u"changed"_s), 1);
    QCOMPARE(desk.loadReport(row->recordId).items.text(u"IT.WEIGHT"_s), u"72.5"_s);
}

void TestWorkspaceExchange::rejectedRowsComeBackAndGoInCorrected()
{
    TestDesk desk;
    desk.start();
    const auto write = [](const QString& path, const QByteArray& text) {
        QFile file(path);
        return file.open(QFile::WriteOnly) && file.write(text) == text.size();
    };
    const QString path = desk.folder.filePath(u"people.csv"_s);
    QVERIFY(write(path, "patientId;name;dateOfBirth;sex\r\nP001;Ana Zzq;1961-04-02;F\r\nX9;Bo Zzr;1970-01-01;M\r\n"));
    ImportRequest request;
    request.files = {path};
    request.dryRun = true;
    request.rejectedFolder = desk.folder.path();
    const auto checked = resultOf(desk.workspace->exchange().import(request, {}, {}));
    QVERIFY2(checked, sentence(checked).constData());
    QCOMPARE(checked->front().rejected, 1);
    const QString rejected = checked->front().rejectedFile;
    QCOMPARE(QFileInfo(rejected).fileName(), u"people-rejected.csv"_s);
    QVERIFY(desk.workspace->patients().list()->rows().empty());
    QFile file(rejected);
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.startsWith("patientId;name;dateOfBirth;sex;sitebook_finding\r\nX9;Bo Zzr;"), text.constData());
    QVERIFY(!text.contains("Ana"));
    file.close();
    QVERIFY(write(rejected, QByteArray(text).replace("X9;", "P002;")));
    const auto done = import(desk, rejected, false);
    QVERIFY2(done, sentence(done).constData());
    QCOMPARE(done->patients, 1);
    QCOMPARE(done->rejected, 0);
}

void TestWorkspaceExchange::pilotDataComeInWhole()
{
    const QString dm = realFile(u"datasetjson-sdtm/dm.json"_s);
    if (dm.isEmpty())
        QSKIP("SITEBOOK_TEST_DATA names no folder with the real files");
    TestDesk desk;
    desk.start(u"cdisc-pilot.xml"_s);
    ImportRequest request;
    request.files = {dm, realFile(u"datasetjson-sdtm/qsph.json"_s)};
    request.dryRun = false;
    const auto imported = resultOf(desk.workspace->exchange().import(request, {}, {}));
    QVERIFY2(imported, sentence(imported).constData());
    QCOMPARE(imported->at(0).patients, 18);
    QCOMPARE(imported->at(0).findings.size(), size_t(0));
    QCOMPARE(imported->at(1).reports, 30);
    QCOMPARE(findings(imported->at(1)),
             QStringList({u"score|CDISC004|BASELINE|PHQ0111"_s, u"code_list|CDISC014|BASELINE|PHQ0110"_s,
                          u"code_list|CDISC014|EARLY DISCONTINUATION RETRIEVAL|PHQ0110"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(desk.queueIsEmpty(), 30000);
    QCOMPARE(desk.workspace->queue().status().accepted, 30);
    QCOMPARE(desk.workspace->queue().status().quarantined, 0);
    QTRY_COMPARE(desk.workspace->reports().list()->size(), size_t(30));
    QCOMPARE(desk.workspace->patients().list()->rows().size(), size_t(18));
    qsizetype answers = 0;
    const auto reports = desk.workspace->reports().list();
    for (const ReportRow& row : *reports) {
        const Report report = desk.loadReport(row.recordId);
        answers += static_cast<qsizetype>(report.items.size());
        QCOMPARE(report.status == ReportStatus::Complete, row.patientId != u"CDISC014");
        if (row.patientId == u"CDISC004" && report.items.text(u"IT.PHQ0111") == u"26")
            QCOMPARE(report.originator, u"import"_s);
    }
    QCOMPARE(answers, 330);
    const auto checked = resultOf(desk.workspace->audit().check({}, {}));
    QVERIFY(checked && checked->problems.empty());
}

void TestWorkspaceExchange::analysisDataComeInWhole()
{
    const QString adsl = realFile(u"datasetjson-adam-pilot/adsl.json"_s);
    if (adsl.isEmpty())
        QSKIP("SITEBOOK_TEST_DATA names no folder with the real files");
    TestDesk desk;
    desk.start(u"cdisc-pilot.xml"_s);
    const auto imported = import(desk, adsl, false);
    QVERIFY2(imported, sentence(imported).constData());
    QCOMPARE(imported->patients, 254);
    QCOMPARE(findings(*imported), QStringList());
    QTRY_COMPARE(desk.workspace->patients().list()->rows().size(), size_t(254));
    QVERIFY(desk.workspace->patients().list()->sites().size() > 5);
    PatientFilter filter;
    filter.sites = {desk.workspace->patients().list()->sites().first()};
    const size_t some = desk.workspace->patients().list()->filter(filter).size();
    QVERIFY(some > 0 && some < 254);
}

void TestWorkspaceExchange::namesKeepTheirAccentsAndAreFoundWithout()
{
    const QString csv = realFile(u"synthea/patients.csv"_s);
    if (csv.isEmpty())
        QSKIP("SITEBOOK_TEST_DATA names no folder with the real files");
    TestDesk desk;
    desk.start();
    const auto refused = import(desk, csv, false);
    QVERIFY2(refused, sentence(refused).constData());
    QCOMPARE(refused->patients, 0);
    QCOMPARE(refused->rejected, 59);
    const auto imported = import(desk, csv, false, true);
    QVERIFY2(imported, sentence(imported).constData());
    QCOMPARE(imported->patients, 59);
    QTRY_COMPARE(desk.workspace->patients().list()->rows().size(), size_t(59));
    const auto list = desk.workspace->patients().list();
    for (const auto& [typed, name] :
         {std::pair(u"jeronimo599"_s, u"Ruelas156, Jerónimo599"_s), std::pair(u"o'keefe"_s, u"O'Keefe54, Yoshie761"_s),
          std::pair(u"maria luisa montenegro"_s, u"Montenegro24, María Luisa888"_s)}) {
        PatientFilter filter;
        filter.text = typed;
        const auto found = list->filter(filter);
        QVERIFY2(!found.empty(), qUtf8Printable(typed));
        QStringList names;
        for (const quint32 index : found)
            names << list->rows()[index].name;
        QVERIFY2(names.contains(name), qUtf8Printable(names.join(u"; ")));
    }
    PatientFilter source;
    source.text = u"593aaa05-d864"_s; // the source's identifier is kept as an alias
    QCOMPARE(list->filter(source).size(), size_t(1));
    QCOMPARE(list->rows()[list->filter(source).front()].patientId, u"P001"_s);
    QCOMPARE(desk.workspace->patients().nextFreeIdentifier(), u"P060"_s);
}

QTEST_GUILESS_MAIN(TestWorkspaceExchange)
#include "tst_workspaceexchange.moc"
