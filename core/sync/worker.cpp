// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/worker.h"

#include "core/base/logging.h"
#include "core/sync/sentences.h"
#include "core/sync/session.h"

#include <QRandomGenerator>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sitebook::sync {

namespace {

EngineSettings engineSettings(const SyncConfig& config)
{
    EngineSettings settings;
    settings.configured = config.server.isValid() && !config.server.host().isEmpty();
    settings.site = config.site;
    settings.device = config.device;
    settings.studyOid = config.studyOid;
    settings.pollSeconds = config.pollSeconds;
    settings.backoffBaseMs = config.backoffBaseMs;
    settings.backoffCapMs = config.backoffCapMs;
    return settings;
}

quint64 seedOf(const SyncConfig& config)
{
    return config.seed != 0 ? config.seed : QRandomGenerator::system()->generate64();
}

} // namespace

Worker::Worker(SyncConfig config, Ledger& ledger, CredentialStore& credentials, const Clock& clock)
    : m_config(std::move(config))
    , m_ledger(ledger)
    , m_credentials(credentials)
    , m_clock(clock)
    , m_engine(engineSettings(m_config), Random(seedOf(m_config)))
    , m_user(m_config.user)
{
}

void Worker::start()
{
    m_steady.start();
    ApiSettings settings;
    settings.server = m_config.server;
    settings.language = m_config.language;
    settings.caCertificates = m_config.caCertificates;
    settings.timeoutMs = m_config.timeoutMs;
    m_client = new ApiClient(std::move(settings), this);
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::CoarseTimer);
    connect(m_timer, &QTimer::timeout, this, [this] { feed(Tick{}); });
    Q_EMIT stateChanged(m_engine.state());
    m_credentials.read(refreshTokenKey(m_config.workspaceId, m_user))
        .then(this, [this](const Result<std::optional<QByteArray>>& stored) {
            m_keychainMissing = !stored;
            if (stored && *stored && m_refreshToken.isEmpty())
                m_refreshToken = **stored;
            feed(Started{!m_refreshToken.isEmpty(), m_keychainMissing});
        });
}

void Worker::finish()
{
    m_finished = true;
    m_events.clear();
    delete std::exchange(m_timer, nullptr);
    delete std::exchange(m_client, nullptr);
    endSignIns(false, fail(ErrorCode::Cancelled, sentences::stopped()));
}

Moment Worker::now() const
{
    return Moment{m_steady.elapsed(), m_clock.now().utcMs};
}

// Events that come up while one is being handled, or before start(), wait for their turn.
void Worker::feed(What what)
{
    if (m_finished)
        return;
    m_events.push_back(std::move(what));
    if (m_stepping || !m_client) // what comes before start() waits for it
        return;
    m_stepping = true;
    if (m_ticket == 0)
        m_client->startTrace();
    while (!m_events.empty() && !m_finished) {
        const Event event{now(), std::move(m_events.front())};
        m_events.pop_front();
        executeAll(m_engine.step(event));
    }
    m_stepping = false;
    answerSignIns();
}

void Worker::executeAll(std::vector<Command> commands)
{
    for (const Command& command : commands)
        std::visit([this](const auto& what) { execute(what); }, command);
}

void Worker::localOperations()
{
    feed(LocalOperations{});
}

void Worker::syncNow()
{
    feed(SyncNow{});
}

void Worker::setOnline(bool online)
{
    if (online)
        feed(GoOnline{});
    else
        feed(GoOffline{});
}

void Worker::requeue(const OpId& id)
{
    if (m_finished)
        return;
    if (const auto done = m_ledger.requeue(id); !done)
        qCWarning(lcSync).noquote() << "requeue" << id.toString() << done.error().word();
    feed(LocalOperations{});
}

// ---- requests

QString Worker::sitePath(const char* what) const
{
    const QString site = QString::fromLatin1(QUrl::toPercentEncoding(m_config.site.toString()));
    return u"/api/v1/sites/"_s + site + QString::fromLatin1(what);
}

void Worker::ask(quint64 requestId, ApiRequest request)
{
    request.bearer = m_accessToken;
    m_ticket = m_client->send(request, [this, requestId](const ApiAnswer& answer) {
        m_ticket = 0;
        if (answer.failure)
            feed(HttpFailed{requestId, *answer.failure});
        else
            feed(HttpDone{requestId, answer.status, answer.headers, answer.body});
    });
}

