// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/authenticator.h"
#include "app/server/auth/lockout.h"
#include "app/server/auth/ratelimiter.h"
#include "app/server/store/serverstore.h"
#include "app/server/store/sessions.h"
#include "core/telemetry/metrics.h"

#include <QSemaphore>

using namespace sitebook;
using namespace sitebook::server;
using namespace Qt::StringLiterals;

namespace {

class FakeClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return {m_now.load(), 0}; }
    void advance(qint64 ms) { m_now += ms; }

private:
    std::atomic<qint64> m_now{1'795'420'842'000};
};

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray encoded(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(base64Url);
}

QJsonObject decoded(const QByteArray& part)
{
    return QJsonDocument::fromJson(QByteArray::fromBase64(part, base64Url)).object();
}

} // namespace

class TestServerAuth final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTokenSaysWhoItIs();
    void tamperedTokensAreRefused_data();
    void tamperedTokensAreRefused();
    void tokensEnd();
    void twoKeysAreVerified();
    void endedSessionsAreRefusedAtOnce();
    void refreshTokens_data();
    void refreshTokens();
    void refreshTokensAreNotStored();
    void rateIsLimited();
    void tenFailuresCloseAnAccount();

private:
    [[nodiscard]] QByteArray token() const;
    [[nodiscard]] QByteArray signedToken(const QJsonObject& header, const QJsonObject& claims) const;
    QTemporaryDir m_folder;
    ServerKeys m_keys;
    const qint64 m_now = 1'795'420'842;
};

void TestServerAuth::initTestCase()
{
    auto keys = ServerKeys::load(m_folder.filePath(u"keys"_s), true);
    QVERIFY(keys);
    m_keys = *keys;
}

QByteArray TestServerAuth::token() const
{
    Claims claims;
    claims.user = UserName(u"anna"_s);
    claims.site = SiteId(u"701"_s);
    claims.role = Role::Investigator;
    claims.device = u"d"_s;
    claims.session = u"s"_s;
    claims.issuedAt = m_now;
    return Tokens(m_keys).sign(claims);
}

QByteArray TestServerAuth::signedToken(const QJsonObject& header, const QJsonObject& claims) const
{
    const QByteArray message = encoded(header) + '.' + encoded(claims);
    return message + '.' + m_keys.tokens->sign(message).toBase64(base64Url);
}

void TestServerAuth::aTokenSaysWhoItIs()
{
    const QByteArray text = token();
    QVERIFY(!text.contains('='));
    const auto claims = Tokens(m_keys).verify({text.constData(), static_cast<size_t>(text.size())}, m_now);
    QVERIFY(claims);
    QCOMPARE(claims->user, UserName(u"anna"_s));
    QCOMPARE(claims->site, SiteId(u"701"_s));
    QCOMPARE(claims->role, Role::Investigator);
    QCOMPARE(claims->device, u"d"_s);
    QCOMPARE(claims->expiresAt, m_now + 600);
    const QJsonObject header = decoded(text.split('.').at(0));
    QCOMPARE(header.value(u"alg"_s).toString(), u"EdDSA"_s);
    QCOMPARE(header.value(u"typ"_s).toString(), u"at+jwt"_s);
    QVERIFY(decoded(text.split('.').at(1)).contains(u"jti"_s));
}

