// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/instancelock.h"

#include <QFile>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace sitebook::server {

Result<std::unique_ptr<InstanceLock>> InstanceLock::take(const QString& databasePath)
{
    const QString path = databasePath + QStringLiteral(".lock");
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(
            ErrorCode::NotWritable,
            QT_TRANSLATE_NOOP(
                "messages", "The folder of the database cannot be written. Check that it exists and its permissions."),
            path);
    auto lock = std::unique_ptr<InstanceLock>(new InstanceLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorCode::Busy,
                    QT_TRANSLATE_NOOP("messages", "Another server is running on this database. Stop it first."),
                    databasePath);
    return lock;
}

InstanceLock::~InstanceLock()
{
    ::close(m_descriptor);
}

} // namespace sitebook::server