void Worker::execute(const SendMeta& command)
{
    ApiRequest request;
    request.method = "GET"_ba;
    request.path = u"/api/v1/meta"_s;
    ask(command.requestId, std::move(request));
}

void Worker::execute(const SendPush& command)
{
    ApiRequest request;
    request.method = "POST"_ba;
    request.path = sitePath("/ops");
    request.body = command.body;
    request.idempotencyKey = command.batch.toString().toLatin1();
    ask(command.requestId, std::move(request));
}

void Worker::execute(const SendChanges& command)
{
    ApiRequest request;
    request.method = "GET"_ba;
    request.path = sitePath("/changes");
    request.query.addQueryItem(u"after"_s, QString::number(command.after));
    request.query.addQueryItem(u"limit"_s, QString::number(api::changesLimit));
    request.query.addQueryItem(u"epoch"_s, QString::fromLatin1(QUrl::toPercentEncoding(command.epoch)));
    request.ifNoneMatch = command.etag;
    ask(command.requestId, std::move(request));
}

void Worker::execute(const SendStatus& command)
{
    ApiRequest request;
    request.method = "POST"_ba;
    request.path = sitePath("/ops/status");
    request.body = command.body;
    ask(command.requestId, std::move(request));
}

void Worker::execute(const Abort&)
{
    m_client->abort(std::exchange(m_ticket, 0));
}

// ---- session

void Worker::execute(const RefreshToken&)
{
    if (m_refreshToken.isEmpty()) {
        m_events.push_back(RefreshRefused{});
        return;
    }
    m_ticket = m_client->send(refreshRequest(m_refreshToken, m_config.device), [this](const ApiAnswer& answer) {
        m_ticket = 0;
        onRefreshed(answer);
    });
}

void Worker::onRefreshed(const ApiAnswer& answer)
{
    if (answer.failure) {
        feed(RefreshFailed{answer.failure, 0, std::nullopt});
        return;
    }
    const auto session = readLogin(answer, m_clock.now().utcMs);
    if (session) {
        m_accessToken = session->token.toLatin1();
        keepRefreshToken(session->refreshToken);
        feed(TokenRefreshed{});
        return;
    }
    const bool refused = answer.status == 401 || answer.status == 403 || answer.status == 423;
    if (!refused) {
        feed(RefreshFailed{std::nullopt, answer.status, answer.headers.retryAfter});
        return;
    }
    m_accessToken.clear();
    m_refreshToken.clear();
    static_cast<void>(m_credentials.remove(refreshTokenKey(m_config.workspaceId, m_user)));
    feed(RefreshRefused{});
}

// The old token stays good for ten minutes, so that a crash before the new one is kept does not sign anybody out.
void Worker::keepRefreshToken(const QString& token)
{
    const QByteArray fresh = token.toLatin1();
    if (fresh == m_refreshToken)
        return;
    m_refreshToken = fresh;
    m_credentials.write(refreshTokenKey(m_config.workspaceId, m_user), fresh)
        .then(this, [this](const Result<>& written) { onKeychain(written); });
}

void Worker::onKeychain(const Result<>& written)
{
    if (m_keychainMissing == !written)
        return;
    m_keychainMissing = !written;
    feed(Started{!m_refreshToken.isEmpty(), m_keychainMissing});
}

void Worker::signIn(const UserName& user, const QString& password, const Promise& promise)
{
    if (m_finished) {
        finish(promise, fail(ErrorCode::Cancelled, sentences::stopped()));
        return;
    }
    if (!m_config.server.isValid() || m_config.server.host().isEmpty()) {
        finish(promise, fail(ErrorCode::Invalid, sentences::notSetUp()));
        return;
    }
    m_signIns.push_back({promise, false});
    m_client->send(loginRequest(user, password, m_config.device),
                   [this, user, promise](const ApiAnswer& answer) { onLogin(answer, user, promise); });
}

void Worker::onLogin(const ApiAnswer& answer, const UserName& user, const Promise& promise)
{
    const auto mine = std::find_if(m_signIns.begin(), m_signIns.end(),
                                   [&promise](const SignInUnderWay& signIn) { return signIn.promise == promise; });
    const auto session = readLogin(answer, m_clock.now().utcMs);
    if (!session) {
        m_signIns.erase(mine);
        finish(promise, fail(session.error()));
        return;
    }
    mine->signedIn = true;
    m_user = user;
    m_accessToken = session->token.toLatin1();
    m_refreshToken.clear();
    keepRefreshToken(session->refreshToken);
    feed(SignedIn{m_keychainMissing});
}

