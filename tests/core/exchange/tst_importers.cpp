// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/importjson.h"
#include "exchangefixture.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace sitebook;
using namespace sitebook::exchangetest;

namespace {

const char* const syntheaHeader = "Id,BIRTHDATE,DEATHDATE,FIRST,LAST,GENDER\n";

QByteArray questionnaire(const QByteArray& rows, int records)
{
    return R"({"datasetJSONCreationDateTime":"2024-11-11T15:09:17","datasetJSONVersion":"1.1.0","itemGroupOID":"IG.QS",)"
           R"("records":)" +
           QByteArray::number(records) +
           R"(,"name":"QSDI","label":"Diary","columns":[)"
           R"({"name":"USUBJID"},{"name":"QSTESTCD"},{"name":"QSCAT"},{"name":"QSORRES"},{"name":"QSSTAT"},)"
           R"({"name":"VISITNUM"},{"name":"VISIT"},{"name":"QSDTC"}],"rows":[)" +
           rows + "]}";
}

} // namespace

class TestImporters final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_trial = studyFrom(u"tests/data/exchange/trial.xml"_s); }
    void unreadableFilesNameThePlace_data();
    void unreadableFilesNameThePlace();
    void unknownLayoutsAreUnsupported_data();
    void unknownLayoutsAreUnsupported();
    void aMissingFileIsNotFound();
    void rowsAreRejectedWithAFinding_data();
    void rowsAreRejectedWithAFinding();
    void identifiersAreAssigned();
    void identifiersRunOut();
    void questionnairesBecomeReports();
    void questionnaireFindings_data();
    void questionnaireFindings();
    void aVisitCanBeChosen();
    void foreignOdmBringsItsSubjects();
    void cancelStops();
    void jsonForTheCommandLine();

private:
    [[nodiscard]] Result<ImportPlan> planOf(const QByteArray& content, const ImportContext& context,
                                            const ImportOptions& options = importOptions());
    [[nodiscard]] Result<ImportPlan> planOf(const QByteArray& content) { return planOf(content, contextFor(m_trial)); }
    std::shared_ptr<const StudyDefinition> m_trial;
};

Result<ImportPlan> TestImporters::planOf(const QByteArray& content, const ImportContext& context,
                                         const ImportOptions& options)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    writeFile(path, content);
    return plan(path, context, options);
}

void TestImporters::unreadableFilesNameThePlace_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("where");
    QTest::newRow("empty") << QByteArray() << u"line 1, column 1"_s;
    QTest::newRow("blank") << "\n \n"_ba << u"line 1, column 1"_s;
    QTest::newRow("binary") << QByteArray("PK\x03\x04\n\x14\0\x06", 8) << u"line 1, column 3"_s;
    QTest::newRow("not UTF-8") << "patientId,name\nP001,Mar\xED"
                                  "a\n"_ba
                               << u"line 2, column 9"_s;
    QTest::newRow("quote never closed") << "patientId,name\nP001,\"x\n"_ba << u"line 2, column 6"_s;
    QTest::newRow("row cut off") << "patientId,name,sex\nP001,x,F\nP002"_ba << u"line 3, column 1"_s;
    QTest::newRow("JSON cut off") << "{\"study\":{},\n\"patients\":[{\"patientId\":\"P0"_ba << u"line 2, column 29"_s;
    QTest::newRow("JSON and more") << "{\"patients\":[],\"reports\":[]}\n]"_ba << u"line 2, column 1"_s;
    QTest::newRow("record is no object") << "{\"patients\":[\n 7]}"_ba << u"line 2, column 2"_s;
    QTest::newRow("XML cut off") << "<?xml version=\"1.0\"?>\n<ODM><ClinicalData>"_ba << u"line 2, column 20"_s;
    QTest::newRow("dataset cut off") << questionnaire("[\"P001\",\"MOOD\"", 1).chopped(2) << u"line 1, column 435"_s;
    QTest::newRow("dataset short of rows")
        << questionnaire("[\"P001\",\"MOOD\",\"DIARY\",\"1\",\"\",1,\"\",\"\"]", 2) << QString();
    QTest::newRow("dataset row too short") << questionnaire("[\"P001\"]", 1) << QString();
    QTest::newRow("dataset row nested") << questionnaire("[\"P001\",[],\"DIARY\",\"1\",\"\",1,\"\",\"\"]", 1)
                                        << QString();
    QTest::newRow("document type") << "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"b\">]>\n<ODM/>"_ba
                                   << QString();
}

void TestImporters::unreadableFilesNameThePlace()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, where);
    const auto imported = planOf(content);
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, ErrorCode::Unreadable);
    QVERIFY(imported.error().where.startsWith(u"line "));
    if (!where.isEmpty() && !where.contains(u"435"))
        QCOMPARE(imported.error().where, where);
}

