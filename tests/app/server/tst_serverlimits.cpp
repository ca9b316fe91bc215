// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/fakedesk.h"
#include "tests/app/server/serverprocess.h"

#include <QElapsedTimer>

using namespace sitebook;
using namespace sitebook::testing;
using namespace Qt::StringLiterals;

// Clients that are slow, broken or greedy.
class TestServerLimits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rawRequests_data();
    void rawRequests();
    void requestsInOnePieceAreAnsweredInOrder();
    void requestsInManyPiecesAreUnderstood();
    void slowClientsAreCutOff_data();
    void slowClientsAreCutOff();
    void manyUnfinishedRequestsCostNothing();
    void tooManyConnectionsAreToldSo();
    void clientsThatLeaveHarmNobody();
    void readersThatStandStillAreCutOff();
    void oldClientsAreServed();
    void continueIsAnswered();
    void stopFinishesWhatWasTaken();
    void portInUseIsOneSentence();
    void wrongUseIsExplained_data();
    void wrongUseIsExplained();

private:
    ServerProcess m_server;
    static constexpr int shortMs = 200;
};

void TestServerLimits::initTestCase()
{
    QVERIFY(m_server.start({u"--header-timeout-ms"_s, QString::number(shortMs), u"--body-timeout-ms"_s,
                            QString::number(shortMs), u"--idle-timeout-ms"_s, u"1000"_s, u"--write-timeout-ms"_s,
                            u"500"_s, u"--connections"_s, u"40"_s}));
    QVERIFY(m_server.signIn());
}

void TestServerLimits::rawRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("answer"); // the first line begins with it; empty: closed without one
    const QByteArray post = "POST /api/auth/login HTTP/1.1\r\nHost: x\r\n";
    QTest::newRow("header too large") << QByteArray("GET /healthz HTTP/1.1\r\nX: " + QByteArray(9000, 'a') + "\r\n\r\n")
                                      << "HTTP/1.1 431"_ba;
    QTest::newRow("endless header") << QByteArray("GET /healthz HTTP/1.1\r\nX: " + QByteArray(100'000, 'a'))
                                    << "HTTP/1.1 431"_ba;
    QTest::newRow("endless target") << QByteArray("GET /" + QByteArray(20'000, 'a')) << "HTTP/1.1 431"_ba;
    QTest::newRow("body announced too large")
        << QByteArray(post + "Content-Length: 1048577\r\n\r\n") << "HTTP/1.1 413"_ba;
    QTest::newRow("body sent too large") << QByteArray(post + "Content-Length: 3000000\r\n\r\n" +
                                                       QByteArray(3'000'000, 'a'))
                                         << "HTTP/1.1 413"_ba;
    QTest::newRow("chunks too large") << QByteArray(post + "Transfer-Encoding: chunked\r\n\r\n" + "200000\r\n" +
                                                    QByteArray(0x200000, 'a') + "\r\n0\r\n\r\n")
                                      << "HTTP/1.1 413"_ba;
    QTest::newRow("negative length") << QByteArray(post + "Content-Length: -1\r\n\r\n") << "HTTP/1.1 400"_ba;
    QTest::newRow("two lengths") << QByteArray(post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab")
                                 << "HTTP/1.1 400"_ba;
    QTest::newRow("length and chunks") << QByteArray(post +
                                                     "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                       << "HTTP/1.1 400"_ba;
    QTest::newRow("bad chunk") << QByteArray(post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n") << "HTTP/1.1 400"_ba;
    QTest::newRow("binary") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15)
                            << "HTTP/1.1 400"_ba;
    QTest::newRow("other protocol") << "SSH-2.0-x\r\n\r\n"_ba
                                    << "HTTP/1.1 400"_ba;
    QTest::newRow("bad version") << "GET / HTTP/9.9\r\n\r\n"_ba
                                 << "HTTP/1.1 400"_ba;
    QTest::newRow("header without colon") << "GET / HTTP/1.1\r\nbroken\r\n\r\n"_ba
                                          << "HTTP/1.1 400"_ba;
    QTest::newRow("cut header") << "GET /healthz HTT"_ba
                                << "HTTP/1.1 408"_ba;
    QTest::newRow("cut body") << QByteArray(post + "Content-Length: 100\r\n\r\n{\"user") << "HTTP/1.1 408"_ba;
    QTest::newRow("nothing") << ""_ba
                             << ""_ba;
}

void TestServerLimits::rawRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, answer);
    const QByteArray got = m_server.raw(bytes);
    QVERIFY2(got.startsWith(answer), got.left(200).constData());
    if (answer.isEmpty())
        QVERIFY(got.isEmpty());
    else
        QVERIFY(got.contains("Connection: close\r\n") && got.contains("\"requestId\""));
    QCOMPARE(m_server.get(u"/healthz"_s).status, 200);
}

void TestServerLimits::requestsInOnePieceAreAnsweredInOrder()
{
    QByteArray bytes;
    for (int i = 0; i < 50; ++i)
        bytes += "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Request-Id: n" + QByteArray::number(i) + "\r\n\r\n";
    bytes += "GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    const QByteArray got = m_server.raw(bytes);
    qsizetype at = 0;
    for (int i = 0; i < 50; ++i) {
        at = got.indexOf(QByteArray("X-Request-Id: n" + QByteArray::number(i) + "\r\n"), at);
        QVERIFY(at > 0);
    }
    QVERIFY(got.indexOf("{\"status\":\"ready\"}", at) > 0);
}

void TestServerLimits::requestsInManyPiecesAreUnderstood()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_server.port());
    QVERIFY(socket.waitForConnected(5000));
    for (const char letter : "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"_ba) {
        socket.write(&letter, 1);
        socket.flush();
    }
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(3000)) {
    }
    QVERIFY(socket.readAll().contains("{\"status\":\"ok\"}"));
}

