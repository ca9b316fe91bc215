// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world.h"

#include <QTextStream>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace sitebook::simulation {

namespace {
constexpr qint64 epochUtcMs = 1'700'000'000'000;
constexpr qint64 timeOutMs = 30'000;
const SiteId site{QStringLiteral("701")};
const QString study = QStringLiteral("S.DEMO");
} // namespace

World::World(quint64 seed)
    : m_random(seed)
    , m_server(site, study)
    , m_print(qEnvironmentVariableIsSet("SITEBOOK_TRACE"))
{
    m_server.refusesEpochs(m_random.chance(0.5));
    const int desks = 2 + static_cast<int>(m_random.below(3));
    for (int i = 0; i < desks; ++i) {
        auto desk = std::make_unique<Desk>();
        desk->number = i;
        desk->device = DeviceId(uuidFrom(m_random));
        desk->ledger = std::make_unique<MemoryLedger>(desk->device, m_random.next());
        m_desks.push_back(std::move(desk));
    }
    for (const auto& desk : m_desks)
        boot(*desk);
}

void World::note(const QString& line)
{
    const QByteArray bytes = QByteArray::number(m_nowMs) + ' ' + line.toUtf8() + '\n';
    m_trace.addData(bytes);
    if (m_print)
        std::fputs(bytes.constData(), stderr);
}

void World::at(qint64 timeMs, std::function<void()> what)
{
    m_agenda.emplace(std::max(timeMs, m_nowMs), std::move(what));
}

bool World::runNext()
{
    if (m_agenda.empty())
        return false;
    const auto first = m_agenda.begin();
    m_nowMs = first->first;
    const auto what = std::move(first->second);
    m_agenda.erase(first);
    ++m_handled;
    what();
    return true;
}

sync::Moment World::momentOf(const Desk& desk) const
{
    return {m_nowMs, epochUtcMs + m_nowMs + desk.clockOffsetMs};
}

void World::boot(Desk& desk)
{
    ++desk.life;
    desk.timerMs = -1;
    desk.events.clear();
    sync::EngineSettings settings;
    settings.site = site;
    settings.device = desk.device;
    settings.studyOid = study;
    settings.batchOperations = 20;
    desk.engine = std::make_unique<sync::Engine>(settings, sync::Random(m_random.next()));
    feed(desk, sync::Started{true, false});
}

void World::feed(Desk& desk, decltype(sync::Event::what) what)
{
    desk.events.push_back(std::move(what));
    if (std::exchange(desk.stepping, true))
        return;
    while (!desk.events.empty()) {
        sync::Event event{momentOf(desk), std::move(desk.events.front())};
        desk.events.pop_front();
        for (const sync::Command& command : desk.engine->step(event))
            execute(desk, command);
    }
    desk.stepping = false;
}

void World::execute(Desk& desk, const sync::Command& command)
{
    note(u"desk "_s + QString::number(desk.number) + u" command "_s + QString::number(command.index()));
    if (executeLedger(desk, command))
        return;
    if (const auto* meta = std::get_if<sync::SendMeta>(&command)) {
        request(
            desk, meta->requestId, [this] { return m_server.meta(); }, false);
    } else if (const auto* push = std::get_if<sync::SendPush>(&command)) {
        request(desk, push->requestId, [this, body = push->body] { return m_server.push(body, epochUtcMs + m_nowMs); });
    } else if (const auto* changes = std::get_if<sync::SendChanges>(&command)) {
        request(desk, changes->requestId,
                [this, asked = *changes] { return m_server.changes(asked.epoch, asked.after, asked.etag); });
    } else if (const auto* status = std::get_if<sync::SendStatus>(&command)) {
        request(desk, status->requestId, [this, body = status->body] { return m_server.status(body); });
    } else if (std::holds_alternative<sync::RefreshToken>(command)) {
        refresh(desk);
    } else if (const auto* timer = std::get_if<sync::SetTimer>(&command)) {
        setTimer(desk, timer->atSteadyMs);
    }
}

bool World::executeLedger(Desk& desk, const sync::Command& command)
{
    MemoryLedger& ledger = *desk.ledger;
    const auto answer = [&desk](const Result<>& result) {
        if (result)
            desk.events.push_back(sync::LedgerDone{});
        else
            desk.events.push_back(sync::LedgerFailed{result.error()});
        return true;
    };
    const qint64 utcMs = momentOf(desk).utcMs;
    if (std::holds_alternative<sync::ReadLedger>(command)) {
        desk.events.push_back(sync::LedgerRead{*ledger.cursor(), *ledger.counts(utcMs)});
        return true;
    }
    if (const auto* take = std::get_if<sync::TakeBatch>(&command)) {
        auto batch = ledger.nextBatch(take->maxOps, take->maxBytes, utcMs);
        if (!batch)
            return answer(fail(batch.error()));
        desk.events.push_back(sync::BatchReady{*batch});
        return true;
    }
    if (const auto* list = std::get_if<sync::ListUnconfirmed>(&command)) {
        auto ids = ledger.unconfirmed(list->after, 5);
        if (!ids)
            return answer(fail(ids.error()));
        desk.events.push_back(sync::UnconfirmedRead{*ids});
        return true;
    }
    if (const auto* release = std::get_if<sync::ReleaseBatch>(&command))
        return answer(ledger.releaseBatch(release->batch));
    if (const auto* settle = std::get_if<sync::SettleBatch>(&command))
        return answer(ledger.settle(settle->batch, settle->results, settle->durableSeq, settle->receipt));
    if (const auto* page = std::get_if<sync::ApplyPage>(&command))
        return answer(ledger.applyChanges(page->epoch, page->after, page->next, page->durableSeq, page->changes));
    if (const auto* reconcile = std::get_if<sync::Reconcile>(&command))
        return answer(ledger.reconcile(reconcile->known, reconcile->unknown));
    if (const auto* restart = std::get_if<sync::RestartFeed>(&command))
        return answer(ledger.restartFeed(restart->epoch));
    if (std::holds_alternative<sync::ClearWaits>(command))
        return answer(ledger.clearWaits());
    return false;
}