// A sign-in is complete when the server turned out to be the right one, or when that has to wait.
void Worker::answerSignIns()
{
    if (m_signIns.empty() || m_stepping)
        return;
    const SyncState& state = m_engine.state();
    Result<> result;
    switch (state.phase) {
    case SyncState::Phase::Refused:
    case SyncState::Phase::Outdated:
    case SyncState::Phase::NeedsSignIn:
        result = fail(state.error.value_or(ErrorCode::Server), state.sentence);
        break;
    case SyncState::Phase::Waiting:
        break;
    default:
        if (!m_engine.hasMet())
            return;
        break;
    }
    endSignIns(true, result);
}

void Worker::endSignIns(bool signedInOnly, const Result<>& result)
{
    for (const SignInUnderWay& signIn : std::exchange(m_signIns, {})) {
        if (signIn.signedIn || !signedInOnly)
            finish(signIn.promise, result);
        else
            m_signIns.push_back(signIn);
    }
}

void Worker::finish(const Promise& promise, Result<> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

void Worker::signOut()
{
    if (m_finished || !m_client)
        return;
    if (!m_refreshToken.isEmpty())
        m_client->send(logoutRequest(m_accessToken, m_refreshToken, m_config.device), [](const ApiAnswer&) {});
    m_accessToken.clear();
    m_refreshToken.clear();
    static_cast<void>(m_credentials.remove(refreshTokenKey(m_config.workspaceId, m_user)));
    feed(SignedOut{});
}

// ---- ledger

void Worker::ledgerDone(const Result<>& result)
{
    if (result)
        m_events.push_back(LedgerDone{});
    else
        m_events.push_back(LedgerFailed{result.error()});
}

void Worker::execute(const ReadLedger&)
{
    auto cursor = m_ledger.cursor();
    if (!cursor) {
        m_events.push_back(LedgerFailed{cursor.error()});
        return;
    }
    const auto counts = m_ledger.counts(m_clock.now().utcMs);
    if (counts)
        m_events.push_back(LedgerRead{std::move(*cursor), *counts});
    else
        m_events.push_back(LedgerFailed{counts.error()});
}

void Worker::execute(const TakeBatch& command)
{
    auto batch = m_ledger.nextBatch(command.maxOps, command.maxBytes, m_clock.now().utcMs);
    if (batch)
        m_events.push_back(BatchReady{std::move(*batch)});
    else
        m_events.push_back(LedgerFailed{batch.error()});
}

void Worker::execute(const ListUnconfirmed& command)
{
    auto ids = m_ledger.unconfirmed(command.after, command.limit);
    if (ids)
        m_events.push_back(UnconfirmedRead{std::move(*ids)});
    else
        m_events.push_back(LedgerFailed{ids.error()});
}

void Worker::execute(const ReleaseBatch& command)
{
    ledgerDone(m_ledger.releaseBatch(command.batch));
}

void Worker::execute(const SettleBatch& command)
{
    ledgerDone(m_ledger.settle(command.batch, command.results, command.durableSeq, command.receipt));
}

void Worker::execute(const ApplyPage& command)
{
    ledgerDone(m_ledger.applyChanges(command.epoch, command.after, command.next, command.durableSeq, command.changes));
}

void Worker::execute(const Reconcile& command)
{
    ledgerDone(m_ledger.reconcile(command.known, command.unknown));
}

void Worker::execute(const RestartFeed& command)
{
    ledgerDone(m_ledger.restartFeed(command.epoch));
}

void Worker::execute(const ClearWaits&)
{
    ledgerDone(m_ledger.clearWaits());
}

void Worker::execute(const SetTimer& command)
{
    const qint64 wait = std::clamp<qint64>(command.atSteadyMs - m_steady.elapsed(), 0, std::numeric_limits<int>::max());
    m_timer->start(static_cast<int>(wait));
}

void Worker::execute(const Notify& command)
{
    Q_EMIT stateChanged(command.state);
}

} // namespace sitebook::sync
