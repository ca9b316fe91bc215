// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/fakedesk.h"
#include "tests/app/server/serverprocess.h"

#include <QXmlStreamReader>

using namespace sitebook;
using namespace sitebook::testing;
using namespace Qt::StringLiterals;

// Every route and status of the real server, but for synchronisation (tst_serversync).
class TestServerRoutes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void errorsAreInOneShape_data();
    void errorsAreInOneShape();
    void everyRouteWithTokenAsksForOne_data();
    void everyRouteWithTokenAsksForOne();
    void signInRefuses_data();
    void signInRefuses();
    void manyWrongPasswordsAreSlowedDown();
    void rightPasswordsAreNot();
    void sessionsAreRefreshedAndEnded();
    void onePatient();
    void absentPatient();
    void chineseSentencesWhereTheyAreInstalled();
    void patientsInPages();
    void pagesHaveLimits();
    void monitorsSeeNoIdentities();
    void reportIsStoredOnce();
    void wrongReports_data();
    void wrongReports();
    void reportsReachTheFeed();
    void exports_data();
    void exports();
    void unknownExportFormat_data();
    void unknownExportFormat();
    void dataManagersExportWithoutIdentities();
    void metaHasATag();
    void servicesAnswer();
    void requestIdsAreEchoed();
    void headHasNoBody();
    void logHoldsNoPersonalData();

private:
    void push(const std::vector<Operation>& ops);
    [[nodiscard]] static QJsonObject report(const QString& id);
    ServerProcess m_server;
    FakeDesk m_desk;
    QByteArray m_coordinator;
    const QString m_canary = u"Canary Zwölfenbein"_s;
};

void TestServerRoutes::initTestCase()
{
    QCOMPARE(m_server.run({u"account"_s, u"add"_s, u"manager"_s, u"--role"_s, u"data_manager"_s, u"--site"_s, u"701"_s,
                           u"--database"_s, m_server.databasePath()}),
             0);
    QVERIFY(m_server.start());
    QVERIFY(m_server.signIn());
    m_coordinator = m_server.token();
    std::vector<Operation> ops;
    for (int i = 1; i <= 25; ++i)
        ops.push_back(m_desk.registerPatient(u"P%1"_s.arg(i, 3, 10, QLatin1Char('0')),
                                             i == 1 ? m_canary : u"Patient %1"_s.arg(i)));
    ops.push_back(m_desk.report(ops.front().recordId));
    push(ops);
}

void TestServerRoutes::init()
{
    m_server.setToken(m_coordinator);
}

void TestServerRoutes::push(const std::vector<Operation>& ops)
{
    const HttpResult result = m_server.post(u"/api/v1/sites/701/ops"_s, api::toBytes(m_desk.batch(ops)));
    QCOMPARE(result.status, 200);
    const auto answer = api::pushAnswerFromBytes(result.body);
    QVERIFY(answer);
    for (const api::ItemResult& item : answer->results)
        QCOMPARE(item.status, api::ItemStatus::Applied);
}

void TestServerRoutes::errorsAreInOneShape_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("unknown path") << "GET"_ba << u"/nowhere"_s << 404 << u"not_found"_s;
    QTest::newRow("unknown method") << "DELETE"_ba << u"/api/v1/patients/P001"_s << 405 << u"method_not_allowed"_s;
    QTest::newRow("other site") << "GET"_ba << u"/api/v1/sites/702/changes"_s << 403 << u"denied"_s;
    QTest::newRow("cursor no number") << "GET"_ba << u"/api/v1/sites/701/changes?after=x"_s << 400 << u"protocol"_s;
    QTest::newRow("cursor ahead") << "GET"_ba << u"/api/v1/sites/701/changes?after=99999"_s << 410
                                  << u"cursor_expired"_s;
    QTest::newRow("other epoch") << "GET"_ba << u"/api/v1/sites/701/changes?epoch=x"_s << 410 << u"epoch_changed"_s;
    QTest::newRow("limit") << "GET"_ba << u"/api/v1/patients?limit=0"_s << 400 << u"invalid"_s;
    QTest::newRow("ops no JSON") << "POST"_ba << u"/api/v1/sites/701/ops"_s << 400 << u"protocol"_s;
    QTest::newRow("status no JSON") << "POST"_ba << u"/api/v1/sites/701/ops/status"_s << 400 << u"protocol"_s;
    QTest::newRow("report no JSON") << "POST"_ba << u"/api/v1/reports"_s << 400 << u"protocol"_s;
    QTest::newRow("refresh no JSON") << "POST"_ba << u"/api/auth/refresh"_s << 400 << u"protocol"_s;
}

