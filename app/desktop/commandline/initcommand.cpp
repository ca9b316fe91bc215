// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"
#include "core/security/passwordhash.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr Command::Signature usage{
    "init",
    QT_TRANSLATE_NOOP("messages", "Creates a workspace and prints its recovery code, once."),
    "sitebook init ~/desk --study demo --site 701 --user lin --server http://127.0.0.1:8080",
    1,
    1,
};

class InitCommand final : public Command
{
public:
    InitCommand(Console& console, WorkspaceManager& manager)
        : Command(usage, console)
        , m_manager(manager)
    {
    }

    void describe(QCommandLineParser& parser) const override
    {
        parser.addPositionalArgument(u"WORKSPACE"_s,
                                     translate("messages", "The folder to make; it must not exist or be empty."));
        parser.addOptions({
            {u"study"_s,
             translate("messages", "Study definition in any dialect, or a shipped study: demo, cdisc-pilot."),
             u"FILE"_s},
            {u"site"_s, translate("messages", "Identifier of the site."), u"ID"_s},
            {u"user"_s, translate("messages", "Sign-in name of the first person."), u"NAME"_s},
            {u"name"_s, translate("messages", "Printed name of that person."), u"TEXT"_s},
            {u"role"_s,
             translate("messages", "coordinator (the default), investigator, monitor, data_manager or administrator."),
             u"ROLE"_s, u"coordinator"_s},
            {u"server"_s, translate("messages", "Address of the study server."), u"URL"_s},
            {u"password-file"_s,
             translate("messages", "Reads the password from the first line of FILE; else it is taken from "
                                   "SITEBOOK_PASSWORD or asked for."),
             u"FILE"_s},
            {u"json"_s, translate("messages", "Prints one JSON object.")},
        });
    }

    void start(const QCommandLineParser& parser) override
    {
        m_json = parser.isSet(u"json"_s);
        const auto setup = setupFrom(parser);
        if (!setup)
            return fail(setup.error());
        await(m_manager.create(*setup), [this](const CreatedWorkspace& created) { report(created); });
    }

private:
    [[nodiscard]] static Result<WorkspaceSetup> setupFrom(const QCommandLineParser& parser);
    [[nodiscard]] static Result<QString> newPassword(const QString& file);
    void report(const CreatedWorkspace& created);

    WorkspaceManager& m_manager;
    bool m_json = false;
};

// A shipped study by its name, unless there is a file of that name.
QString studyFile(const QString& given)
{
    const QString shipped = u":/studies/"_s + given + u".xml"_s;
    return !QFileInfo::exists(given) && QFileInfo::exists(shipped) ? shipped : given;
}

Result<WorkspaceSetup> InitCommand::setupFrom(const QCommandLineParser& parser)
{
    for (const QString& needed : {u"study"_s, u"site"_s, u"user"_s})
        if (parser.value(needed).isEmpty())
            return sitebook::fail(ErrorCode::Usage,
                                  Message(QT_TRANSLATE_NOOP("messages", "--%1 is needed."), {needed}));
    const std::optional<Role> role = roleFromCode(parser.value(u"role"_s));
    if (!role)
        return sitebook::fail(ErrorCode::Usage, Message(QT_TRANSLATE_NOOP("messages", "There is no role '%1'."),
                                                        {parser.value(u"role"_s)}));
    WorkspaceSetup setup;
    setup.path = parser.positionalArguments().at(1);
    setup.studyFile = studyFile(parser.value(u"study"_s));
    setup.site = SiteId(parser.value(u"site"_s));
    setup.user = UserName(parser.value(u"user"_s));
    setup.displayName = parser.isSet(u"name"_s) ? parser.value(u"name"_s) : parser.value(u"user"_s);
    setup.role = *role;
    setup.serverUrl = parser.value(u"server"_s);
    SB_TRY_ASSIGN(setup.password, newPassword(parser.value(u"password-file"_s)));
    return setup;
}

// What is typed without being seen is asked for twice.
Result<QString> InitCommand::newPassword(const QString& file)
{
    SB_TRY_ASSIGN(QString password, passwordFromSources(file, "New password"));
    if (!file.isEmpty() || qEnvironmentVariableIsSet("SITEBOOK_PASSWORD"))
        return password;
    SB_TRY_ASSIGN(const QString again, passwordFromSources(file, "The same again"));
    if (again != password)
        return sitebook::fail(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("messages", "The two passwords are not the same; nothing was created."));
    return password;
}

void InitCommand::report(const CreatedWorkspace& created)
{
    if (m_json) {
        console().object({{u"path"_s, created.path}, {u"recoveryCode"_s, created.recoveryCode}});
        return end(CommandLine::Done);
    }
    console().line(Message(QT_TRANSLATE_NOOP("messages", "Created the workspace %1."), {created.path}));
    console().line(Message(QT_TRANSLATE_NOOP("messages", "Recovery code: %1"), {created.recoveryCode}));
    console().line(Message(QT_TRANSLATE_NOOP(
        "messages", "Write it down and keep it locked away: it is shown this one time, and without it a "
                    "forgotten password cannot be replaced.")));
    end(CommandLine::Done);
}

} // namespace

std::unique_ptr<Command> makeInitCommand(Console& console, WorkspaceManager& manager)
{
    return std::make_unique<InitCommand>(console, manager);
}

} // namespace sitebook
