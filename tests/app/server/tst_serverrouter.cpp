// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/router.h"
#include "app/server/sentences.h"

using namespace sitebook::server;
using namespace Qt::StringLiterals;

class TestServerRouter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsInTheOrderOfTheEnum();
    void everyRouteIsInTheDocumentAndTheOtherWay();
    void paths_data();
    void paths();
    void queries_data();
    void queries();
    void languages_data();
    void languages();
};

void TestServerRouter::tableIsInTheOrderOfTheEnum()
{
    for (size_t i = 0; i < allRoutes().size(); ++i)
        QCOMPARE(static_cast<size_t>(allRoutes()[i].id), i);
}

void TestServerRouter::everyRouteIsInTheDocumentAndTheOtherWay()
{
    QFile file(QStringLiteral(SITEBOOK_SOURCE_DIR "/resources/openapi/openapi.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(document.value(u"openapi"_s).toString().startsWith("3."_L1));
    QSet<QString> described;
    const QJsonObject paths = document.value(u"paths"_s).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject methods = path->toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method) {
            described.insert(QString(method.key().toUpper() + u' ' + path.key()));
            const bool secured = method->toObject().contains(u"security"_s);
            const auto match = matchRoute(method.key().toUpper().toStdString(), path.key().toStdString());
            QVERIFY2(match.route != nullptr, qPrintable(path.key()));
            QCOMPARE(secured, match.route->needsToken);
        }
    }
    QSet<QString> served;
    for (const RouteInfo& route : allRoutes())
        served.insert(QString(QString::fromUtf8(route.method.data(), static_cast<qsizetype>(route.method.size())) +
                              u' ' + QString::fromUtf8(route.path.data(), static_cast<qsizetype>(route.path.size()))));
    QCOMPARE(described, served);
}

void TestServerRouter::paths_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("route"); // -1: none
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("allow");
    const auto id = [](Route route) { return static_cast<int>(route); };
    QTest::newRow("patient") << "GET"_ba
                             << "/api/v1/patients/P001"_ba << id(Route::Patient) << "P001"_ba
                             << ""_ba;
    QTest::newRow("head") << "HEAD"_ba
                          << "/api/v1/patients/P001"_ba << id(Route::Patient) << "P001"_ba
                          << ""_ba;
    QTest::newRow("list") << "GET"_ba
                          << "/api/v1/patients"_ba << id(Route::Patients) << ""_ba
                          << ""_ba;
    QTest::newRow("ops") << "POST"_ba
                         << "/api/v1/sites/701/ops"_ba << id(Route::Ops) << "701"_ba
                         << ""_ba;
    QTest::newRow("status") << "POST"_ba
                            << "/api/v1/sites/701/ops/status"_ba << id(Route::OpsStatus) << "701"_ba
                            << ""_ba;
    QTest::newRow("no parameter") << "GET"_ba
                                  << "/api/v1/patients/"_ba << -1 << ""_ba
                                  << ""_ba;
    QTest::newRow("deeper") << "GET"_ba
                            << "/api/v1/patients/P001/x"_ba << -1 << ""_ba
                            << ""_ba;
    QTest::newRow("site with slash") << "GET"_ba
                                     << "/api/v1/sites/7/1/changes"_ba << -1 << ""_ba
                                     << ""_ba;
    QTest::newRow("other method") << "DELETE"_ba
                                  << "/api/v1/patients/P001"_ba << -1 << ""_ba
                                  << "GET, HEAD"_ba;
    QTest::newRow("get on post") << "GET"_ba
                                 << "/api/v1/reports"_ba << -1 << ""_ba
                                 << "POST"_ba;
    QTest::newRow("root") << "GET"_ba
                          << "/"_ba << -1 << ""_ba
                          << ""_ba;
    QTest::newRow("trailing slash") << "GET"_ba
                                    << "/healthz/"_ba << -1 << ""_ba
                                    << ""_ba;
}

void TestServerRouter::paths()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, route);
    QFETCH(QByteArray, parameter);
    QFETCH(QByteArray, allow);
    const std::string pathText = path.toStdString();
    const RouteMatch match = matchRoute(method.toStdString(), pathText);
    QCOMPARE(match.route == nullptr ? -1 : static_cast<int>(match.route->id), route);
    if (route >= 0)
        QCOMPARE(QByteArray(match.parameter.data(), static_cast<qsizetype>(match.parameter.size())), parameter);
    else
        QCOMPARE(QByteArray::fromStdString(match.allow), allow);
}

void TestServerRouter::queries_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("alone") << "a=1"_ba
                           << "1"_ba;
    QTest::newRow("among others") << "b=2&a=1&c"_ba
                                  << "1"_ba;
    QTest::newRow("first wins") << "a=1&a=2"_ba
                                << "1"_ba;
    QTest::newRow("decoded") << "a=x%20y+z%C3%A9"_ba
                             << "x y zé"_ba;
    QTest::newRow("prefix is another") << "aa=1"_ba
                                       << ""_ba;
    QTest::newRow("no value") << "a"_ba
                              << ""_ba;
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
    QTest::newRow("bad escape") << "a=%zz"_ba
                                << "%zz"_ba;
}

void TestServerRouter::queries()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, value);
    const std::string text = query.toStdString();
    if (query == "a=%zz")
        (void)queryValue(text, "a"); // whatever it is, it is no crash
    else
        QCOMPARE(QByteArray::fromStdString(queryValue(text, "a")), value);
}

void TestServerRouter::languages_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("chinese");
    QTest::newRow("none") << ""_ba << false;
    QTest::newRow("zh") << "zh"_ba << true;
    QTest::newRow("zh-CN first") << "zh-CN,zh;q=0.9,en;q=0.8"_ba << true;
    QTest::newRow("en first") << "en-GB,en;q=0.9,zh;q=0.8"_ba << false;
    QTest::newRow("quality decides") << "en;q=0.5, zh;q=0.7"_ba << true;
    QTest::newRow("zero") << "zh;q=0"_ba << false;
    QTest::newRow("others") << "de, fr;q=0.9"_ba << false;
    QTest::newRow("no prefix match") << "zhx"_ba << false;
    QTest::newRow("garbage") << ";;,,q=,zh;q=x"_ba << false;
}

void TestServerRouter::languages()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, chinese);
    const std::string text = header.toStdString();
    QCOMPARE(Sentences::prefersChinese(text), chinese);
}

QTEST_APPLESS_MAIN(TestServerRouter)
#include "tst_serverrouter.moc"