void TestServerRoutes::errorsAreInOneShape()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QString, code);
    const HttpResult result = m_server.request(method, path, "{\"a\":");
    QCOMPARE(result.status, status);
    const QJsonObject error = result.json();
    QCOMPARE(error.value(u"code"_s).toString(), code);
    QVERIFY(!error.value(u"error"_s).toString().isEmpty());
    QCOMPARE(error.value(u"requestId"_s).toString().toLatin1(), result.headers.value("x-request-id"));
    QCOMPARE(result.headers.value("content-type"), "application/json"_ba);
}

void TestServerRoutes::everyRouteWithTokenAsksForOne_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::newRow("patients") << "GET"_ba << u"/api/v1/patients"_s;
    QTest::newRow("patient") << "GET"_ba << u"/api/v1/patients/P001"_s;
    QTest::newRow("report") << "POST"_ba << u"/api/v1/reports"_s;
    QTest::newRow("export") << "GET"_ba << u"/api/v1/export?format=csv"_s;
    QTest::newRow("ops") << "POST"_ba << u"/api/v1/sites/701/ops"_s;
    QTest::newRow("status") << "POST"_ba << u"/api/v1/sites/701/ops/status"_s;
    QTest::newRow("changes") << "GET"_ba << u"/api/v1/sites/701/changes"_s;
}

void TestServerRoutes::everyRouteWithTokenAsksForOne()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    for (const QByteArray& token : {QByteArray(), QByteArray("x.y.z"), QByteArray(m_coordinator.chopped(4) + "AAAA")}) {
        m_server.setToken(token);
        const HttpResult result = m_server.request(method, path, "{}");
        QCOMPARE(result.status, 401);
        QCOMPARE(result.headers.value("www-authenticate"), "Bearer"_ba);
    }
}

void TestServerRoutes::signInRefuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("wrong password") << R"({"username":"monitor","password":"x"})"_ba << 401;
    QTest::newRow("unknown name") << R"({"username":"nobody","password":"x"})"_ba << 401;
    QTest::newRow("no password") << R"({"username":"monitor"})"_ba << 400;
    QTest::newRow("password no text") << R"({"username":"monitor","password":1})"_ba << 400;
    QTest::newRow("device no uuid") << R"({"username":"monitor","password":"x","device_id":"d"})"_ba << 400;
    QTest::newRow("duplicate key") << R"({"username":"monitor","username":"demo","password":"x"})"_ba << 400;
    QTest::newRow("cut") << R"({"username":"monitor","pass)"_ba << 400;
    QTest::newRow("empty") << ""_ba << 400;
}

void TestServerRoutes::signInRefuses()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    m_server.setToken({});
    const HttpResult result = m_server.post(u"/api/auth/login"_s, body);
    QCOMPARE(result.status, status);
    if (status == 401)
        QCOMPARE(result.json().value(u"error"_s).toString(), u"The user name or the password is not right."_s);
}

void TestServerRoutes::manyWrongPasswordsAreSlowedDown()
{
    const QByteArray wrong = R"({"username":"manager","password":"x"})";
    for (int i = 0; i < 5; ++i)
        QCOMPARE(m_server.post(u"/api/auth/login"_s, wrong).status, 401);
    const HttpResult result = m_server.post(u"/api/auth/login"_s, wrong);
    QCOMPARE(result.status, 429);
    QVERIFY(result.headers.value("retry-after").toInt() > 0);
    QCOMPARE(m_server.post(u"/api/auth/login"_s, R"({"username":"other","password":"x"})").status, 401);
}

void TestServerRoutes::rightPasswordsAreNot()
{
    for (int i = 0; i < 8; ++i)
        QVERIFY(m_server.signIn());
}

