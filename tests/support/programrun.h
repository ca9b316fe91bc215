// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>

namespace sitebook::test {

// A program run to its end; status -1 when it crashed or did not end.
struct Ran
{
    int status = -1;
    QString out;
    QString err;
};

// Nothing of the person who runs the tests, no keychain, English.
inline QProcessEnvironment cleanEnvironment(const QString& home, const QString& password)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString& name : names)
        if (name.startsWith(QLatin1String("SITEBOOK_")) || name.startsWith(QLatin1String("LC_")))
            environment.remove(name);
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_LOGGING_RULES", "LANGUAGE"})
        environment.remove(QLatin1String(name));
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(name), home);
    environment.insert(QStringLiteral("LC_CTYPE"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nobody"));
    if (!password.isNull())
        environment.insert(QStringLiteral("SITEBOOK_PASSWORD"), password);
    return environment;
}

inline Ran runProgram(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment,
                      const QString& folder = {})
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, QString::fromUtf8(process.readAllStandardOutput()), QStringLiteral("it did not end")};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

// Names and contents of all files below a folder; what SQLite and the lock keep beside a database is left out.
inline QByteArray contentOf(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator all(folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        QFile file(path);
        if (path.endsWith(QLatin1String("-wal")) || path.endsWith(QLatin1String("-shm")) ||
            path.endsWith(QLatin1String(".lock")))
            continue;
        files.insert(path, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("folder"));
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        hash.addData(QByteArray(it.key().toUtf8() + '\0' + it.value() + '\0'));
    return hash.result().toHex();
}

// The records of a workspace: counts of everything but the journal's entries about signing in and the like.
inline QList<qint64> recordsOf(const QString& workspace)
{
    QList<qint64> counts;
    const auto database = Database::open(workspace + QStringLiteral("/sitebook.db"), Database::Mode::ReadOnly);
    if (!database)
        return counts;
    for (const char* sql :
         {"SELECT count(*) FROM journal WHERE entity<>2", "SELECT coalesce(max(id),0) FROM journal WHERE entity<>2",
          "SELECT count(*) FROM patients", "SELECT count(*) FROM reports", "SELECT count(*) FROM submissions",
          "SELECT count(*) FROM key_slots"})
        counts.append((*database)->scalar(sql).value_or(-1));
    return counts;
}

} // namespace sitebook::test