// A request travels, is handled and comes back, as fate will have it. Handling reads the server of that moment.
void World::request(Desk& desk, quint64 id, const Handle& handle, bool needsToken)
{
    const Fate fate = drawFate();
    const int number = desk.number;
    const int life = desk.life;
    const int token = desk.token;
    const auto serve = [this, number, token, needsToken, handle, fate]() -> ModelAnswer {
        note(u"server handles a request of desk "_s + QString::number(number));
        if (fate.instead != 0)
            return ModelServer::error(fate.instead, "instead");
        if (needsToken && token != m_desks[static_cast<size_t>(number)]->validToken)
            return ModelServer::error(401, "token");
        ModelAnswer answer = handle();
        if (fate.insteadAfter != 0)
            return ModelServer::error(fate.insteadAfter, "instead");
        return answer;
    };
    if (fate.againAfterMs > 0)
        at(m_nowMs + fate.againAfterMs, [serve] { static_cast<void>(serve()); });
    const qint64 there = m_nowMs + fate.thereMs;
    const qint64 giveUp = m_nowMs + timeOutMs;
    if (fate.arrives) {
        at(there, [this, serve, fate, number, life, id] {
            const ModelAnswer answer = serve();
            if (fate.answered)
                at(m_nowMs + fate.backMs,
                   [this, answer, fate, number, life, id] { deliver(number, life, id, answer, fate); });
        });
    }
    const bool quick = fate.failure && fate.failure != sync::HttpFailure::TimedOut;
    at(quick ? m_nowMs + fate.thereMs + fate.backMs + 1 : giveUp, [this, fate, number, life, id] {
        Desk& there2 = *m_desks[static_cast<size_t>(number)];
        if (there2.life == life)
            feed(there2, sync::HttpFailed{id, fate.failure.value_or(sync::HttpFailure::TimedOut)});
    });
}

void World::deliver(int number, int life, quint64 id, const ModelAnswer& answer, const Fate& fate)
{
    Desk& desk = *m_desks[static_cast<size_t>(number)];
    if (desk.life != life)
        return;
    sync::HttpDone done{id, answer.status, answer.headers, answer.body};
    if (fate.cut && !done.body.isEmpty())
        done.body.truncate(m_random.below(done.body.size()));
    if (answer.status == 503 || answer.status == 429)
        done.headers.retryAfter = QByteArray::number(m_random.below(30));
    note(u"desk "_s + QString::number(number) + u" hears "_s + QString::number(done.status));
    feed(desk, std::move(done));
}

void World::refresh(Desk& desk)
{
    const Fate fate = drawFate();
    const int number = desk.number;
    const int life = desk.life;
    at(m_nowMs + fate.thereMs + 1, [this, number, life, fate] {
        Desk& there = *m_desks[static_cast<size_t>(number)];
        if (there.life != life)
            return;
        if (!fate.arrives || !fate.answered) {
            feed(there, sync::RefreshFailed{sync::HttpFailure::TimedOut, 0, std::nullopt});
        } else if (fate.instead != 0) {
            feed(there, sync::RefreshFailed{std::nullopt, fate.instead, std::nullopt});
        } else {
            there.token = there.validToken;
            feed(there, sync::TokenRefreshed{});
        }
    });
}

void World::setTimer(Desk& desk, qint64 steadyMs)
{
    const quint64 timer = ++desk.timerId;
    const int number = desk.number;
    const int life = desk.life;
    desk.timerMs = steadyMs;
    at(steadyMs, [this, number, life, timer] {
        Desk& there = *m_desks[static_cast<size_t>(number)];
        if (there.life == life && there.timerId == timer)
            feed(there, sync::Tick{});
    });
}

void World::run(int steps)
{
    for (int i = 0; i < steps; ++i) {
        if (m_random.chance(0.35))
            somethingHappens();
        else if (!runNext())
            m_nowMs += 1000;
    }
}

QString World::summary() const
{
    return QString::number(m_desks.size()) + u" desks, "_s + QString::number(m_server.head()) + u" changes, "_s +
           QString::number(m_handled) + u" events, "_s + QString::number(m_nowMs / 1000) + u" s"_s;
}

} // namespace sitebook::simulation