void TestServerRoutes::sessionsAreRefreshedAndEnded()
{
    const QString device = DeviceId::create().toString();
    QVERIFY(m_server.signIn(u"demo"_s, device));
    const auto refresh = [&](const QString& token, const QString& from) {
        return m_server.post(u"/api/auth/refresh"_s,
                             QJsonDocument(QJsonObject{{u"refreshToken"_s, token}, {u"device_id"_s, from}}).toJson());
    };
    const HttpResult first = refresh(m_server.refreshToken(), device);
    QCOMPARE(first.status, 200);
    const auto login = api::loginAnswerFromBytes(first.body);
    QVERIFY(login);
    QCOMPARE(login->expiresInSeconds, 600);
    QCOMPARE(login->user.role, Role::Coordinator);
    QVERIFY(login->refreshToken != m_server.refreshToken());
    QCOMPARE(api::loginAnswerFromBytes(refresh(m_server.refreshToken(), device).body)->refreshToken,
             login->refreshToken);
    m_server.setToken(login->token.toLatin1());
    QCOMPARE(m_server.get(u"/api/v1/patients/P001"_s).status, 200);
    QCOMPARE(
        m_server
            .post(u"/api/auth/logout"_s, QJsonDocument(QJsonObject{{u"refreshToken"_s, login->refreshToken}}).toJson())
            .status,
        204);
    QCOMPARE(m_server.get(u"/api/v1/patients/P001"_s).status, 401);
    QCOMPARE(refresh(login->refreshToken, device).status, 401);
    QCOMPARE(refresh(u"nonsense"_s, device).status, 401);
    m_server.setToken({});
    QCOMPARE(m_server.post(u"/api/auth/logout"_s, "{}").status, 401);
}

void TestServerRoutes::onePatient()
{
    const HttpResult result = m_server.get(u"/api/v1/patients/P001"_s);
    QCOMPARE(result.status, 200);
    const QJsonObject patient = result.json();
    QCOMPARE(patient.value(u"patientId"_s).toString(), u"P001"_s);
    QCOMPARE(patient.value(u"name"_s).toString(), m_canary);
    QCOMPARE(patient.value(u"dateOfBirth"_s).toString(), u"1970-02-03"_s);
    QCOMPARE(patient.value(u"isEnrolled"_s), QJsonValue(true));
    QCOMPARE(m_server.get(u"/api/v1/patients/P%3001"_s).json().value(u"patientId"_s).toString(), u"P001"_s);
    QCOMPARE(result.headers.value("cache-control"), "no-store"_ba);
}

void TestServerRoutes::absentPatient()
{
    const HttpResult result = m_server.get(u"/api/v1/patients/P999"_s);
    QCOMPARE(result.status, 404);
    QVERIFY2(result.body.startsWith(R"({"error":"Patient not found")"), result.body.constData());
}

void TestServerRoutes::chineseSentencesWhereTheyAreInstalled()
{
    const HttpResult result = m_server.get(u"/api/v1/patients/P999"_s, {{"Accept-Language", "zh-CN,zh;q=0.9"}});
    QCOMPARE(result.status, 404);
    QCOMPARE(result.code(), u"not_found"_s);
    QVERIFY(!result.json().value(u"error"_s).toString().isEmpty());
}

void TestServerRoutes::patientsInPages()
{
    QStringList seen;
    QString after;
    for (int page = 0; page < 10; ++page) {
        const HttpResult result = m_server.get(u"/api/v1/patients?limit=10&after="_s + after);
        QCOMPARE(result.status, 200);
        const QJsonObject object = result.json();
        const QJsonArray patients = object.value(u"patients"_s).toArray();
        QCOMPARE(object.value(u"count"_s).toInt(), patients.size());
        QVERIFY(object.value(u"end"_s).toBool());
        for (const auto& patient : patients)
            seen << patient.toObject().value(u"patientId"_s).toString();
        if (object.value(u"next"_s).isNull())
            break;
        after = object.value(u"next"_s).toString();
    }
    QCOMPARE(seen.size(), 25);
    QStringList sorted = seen;
    sorted.sort();
    sorted.removeDuplicates();
    QCOMPARE(seen, sorted);
}

void TestServerRoutes::pagesHaveLimits()
{
    for (const QString& limit : {u"0"_s, u"-1"_s, u"501"_s, u"x"_s, u"1e3"_s})
        QCOMPARE(m_server.get(u"/api/v1/patients?limit="_s + limit).status, 400);
    QCOMPARE(m_server.get(u"/api/v1/patients?after=P999"_s).json().value(u"count"_s).toInt(-1), 0);
}