void TestServerAuth::tamperedTokensAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = token();
    const QList<QByteArray> parts = good.split('.');
    const QJsonObject header = decoded(parts.at(0));
    const QJsonObject claims = decoded(parts.at(1));
    const auto with = [](QJsonObject object, const QString& key, const QJsonValue& value) {
        object.insert(key, value);
        return object;
    };
    const auto without = [](QJsonObject object, const QString& key) {
        object.remove(key);
        return object;
    };
    const auto resigned = [this](const QByteArray& first, const QByteArray& second) {
        const QByteArray message = first + '.' + second;
        return QByteArray(message + '.' + m_keys.tokens->sign(message).toBase64(base64Url));
    };
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("two parts") << QByteArray(parts.at(0) + '.' + parts.at(1));
    QTest::newRow("four parts") << QByteArray(good + ".x");
    QTest::newRow("other claims, old signature")
        << QByteArray(parts.at(0) + '.' + encoded(with(claims, u"role"_s, u"administrator"_s)) + '.' + parts.at(2));
    QTest::newRow("no signature") << QByteArray(parts.at(0) + '.' + parts.at(1) + '.');
    QTest::newRow("flipped signature") << QByteArray(good.left(good.size() - 5) +
                                                     (good.at(good.size() - 5) == 'A' ? 'B' : 'A') + good.right(4));
    QTest::newRow("padding") << QByteArray(good + '=');
    QTest::newRow("stray bits") << QByteArray(good.left(good.size() - 1) + (good.back() == 'B' ? 'C' : 'B'));
    QTest::newRow("standard alphabet") << QByteArray(good).replace('-', '+').replace('_', '/').append('=');
    QTest::newRow("alg none") << signedToken(with(header, u"alg"_s, u"none"_s), claims);
    QTest::newRow("alg HS256") << signedToken(with(header, u"alg"_s, u"HS256"_s), claims);
    QTest::newRow("typ JWT") << signedToken(with(header, u"typ"_s, u"JWT"_s), claims);
    QTest::newRow("kid unknown") << signedToken(with(header, u"kid"_s, u"0000000000000000"_s), claims);
    QTest::newRow("kid absent") << signedToken(without(header, u"kid"_s), claims);
    QTest::newRow("jku") << signedToken(with(header, u"jku"_s, u"https://example.org"_s), claims);
    QTest::newRow("jwk") << signedToken(with(header, u"jwk"_s, QJsonObject{}), claims);
    QTest::newRow("crit") << signedToken(with(header, u"crit"_s, QJsonArray{}), claims);
    QTest::newRow("other issuer") << signedToken(header, with(claims, u"iss"_s, u"x"_s));
    QTest::newRow("other audience") << signedToken(header, with(claims, u"aud"_s, u"x"_s));
    QTest::newRow("audience list") << signedToken(header, with(claims, u"aud"_s, QJsonArray{u"sitebook"_s}));
    for (const QString& name : {u"sub"_s, u"site"_s, u"role"_s, u"sid"_s, u"jti"_s, u"iat"_s, u"nbf"_s, u"exp"_s,
                                u"dev"_s, u"iss"_s, u"aud"_s})
        QTest::newRow(qPrintable(QString(u"without "_s + name))) << signedToken(header, without(claims, name));
    QTest::newRow("unknown role") << signedToken(header, with(claims, u"role"_s, u"king"_s));
    QTest::newRow("exp as text") << signedToken(header, with(claims, u"exp"_s, u"9999999999"_s));
    QTest::newRow("exp negative") << signedToken(header, with(claims, u"exp"_s, -1));
    QTest::newRow("not yet") << signedToken(header, with(claims, u"nbf"_s, m_now + 120));
    QTest::newRow("over") << signedToken(header, with(claims, u"exp"_s, m_now));
    QTest::newRow("duplicate key") << resigned(
        parts.at(0), QByteArray(QByteArray::fromBase64(parts.at(1), base64Url).replace("{", R"({"sub":"eve",)"))
                         .toBase64(base64Url));
    QTest::newRow("too deep") << signedToken(header,
                                             with(claims, u"x"_s, QJsonArray{QJsonArray{QJsonArray{QJsonArray{}}}}));
    QTest::newRow("too long") << signedToken(header, with(claims, u"x"_s, QString(4096, u'x')));
    QTest::newRow("claims no object") << resigned(parts.at(0), QByteArray("[1]").toBase64(base64Url));
}

void TestServerAuth::tamperedTokensAreRefused()
{
    QFETCH(QByteArray, text);
    const FakeClock clock;
    QVERIFY(!Tokens(m_keys).verify({text.constData(), static_cast<size_t>(text.size())}, m_now));
    Authenticator authenticator(m_keys, clock);
    QCOMPARE(authenticator.check("Bearer " + text.toStdString()).error().code, ErrorCode::WrongCredentials);
}

