// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/runner.h"

#include "core/sync/session.h"
#include "tests/core/sync/scriptedserver.h"
#include "tests/simulation/memoryledger.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Phase = sitebook::SyncState::Phase;

namespace sitebook::sync {

namespace {

const DeviceId device = DeviceId::fromString(u"11111111-1111-4111-8111-111111111111");

// A keychain that is not there.
class NoKeychain final : public CredentialStore
{
public:
    QFuture<Result<std::optional<QByteArray>>> read(const QString&) override
    {
        return QtFuture::makeReadyFuture(Result<std::optional<QByteArray>>(absent()));
    }
    QFuture<Result<>> write(const QString&, const QByteArray&) override
    {
        return QtFuture::makeReadyFuture(Result<>(absent()));
    }
    QFuture<Result<>> remove(const QString&) override { return QtFuture::makeReadyFuture(Result<>(absent())); }

private:
    static tl::unexpected<Error> absent() { return fail(ErrorCode::Keychain, Message("No keychain.")); }
};

struct Desk
{
    explicit Desk(const QUrl& url, CredentialStore* store = nullptr, int timeoutMs = 5000)
        : ownStore(makeMemoryStore())
        , credentials(store ? *store : *ownStore)
    {
        config.server = url;
        config.workspaceId = u"w1"_s;
        config.site = SiteId(u"701"_s);
        config.device = device;
        config.user = UserName(u"meyer"_s);
        config.studyOid = u"S.DEMO"_s;
        config.backoffBaseMs = 1;
        config.backoffCapMs = 20;
        config.timeoutMs = timeoutMs;
        config.seed = 5;
    }
    void start()
    {
        runner = std::make_unique<SyncRunner>(config, ledger, credentials, clock);
        runner->start();
    }
    QFuture<Result<>> signIn(const QString& password = u"correct"_s)
    {
        return runner->signIn(UserName(u"meyer"_s), password);
    }
    void save(int count, const QString& reason = u"first"_s)
    {
        for (int i = 0; i < count; ++i) {
            Fields fields;
            fields.set(u"name"_s, u"Ann"_s);
            static_cast<void>(ledger.capture(OpType::Create, RecordId::create(), fields, reason));
        }
        if (runner)
            runner->localOperations();
    }
    [[nodiscard]] Phase phase() const { return runner->state().phase; }

    std::unique_ptr<CredentialStore> ownStore;
    CredentialStore& credentials;
    simulation::MemoryLedger ledger{device, 5};
    SystemClock clock;
    SyncConfig config;
    std::unique_ptr<SyncRunner> runner;
};

} // namespace

using Step = ScriptedServer::Step;
using MakeStep = std::function<Step(ScriptedServer&)>;

} // namespace sitebook::sync

Q_DECLARE_METATYPE(sitebook::sync::MakeStep)

namespace sitebook::sync {

class SyncRunnerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signsInSendsAndReceives();
    void requestsCarryWhatTheServerNeeds();
    void troubleOnThePushLosesAndDoublesNothing_data();
    void troubleOnThePushLosesAndDoublesNothing();
    void troubleOnThePull_data();
    void troubleOnThePull();
    void aTokenThatEndedIsRenewedOnce();
    void theRefreshTokenSurvivesTheProgram();
    void aRefusedRefreshTokenIsForgotten();
    void withoutKeychainThePasswordIsAskedFor();
    void signInErrors_data();
    void signInErrors();
    void signInOffline();
    void signInAtAnotherStudy();
    void retryAfterOfTheServerIsObeyed();
    void stoppingEndsAHangingRequestAndSignIn();
    void goingOfflineEndsARequest();
    void signingOutForgetsTheTokens();
    void callsBeforeTheStartTakeEffectWithIt();
    void withoutAServerItSaysSo();
    void requeuedOnesGoAgain();
};

