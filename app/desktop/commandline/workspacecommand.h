// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/commandline/command.h"
#include "app/desktop/commandline/queuewaiter.h"
#include "core/workspace/workspace.h"

namespace sitebook {

// A command on an opened workspace, its first argument: signs in, works, closes the workspace, then ends.
class WorkspaceCommand : public Command
{
public:
    WorkspaceCommand(const Signature& signature, Console& console, WorkspaceManager& manager)
        : Command(signature, console)
        , m_manager(manager)
    {
    }
    void describe(QCommandLineParser& parser) const final;
    void start(const QCommandLineParser& parser) final;

protected:
    virtual void describeMore(QCommandLineParser& parser) const = 0;
    // Wrong combinations of options, before anything is opened; the default finds none.
    [[nodiscard]] virtual Result<> prepare(const QCommandLineParser& parser);
    // True: what is queued is processed before the work begins, so that it is part of it.
    [[nodiscard]] virtual bool wantsQueueDone() const { return false; }
    virtual void work(Workspace& workspace, const QCommandLineParser& parser) = 0;
    void end(int status) final;
    // The folder for trouble with its files, the server for trouble with that.
    [[nodiscard]] QString place(ErrorCode code) const final;
    [[nodiscard]] bool json() const { return m_json; }
    [[nodiscard]] const QString& password() const { return m_password; }

private:
    [[nodiscard]] Result<UserName> userOf(const QCommandLineParser& parser, const WorkspacePreview& preview) const;

    WorkspaceManager& m_manager;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<QueueWaiter> m_waiter;
    QString m_path;
    QString m_password;
    bool m_json = false;
};

} // namespace sitebook