void TestServerAuth::tokensEnd()
{
    FakeClock clock;
    Authenticator authenticator(m_keys, clock);
    const std::string header = "Bearer " + token().toStdString();
    QVERIFY(authenticator.check(header));
    clock.advance(599'000);
    QVERIFY(authenticator.check(header)); // remembered
    clock.advance(1'000);
    QVERIFY(!authenticator.check(header));
    QVERIFY(!authenticator.check(header));
    QVERIFY(!authenticator.check("Basic " + token().toStdString()));
    QVERIFY(!authenticator.check(""));
}

void TestServerAuth::twoKeysAreVerified()
{
    const QByteArray old = token();
    const std::string_view text(old.constData(), static_cast<size_t>(old.size()));
    ServerKeys rotated = m_keys;
    rotated.tokens = std::make_shared<SigningKey>(QByteArray(32, 'n'));
    QVERIFY(!Tokens(rotated).verify(text, m_now));
    rotated.previousTokens = m_keys.tokens;
    QVERIFY(Tokens(rotated).verify(text, m_now));
}

void TestServerAuth::endedSessionsAreRefusedAtOnce()
{
    const FakeClock clock;
    Authenticator authenticator(m_keys, clock);
    const std::string header = "Bearer " + token().toStdString();
    QVERIFY(authenticator.check(header));
    authenticator.endSession(u"other"_s);
    QVERIFY(authenticator.check(header));
    authenticator.endSession(u"s"_s);
    QVERIFY(!authenticator.check(header));
}

namespace {

// A store whose writer does one thing at a time for the test.
struct Sessions
{
    explicit Sessions(const ServerKeys& keys, const QString& folder)
    {
        auto database = Database::open(folder + u"/s.db"_s, Database::Mode::Create);
        store = ServerStore::open(folder + u"/s.db"_s, keys.ring, {}, clock, metrics).value_or(nullptr);
        const Account account{UserName(u"anna"_s), u"Anna"_s, Role::Coordinator, SiteId(u"701"_s)};
        write([&](WriteContext& context) -> Result<> {
            SB_TRY(addAccount(context.database(), {account, "hash"}, 1));
            SB_TRY_ASSIGN(first, sessions::open(context, account, device));
            return {};
        });
    }
    void write(std::function<Result<>(WriteContext&)> work)
    {
        QSemaphore done;
        bool written = false;
        QVERIFY(store->writer().submit({std::move(work), [&](const Result<>& result) {
                                            written = result.has_value();
                                            done.release();
                                        }}));
        done.acquire();
        QVERIFY(written);
    }
    // The successor, or empty text.
    QString rotate(const QString& token, const QString& from)
    {
        sessions::Rotation rotation;
        write([&](WriteContext& context) -> Result<> {
            SB_TRY_ASSIGN(rotation, sessions::rotate(context, token, from));
            return {};
        });
        return rotation.next ? rotation.next->refreshToken : QString();
    }
    FakeClock clock;
    Metrics metrics;
    std::unique_ptr<ServerStore> store;
    OpenSession first;
    QString device = DeviceId::create().toString();
};

} // namespace

void TestServerAuth::refreshTokens_data()
{
    // Steps: a, b, c: use the first token, its successor, the successor's; +N: N minutes pass; x: from another device;
    // !: a token of nobody. Upper case: it must succeed, lower case: it must be refused.
    QTest::addColumn<QByteArray>("steps");
    QTest::newRow("each once") << "A B C"_ba;
    QTest::newRow("lost answer: the same successor") << "A A A B"_ba;
    QTest::newRow("lost answer, nine minutes later") << "A +9 A B"_ba;
    QTest::newRow("old token after ten minutes ends the session") << "A +11 a b"_ba;
    QTest::newRow("old token after its successor was used") << "A B a c"_ba;
    QTest::newRow("from another device ends the session") << "x a"_ba;
    QTest::newRow("unknown token changes nothing") << "! A"_ba;
    QTest::newRow("expired") << "+20170 a"_ba;
    QTest::newRow("fresh again after each use") << "A +10000 B +10000 C"_ba;
}

void TestServerAuth::refreshTokens()
{
    QFETCH(QByteArray, steps);
    const QTemporaryDir folder;
    Sessions sessions(m_keys, folder.path());
    QVERIFY(sessions.store);
    QStringList known{sessions.first.refreshToken, {}, {}, {}};
    for (const QByteArray& step : steps.split(' ')) {
        const char kind = step.at(0);
        if (kind == '+') {
            sessions.clock.advance(step.mid(1).toLongLong() * 60'000);
            continue;
        }
        if (kind == 'x' || kind == '!') {
            QCOMPARE(sessions.rotate(kind == 'x' ? known.first() : QString(43, u'A'), DeviceId::create().toString()),
                     QString());
            continue;
        }
        const bool good = kind <= 'Z';
        const qsizetype index = (kind | 0x20) - 'a';
        const QString next = sessions.rotate(known.at(index), sessions.device);
        QCOMPARE(!next.isEmpty(), good);
        if (!good)
            continue;
        if (!known.at(index + 1).isEmpty())
            QCOMPARE(next, known.at(index + 1));
        known[index + 1] = next;
    }
}

void TestServerAuth::refreshTokensAreNotStored()
{
    const QTemporaryDir folder;
    QByteArray token;
    {
        Sessions sessions(m_keys, folder.path());
        token = sessions.first.refreshToken.toLatin1();
    }
    QFile file(folder.filePath(u"s.db"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("anna"));
    QVERIFY(!content.contains(token));
    QVERIFY(!content.contains(QByteArray::fromBase64(token, base64Url)));
}

void TestServerAuth::rateIsLimited()
{
    RateLimiter limiter(5 / 60.0, 5);
    RateLimiter::Time now{};
    for (int i = 0; i < 5; ++i)
        QCOMPARE(limiter.take(u"anna"_s, now), 0);
    QCOMPARE(limiter.take(u"anna"_s, now), 12);
    QCOMPARE(limiter.take(u"bert"_s, now), 0);
    now += std::chrono::seconds(13);
    QCOMPARE(limiter.take(u"anna"_s, now), 0);
    QVERIFY(limiter.take(u"anna"_s, now) > 0);
    limiter.giveBack(u"anna"_s);
    QCOMPARE(limiter.take(u"anna"_s, now), 0);
}

void TestServerAuth::tenFailuresCloseAnAccount()
{
    Lockout lockout;
    Lockout::Time now{};
    for (int i = 0; i < Lockout::failuresAllowed; ++i) {
        QCOMPARE(lockout.waitSeconds(u"anna"_s, now), 0);
        lockout.failed(u"anna"_s, now);
    }
    QCOMPARE(lockout.waitSeconds(u"anna"_s, now), 900);
    QCOMPARE(lockout.waitSeconds(u"bert"_s, now), 0);
    now += std::chrono::seconds(901);
    QCOMPARE(lockout.waitSeconds(u"anna"_s, now), 0);
    lockout.failed(u"anna"_s, now);
    lockout.succeeded(u"anna"_s);
    QCOMPARE(lockout.waitSeconds(u"anna"_s, now), 0);
}

QTEST_APPLESS_MAIN(TestServerAuth)
#include "tst_serverauth.moc"
