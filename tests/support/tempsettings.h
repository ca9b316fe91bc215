// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace sitebook::test {

// While one lives, settings, caches and the home folder lie in a folder of the test's own, in both formats of
// QSettings; nothing of the person who runs the tests is read or written. Make it before the first QSettings and before
// programs are started, which inherit it.
class TempSettings final
{
public:
    TempSettings()
    {
        QStandardPaths::setTestModeEnabled(true);
        for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
            qputenv(name, m_folder.path().toLocal8Bit());
        for (const QSettings::Format format : {QSettings::NativeFormat, QSettings::IniFormat})
            QSettings::setPath(format, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("Sitebook"));
        QCoreApplication::setApplicationName(QStringLiteral("Sitebook"));
        QSettings().clear();
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    // As on a fresh machine again.
    static void clear() { QSettings().clear(); }

private:
    QTemporaryDir m_folder;
};

} // namespace sitebook::test