void TestServerLimits::slowClientsAreCutOff_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("drip");
    QTest::newRow("header") << "GET /healthz HTTP/1.1\r\n"_ba
                            << "X: y\r\n"_ba;
    QTest::newRow("body") << "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"_ba
                          << "a"_ba;
}

// Dripping bytes do not buy time: the limit is for the whole header and the whole body.
void TestServerLimits::slowClientsAreCutOff()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, drip);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_server.port());
    QVERIFY(socket.waitForConnected(5000));
    QElapsedTimer clock;
    clock.start();
    socket.write(start);
    QByteArray got;
    while (socket.state() == QAbstractSocket::ConnectedState && clock.elapsed() < 5000 && got.isEmpty()) {
        socket.write(drip);
        socket.waitForReadyRead(20);
        got += socket.readAll();
    }
    QVERIFY2(got.startsWith("HTTP/1.1 408"), got.constData());
    QVERIFY(clock.elapsed() < 2000);
}

void TestServerLimits::manyUnfinishedRequestsCostNothing()
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 30; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(u"127.0.0.1"_s, m_server.port());
        QVERIFY(sockets.back()->waitForConnected(5000));
        sockets.back()->write("GET /healthz HTTP/1.1\r\nX-Slow: ");
        sockets.back()->flush();
    }
    QCOMPARE(m_server.get(u"/healthz"_s).status, 200);
    for (const auto& socket : sockets)
        QTRY_VERIFY(socket->state() != QAbstractSocket::ConnectedState);
}

void TestServerLimits::tooManyConnectionsAreToldSo()
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    QByteArray refused;
    for (int i = 0; i < 60 && refused.isEmpty(); ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        QTcpSocket& socket = *sockets.back();
        socket.connectToHost(u"127.0.0.1"_s, m_server.port());
        QVERIFY(socket.waitForConnected(5000));
        if (i >= 36 && socket.waitForReadyRead(50))
            refused = socket.readAll();
    }
    QVERIFY2(refused.startsWith("HTTP/1.1 503"), refused.constData());
    QVERIFY(refused.contains("Retry-After: "));
    sockets.clear();
    QTRY_COMPARE(m_server.get(u"/healthz"_s).status, 200);
}

void TestServerLimits::clientsThatLeaveHarmNobody()
{
    for (int i = 0; i < 100; ++i) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_server.port());
        QVERIFY(socket.waitForConnected(5000));
        socket.write("GET /api/v1/export?format=json HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_server.token() +
                     "\r\n\r\nPOST /api/auth/refresh HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
        socket.flush();
        socket.abort();
    }
    QTRY_COMPARE(m_server.get(u"/healthz"_s).status, 200);
}

void TestServerLimits::readersThatStandStillAreCutOff()
{
    FakeDesk desk;
    for (int batch = 0; batch < 4; ++batch) {
        std::vector<Operation> ops;
        for (int i = 0; i < 200; ++i)
            ops.push_back(
                desk.registerPatient(u"P%1"_s.arg(batch * 200 + i, 3, 10, QLatin1Char('0')), QString(900, u'n')));
        QCOMPARE(m_server.post(u"/api/v1/sites/701/ops"_s, api::toBytes(desk.batch(ops))).status, 200);
    }
    QTcpSocket socket;
    socket.setReadBufferSize(1024);
    socket.connectToHost(u"127.0.0.1"_s, m_server.port());
    QVERIFY(socket.waitForConnected(5000));
    for (int i = 0; i < 30; ++i)
        socket.write("GET /api/v1/export?format=json HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_server.token() +
                     "\r\n\r\n");
    socket.flush();
    QVERIFY(socket.waitForReadyRead(5000));
    // The metric of the connection goes away although its client neither reads nor leaves.
    QTRY_VERIFY_WITH_TIMEOUT(m_server.get(u"/metrics"_s).body.contains("sitebook_http_requests_in_flight 1\n"), 15'000);
    QCOMPARE(m_server.get(u"/api/v1/export?format=csv"_s).status, 200);
}

void TestServerLimits::oldClientsAreServed()
{
    const QByteArray got = m_server.raw("GET /api/v1/export?format=csv HTTP/1.0\r\nAuthorization: Bearer " +
                                        m_server.token() + "\r\n\r\n");
    QVERIFY(got.startsWith("HTTP/1.1 200"));
    QVERIFY(!got.contains("chunked"));
    QVERIFY(got.contains("P001"));
}

void TestServerLimits::continueIsAnswered()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_server.port());
    QVERIFY(socket.waitForConnected(5000));
    socket.write("POST /api/auth/refresh HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: "
                 "2\r\nConnection: close\r\n\r\n");
    QVERIFY(socket.waitForReadyRead(5000));
    QCOMPARE(socket.readAll(), "HTTP/1.1 100 Continue\r\n\r\n"_ba);
    socket.write("{}");
    QVERIFY(socket.waitForReadyRead(5000));
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 401"));
}