void SyncRunnerTest::signsInSendsAndReceives()
{
    ScriptedServer server;
    Desk desk(server.url());
    desk.save(3);
    desk.start();
    QTRY_COMPARE(desk.phase(), Phase::NeedsSignIn);
    QSignalSpy spy(desk.runner.get(), &SyncRunner::stateChanged);
    const auto signedIn = desk.signIn();
    QTRY_VERIFY(signedIn.isFinished());
    QVERIFY(signedIn.result());
    QTRY_COMPARE(desk.phase(), Phase::Idle);
    QVERIFY(spy.count() > 0);
    QCOMPARE(server.model.head(), quint64{3});
    QCOMPARE(desk.ledger.count(OpDelivery::Acked), 3);
    QCOMPARE(desk.ledger.records().size(), size_t{3});
    QCOMPARE(desk.ledger.receipts().size(), size_t{1});
    desk.save(60);
    QTRY_COMPARE(server.model.head(), quint64{63});
    QTRY_COMPARE(desk.phase(), Phase::Idle);
    QVERIFY(desk.ledger.violations().isEmpty());
}

void SyncRunnerTest::requestsCarryWhatTheServerNeeds()
{
    ScriptedServer server;
    Desk desk(server.url());
    desk.config.language = u"zh_CN"_s;
    desk.save(1);
    desk.start();
    const auto signedIn = desk.signIn();
    QTRY_COMPARE(server.count("/api/v1/sites/701/ops"), 1);
    const auto push = std::find_if(server.requests.begin(), server.requests.end(),
                                   [](const auto& request) { return request.path == "/api/v1/sites/701/ops"; });
    QVERIFY(push != server.requests.end());
    QCOMPARE(push->method, QByteArray("POST"));
    QCOMPARE(push->header("content-digest"), api::contentDigest(push->body));
    QCOMPARE(push->header("authorization"), QByteArray("Bearer token1"));
    QCOMPARE(push->header("content-type"), QByteArray("application/json"));
    QCOMPARE(push->header("accept-language"), QByteArray("zh-CN"));
    const auto request = api::pushRequestFromBytes(push->body);
    QVERIFY(request);
    QCOMPARE(push->header("idempotency-key"), request->batch.toString().toLatin1());
    QCOMPARE(push->header("x-request-id").size(), 36);
    static const QRegularExpression trace(u"^00-[0-9a-f]{32}-[0-9a-f]{16}-01$"_s);
    QVERIFY(trace.match(QString::fromLatin1(push->header("traceparent"))).hasMatch());
}

void SyncRunnerTest::troubleOnThePushLosesAndDoublesNothing_data()
{
    QTest::addColumn<MakeStep>("step");
    QTest::newRow("cut chunks") << MakeStep([](ScriptedServer& server) { return server.cutChunks(); });
    QTest::newRow("cut length") << MakeStep([](ScriptedServer& server) { return server.cutLength(); });
    QTest::newRow("cut by closing") << MakeStep([](ScriptedServer& server) { return server.cutClose(); });
    QTest::newRow("taken, then reset") << MakeStep([](ScriptedServer& server) { return server.takeAndReset(); });
    QTest::newRow("silence") << MakeStep([](ScriptedServer&) { return ScriptedServer::silence(); });
    QTest::newRow("too much") << MakeStep([](ScriptedServer&) { return ScriptedServer::flood(20 * 1024 * 1024); });
    for (const int status : {500, 502, 503, 504, 429, 409, 404, 302})
        QTest::newRow(QByteArray::number(status).constData())
            << MakeStep([status](ScriptedServer&) { return ScriptedServer::status(status, "Retry-After: 0\r\n"); });
}

