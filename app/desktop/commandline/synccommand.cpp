// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"
#include "app/desktop/commandline/workspacecommand.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr Command::Signature usage{
    "sync",
    QT_TRANSLATE_NOOP("messages", "Signs in at the server, sends what waits, fetches what is new."),
    "sitebook sync ~/desk --json",
    1,
    1,
};
constexpr int defaultPatience = 60;
constexpr int mostCounted = 10'000'000;
// What the server has taken becomes confirmed with its durable watermark, which the next exchange brings.
constexpr int mostRounds = 4;
constexpr int settleMs = 150;

qint64 countWaiting(const std::vector<WaitingItem>& items)
{
    return std::count_if(items.begin(), items.end(),
                         [](const WaitingItem& item) { return item.state == u"queued" || item.state == u"sending"; });
}

class SyncCommand final : public WorkspaceCommand
{
public:
    SyncCommand(Console& console, WorkspaceManager& manager)
        : WorkspaceCommand(usage, console, manager)
    {
    }

protected:
    void describeMore(QCommandLineParser& parser) const override
    {
        parser.addOption({u"patience"_s, translate("messages", "Gives up after so many seconds without progress (60)."),
                          u"SECONDS"_s, QString::number(defaultPatience)});
    }

    Result<> prepare(const QCommandLineParser& parser) override
    {
        bool number = false;
        const int seconds = parser.value(u"patience"_s).toInt(&number);
        if (!number || seconds < 1)
            return sitebook::fail(ErrorCode::Usage,
                                  QT_TRANSLATE_NOOP("messages", "--patience wants a number of seconds."));
        m_patience.setInterval(seconds * 1000);
        return {};
    }

    bool wantsQueueDone() const override { return true; }

    void work(Workspace& workspace, const QCommandLineParser&) override
    {
        m_sync = &workspace.sync();
        if (workspace.info().serverUrl.isEmpty())
            return fail(Error(ErrorCode::NotFound,
                              QT_TRANSLATE_NOOP("messages", "This workspace has no server to sync with. Set one in its "
                                                            "settings.")));
        m_patience.setSingleShot(true);
        QObject::connect(&m_patience, &QTimer::timeout, this, [this] { stop(Error(ErrorCode::Offline, whyNot())); });
        m_sync->setOnline(true);
        await(m_sync->waiting(mostCounted), [this](const std::vector<WaitingItem>& items) {
            m_waitingBefore = countWaiting(items);
            signIn();
        });
    }

private:
    void signIn();
    [[nodiscard]] Message whyNot() const;
    void look();
    void settle();
    void stop(const Error& error);
    void report(const SyncStatus& status);

    SyncService* m_sync = nullptr;
    SyncStatus m_last;
    qint64 m_waitingBefore = 0;
    qint64 m_successBefore = 0;
    QTimer m_patience;
    int m_rounds = 0;
    bool m_settling = false;
    bool m_stopped = false;
};

void SyncCommand::signIn()
{
    m_successBefore = m_sync->status().lastSuccessUtcMs;
    await(m_sync->signIn(password()), [this] {
        QObject::connect(m_sync, &SyncService::statusChanged, this, [this] { look(); });
        m_patience.start();
        m_sync->syncNow();
    });
}

Message SyncCommand::whyNot() const
{
    Message sentence = m_sync->status().sentence;
    if (!sentence.isEmpty())
        return sentence;
    return QT_TRANSLATE_NOOP("messages", "The server does not answer. Try again later.");
}

void SyncCommand::look()
{
    if (m_stopped)
        return;
    const SyncStatus status = m_sync->status();
    if (status.waiting() != m_last.waiting() || status.pulled != m_last.pulled || status.confirmed != m_last.confirmed)
        m_patience.start();
    m_last = status;
    if (status.phase == SyncPhase::Refused || status.phase == SyncPhase::Outdated ||
        status.phase == SyncPhase::NeedsSignIn)
        return stop(Error(ErrorCode::Server, status.sentence));
    const bool exchanged = status.lastSuccessUtcMs != m_successBefore;
    if (status.phase != SyncPhase::Idle || status.waiting() > 0 || !exchanged)
        return;
    if (std::exchange(m_settling, true))
        return;
    QTimer::singleShot(settleMs, this, [this] { settle(); });
}

// The counts follow the exchange a moment later, so the store has the last word on what still waits.
void SyncCommand::settle()
{
    if (m_stopped)
        return;
    await(m_sync->waiting(mostCounted), [this](const std::vector<WaitingItem>& items) {
        m_settling = false;
        if (m_stopped)
            return;
        const SyncStatus status = m_sync->status();
        if (status.phase != SyncPhase::Idle)
            return;
        const bool again = countWaiting(items) > 0 || status.acked > 0;
        if (again && ++m_rounds < mostRounds)
            return m_sync->syncNow();
        report(status);
    });
}

void SyncCommand::stop(const Error& error)
{
    m_stopped = true;
    m_patience.stop();
    fail(error);
}

void SyncCommand::report(const SyncStatus& status)
{
    m_stopped = true;
    m_patience.stop();
    const qint64 pushed = std::max<qint64>(0, m_waitingBefore - status.waiting() - status.quarantined);
    const bool findings = status.conflicts > 0 || status.quarantined > 0;
    if (json())
        console().object({{u"pushed"_s, pushed},
                          {u"pulled"_s, status.pulled},
                          {u"conflicts"_s, status.conflicts},
                          {u"states"_s, QJsonObject{{u"queued"_s, status.queued},
                                                    {u"sending"_s, status.sending},
                                                    {u"acked"_s, status.acked},
                                                    {u"confirmed"_s, status.confirmed},
                                                    {u"conflict"_s, status.conflicts},
                                                    {u"quarantined"_s, status.quarantined}}}});
    else
        console().line(
            Message(QT_TRANSLATE_NOOP("messages",
                                      "%1 sent, %2 fetched; %3 confirmed in all, %4 taken by the server, %5 waiting, "
                                      "%6 in conflict, %7 quarantined"),
                    {QString::number(pushed), QString::number(status.pulled), QString::number(status.confirmed),
                     QString::number(status.acked), QString::number(status.waiting()),
                     QString::number(status.conflicts), QString::number(status.quarantined)}));
    end(findings ? CommandLine::DoneWithFindings : CommandLine::Done);
}

} // namespace

std::unique_ptr<Command> makeSyncCommand(Console& console, WorkspaceManager& manager)
{
    return std::make_unique<SyncCommand>(console, manager);
}

} // namespace sitebook
