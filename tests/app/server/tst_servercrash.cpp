// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/hashchain.h"
#include "tests/app/server/fakedesk.h"
#include "tests/app/server/serverprocess.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <map>

using namespace sitebook;
using namespace sitebook::testing;
using namespace Qt::StringLiterals;

namespace {

// A client that sends one report after another as fast as they are acknowledged.
class Sender final
{
public:
    Sender(quint16 port, QByteArray token)
        : m_token(std::move(token))
    {
        m_socket.connectToHost(u"127.0.0.1"_s, port);
        m_connected = m_socket.waitForConnected(5000);
        send();
    }
    [[nodiscard]] bool isConnected() const { return m_connected; }

    // Takes an answer if it is there; the number the report got, 0: nothing yet.
    quint64 take()
    {
        m_buffer += m_socket.readAll();
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        const QJsonObject answer = end < 0 ? QJsonObject() : QJsonDocument::fromJson(m_buffer.mid(end + 4)).object();
        if (answer.isEmpty() || !m_buffer.startsWith("HTTP/1.1 201"))
            return 0;
        m_buffer.clear();
        return static_cast<quint64>(answer.value(u"seq"_s).toInteger());
    }
    void send()
    {
        m_id = RecordId::create().toString();
        const QByteArray body =
            R"({"reportId":")" + m_id.toLatin1() +
            R"(","patientId":"P001","form":"F.PHQ9","event":"SE.WEEK4","items":{"PHQ0101":1,"PHQ0102":2}})";
        m_socket.write("POST /api/v1/reports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_token +
                       "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                       "\r\n\r\n" + body);
        m_socket.flush();
    }
    void wait() { m_socket.waitForReadyRead(2); }
    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] const QByteArray& buffer() const { return m_buffer; }

private:
    QTcpSocket m_socket;
    QByteArray m_token;
    QByteArray m_buffer;
    QString m_id;
    bool m_connected = false;
};

} // namespace

// kill -9 in the middle of posts: what was acknowledged is there, once, and the chains and numbers are whole.
class TestServerCrash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killsLoseNothingAcknowledged();

private:
    void postAndKill(int answers);
    void checkEverything();
    ServerProcess m_server;
    std::map<QString, quint64> m_acknowledged; // report id, its number
};

void TestServerCrash::postAndKill(int answers)
{
    std::vector<std::unique_ptr<Sender>> senders;
    for (int i = 0; i < 8; ++i) {
        senders.push_back(std::make_unique<Sender>(m_server.port(), m_server.token()));
        QVERIFY(senders.back()->isConnected());
    }
    QElapsedTimer clock;
    clock.start();
    for (int answered = 0; answered < answers;) {
        QVERIFY2(clock.elapsed() < 20'000, senders.front()->buffer().constData());
        for (const auto& sender : senders) {
            sender->wait();
            if (const quint64 seq = sender->take(); seq > 0) {
                m_acknowledged[sender->id()] = seq;
                ++answered;
                sender->send();
            }
        }
    }
    m_server.kill();
    // What was on its way when the server died was acknowledged as well.
    for (const auto& sender : senders) {
        sender->wait();
        if (const quint64 seq = sender->take(); seq > 0)
            m_acknowledged[sender->id()] = seq;
    }
}

void TestServerCrash::checkEverything()
{
    std::map<QString, quint64> found;
    std::map<DeviceId, std::pair<quint64, QByteArray>> heads;
    quint64 expected = 1;
    api::ChangesPage page;
    do {
        const auto pulled =
            api::changesPageFromBytes(m_server.get(u"/api/v1/sites/701/changes?after=%1"_s.arg(expected - 1)).body);
        QVERIFY(pulled);
        page = *pulled;
        for (const api::Change& change : page.changes) {
            QCOMPARE(change.seq, expected++);
            auto& [n, hash] = heads.try_emplace(change.op.device, 0, chainOrigin()).first->second;
            QCOMPARE(change.op.link.n, ++n);
            QCOMPARE(change.op.link.prev, hash);
            QCOMPARE(chainHash(change.op), change.op.link.hash);
            hash = change.op.link.hash;
            QVERIFY2(found.emplace(change.op.recordId.toString(), change.seq).second, "a report is there twice");
        }
    } while (page.more);
    for (const auto& [id, seq] : m_acknowledged) {
        QVERIFY2(found.contains(id), qPrintable(id));
        QCOMPARE(found.at(id), seq);
    }
}

void TestServerCrash::killsLoseNothingAcknowledged()
{
    constexpr int kills = 20;
    QRandomGenerator random(20261123);
    QVERIFY(m_server.start());
    QVERIFY(m_server.signIn());
    FakeDesk desk;
    QCOMPARE(
        m_server
            .post(u"/api/v1/sites/701/ops"_s, api::toBytes(desk.batch({desk.registerPatient(u"P001"_s, u"Anna"_s)})))
            .status,
        200);
    for (int kill = 0; kill < kills; ++kill) {
        postAndKill(random.bounded(1, 120));
        if (QTest::currentTestFailed())
            return;
        QVERIFY(m_server.start());
        QVERIFY(m_server.signIn());
    }
    QVERIFY(m_acknowledged.size() > 100);
    checkEverything();
    QCOMPARE(m_server.stop(), 0);
}

QTEST_GUILESS_MAIN(TestServerCrash)
#include "tst_servercrash.moc"
