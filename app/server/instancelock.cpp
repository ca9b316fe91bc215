// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/instancelock.h"

#include <QFile>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sitebook::server {

namespace {

// The file that was locked may have been removed by a server that ended in between; then it locks nothing.
bool isStillThere(int descriptor, const QByteArray& path)
{
    struct stat locked
    {
    };
    struct stat named
    {
    };
    return ::fstat(descriptor, &locked) == 0 && ::stat(path.constData(), &named) == 0 && locked.st_ino == named.st_ino;
}

} // namespace

Result<std::unique_ptr<InstanceLock>> InstanceLock::take(const QString& databasePath)
{
    const QByteArray path = QFile::encodeName(QString(databasePath + QStringLiteral(".lock")));
    for (;;) {
        const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0)
            return fail(ErrorCode::NotWritable,
                        QT_TRANSLATE_NOOP(
                            "messages",
                            "The folder of the database cannot be written. Check that it exists and its permissions."),
                        QFile::decodeName(path));
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            ::close(descriptor);
            return fail(ErrorCode::Busy,
                        QT_TRANSLATE_NOOP("messages", "Another server is running on this database. Stop it first."),
                        databasePath);
        }
        if (isStillThere(descriptor, path))
            return std::unique_ptr<InstanceLock>(new InstanceLock(descriptor, path));
        ::close(descriptor);
    }
}

InstanceLock::~InstanceLock()
{
    ::unlink(m_path.constData());
    ::close(m_descriptor);
}

} // namespace sitebook::server