void TestImporters::unknownLayoutsAreUnsupported_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("table") << "first,second\n1,2\n"_ba;
    QTest::newRow("text") << "hello\n"_ba;
    QTest::newRow("JSON") << "{\"resourceType\":\"Patient\"}"_ba;
    QTest::newRow("XML") << "<html/>"_ba;
    QTest::newRow("definition alone") << "<ODM><Study OID=\"x\"/></ODM>"_ba;
    QTest::newRow("another domain") << questionnaire({}, 0).replace("QSTESTCD", "AETERM");
}

void TestImporters::unknownLayoutsAreUnsupported()
{
    QFETCH(QByteArray, content);
    const auto imported = planOf(content);
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, ErrorCode::Unsupported);
}

void TestImporters::aMissingFileIsNotFound()
{
    QTemporaryDir folder;
    for (const QString& path : {folder.filePath(u"none.csv"_s), folder.path()}) {
        const auto imported = plan(path, contextFor(m_trial));
        QVERIFY(!imported);
        QCOMPARE(imported.error().code, ErrorCode::NotFound);
    }
}

void TestImporters::rowsAreRejectedWithAFinding_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("code");
    QTest::newRow("31 February") << "P002,X,1980-02-31,F,Enrolled,"_ba << u"date"_s;
    QTest::newRow("consent on 31 February") << "P002,X,1980-02-01,F,Enrolled,2020-02-31"_ba << u"date"_s;
    QTest::newRow("not a date") << "P002,X,yesterday,F,Enrolled,"_ba << u"date"_s;
    QTest::newRow("born in the future") << "P002,X,2999-01-01,F,Enrolled,"_ba << u"date"_s;
    QTest::newRow("consent before birth") << "P002,X,2000-01-01,F,Enrolled,1999-01-01"_ba << u"date"_s;
    QTest::newRow("identifier") << "A002,X,1980-02-01,F,Enrolled,"_ba << u"identifier"_s;
    QTest::newRow("no identifier") << ",X,1980-02-01,F,Enrolled,"_ba << u"identifier"_s;
    QTest::newRow("twice in the file") << "P001,X,1980-02-01,F,Enrolled,"_ba << u"duplicate"_s;
    QTest::newRow("there already") << "P009,X,1980-02-01,F,Enrolled,"_ba << u"duplicate"_s;
    QTest::newRow("alias of somebody") << "P008,X,1980-02-01,F,Enrolled,"_ba << u"duplicate"_s;
    QTest::newRow("status") << "P002,X,1980-02-01,F,Happy,"_ba << u"code_list"_s;
    QTest::newRow("sex") << "P002,X,1980-02-01,Q,Enrolled,"_ba << u"code_list"_s;
}

void TestImporters::rowsAreRejectedWithAFinding()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, code);
    ImportContext context = contextFor(m_trial);
    context.isTaken = [](const QString& id) { return id == u"P009"; };
    context.findPatient = [](const QString& id) { return id == u"P008" ? RecordId::create() : RecordId(); };
    const auto imported =
        planOf("patientId,name,dateOfBirth,sex,status,consentDate\nP001,First,1970,female,,\n" + row + "\n", context);
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().english()));
    QCOMPARE(imported->read, 2);
    QCOMPARE(imported->rejected, 1);
    QCOMPARE(imported->patients.size(), 1);
    QCOMPARE(imported->patients.front().patient.sex, u"F"_s);
    QCOMPARE(imported->patients.front().patient.siteId, SiteId(u"700"_s));
    QCOMPARE(codes(*imported), QStringList{code});
    QCOMPARE(imported->findings.front().where, u"row 3"_s);
    QCOMPARE(imported->findings.front().severity, Severity::Error);
    QVERIFY(imported->findings.front().message.english().endsWith(u'.'));
}

void TestImporters::identifiersAreAssigned()
{
    const QByteArray text = QByteArray(syntheaHeader) + "593aaa05-d864,2021-08-22,,Jorge Luis88,Vela532,M\n"
                                                        "ac71ad72-4172,2009-09-20,,Yoshie761,O'Keefe54,F\nfe48ece5-"
                                                        "e039,1999-11-27,,Jer\xC3\xB3nimo599,\"Ruelas, Jr\",M\n";
    const auto refused = planOf(text);
    QVERIFY(refused);
    QCOMPARE(refused->rejected, 3);
    QCOMPARE(codes(*refused), QStringList(3, u"identifier"_s));

    ImportOptions options = importOptions();
    options.assignIdentifiers = true;
    ImportContext context = contextFor(m_trial);
    context.isTaken = [](const QString& id) { return id == u"P001" || id == u"P003"; };
    const auto assigned = planOf(text, context, options);
    QVERIFY(assigned);
    QVERIFY(assigned->findings.empty());
    QStringList ids;
    QStringList names;
    for (const ImportedPatient& patient : assigned->patients) {
        ids.append(patient.patient.patientId.toString());
        names.append(patient.patient.name);
        QCOMPARE(patient.patient.aliases.size(), 1);
    }
    QCOMPARE(ids, (QStringList{u"P002"_s, u"P004"_s, u"P005"_s}));
    QCOMPARE(names,
             (QStringList{u"Vela532, Jorge Luis88"_s, u"O'Keefe54, Yoshie761"_s, u"Ruelas, Jr, Jer\u00F3nimo599"_s}));
    QCOMPARE(assigned->patients.front().patient.aliases.front(), u"593aaa05-d864"_s);

    context.findPatient = [](const QString& id) { return id == u"ac71ad72-4172" ? RecordId::create() : RecordId(); };
    const auto known = planOf(text, context, options);
    QVERIFY(known);
    QCOMPARE(codes(*known), QStringList{u"duplicate"_s});
}

