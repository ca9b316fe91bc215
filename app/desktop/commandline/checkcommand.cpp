// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"
#include "app/desktop/commandline/workspacecommand.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr Command::Signature usage{
    "check",
    QT_TRANSLATE_NOOP("messages", "Checks chains, projections, seals and the database of a workspace."),
    "sitebook check ~/desk --json",
    1,
    1,
};

class CheckCommand final : public WorkspaceCommand
{
public:
    CheckCommand(Console& console, WorkspaceManager& manager)
        : WorkspaceCommand(usage, console, manager)
    {
    }

protected:
    void describeMore(QCommandLineParser&) const override {}

    bool wantsQueueDone() const override { return true; }

    void work(Workspace& workspace, const QCommandLineParser&) override
    {
        await(workspace.audit().check([](qint64, qint64) {}, m_cancel),
              [this](const AuditService::CheckReport& found) { report(found); });
    }

private:
    void report(const AuditService::CheckReport& found)
    {
        const bool good = found.problems.empty();
        QJsonArray problems;
        for (const AuditService::CheckReport::Problem& problem : found.problems)
            problems.append(QJsonObject{{u"where"_s, problem.where}, {u"message"_s, problem.message.english()}});
        if (json()) {
            console().object({{u"ok"_s, good},
                              {u"operations"_s, found.operations},
                              {u"records"_s, found.records},
                              {u"problems"_s, problems}});
        } else {
            console().line(Message(QT_TRANSLATE_NOOP("messages", "%1 operations, %2 records, %3 problems"),
                                   {QString::number(found.operations), QString::number(found.records),
                                    QString::number(found.problems.size())}));
            for (const AuditService::CheckReport::Problem& problem : found.problems)
                console().line(u"  "_s + problem.where + u": "_s + problem.message.localised());
        }
        end(good ? CommandLine::Done : CommandLine::DoneWithFindings);
    }

    CancelToken m_cancel;
};

} // namespace

std::unique_ptr<Command> makeCheckCommand(Console& console, WorkspaceManager& manager)
{
    return std::make_unique<CheckCommand>(console, manager);
}

} // namespace sitebook