void SyncRunnerTest::troubleOnThePushLosesAndDoublesNothing()
{
    QFETCH(MakeStep, step);
    ScriptedServer server;
    Desk desk(server.url(), nullptr, 300);
    desk.save(5);
    server.script("/api/v1/sites/701/ops", step(server));
    server.script("/api/v1/sites/701/ops", step(server));
    desk.start();
    const auto signedIn = desk.signIn();
    QTRY_COMPARE_WITH_TIMEOUT(desk.ledger.count(OpDelivery::Acked), 5, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(desk.phase(), Phase::Idle, 20'000);
    QCOMPARE(server.model.head(), quint64{5});
    QCOMPARE(desk.ledger.cursor()->after, quint64{5});
    QVERIFY(server.count("/api/v1/sites/701/ops") >= 3);
}

void SyncRunnerTest::troubleOnThePull_data()
{
    troubleOnThePushLosesAndDoublesNothing_data();
}

void SyncRunnerTest::troubleOnThePull()
{
    QFETCH(MakeStep, step);
    ScriptedServer server;
    Desk desk(server.url(), nullptr, 300);
    desk.save(9);
    server.script("/api/v1/sites/701/changes", step(server));
    server.script("/api/v1/sites/701/changes?after=7", step(server));
    desk.start();
    const auto signedIn = desk.signIn();
    QTRY_COMPARE_WITH_TIMEOUT(desk.ledger.cursor()->after, quint64{9}, 20'000);
    QCOMPARE(desk.ledger.records().size(), size_t{9});
    QVERIFY(desk.ledger.violations().isEmpty());
}

void SyncRunnerTest::aTokenThatEndedIsRenewedOnce()
{
    ScriptedServer server;
    Desk desk(server.url());
    desk.start();
    const auto signedIn = desk.signIn();
    QTRY_COMPARE(desk.phase(), Phase::Idle);
    server.validToken = "another";
    desk.save(1);
    QTRY_COMPARE(server.model.head(), quint64{1});
    QCOMPARE(server.count("/api/auth/refresh"), 1);
    QCOMPARE(server.count("/api/auth/login"), 1);
}

void SyncRunnerTest::theRefreshTokenSurvivesTheProgram()
{
    ScriptedServer server;
    const auto store = makeMemoryStore();
    {
        Desk desk(server.url(), store.get());
        desk.start();
        const auto signedIn = desk.signIn();
        QTRY_COMPARE(desk.phase(), Phase::Idle);
    }
    Desk again(server.url(), store.get());
    again.save(1);
    again.start();
    QTRY_COMPARE(server.model.head(), quint64{1});
    QCOMPARE(server.count("/api/auth/login"), 1);
    QCOMPARE(server.count("/api/auth/refresh"), 1);
    const auto kept = store->read(refreshTokenKey(u"w1"_s, UserName(u"meyer"_s))).result();
    QVERIFY(kept && *kept);
    QCOMPARE(**kept, QByteArray("refresh2"));
}

void SyncRunnerTest::aRefusedRefreshTokenIsForgotten()
{
    ScriptedServer server;
    const auto store = makeMemoryStore();
    const QString key = refreshTokenKey(u"w1"_s, UserName(u"meyer"_s));
    QVERIFY(store->write(key, "stolen").result());
    Desk desk(server.url(), store.get());
    desk.save(1);
    desk.start();
    QTRY_COMPARE(desk.phase(), Phase::NeedsSignIn);
    QVERIFY(!store->read(key).result().value());
    QCOMPARE(desk.runner->state().queued, 1);
    const auto signedIn = desk.signIn();
    QTRY_COMPARE(server.model.head(), quint64{1});
}

void SyncRunnerTest::withoutKeychainThePasswordIsAskedFor()
{
    ScriptedServer server;
    NoKeychain none;
    Desk desk(server.url(), &none);
    desk.start();
    QTRY_COMPARE(desk.phase(), Phase::NeedsSignIn);
    QVERIFY(desk.runner->state().keychainMissing);
    QCOMPARE(desk.runner->state().error, ErrorCode::Keychain);
    const auto signedIn = desk.signIn();
    QTRY_COMPARE(desk.phase(), Phase::Idle);
    QVERIFY(desk.runner->state().keychainMissing);
    // Within this run the token is renewed from memory.
    server.validToken = "another";
    desk.save(1);
    QTRY_COMPARE(server.model.head(), quint64{1});
}

void SyncRunnerTest::signInErrors_data()
{
    QTest::addColumn<int>("status"); // 0: none scripted
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("wrong password") << 0 << ErrorCode::WrongCredentials;
    QTest::newRow("locked") << 423 << ErrorCode::Locked;
    QTest::newRow("too many") << 429 << ErrorCode::Busy;
    QTest::newRow("busy") << 503 << ErrorCode::Server;
    QTest::newRow("broken") << 500 << ErrorCode::Server;
    QTest::newRow("another program") << 404 << ErrorCode::Protocol;
}

void SyncRunnerTest::signInErrors()
{
    QFETCH(int, status);
    QFETCH(ErrorCode, code);
    ScriptedServer server;
    if (status != 0)
        server.script("/api/auth/login", ScriptedServer::status(status, "Retry-After: 7\r\n"));
    Desk desk(server.url());
    desk.start();
    const auto signedIn = desk.signIn(u"wrong"_s);
    QTRY_VERIFY(signedIn.isFinished());
    QVERIFY(!signedIn.result());
    QCOMPARE(signedIn.result().error().code, code);
    QVERIFY(!signedIn.result().error().message.isEmpty());
    QVERIFY(!signedIn.result().error().requestId.isEmpty());
    if (status == 429)
        QVERIFY(signedIn.result().error().message.english().contains(u"7 seconds"_s));
    QTRY_COMPARE(desk.phase(), Phase::NeedsSignIn);
}

void SyncRunnerTest::signInOffline()
{
    ScriptedServer server;
    const QUrl url = server.url();
    server.stop();
    Desk desk(url);
    desk.start();
    const auto signedIn = desk.signIn();
    QTRY_VERIFY(signedIn.isFinished());
    QCOMPARE(signedIn.result().error().code, ErrorCode::Offline);
}

void SyncRunnerTest::signInAtAnotherStudy()
{
    ScriptedServer server;
    server.model.setStudyOid(u"S.OTHER"_s);
    Desk desk(server.url());
    desk.save(1);
    desk.start();
    const auto signedIn = desk.signIn();
    QTRY_VERIFY(signedIn.isFinished());
    QCOMPARE(signedIn.result().error().code, ErrorCode::OtherStudy);
    QTRY_COMPARE(desk.phase(), Phase::Refused);
    QCOMPARE(server.count("/api/v1/sites/701/ops"), 0);
}

void SyncRunnerTest::retryAfterOfTheServerIsObeyed()
{
    ScriptedServer server;
    Desk desk(server.url());
    desk.start();
    const auto signedIn = desk.signIn();
    QTRY_COMPARE(desk.phase(), Phase::Idle);
    server.script("/api/v1/sites/701/ops", ScriptedServer::status(503, "Retry-After: 1000\r\n"));
    desk.save(1);
    QTRY_COMPARE(desk.phase(), Phase::Waiting);
    QVERIFY(desk.runner->state().nextAttemptUtcMs > desk.clock.now().utcMs + 900'000);
    QCOMPARE(server.model.head(), quint64{0});
    desk.runner->syncNow();
    QTRY_COMPARE(server.model.head(), quint64{1});
    QTRY_COMPARE(desk.phase(), Phase::Idle);
}

void SyncRunnerTest::stoppingEndsAHangingRequestAndSignIn()
{
    ScriptedServer server;
    server.script("/api/auth/login", ScriptedServer::silence());
    Desk desk(server.url(), nullptr, 60'000);
    desk.start();
    const auto signedIn = desk.signIn();
    QTRY_COMPARE(server.count("/api/auth/login"), 1);
    desk.runner->stop();
    QVERIFY(signedIn.isFinished());
    QCOMPARE(signedIn.result().error().code, ErrorCode::Cancelled);
    desk.runner->syncNow();
    desk.save(1);
    const auto late = desk.signIn();
    QVERIFY(late.isFinished());
    QCOMPARE(late.result().error().code, ErrorCode::Cancelled);
}

void SyncRunnerTest::goingOfflineEndsARequest()
{
    ScriptedServer server;
    Desk desk(server.url(), nullptr, 60'000);
    desk.start();
    const auto signedIn = desk.signIn();
    QTRY_COMPARE(desk.phase(), Phase::Idle);
    server.script("/api/v1/sites/701/ops", ScriptedServer::silence());
    desk.save(1);
    QTRY_COMPARE(server.count("/api/v1/sites/701/ops"), 1);
    desk.runner->setOnline(false);
    QTRY_VERIFY(!desk.runner->state().online);
    QTRY_COMPARE(desk.phase(), Phase::Waiting);
    desk.runner->setOnline(true);
    QTRY_COMPARE(server.model.head(), quint64{1});
}

void SyncRunnerTest::signingOutForgetsTheTokens()
{
    ScriptedServer server;
    const auto store = makeMemoryStore();
    Desk desk(server.url(), store.get());
    desk.start();
    const auto signedIn = desk.signIn();
    QTRY_COMPARE(desk.phase(), Phase::Idle);
    desk.runner->signOut();
    QTRY_COMPARE(desk.phase(), Phase::NeedsSignIn);
    QTRY_COMPARE(server.logouts, 1);
    QVERIFY(!store->read(refreshTokenKey(u"w1"_s, UserName(u"meyer"_s))).result().value());
}

void SyncRunnerTest::callsBeforeTheStartTakeEffectWithIt()
{
    ScriptedServer server;
    const auto store = makeMemoryStore();
    Desk desk(server.url(), store.get());
    desk.runner = std::make_unique<SyncRunner>(desk.config, desk.ledger, desk.credentials, desk.clock);
    desk.runner->setOnline(false);
    desk.runner->syncNow();
    desk.runner->signOut();
    desk.save(1);
    const auto early = desk.signIn();
    QVERIFY(early.isFinished());
    QCOMPARE(early.result().error().code, ErrorCode::Cancelled);
    desk.runner->start();
    QTRY_VERIFY(!desk.runner->state().online);
    QCOMPARE(desk.phase(), Phase::Waiting);
    desk.runner->setOnline(true);
    QTRY_COMPARE(desk.phase(), Phase::NeedsSignIn);
    const auto signedIn = desk.signIn();
    QTRY_COMPARE(server.model.head(), quint64{1});
}

void SyncRunnerTest::withoutAServerItSaysSo()
{
    Desk desk((QUrl()));
    desk.save(1);
    desk.start();
    QTRY_VERIFY(!desk.runner->state().sentence.isEmpty());
    QCOMPARE(desk.phase(), Phase::NotSetUp);
    const auto signedIn = desk.signIn();
    QTRY_VERIFY(signedIn.isFinished());
    QCOMPARE(signedIn.result().error().code, ErrorCode::Invalid);
}

void SyncRunnerTest::requeuedOnesGoAgain()
{
    ScriptedServer server;
    Desk desk(server.url());
    desk.save(1, u"reject"_s);
    desk.start();
    const auto signedIn = desk.signIn();
    QTRY_COMPARE(desk.ledger.count(OpDelivery::Quarantined), 1);
    QTRY_COMPARE(desk.phase(), Phase::Idle);
    const int pushes = server.count("/api/v1/sites/701/ops");
    desk.runner->requeue(desk.ledger.own()[0].op.opId);
    QTRY_COMPARE(server.count("/api/v1/sites/701/ops"), pushes + 1);
    QTRY_COMPARE(desk.ledger.count(OpDelivery::Quarantined), 1);
}

} // namespace sitebook::sync

QTEST_GUILESS_MAIN(sitebook::sync::SyncRunnerTest)
#include "tst_sync_runner.moc"
