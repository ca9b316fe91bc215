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
// What the server has taken becomes confirmed with its durable watermark, which the next exchange brings.
constexpr int mostRounds = 4;

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

    void work(Workspace& workspace, const QCommandLineParser&) override
    {
        m_sync = &workspace.sync();
        m_before = m_sync->status();
        if (m_before.phase == SyncPhase::NotSetUp)
            return stop(
                Error(ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "This workspace has no server to sync with. "
                                                                         "Set one in its settings.")));
        m_patience.setSingleShot(true);
        QObject::connect(&m_patience, &QTimer::timeout, this, [this] {
            const Message sentence = m_sync->status().sentence;
            stop(Error(ErrorCode::Offline,
                       sentence.isEmpty()
                           ? Message(QT_TRANSLATE_NOOP("messages", "The server does not answer. Try again later."))
                           : sentence));
        });
        m_sync->setOnline(true);
        await(m_sync->signIn(password()), [this] {
            QObject::connect(m_sync, &SyncService::statusChanged, this, [this] { look(); });
            m_patience.start();
            m_sync->syncNow();
        });
    }

private:
    void look();
    void stop(const Error& error);
    void report(const SyncStatus& status);

    SyncService* m_sync = nullptr;
    SyncStatus m_before;
    SyncStatus m_last;
    QTimer m_patience;
    int m_rounds = 0;
    bool m_stopped = false;
};

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
    const bool exchanged = status.lastSuccessUtcMs != m_before.lastSuccessUtcMs;
    if (status.phase != SyncPhase::Idle || status.waiting() > 0 || !exchanged)
        return;
    if (status.acked > 0 && ++m_rounds < mostRounds) {
        QTimer::singleShot(200, this, [this] {
            if (!m_stopped)
                m_sync->syncNow();
        });
        return;
    }
    report(status);
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
    const qint64 pushed = std::max<qint64>(0, status.acked + status.confirmed - m_before.acked - m_before.confirmed);
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