void TestImporters::identifiersRunOut()
{
    ImportOptions options = importOptions();
    options.assignIdentifiers = true;
    ImportContext context = contextFor(m_trial);
    context.isTaken = [](const QString& id) { return id.startsWith(u'P'); };
    const auto imported = planOf(QByteArray(syntheaHeader) + "abc,2021-08-22,,A,B,M\n", context, options);
    QVERIFY(imported);
    QCOMPARE(codes(*imported), QStringList{u"identifier"_s});
    QCOMPARE(imported->rejected, 1);
}

void TestImporters::questionnairesBecomeReports()
{
    ImportContext context = contextFor(m_trial);
    context.findPatient = [](const QString&) { return RecordId::create(); };
    const QByteArray rows = R"(["P001","MOOD","DIARY","Good, thanks","",1.0,"VISIT 1","2024-03-01"],)"
                            R"(["P001","REMARK","DIARY","fine","",1.0,"VISIT 1","2024-03-01"],)"
                            R"(["P001","MOOD","DIARY","2","",1.0,"VISIT 1","2024-03-02"],)"
                            R"(["P001","REMARK","DIARY",null,"NOT DONE",1.0,"VISIT 1","2024-03-02"])";
    const QByteArray json = questionnaire(rows, 4);
    const qsizetype body = json.indexOf(",\"rows\":[");
    const QByteArray lines = json.first(body) + "}\n" + json.mid(body + 9).chopped(2).replace("],[", "]\n[") + "\n";
    for (const QByteArray& content : {json, lines}) {
        const auto imported = planOf(content, context);
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().english()));
        QVERIFY(imported->findings.empty());
        QCOMPARE(imported->read, 2);
        QCOMPARE(imported->answers, 4);
        QCOMPARE(imported->reports.size(), 2);
        const Report& first = imported->reports[0].report;
        const Report& second = imported->reports[1].report;
        QCOMPARE(first.formOid, u"F.DIARY"_s);
        QCOMPARE(first.eventOid, u"SE.V1"_s);
        QCOMPARE(first.reportDate, u"2024-03-01"_s);
        QCOMPARE(first.items.text(u"IT.MOOD"), u"1"_s);
        QCOMPARE(first.items.text(u"IT.REMARK"), u"fine"_s);
        QCOMPARE(first.status, ReportStatus::Complete);
        QCOMPARE(second.repeat, 2);
        QCOMPARE(second.items.find(u"IT.REMARK")->missing, MissingReason::NotDone);
        QCOMPARE(imported->reports[1].where, content == json ? u"rows[2]"_s : u"line 4"_s);
    }
}

void TestImporters::questionnaireFindings_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("rejected");
    QTest::newRow("unknown patient") << R"(["P777","MOOD","DIARY","1","",1,"VISIT 1",""])"_ba << u"unknown_patient"_s
                                     << true;
    QTest::newRow("unknown form") << R"(["P001","MOOD","NOPE","1","",1,"VISIT 1",""])"_ba << u"unknown_form"_s << true;
    QTest::newRow("unknown visit") << R"(["P001","MOOD","DIARY","1","",99,"NEVER",""])"_ba << u"unknown_visit"_s
                                   << true;
    QTest::newRow("no visit") << R"(["P001","MOOD","DIARY","1","",null,"",""])"_ba << u"unknown_visit"_s << true;
    QTest::newRow("date") << R"(["P001","MOOD","DIARY","1","",1,"VISIT 1","2024-02-31"])"_ba << u"date"_s << true;
    QTest::newRow("unknown item") << R"(["P001","WHAT","DIARY","1","",1,"VISIT 1",""])"_ba << u"unknown_item"_s
                                  << false;
    QTest::newRow("not in the code list")
        << R"(["P001","MOOD","DIARY","Bad","",1,"VISIT 1",""])"_ba << u"code_list"_s << false;
}

