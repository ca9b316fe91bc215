// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/serveroptions.h"

#include "core/api/wire.h"

#include <QFile>
#include <array>

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array options{
    OptionInfo{"listen", "HOST:PORT", "127.0.0.1:8080",
               QT_TRANSLATE_NOOP("messages", "Address to listen on; port 0 takes a free one.")},
    OptionInfo{"database", "URL", "sitebook-server.db",
               QT_TRANSLATE_NOOP("messages", "Database: a file, or sqlite:FILE.")},
    OptionInfo{"study", "FILE", "", QT_TRANSLATE_NOOP("messages", "Study definition the server serves.")},
    OptionInfo{"keys", "FILE", "",
               QT_TRANSLATE_NOOP("messages", "File with the server's keys; beside the database by default.")},
    OptionInfo{"log", "FILE", "", QT_TRANSLATE_NOOP("messages", "File for the log; standard error by default.")},
    OptionInfo{"threads", "N", "1", QT_TRANSLATE_NOOP("messages", "Threads that serve connections."), 1, 16},
    OptionInfo{"connections", "N", "1024", QT_TRANSLATE_NOOP("messages", "Connections served at once."), 1, 100'000},
    OptionInfo{"header-bytes", "N", "8192", QT_TRANSLATE_NOOP("messages", "Largest header of a request."), 256, 65'536},
    OptionInfo{"body-bytes", "N", "1048576", QT_TRANSLATE_NOOP("messages", "Largest body of a request."), 1024,
               67'108'864},
    OptionInfo{"header-timeout-ms", "N", "10000", QT_TRANSLATE_NOOP("messages", "Time a request's header may take."),
               20, 600'000},
    OptionInfo{"body-timeout-ms", "N", "30000", QT_TRANSLATE_NOOP("messages", "Time a request's body may take."), 20,
               600'000},
    OptionInfo{"idle-timeout-ms", "N", "30000",
               QT_TRANSLATE_NOOP("messages", "Time between two requests of a connection."), 20, 600'000},
    OptionInfo{"write-timeout-ms", "N", "30000", QT_TRANSLATE_NOOP("messages", "Time an answer may stand still."), 20,
               600'000},
    OptionInfo{"stop-timeout-ms", "N", "10000",
               QT_TRANSLATE_NOOP("messages", "Time for what was taken when the server stops."), 20, 600'000},
    OptionInfo{"login-per-minute", "N", "5", QT_TRANSLATE_NOOP("messages", "Failed sign-ins of one name in a minute."),
               1, 100'000},
    OptionInfo{"push-per-second", "N", "50", QT_TRANSLATE_NOOP("messages", "Pushes of one device in a second."), 1,
               100'000},
    OptionInfo{"poll-seconds", "N", "60", QT_TRANSLATE_NOOP("messages", "How often desks are told to ask for changes."),
               1, 86'400},
};

const OptionInfo* optionNamed(const QString& name)
{
    for (const OptionInfo& option : options)
        if (name == QLatin1String(option.name))
            return &option;
    return nullptr;
}

tl::unexpected<Error> unknownSetting(const QString& where)
{
    return fail(ErrorCode::Usage,
                QT_TRANSLATE_NOOP(
                    "messages", "The configuration file has a setting that is not known. See --help for their names."),
                where);
}

using Values = QHash<QString, QString>;

Result<> takeJson(const QByteArray& text, const QString& path, Values& values)
{
    const auto object = api::parseObject(text);
    if (!object)
        return fail(ErrorCode::Unreadable, object.error().message, QString(path + u", " + object.error().where));
    for (auto it = object->begin(); it != object->end(); ++it) {
        if (optionNamed(it.key()) == nullptr && it.key() != "demo"_L1)
            return unknownSetting(QString(path + u", " + it.key()));
        values.insert(it.key(), it->isString() ? it->toString() : it->toVariant().toString());
    }
    return {};
}

Result<> takeLines(const QByteArray& text, const QString& path, Values& values)
{
    const QList<QByteArray> lines = text.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = QString::fromUtf8(lines.at(i)).trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';') || line.startsWith(u'['))
            continue;
        const QString where = u"%1, line %2"_s.arg(path, QString::number(i + 1));
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 0)
            return fail(ErrorCode::Unreadable,
                        QT_TRANSLATE_NOOP("messages", "A line of the configuration file is not \"name = value\"."),
                        where);
        const QString name = line.left(equals).trimmed();
        if (optionNamed(name) == nullptr && name != "demo"_L1)
            return unknownSetting(where);
        values.insert(name, line.mid(equals + 1).trimmed());
    }
    return {};
}

Result<> takeFile(const QString& path, Values& values)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound,
                    QT_TRANSLATE_NOOP(
                        "messages", "The configuration file cannot be read. Check its name and the right to read it."),
                    path);
    const QByteArray text = file.read(1024 * 1024);
    return text.trimmed().startsWith('{') ? takeJson(text, path, values) : takeLines(text, path, values);
}

Result<int> number(const Values& values, const char* name)
{
    const OptionInfo& option = *optionNamed(QString::fromLatin1(name));
    bool whole = false;
    const qint64 value = values.value(QString::fromLatin1(name)).toLongLong(&whole);
    if (!whole || value < option.least || value > option.most)
        return fail(ErrorCode::Usage,
                    Message(QT_TRANSLATE_NOOP("messages", "The setting %1 must be a number from %2 to %3."),
                            {QString::fromLatin1(name), QString::number(option.least), QString::number(option.most)}));
    return static_cast<int>(value);
}

Result<> takeAddress(const QString& text, ServerOptions& result)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool whole = false;
    const uint port = text.mid(colon + 1).toUInt(&whole);
    if (colon < 0 || !whole || port > 65'535)
        return fail(
            ErrorCode::Usage,
            QT_TRANSLATE_NOOP("messages", "Write the address to listen on as HOST:PORT, for example 127.0.0.1:8080."),
            text);
    result.host = text.left(colon);
    if (result.host.startsWith(u'[') && result.host.endsWith(u']'))
        result.host = result.host.mid(1, result.host.size() - 2);
    result.port = static_cast<quint16>(port);
    return {};
}

Result<> takeDatabase(const QString& url, ServerOptions& result)
{
    if (url.startsWith("postgres"_L1))
        return fail(ErrorCode::Unsupported,
                    QT_TRANSLATE_NOOP("messages", "This server stores in SQLite only; name a file."), url);
    result.databasePath = url.startsWith("sqlite:"_L1) ? url.mid(7) : url;
    if (result.databasePath.startsWith("//"_L1))
        result.databasePath = result.databasePath.mid(2);
    if (result.databasePath.isEmpty())
        return fail(ErrorCode::Usage, QT_TRANSLATE_NOOP("messages", "Name a file for the database."));
    return {};
}

Result<> takeNumbers(const Values& values, ServerOptions& result)
{
    HttpLimits& http = result.http;
    int headerBytes = 0;
    int bodyBytes = 0;
    const std::array<std::pair<const char*, int*>, 12> numbers{{{"threads", &http.threads},
                                                                {"connections", &http.connections},
                                                                {"header-bytes", &headerBytes},
                                                                {"body-bytes", &bodyBytes},
                                                                {"header-timeout-ms", &http.headerMs},
                                                                {"body-timeout-ms", &http.bodyMs},
                                                                {"idle-timeout-ms", &http.idleMs},
                                                                {"write-timeout-ms", &http.writeMs},
                                                                {"stop-timeout-ms", &http.stopMs},
                                                                {"login-per-minute", &result.loginPerMinute},
                                                                {"push-per-second", &result.pushPerSecond},
                                                                {"poll-seconds", &result.pollSeconds}}};
    for (const auto& [name, target] : numbers) {
        SB_TRY_ASSIGN(*target, number(values, name));
    }
    http.headerBytes = static_cast<size_t>(headerBytes);
    http.bodyBytes = static_cast<size_t>(bodyBytes);
    return {};
}

} // namespace

std::span<const OptionInfo> serverOptions()
{
    return options;
}

QString environmentName(const OptionInfo& option)
{
    return u"SITEBOOK_"_s + QString::fromLatin1(option.name).toUpper().replace(u'-', u'_');
}

Result<ServerOptions> resolveOptions(const QHash<QString, QString>& flags, const QProcessEnvironment& environment)
{
    Values values;
    for (const OptionInfo& option : options)
        values.insert(QString::fromLatin1(option.name), QString::fromLatin1(option.defaultValue));
    const QString file = flags.value(u"config"_s, environment.value(u"SITEBOOK_CONFIG"_s));
    if (!file.isEmpty()) {
        SB_TRY(takeFile(file, values));
    }
    for (const OptionInfo& option : options)
        if (const QString given = environment.value(environmentName(option)); !given.isEmpty())
            values.insert(QString::fromLatin1(option.name), given);
    for (auto it = flags.begin(); it != flags.end(); ++it)
        values.insert(it.key(), it.value());
    ServerOptions result;
    SB_TRY(takeAddress(values.value(u"listen"_s), result));
    SB_TRY(takeDatabase(values.value(u"database"_s), result));
    SB_TRY(takeNumbers(values, result));
    result.keysPath = values.value(u"keys"_s);
    result.studyPath = values.value(u"study"_s);
    result.logPath = values.value(u"log"_s);
    result.demo = values.value(u"demo"_s) == "true"_L1;
    return result;
}

} // namespace sitebook::server