void TestServerRoutes::monitorsSeeNoIdentities()
{
    QVERIFY(m_server.signIn(u"monitor"_s));
    const QJsonObject patient = m_server.get(u"/api/v1/patients/P001"_s).json();
    QCOMPARE(patient.value(u"patientId"_s).toString(), u"P001"_s);
    QVERIFY(!patient.contains(u"name"_s));
    QVERIFY(!patient.contains(u"dateOfBirth"_s));
    for (const QString& path : {u"/api/v1/patients"_s, u"/api/v1/sites/701/changes"_s}) {
        const HttpResult result = m_server.get(path);
        QCOMPARE(result.status, 200);
        QVERIFY(result.body.contains("P001"));
        QVERIFY(!result.body.contains("Canary"));
    }
    QCOMPARE(m_server.get(u"/api/v1/export?format=csv"_s).status, 403);
    QCOMPARE(m_server.post(u"/api/v1/reports"_s, QJsonDocument(report(RecordId::create().toString())).toJson()).status,
             403);
}

QJsonObject TestServerRoutes::report(const QString& id)
{
    QJsonObject items;
    for (int i = 1; i <= 9; ++i)
        items.insert(u"PHQ01%1"_s.arg(i, 2, 10, QLatin1Char('0')), i % 4);
    items.insert(u"IT.PHQ0110"_s, u"1"_s);
    return {{u"reportId"_s, id},         {u"patientId"_s, u"P001"_s},        {u"form"_s, u"F.PHQ9"_s},
            {u"event"_s, u"SE.WEEK2"_s}, {u"reportDate"_s, u"2026-11-20"_s}, {u"items"_s, items}};
}

void TestServerRoutes::reportIsStoredOnce()
{
    const QString id = RecordId::create().toString();
    QJsonObject body = report(id);
    const HttpResult first = m_server.post(u"/api/v1/reports"_s, QJsonDocument(body).toJson());
    QVERIFY2(first.status == 201, first.body.constData());
    QCOMPARE(first.json().value(u"reportId"_s).toString(), id);
    QCOMPARE(first.json().value(u"status"_s).toString(), u"Complete"_s);
    const HttpResult again = m_server.post(u"/api/v1/reports"_s, QJsonDocument(body).toJson(QJsonDocument::Compact));
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json(), first.json());
    body.insert(u"reportDate"_s, u"2026-11-21"_s);
    const HttpResult other = m_server.post(u"/api/v1/reports"_s, QJsonDocument(body).toJson());
    QCOMPARE(other.status, 409);
    QCOMPARE(other.code(), u"already_exists"_s);
}

void TestServerRoutes::wrongReports_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("field");
    const auto items = [](const QString& name, const QJsonValue& value) {
        return QJsonValue(QJsonObject{{name, value}});
    };
    QTest::newRow("unknown patient") << u"patientId"_s << QJsonValue(u"P998"_s) << 422 << u"patientId"_s;
    QTest::newRow("no patient") << u"patientId"_s << QJsonValue() << 400 << u"patientId"_s;
    QTest::newRow("unknown form") << u"form"_s << QJsonValue(u"F.NONE"_s) << 422 << u"form"_s;
    QTest::newRow("unknown event") << u"event"_s << QJsonValue(u"SE.NONE"_s) << 422 << u"event"_s;
    QTest::newRow("id no uuid") << u"reportId"_s << QJsonValue(u"R-1"_s) << 422 << u"reportId"_s;
    QTest::newRow("repeat 0") << u"repeat"_s << QJsonValue(0) << 422 << u"repeat"_s;
    QTest::newRow("repeat text") << u"repeat"_s << QJsonValue(u"1"_s) << 422 << u"repeat"_s;
    QTest::newRow("text behind a date") << u"reportDate"_s << QJsonValue(u"2026-11-20x"_s) << 422 << u"reportDate"_s;
    QTest::newRow("31 February") << u"reportDate"_s << QJsonValue(u"2026-02-31"_s) << 422 << u"reportDate"_s;
    QTest::newRow("items no object") << u"items"_s << QJsonValue(1) << 400 << u"items"_s;
    QTest::newRow("unknown item") << u"items"_s << items(u"WEIGHT"_s, u"70"_s) << 422 << u"WEIGHT"_s;
    QTest::newRow("not in the code list") << u"items"_s << items(u"PHQ0101"_s, u"7"_s) << 422 << u"IT.PHQ0101"_s;
    QTest::newRow("decimal as number") << u"items"_s << items(u"PHQ0101"_s, 1.5) << 422 << u"PHQ0101"_s;
    QTest::newRow("missing reason unknown")
        << u"items"_s << items(u"PHQ0101"_s, QJsonObject{{u"missing"_s, u"LOST"_s}}) << 422 << u"PHQ0101"_s;
    QTest::newRow("item a list") << u"items"_s << items(u"PHQ0101"_s, QJsonArray{1}) << 422 << u"PHQ0101"_s;
}

