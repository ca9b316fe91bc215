// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/engine.h"
#include "tests/simulation/memoryledger.h"
#include "tests/simulation/modelserver.h"

#include <deque>

namespace sitebook::sync {

// One engine with its ledger, and the test in the place of the network: it sees each request and says what comes back.
class EngineBench final
{
public:
    explicit EngineBench(EngineSettings settings = defaults());
    [[nodiscard]] static EngineSettings defaults();

    simulation::MemoryLedger ledger;
    simulation::ModelServer server;
    Moment now{1000, 1'700'000'000'000};

    void feed(decltype(Event::what) what);
    // Time passes until the timer, or by so much.
    void pass(qint64 ms);
    void passToTimer();

    // The request the engine waits for; null when it rests.
    [[nodiscard]] const std::optional<Command>& asked() const { return m_asked; }
    template <class Request>
    [[nodiscard]] bool asks() const
    {
        return m_asked && std::holds_alternative<Request>(*m_asked);
    }
    template <class Request>
    [[nodiscard]] const Request& request() const
    {
        return std::get<Request>(*m_asked);
    }
    // What the model server says to it.
    [[nodiscard]] simulation::ModelAnswer truth();
    void answer(const simulation::ModelAnswer& answer);
    void answerStatus(int status, const char* code = "word", std::optional<QByteArray> retryAfter = std::nullopt);
    void answerTruly() { answer(truth()); }
    void fail(HttpFailure kind);
    void answerRefresh(decltype(Event::what) what);
    // Answers truly until the engine asks for `Request`, or rests.
    template <class Request>
    bool reach()
    {
        for (int i = 0; i < 500 && m_asked && !asks<Request>(); ++i)
            answerOrRefresh();
        return asks<Request>();
    }
    // Answers truly until it rests.
    bool settleDown();
    void start() { feed(Started{true, false}); }
    void save(int count, const QString& reason = QStringLiteral("first"));

    [[nodiscard]] const SyncState& state() const { return m_engine.state(); }
    [[nodiscard]] qint64 timer() const { return m_timer; }
    int requests = 0;
    int notifications = 0;
    std::vector<Command> ledgerCommands;

private:
    void answerOrRefresh();
    void execute(const Command& command);
    void executeLedger(const Command& command);
    void done(const Result<>& result);
    [[nodiscard]] quint64 idOfAsked() const;

    Engine m_engine;
    Random m_records{99};
    std::deque<decltype(Event::what)> m_events;
    std::optional<Command> m_asked;
    qint64 m_timer = -1;
    bool m_stepping = false;
};

} // namespace sitebook::sync
