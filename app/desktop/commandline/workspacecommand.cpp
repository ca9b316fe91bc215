// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/workspacecommand.h"

#include "core/security/passwordhash.h"

using namespace Qt::StringLiterals;

namespace sitebook {

void WorkspaceCommand::describe(QCommandLineParser& parser) const
{
    parser.addPositionalArgument(u"WORKSPACE"_s, translate("messages", "The folder of the workspace."));
    parser.addOption(
        {u"user"_s, translate("messages", "Who signs in; not needed where the workspace has one person."), u"NAME"_s});
    parser.addOption({u"password-file"_s,
                      translate("messages", "Reads the password from the first line of FILE; else it is taken from "
                                            "SITEBOOK_PASSWORD or asked for."),
                      u"FILE"_s});
    parser.addOption({u"json"_s, translate("messages", "Prints one JSON object.")});
    describeMore(parser);
}

Result<> WorkspaceCommand::prepare(const QCommandLineParser&)
{
    return {};
}

Result<UserName> WorkspaceCommand::userOf(const QCommandLineParser& parser, const WorkspacePreview& preview) const
{
    if (parser.isSet(u"user"_s))
        return UserName(parser.value(u"user"_s));
    if (preview.users.size() == 1)
        return UserName(preview.users.constFirst());
    return sitebook::fail(ErrorCode::Usage, Message(QT_TRANSLATE_NOOP("messages", "Say with --user who signs in: %1."),
                                                    {preview.users.join(u", "_s)}));
}

void WorkspaceCommand::start(const QCommandLineParser& parser)
{
    m_json = parser.isSet(u"json"_s);
    if (const auto prepared = prepare(parser); !prepared)
        return fail(prepared.error());
    m_path = parser.positionalArguments().at(1);
    const auto preview = m_manager.preview(m_path);
    if (!preview)
        return fail(preview.error());
    const auto user = userOf(parser, *preview);
    if (!user)
        return fail(user.error());
    const auto password = passwordFromSources(parser.value(u"password-file"_s), "Password");
    if (!password)
        return fail(password.error());
    m_password = *password;
    await(m_manager.open(m_path, *user, *password), [this, &parser](std::shared_ptr<Workspace> workspace) {
        m_workspace = std::move(workspace);
        if (!wantsQueueDone())
            return work(*m_workspace, parser);
        m_waiter = std::make_unique<QueueWaiter>(m_workspace->queue(), [this, &parser](const auto& quarantined) {
            if (!quarantined)
                return fail(quarantined.error());
            work(*m_workspace, parser);
        });
    });
}

QString WorkspaceCommand::place(ErrorCode code) const
{
    switch (code) {
    case ErrorCode::NotAWorkspace:
    case ErrorCode::NewerVersion:
    case ErrorCode::Damaged:
    case ErrorCode::NotWritable:
    case ErrorCode::DiskFull:
    case ErrorCode::Storage:
    case ErrorCode::Busy:
    case ErrorCode::Locked:
    case ErrorCode::Keychain:
    case ErrorCode::NeedsRecovery:
        return m_path;
    case ErrorCode::WrongCredentials: // the workspace's until it is open, then the server's
        return m_workspace ? m_workspace->info().serverUrl : m_path;
    case ErrorCode::OtherStudy:
    case ErrorCode::Offline:
    case ErrorCode::Server:
    case ErrorCode::Protocol:
        return m_workspace ? m_workspace->info().serverUrl : QString();
    default:
        return {};
    }
}

void WorkspaceCommand::end(int status)
{
    if (!m_workspace)
        return Command::end(status);
    QObject::connect(m_workspace.get(), &Workspace::closed, this, [this, status] { Command::end(status); });
    m_workspace->close();
}

} // namespace sitebook