void TestServerRoutes::wrongReports()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(int, status);
    QFETCH(QString, field);
    QJsonObject body = report(RecordId::create().toString());
    if (value.isNull())
        body.remove(key);
    else
        body.insert(key, value);
    const HttpResult result = m_server.post(u"/api/v1/reports"_s, QJsonDocument(body).toJson());
    QCOMPARE(result.status, status);
    QCOMPARE(result.json().value(u"field"_s).toString(), field);
}

void TestServerRoutes::reportsReachTheFeed()
{
    const QString id = RecordId::create().toString();
    const HttpResult stored = m_server.post(u"/api/v1/reports"_s, QJsonDocument(report(id)).toJson());
    QCOMPARE(stored.status, 201);
    const qint64 seq = stored.json().value(u"seq"_s).toInteger();
    const auto page =
        api::changesPageFromBytes(m_server.get(u"/api/v1/sites/701/changes?after=%1"_s.arg(seq - 1)).body);
    QVERIFY(page);
    QVERIFY(!page->changes.empty());
    const Operation& op = page->changes.front().op;
    QCOMPARE(op.recordId.toString(), id);
    QCOMPARE(op.set.text(field::originator), u"patient"_s);
    QCOMPARE(op.set.text(u"item/IT.PHQ0101"), u"1"_s);
    QCOMPARE(op.set.text(u"item/IT.PHQ0111"), u"13"_s); // the server's own sum
    QVERIFY(op.device != m_desk.device());
    QCOMPARE(op.user, UserName(u"demo"_s));
}

void TestServerRoutes::exports_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("csv") << u"csv"_s << "text/csv"_ba;
    QTest::newRow("json") << u"json"_s << "application/json"_ba;
    QTest::newRow("xml") << u"xml"_s << "application/xml"_ba;
}

void TestServerRoutes::exports()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, type);
    const HttpResult result = m_server.get(u"/api/v1/export?format="_s + format);
    QCOMPARE(result.status, 200);
    QVERIFY2(result.headers.value("content-type").startsWith(type), result.headers.value("content-type").constData());
    QVERIFY(result.body.contains(m_canary.toUtf8()));
    QVERIFY(result.body.contains("P025"));
    if (format == "json"_L1)
        QVERIFY(!QJsonDocument::fromJson(result.body).isNull());
    if (format == "xml"_L1) {
        QXmlStreamReader xml(result.body);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }
}

void TestServerRoutes::unknownExportFormat_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("pdf") << u"format=pdf"_s;
    QTest::newRow("none") << u""_s;
    QTest::newRow("empty") << u"format="_s;
    QTest::newRow("upper case") << u"format=CSVX"_s;
}

void TestServerRoutes::unknownExportFormat()
{
    QFETCH(QString, query);
    const HttpResult result = m_server.get(u"/api/v1/export?"_s + query);
    QCOMPARE(result.status, 400);
    QVERIFY2(result.body.startsWith(R"({"error":"Unsupported format")"), result.body.constData());
}

void TestServerRoutes::dataManagersExportWithoutIdentities()
{
    // The name was closed for a while by the wrong passwords above; another one of the same role takes its place.
    QCOMPARE(m_server.run({u"account"_s, u"add"_s, u"manager2"_s, u"--role"_s, u"data_manager"_s, u"--site"_s, u"701"_s,
                           u"--database"_s, m_server.databasePath()}),
             0);
    QVERIFY(m_server.signIn(u"manager2"_s));
    for (const QString& format : {u"csv"_s, u"json"_s, u"xml"_s}) {
        const HttpResult result = m_server.get(u"/api/v1/export?format="_s + format);
        QCOMPARE(result.status, 200);
        QVERIFY(result.body.contains("P001"));
        QVERIFY(!result.body.contains("Canary"));
        QVERIFY(!result.body.contains("1970-02-03"));
    }
}

