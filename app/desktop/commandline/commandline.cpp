// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

const QStringList commandNames{u"init"_s,   u"study"_s, u"import"_s, u"queue"_s,   u"sync"_s,
                               u"export"_s, u"check"_s, u"trail"_s,  u"screens"_s, u"demo"_s};

bool asksForOverview(const QString& word)
{
    return word == u"--help" || word == u"-h" || word == u"help";
}
bool asksForVersion(const QString& word)
{
    return word == u"--version" || word == u"-v";
}

// Qt's own sentence is in English alone.
Message unparsed(const QCommandLineParser& parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty())
        return {QT_TRANSLATE_NOOP("messages", "An option stands without its value, or has one that it does not take.")};
    const QString& name = unknown.constFirst();
    return {QT_TRANSLATE_NOOP("messages", "This command has no option %1."),
            {QString((name.size() > 1 ? u"--"_s : u"-"_s) + name)}};
}

} // namespace

Invocation Invocation::of(int argc, char* const argv[])
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    Invocation invocation;
    invocation.trace = words.removeAll(u"--trace"_s) > 0;
    if (words.isEmpty())
        return invocation;
    const QString& first = words.constFirst();
    if (first == u"screens" && !words.contains(u"--help"_s) && !words.contains(u"-h"_s))
        invocation.kind = Kind::Screens;
    else if (commandNames.contains(first) || words.size() > 1 || !QFileInfo::exists(first))
        invocation.kind = Kind::Command; // which says so where it is none
    else
        invocation.workspace = first;
    return invocation;
}

QStringList CommandLine::names()
{
    return commandNames;
}

CommandLine::CommandLine(WorkspaceManager& manager, Console& console, ScreensWriter screens)
    : m_console(console)
{
    m_commands.push_back(makeInitCommand(console, manager));
    m_commands.push_back(makeStudyCommand(console));
    m_commands.push_back(makeImportCommand(console, manager));
    m_commands.push_back(makeQueueCommand(console, manager));
    m_commands.push_back(makeSyncCommand(console, manager));
    m_commands.push_back(makeExportCommand(console, manager));
    m_commands.push_back(makeCheckCommand(console, manager));
    m_commands.push_back(makeTrailCommand(console, manager));
    m_commands.push_back(makeScreensCommand(console, std::move(screens)));
    m_commands.push_back(makeDemoCommand(console, manager));
}

Command* CommandLine::find(const QString& name) const
{
    for (const auto& command : m_commands)
        if (name == QLatin1String(command->signature().name))
            return command.get();
    return nullptr;
}

int CommandLine::run(const QStringList& arguments)
{
    const QString first = arguments.value(1);
    if (asksForOverview(first))
        return overview();
    if (asksForVersion(first)) {
        m_console.line(QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion());
        return Done;
    }
    Command* command = find(first);
    if (!command)
        return wrongUsage(
            Message(QT_TRANSLATE_NOOP("messages", "'%1' is neither a command nor an existing workspace."), {first}));
    return runOne(*command, arguments);
}

int CommandLine::runOne(Command& command, const QStringList& arguments)
{
    const Command::Signature& signature = command.signature();
    QCommandLineParser parser;
    parser.setApplicationDescription(translate("messages", signature.summary) + u'\n' +
                                     translate("messages", "Example:") + u' ' + QLatin1String(signature.example));
    const QCommandLineOption help({u"h"_s, u"help"_s}, translate("messages", "Explains this command."));
    parser.addOption(help);
    parser.addPositionalArgument(QLatin1String(signature.name), {});
    command.describe(parser);
    if (!parser.parse(arguments))
        return wrongUsage(unparsed(parser));
    if (parser.isSet(help)) {
        m_console.line(parser.helpText());
        return Done;
    }
    const qsizetype given = parser.positionalArguments().size() - 1;
    if (given < signature.leastArguments || (signature.mostArguments >= 0 && given > signature.mostArguments))
        return wrongUsage(Message(QT_TRANSLATE_NOOP("messages", "Wrong number of arguments; for example: %1."),
                                  {QLatin1String(signature.example)}));

    QObject::connect(&command, &Command::finished, qApp, [](int status) { QCoreApplication::exit(status); });
    QMetaObject::invokeMethod(
        &command, [&command, &parser] { command.start(parser); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int CommandLine::overview() const
{
    m_console.line(translate("messages", "Sitebook, the desk of a clinical study site.") + u'\n');
    m_console.line(u"  sitebook [WORKSPACE] [--trace]"_s);
    m_console.line(u"      "_s + translate("messages", "Opens the desktop."));
    for (const auto& command : m_commands) {
        const Command::Signature& signature = command->signature();
        if (!signature.listed)
            continue;
        m_console.line(u"  "_s + QLatin1String(signature.example));
        m_console.line(u"      "_s + translate("messages", signature.summary));
    }
    m_console.line(u'\n' + translate("messages",
                                     "Every command has --help. Exit status: 0 done, 1 failed, 2 wrong usage, 3 done "
                                     "with findings."));
    return Done;
}

int CommandLine::wrongUsage(const Message& message) const
{
    m_console.trouble(message);
    m_console.trouble(Message(QT_TRANSLATE_NOOP("messages", "Try: sitebook --help, or --help after a command.")));
    return WrongUsage;
}

} // namespace sitebook
