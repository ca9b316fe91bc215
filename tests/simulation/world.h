// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/engine.h"
#include "tests/simulation/memoryledger.h"
#include "tests/simulation/modelserver.h"

#include <QCryptographicHash>
#include <deque>
#include <functional>
#include <memory>

namespace sitebook::simulation {

// Desks, a server, a network between them and time, all in one thread and driven by one seed: the same seed gives the
// same day, to the last message.
class World final
{
public:
    explicit World(quint64 seed);

    // A day with faults: messages dropped, doubled, reordered, delayed, cut; desks and server crash; the server is
    // restored from its backup; clocks jump; tokens end; disks fill up.
    void run(int steps);
    // Faults end; everything under way must come to rest. False when it does not within bounded events.
    [[nodiscard]] bool drain();
    // What must hold once all is at rest; empty when it does.
    [[nodiscard]] QStringList violations() const;

    [[nodiscard]] QByteArray trace() const { return m_trace.result().toHex(); }
    [[nodiscard]] QString summary() const;

private:
    struct Desk
    {
        int number = 0;
        DeviceId device;
        std::unique_ptr<MemoryLedger> ledger;
        std::unique_ptr<sync::Engine> engine;
        int life = 0; // counts crashes: what belongs to an earlier life is lost
        qint64 timerMs = -1;
        quint64 timerId = 0;
        qint64 clockOffsetMs = 0;
        int token = 0;
        int validToken = 0;
        std::vector<OpId> captured;
        std::deque<decltype(sync::Event::what)> events;
        bool stepping = false;
    };
    // What the network does to one request.
    struct Fate
    {
        qint64 thereMs = 0;
        qint64 backMs = 0;
        bool arrives = true;
        bool answered = true;
        bool cut = false;
        int instead = 0;         // another status before the server sees it
        int insteadAfter = 0;    // another status although the server took it
        qint64 againAfterMs = 0; // a second copy
        std::optional<sync::HttpFailure> failure;
    };
    using Handle = std::function<ModelAnswer()>;

    // world.cpp
    void at(qint64 timeMs, std::function<void()> what);
    [[nodiscard]] bool runNext();
    void boot(Desk& desk);
    void feed(Desk& desk, decltype(sync::Event::what) what);
    void execute(Desk& desk, const sync::Command& command);
    [[nodiscard]] bool executeLedger(Desk& desk, const sync::Command& command);
    void request(Desk& desk, quint64 id, const Handle& handle, bool needsToken = true);
    void deliver(int number, int life, quint64 id, const ModelAnswer& answer, const Fate& fate);
    void refresh(Desk& desk);
    void setTimer(Desk& desk, qint64 steadyMs);
    [[nodiscard]] sync::Moment momentOf(const Desk& desk) const;
    void note(const QString& line);

    // worldfaults.cpp
    [[nodiscard]] Fate drawFate();
    void somethingHappens();
    void somebodySaves(Desk& desk);
    void somebodyResolves(Desk& desk);
    void trouble();
    void signInIfAsked(Desk& desk);
    void crash(Desk& desk);

    // worldchecks.cpp
    [[nodiscard]] bool isAtRest() const;
    void checkServer(QStringList& found) const;
    void checkDesk(const Desk& desk, QStringList& found) const;
    void checkNothingOverwritten(QStringList& found) const;
    void checkConfirmedIsDurable(const Desk& desk, QStringList& found) const;

    sync::Random m_random;
    ModelServer m_server;
    std::vector<std::unique_ptr<Desk>> m_desks;
    std::vector<RecordId> m_records;
    std::multimap<qint64, std::function<void()>> m_agenda;
    qint64 m_nowMs = 1000;
    bool m_faults = true;
    bool m_restored = false;
    int m_handled = 0;
    QStringList m_violations;
    QCryptographicHash m_trace{QCryptographicHash::Sha256};
    bool m_print;
};

} // namespace sitebook::simulation