void TestImporters::questionnaireFindings()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, code);
    QFETCH(bool, rejected);
    ImportContext context = contextFor(m_trial);
    context.findPatient = [](const QString& id) { return id == u"P001" ? RecordId::create() : RecordId(); };
    const auto imported = planOf(questionnaire(row, 1), context);
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().english()));
    QCOMPARE(codes(*imported), QStringList{code});
    QCOMPARE(imported->rejected, rejected ? 1 : 0);
    QCOMPARE(imported->reports.size(), rejected ? 0 : 1);
    QCOMPARE(imported->findings.front().severity, rejected ? Severity::Error : Severity::Warning);
    QCOMPARE(imported->findings.front().where, u"rows[0]"_s);
    if (code == u"code_list") {
        QCOMPARE(imported->findings.front().item, u"MOOD"_s);
        QCOMPARE(imported->reports.front().report.items.text(u"IT.MOOD"), u"Bad"_s);
        QCOMPARE(imported->reports.front().report.status, ReportStatus::Incomplete);
    }
}

void TestImporters::aVisitCanBeChosen()
{
    ImportContext context = contextFor(m_trial);
    context.findPatient = [](const QString&) { return RecordId::create(); };
    ImportOptions options = importOptions();
    options.studyEventOid = u"SE.V1"_s;
    const auto imported = planOf(questionnaire(R"(["P001","MOOD","DIARY","1","",null,"",""])", 1), context, options);
    QVERIFY(imported);
    QVERIFY(imported->findings.empty());
    QCOMPARE(imported->reports.front().report.eventOid, u"SE.V1"_s);
}

void TestImporters::foreignOdmBringsItsSubjects()
{
    const auto imported =
        planOf("<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" SourceSystem=\"Other\" ODMVersion=\"1.3.2\">"
               "<ClinicalData StudyOID=\"x\" MetaDataVersionOID=\"y\"><SubjectData SubjectKey=\"P001\"><SiteRef "
               "LocationOID=\"L.5\"/>"
               "<StudyEventData StudyEventOID=\"SE.V1\"><FormData FormOID=\"F.KINDS\"><ItemGroupData "
               "ItemGroupOID=\"IG.KINDS\">"
               "<ItemDataFloat ItemOID=\"IT.WEIGHT\">1.50</ItemDataFloat></ItemGroupData></FormData>"
               "<FormData FormOID=\"F.DIARY\" FormRepeatKey=\"3\"><ItemGroupData ItemGroupOID=\"IG.DIARY\">"
               "<ItemData ItemOID=\"IT.MOOD\" "
               "IsNull=\"Yes\"/></ItemGroupData></FormData></StudyEventData></SubjectData></ClinicalData></ODM>");
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().english()));
    QVERIFY(imported->findings.empty());
    QCOMPARE(imported->patients.size(), 1);
    QCOMPARE(imported->patients.front().patient.siteId, SiteId(u"L.5"_s));
    QCOMPARE(imported->reports.size(), 2);
    QCOMPARE(imported->reports[0].report.items.text(u"IT.WEIGHT"), u"1.50"_s);
    QCOMPARE(imported->reports[1].report.repeat, 3);
    QCOMPARE(imported->reports[1].report.items.find(u"IT.MOOD")->missing, MissingReason::Unknown);
}

void TestImporters::cancelStops()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    writeFile(path, "patientId,name\nP001,x\n");
    CancelToken cancel;
    cancel.cancel();
    const auto imported = planImport(path, contextFor(m_trial), importOptions(), {}, cancel);
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, ErrorCode::Cancelled);
}

void TestImporters::jsonForTheCommandLine()
{
    const auto imported = planOf("patientId,name\nP001,x\nA1,y\n");
    QVERIFY(imported);
    const QJsonObject json = importJson(u"patients.csv"_s, *imported);
    QCOMPARE(json.value(u"file").toString(), u"patients.csv"_s);
    QCOMPARE(json.value(u"read").toInt(), 2);
    QCOMPARE(json.value(u"imported").toInt(), 1);
    QCOMPARE(json.value(u"rejected").toInt(), 1);
    QCOMPARE(json.value(u"patients").toInt(), 1);
    QCOMPARE(json.value(u"reports").toInt(), 0);
    const QJsonObject finding = json.value(u"findings").toArray().first().toObject();
    QCOMPARE(finding.value(u"where").toString(), u"row 3"_s);
    QCOMPARE(finding.value(u"patient").toString(), u"A1"_s);
    QCOMPARE(finding.value(u"code").toString(), u"identifier"_s);
    QVERIFY(finding.value(u"message").toString().contains(u"P001"));
    for (const QString& key : {u"visit"_s, u"item"_s})
        QVERIFY(finding.contains(key));
}

QTEST_GUILESS_MAIN(TestImporters)
#include "tst_importers.moc"
