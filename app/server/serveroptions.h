// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httptypes.h"
#include "core/base/result.h"

#include <QHash>
#include <QProcessEnvironment>
#include <QStringList>
#include <span>

namespace sitebook::server {

// One setting: `--name VALUE`, `SITEBOOK_NAME` in the environment, `name = value` in the configuration file.
struct OptionInfo
{
    const char* name;
    const char* value; // what stands for the value in --help
    const char* defaultValue;
    const char* help; // marked for translation
    qint64 least = 0; // for numbers; both 0: a text
    qint64 most = 0;
};
[[nodiscard]] std::span<const OptionInfo> serverOptions();
[[nodiscard]] QString environmentName(const OptionInfo& option);

struct ServerOptions
{
    QString host;
    quint16 port = 0;
    QString databasePath;
    QString keysPath; // empty: beside the database
    QString studyPath;
    QString logPath; // empty: standard error
    bool demo = false;
    HttpLimits http;
    int loginPerMinute = 5;
    int pushPerSecond = 50;
    int pollSeconds = 60;

    [[nodiscard]] QString keyFile() const
    {
        return keysPath.isEmpty() ? QString(databasePath + QStringLiteral(".keys")) : keysPath;
    }
};

// Flags win over the environment, the environment over the file, the file over the defaults. `flags` holds what was
// given on the command line, by name; "config" and "demo" ("true") among them. Errors: Usage, Unreadable (`where`
// "FILE, line 3").
[[nodiscard]] Result<ServerOptions> resolveOptions(const QHash<QString, QString>& flags,
                                                   const QProcessEnvironment& environment);

} // namespace sitebook::server