void TestServerRoutes::metaHasATag()
{
    const HttpResult first = m_server.get(u"/api/v1/meta"_s);
    QCOMPARE(first.status, 200);
    const auto meta = api::metaFromBytes(first.body);
    QVERIFY(meta);
    QCOMPARE(meta->studyOid, u"S.DEMO"_s);
    QCOMPARE(meta->receiptPublicKey.size(), 32);
    const HttpResult again = m_server.get(u"/api/v1/meta"_s, {{"If-None-Match", first.headers.value("etag")}});
    QCOMPARE(again.status, 304);
    QVERIFY(again.body.isEmpty());
}

void TestServerRoutes::servicesAnswer()
{
    QCOMPARE(m_server.get(u"/healthz"_s).status, 200);
    QCOMPARE(m_server.get(u"/readyz"_s).status, 200);
    QVERIFY(m_server.get(u"/api/v1/openapi.json"_s).json().contains(u"paths"_s));
    const HttpResult metrics = m_server.get(u"/metrics"_s);
    QVERIFY(metrics.headers.value("content-type").startsWith("text/plain"));
    QVERIFY(metrics.body.contains("sitebook_http_requests_total{"));
    QVERIFY(metrics.body.contains("sitebook_sync_operations_total{status=\"applied\"} 26"));
    QVERIFY(metrics.body.contains("sitebook_commit_group_size_count"));
    QVERIFY(metrics.body.contains("route=\"/api/v1/patients/{patientId}\""));
    QVERIFY(!metrics.body.contains("P001"));
}

void TestServerRoutes::requestIdsAreEchoed()
{
    QCOMPARE(m_server.get(u"/healthz"_s, {{"X-Request-Id", "abc-1.2_3"}}).headers.value("x-request-id"),
             "abc-1.2_3"_ba);
    for (const QByteArray& bad : {"a b"_ba, "a\"b"_ba, QByteArray(65, 'a')})
        QVERIFY(m_server.get(u"/healthz"_s, {{"X-Request-Id", bad}}).headers.value("x-request-id") != bad);
}

void TestServerRoutes::headHasNoBody()
{
    const QByteArray answer = m_server.raw("HEAD /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(answer.contains("Content-Length: 15\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\n"));
}

// Last: everything above has been logged and stored by now.
void TestServerRoutes::logHoldsNoPersonalData()
{
    const QByteArray trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    QCOMPARE(m_server.get(u"/api/v1/patients/P001"_s, {{"X-Request-Id", "find-me"}, {"traceparent", trace}}).status,
             200);
    QCOMPARE(m_server.stop(), 0);
    QFile log(m_server.logPath());
    QVERIFY(log.open(QIODevice::ReadOnly));
    bool found = false;
    int lines = 0;
    while (!log.atEnd()) {
        const QByteArray line = log.readLine();
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QVERIFY2(object.contains(u"ts"_s), line.constData());
        ++lines;
        if (object.value(u"requestId"_s).toString() != "find-me"_L1)
            continue;
        found = true;
        QCOMPARE(object.value(u"route"_s).toString(), u"/api/v1/patients/{patientId}"_s);
        QCOMPARE(object.value(u"status"_s).toInt(), 200);
        QCOMPARE(object.value(u"traceId"_s).toString(), u"4bf92f3577b34da6a3ce929d0e0e4736"_s);
    }
    QVERIFY(found && lines > 100);
    const QDir folder(m_server.folder());
    for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        for (const QByteArray& secret :
             {"Canary"_ba, m_canary.toUtf8(), "1970-02-03"_ba, ServerProcess::password.toUtf8()})
            QVERIFY2(!content.contains(secret), qPrintable(name));
        if (name.endsWith(".log"_L1))
            QVERIFY(!content.contains("P001"));
    }
}

QTEST_GUILESS_MAIN(TestServerRoutes)
#include "tst_serverroutes.moc"
