// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"
#include "app/desktop/commandline/workspacecommand.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr Command::Signature usage{
    "trail",
    QT_TRANSLATE_NOOP("messages", "Writes the audit trail into a file that sitebook-verify checks."),
    "sitebook trail ~/desk --out trail.jsonl",
    1,
    1,
};

class TrailCommand final : public WorkspaceCommand
{
public:
    TrailCommand(Console& console, WorkspaceManager& manager)
        : WorkspaceCommand(usage, console, manager)
    {
    }

protected:
    void describeMore(QCommandLineParser& parser) const override
    {
        parser.addOption({u"out"_s, translate("messages", "The file to write."), u"FILE"_s});
    }

    Result<> prepare(const QCommandLineParser& parser) override
    {
        m_path = parser.value(u"out"_s);
        if (m_path.isEmpty())
            return sitebook::fail(ErrorCode::Usage,
                                  Message(QT_TRANSLATE_NOOP("messages", "--%1 is needed."), {u"out"_s}));
        return {};
    }

    bool wantsQueueDone() const override { return true; }

    void work(Workspace& workspace, const QCommandLineParser&) override
    {
        await(workspace.audit().exportTrail(m_path), [this](qint64 entries) {
            if (json())
                console().object({{u"path"_s, m_path}, {u"entries"_s, entries}});
            else
                console().line(
                    Message(QT_TRANSLATE_NOOP("messages", "%1: %2 entries. Check it with: sitebook-verify %1"),
                            {m_path, QString::number(entries)}));
            end(CommandLine::Done);
        });
    }

private:
    QString m_path;
};

} // namespace

std::unique_ptr<Command> makeTrailCommand(Console& console, WorkspaceManager& manager)
{
    return std::make_unique<TrailCommand>(console, manager);
}

} // namespace sitebook
