// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sync/enginebench.h"

#include <QTest>
#include <utility>

using namespace Qt::StringLiterals;

namespace sitebook::sync {

namespace {
const SiteId site{QStringLiteral("701")};
const DeviceId device = DeviceId::fromString(u"11111111-1111-4111-8111-111111111111");
} // namespace

EngineSettings EngineBench::defaults()
{
    EngineSettings settings;
    settings.site = site;
    settings.device = device;
    settings.studyOid = u"S.DEMO"_s;
    settings.batchOperations = 8;
    return settings;
}

EngineBench::EngineBench(EngineSettings settings)
    : ledger(device, 5)
    , server(site, u"S.DEMO"_s)
    , m_engine(std::move(settings), Random(1))
{
}

void EngineBench::save(int count, const QString& reason)
{
    for (int i = 0; i < count; ++i) {
        Fields fields;
        fields.set(u"name"_s, QString::number(i));
        static_cast<void>(ledger.capture(OpType::Create, RecordId(simulation::uuidFrom(m_records)), fields, reason));
    }
    feed(LocalOperations{});
}

void EngineBench::feed(decltype(Event::what) what)
{
    m_events.push_back(std::move(what));
    if (std::exchange(m_stepping, true))
        return;
    while (!m_events.empty()) {
        Event event{now, std::move(m_events.front())};
        m_events.pop_front();
        for (const Command& command : m_engine.step(event))
            execute(command);
    }
    m_stepping = false;
}

void EngineBench::pass(qint64 ms)
{
    now.steadyMs += ms;
    now.utcMs += ms;
    if (m_timer >= 0 && now.steadyMs >= m_timer) {
        m_timer = -1;
        feed(Tick{});
    }
}

void EngineBench::passToTimer()
{
    if (m_timer >= 0)
        pass(std::max<qint64>(m_timer - now.steadyMs, 0));
}

quint64 EngineBench::idOfAsked() const
{
    return std::visit(
        [](const auto& request) -> quint64 {
            if constexpr (requires { request.requestId; })
                return request.requestId;
            return 0;
        },
        *m_asked);
}

void EngineBench::answer(const simulation::ModelAnswer& answer)
{
    const quint64 id = idOfAsked();
    m_asked.reset();
    feed(HttpDone{id, answer.status, answer.headers, answer.body});
}

void EngineBench::answerStatus(int status, const char* code, std::optional<QByteArray> retryAfter)
{
    simulation::ModelAnswer answered = simulation::ModelServer::error(status, code);
    answered.headers.retryAfter = std::move(retryAfter);
    answer(answered);
}

void EngineBench::fail(HttpFailure kind)
{
    const quint64 id = idOfAsked();
    m_asked.reset();
    feed(HttpFailed{id, kind});
}

void EngineBench::answerRefresh(decltype(Event::what) what)
{
    m_asked.reset();
    feed(std::move(what));
}

simulation::ModelAnswer EngineBench::truth()
{
    if (const auto* push = std::get_if<SendPush>(&*m_asked))
        return server.push(push->body, now.utcMs);
    if (const auto* changes = std::get_if<SendChanges>(&*m_asked))
        return server.changes(changes->epoch, changes->after, changes->etag);
    if (const auto* status = std::get_if<SendStatus>(&*m_asked))
        return server.status(status->body);
    return server.meta();
}

void EngineBench::answerOrRefresh()
{
    if (asks<RefreshToken>()) {
        m_asked.reset();
        feed(TokenRefreshed{});
    } else {
        answerTruly();
    }
}

bool EngineBench::settleDown()
{
    for (int i = 0; i < 500 && m_asked; ++i)
        answerOrRefresh();
    return !m_asked;
}

void EngineBench::done(const Result<>& result)
{
    if (result)
        m_events.push_back(LedgerDone{});
    else
        m_events.push_back(LedgerFailed{result.error()});
}

void EngineBench::execute(const Command& command)
{
    if (const auto* timer = std::get_if<SetTimer>(&command)) {
        m_timer = timer->atSteadyMs;
    } else if (std::holds_alternative<Notify>(command)) {
        ++notifications;
    } else if (std::holds_alternative<Abort>(command)) {
        m_asked.reset();
    } else if (command.index() <= Command(RefreshToken{}).index()) {
        QVERIFY2(!m_asked, "one request at a time");
        m_asked = command;
        ++requests;
    } else {
        executeLedger(command);
    }
}

void EngineBench::executeLedger(const Command& command)
{
    if (!std::holds_alternative<ReadLedger>(command))
        ledgerCommands.push_back(command);
    if (std::holds_alternative<ReadLedger>(command)) {
        m_events.push_back(LedgerRead{*ledger.cursor(), *ledger.counts(now.utcMs)});
    } else if (const auto* take = std::get_if<TakeBatch>(&command)) {
        const auto batch = ledger.nextBatch(take->maxOps, take->maxBytes, now.utcMs);
        if (batch)
            m_events.push_back(BatchReady{*batch});
        else
            done(sitebook::fail(batch.error()));
    } else if (const auto* list = std::get_if<ListUnconfirmed>(&command)) {
        m_events.push_back(UnconfirmedRead{*ledger.unconfirmed(list->after, list->limit)});
    } else if (const auto* release = std::get_if<ReleaseBatch>(&command)) {
        done(ledger.releaseBatch(release->batch));
    } else if (const auto* settle = std::get_if<SettleBatch>(&command)) {
        done(ledger.settle(settle->batch, settle->results, settle->durableSeq, settle->receipt));
    } else if (const auto* page = std::get_if<ApplyPage>(&command)) {
        done(ledger.applyChanges(page->epoch, page->after, page->next, page->durableSeq, page->changes));
    } else if (const auto* reconcile = std::get_if<Reconcile>(&command)) {
        done(ledger.reconcile(reconcile->known, reconcile->unknown));
    } else if (const auto* restart = std::get_if<RestartFeed>(&command)) {
        done(ledger.restartFeed(restart->epoch));
    } else {
        done(ledger.clearWaits());
    }
}

} // namespace sitebook::sync