void TestServerLimits::stopFinishesWhatWasTaken()
{
    ServerProcess server;
    QVERIFY(server.start());
    // The password check takes long enough for the stop to come in between.
    QTcpSocket busy;
    busy.connectToHost(u"127.0.0.1"_s, server.port());
    QVERIFY(busy.waitForConnected(5000));
    const QByteArray body = R"({"username":"demo","password":")" + ServerProcess::password.toUtf8() + "\"}";
    busy.write("POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size()) +
               "\r\n\r\n" + body);
    QVERIFY(busy.waitForBytesWritten(5000));
    QTcpSocket idle;
    idle.connectToHost(u"127.0.0.1"_s, server.port());
    QVERIFY(idle.waitForConnected(5000));
    QTRY_VERIFY(server.get(u"/metrics"_s).body.contains("sitebook_http_requests_in_flight 2\n"));
    server.terminate();
    QVERIFY(busy.waitForReadyRead(10'000));
    const QByteArray got = busy.readAll();
    QVERIFY2(got.startsWith("HTTP/1.1 200"), got.constData());
    QVERIFY(got.contains("Connection: close"));
    QVERIFY(server.process().waitForFinished(10'000));
    QCOMPARE(server.process().exitCode(), 0);
    QCOMPARE(server.process().exitStatus(), QProcess::NormalExit);
}

void TestServerLimits::portInUseIsOneSentence()
{
    const QTemporaryDir folder;
    QByteArray errors;
    QByteArray output;
    const int code = m_server.run({u"--demo"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_server.port()), u"--database"_s,
                                   folder.filePath(u"s.db"_s)},
                                  &errors, &output);
    QCOMPARE(code, 1);
    QCOMPARE(errors.count('\n'), 1);
    QVERIFY2(errors.contains("already in use") && errors.contains(QByteArray::number(m_server.port())),
             errors.constData());
    QVERIFY(output.isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestServerLimits::wrongUseIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("unknown flag") << QStringList{u"--nonsense"_s} << 2;
    QTest::newRow("no study") << QStringList{u"--listen"_s, u"127.0.0.1:0"_s} << 2;
    QTest::newRow("bad address") << QStringList{u"--demo"_s, u"--listen"_s, u"here"_s} << 2;
    QTest::newRow("unknown command") << QStringList{u"fly"_s} << 2;
    QTest::newRow("study absent") << QStringList{u"--study"_s, u"/nonexistent.xml"_s} << 1;
    QTest::newRow("folder absent") << QStringList{u"--demo"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s,
                                                  u"/nonexistent/s.db"_s}
                                   << 1;
    QTest::newRow("database of another program")
        << QStringList{u"--demo"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s,
                       QStringLiteral(SITEBOOK_SOURCE_DIR "/LICENSE")}
        << 1;
    QTest::newRow("role unknown") << QStringList{u"account"_s, u"add"_s,    u"x"_s, u"--role"_s,
                                                 u"king"_s,    u"--site"_s, u"1"_s}
                                  << 2;
    QTest::newRow("no site") << QStringList{u"account"_s, u"add"_s, u"x"_s, u"--role"_s, u"monitor"_s} << 2;
}

void TestServerLimits::wrongUseIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QByteArray errors;
    QCOMPARE(m_server.run(arguments, &errors), code);
    QVERIFY2(errors.startsWith("sitebook-server: ") && errors.trimmed().size() > 30, errors.constData());
    QCOMPARE(errors.count('\n'), 1);
    QVERIFY(!QFile::exists(QStringLiteral(SITEBOOK_SOURCE_DIR "/LICENSE.lock")));
}

QTEST_GUILESS_MAIN(TestServerLimits)
#include "tst_serverlimits.moc"
