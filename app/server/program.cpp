// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/program.h"

#include "app/server/accountcommand.h"
#include "app/server/serve.h"
#include "app/server/serveroptions.h"

#include <QCommandLineParser>
#include <QLoggingCategory>
#include <QTextStream>

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

int failed(const Error& error)
{
    QTextStream(stderr) << "sitebook-server: " << error.localised() << '\n';
    return error.code == ErrorCode::Usage ? 2 : 1;
}

QString localised(const char* text)
{
    return Message(text).localised();
}

void addOptions(QCommandLineParser& parser)
{
    for (const OptionInfo& option : serverOptions()) {
        QString help = localised(option.help);
        if (*option.defaultValue != '\0')
            help += u" ["_s + QString::fromLatin1(option.defaultValue) + u']';
        parser.addOption({QString::fromLatin1(option.name), help, QString::fromLatin1(option.value)});
    }
    parser.addOption({u"config"_s,
                      localised(QT_TRANSLATE_NOOP(
                          "messages", "Configuration file: \"name = value\" lines or JSON, names as these flags.")),
                      u"FILE"_s});
    parser.addOption(
        {u"demo"_s, localised(QT_TRANSLATE_NOOP(
                        "messages", "Serve the demo study and make the accounts demo and monitor of site 701."))});
    parser.addOption(
        {u"role"_s,
         localised(QT_TRANSLATE_NOOP(
             "messages", "account add: coordinator, investigator, monitor, data_manager or administrator.")),
         u"R"_s});
    parser.addOption({u"site"_s, localised(QT_TRANSLATE_NOOP("messages", "account add: the person's site.")), u"S"_s});
    parser.addOption({u"display-name"_s,
                      localised(QT_TRANSLATE_NOOP("messages", "account add: the person's full name.")), u"NAME"_s});
    parser.addOption({u"password-file"_s,
                      localised(QT_TRANSLATE_NOOP("messages", "account add: read the password from a file.")),
                      u"FILE"_s});
}

QString helpText(const QCommandLineParser& parser)
{
    QString text = parser.helpText();
    text += localised(QT_TRANSLATE_NOOP(
        "messages",
        "\nEvery setting can also be given in the environment, for example SITEBOOK_LISTEN. The password of\n"
        "an account comes from a prompt, SITEBOOK_PASSWORD or --password-file.\n\n"
        "Examples:\n"
        "  sitebook-server --demo --listen 127.0.0.1:8080\n"
        "  sitebook-server account add anna --role coordinator --site 701 --database study.db\n"
        "  sitebook-server --study study.xml --database study.db\n"));
    return text;
}

QHash<QString, QString> flagsOf(const QCommandLineParser& parser)
{
    QHash<QString, QString> flags;
    for (const OptionInfo& option : serverOptions())
        if (const QString name = QString::fromLatin1(option.name); parser.isSet(name))
            flags.insert(name, parser.value(name));
    if (parser.isSet(u"config"_s))
        flags.insert(u"config"_s, parser.value(u"config"_s));
    if (parser.isSet(u"demo"_s))
        flags.insert(u"demo"_s, u"true"_s);
    return flags;
}

// Qt's own sentence is in English alone.
Error unparsed(const QCommandLineParser& parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty())
        return {ErrorCode::Usage,
                QT_TRANSLATE_NOOP("messages",
                                  "An option stands without its value, or has one that it does not take; see --help.")};
    return {ErrorCode::Usage, QT_TRANSLATE_NOOP("messages", "This option is not known; see --help."),
            unknown.constFirst()};
}

int addAccountCommand(const QCommandLineParser& parser, const ServerOptions& options)
{
    const QStringList words = parser.positionalArguments();
    if (words.size() != 3 || words.at(1) != "add"_L1)
        return failed(
            Error(ErrorCode::Usage,
                  QT_TRANSLATE_NOOP("messages", "Write: sitebook-server account add NAME --role R --site S.")));
    NewAccount account;
    account.name = words.at(2);
    account.displayName = parser.value(u"display-name"_s);
    account.role = parser.value(u"role"_s);
    account.site = parser.value(u"site"_s);
    account.passwordFile = parser.value(u"password-file"_s);
    QLoggingCategory::setFilterRules(u"sitebook.*=false"_s); // a failure is told in one sentence alone
    auto added = addAccount(options, account);
    if (!added && added.error().where.isEmpty() && added.error().code != ErrorCode::Usage)
        added.error().where = options.databasePath;
    if (!added)
        return failed(added.error());
    QTextStream(stdout) << Message(QT_TRANSLATE_NOOP("messages", "Account %1 is ready."), {account.name}).localised()
                        << '\n';
    return 0;
}

} // namespace

int runProgram(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        localised(QT_TRANSLATE_NOOP("messages", "Serves one study to its sites over HTTP.")));
    addOptions(parser);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(u"command"_s,
                                 localised(QT_TRANSLATE_NOOP("messages", "Nothing to serve, or: account add NAME")),
                                 u"[account add NAME]"_s);
    if (!parser.parse(arguments)) {
        return failed(unparsed(parser));
    }
    if (parser.isSet(help)) {
        QTextStream(stdout) << helpText(parser);
        return 0;
    }
    if (parser.isSet(version)) {
        QTextStream(stdout) << "sitebook-server " << SITEBOOK_VERSION << '\n';
        return 0;
    }
    const auto options = resolveOptions(flagsOf(parser), QProcessEnvironment::systemEnvironment());
    if (!options)
        return failed(options.error());
    const QStringList words = parser.positionalArguments();
    if (!words.isEmpty() && words.first() == "account"_L1)
        return addAccountCommand(parser, *options);
    if (!words.isEmpty())
        return failed(Error(ErrorCode::Usage, QT_TRANSLATE_NOOP("messages", "This command is not known; see --help."),
                            words.first()));
    const auto served = serve(*options);
    return served ? 0 : failed(served.error());
}

} // namespace sitebook::server
