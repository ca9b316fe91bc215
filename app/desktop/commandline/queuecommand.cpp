// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"
#include "app/desktop/commandline/queuewaiter.h"
#include "app/desktop/commandline/workspacecommand.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr Command::Signature usage{
    "queue",
    QT_TRANSLATE_NOOP("messages", "Processes what is queued and says what is quarantined and why."),
    "sitebook queue ~/desk --json",
    1,
    1,
};

QString recordOf(const QueueItem& item)
{
    QStringList words{item.patient, item.formOid, item.source};
    words.removeAll(QString());
    return words.join(u' ');
}

class QueueCommand final : public WorkspaceCommand
{
public:
    QueueCommand(Console& console, WorkspaceManager& manager)
        : WorkspaceCommand(usage, console, manager)
    {
    }

protected:
    void describeMore(QCommandLineParser& parser) const override
    {
        parser.addOption({u"retry"_s, translate("messages", "Tries what is quarantined once more.")});
    }

    void work(Workspace& workspace, const QCommandLineParser& parser) override
    {
        m_queue = &workspace.queue();
        if (parser.isSet(u"retry"_s))
            m_queue->retry(0);
        m_queue->setPaused(false);
        m_waiter = std::make_unique<QueueWaiter>(*m_queue, [this](const Result<std::vector<QueueItem>>& quarantined) {
            if (!quarantined)
                return fail(quarantined.error());
            report(*quarantined);
        });
    }

private:
    void report(const std::vector<QueueItem>& quarantined);

    QueueService* m_queue = nullptr;
    std::unique_ptr<QueueWaiter> m_waiter;
};

void QueueCommand::report(const std::vector<QueueItem>& quarantined)
{
    const QueueStatus status = m_queue->status();
    const int ended = quarantined.empty() ? CommandLine::Done : CommandLine::DoneWithFindings;
    if (json()) {
        QJsonArray list;
        for (const QueueItem& item : quarantined)
            list.append(QJsonObject{{u"record"_s, recordOf(item)},
                                    {u"code"_s, item.code},
                                    {u"message"_s, item.reason.english()},
                                    {u"id"_s, item.id},
                                    {u"field"_s, item.field},
                                    {u"attempts"_s, item.attempts}});
        console().object(
            {{u"processed"_s, status.processed}, {u"accepted"_s, status.accepted}, {u"quarantined"_s, list}});
        return end(ended);
    }
    console().line(Message(
        QT_TRANSLATE_NOOP("messages", "%1 processed, %2 accepted, %3 quarantined"),
        {QString::number(status.processed), QString::number(status.accepted), QString::number(quarantined.size())}));
    for (const QueueItem& item : quarantined)
        console().line(u"  "_s + recordOf(item) + u": "_s + item.reason.localised() + u" ["_s + item.code + u']');
    end(ended);
}

} // namespace

std::unique_ptr<Command> makeQueueCommand(Console& console, WorkspaceManager& manager)
{
    return std::make_unique<QueueCommand>(console, manager);
}

} // namespace sitebook
