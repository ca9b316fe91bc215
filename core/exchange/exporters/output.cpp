// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exporters/output.h"

#include <QFileDevice>
#include <algorithm>
#include <cerrno>
#include <initializer_list>

namespace sitebook {

namespace {

// Qt keeps the system's reason only as its sentence once the error code is a general WriteError.
bool saysOneOf(const QString& sentence, std::initializer_list<int> codes)
{
    return std::any_of(codes.begin(), codes.end(), [&](int code) { return sentence == qt_error_string(code); });
}

QString pathOf(const QIODevice& device)
{
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    return file ? file->fileName() : QString();
}

QFileDevice::FileError kindOf(const QIODevice& device)
{
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    return file ? file->error() : QFileDevice::NoError;
}

bool isFull(const QIODevice& device)
{
#ifdef EDQUOT
    if (saysOneOf(device.errorString(), {EDQUOT}))
        return true;
#endif
    return kindOf(device) == QFileDevice::ResourceError || saysOneOf(device.errorString(), {ENOSPC, EFBIG});
}

} // namespace

Error openError(const QIODevice& device)
{
    if (isFull(device))
        return writeError(device);
    return {
        ErrorCode::NotWritable,
        QT_TRANSLATE_NOOP(
            "messages", "This place cannot be written to. Choose another folder or ask for the right to write there."),
        pathOf(device)};
}

Error writeError(const QIODevice& device)
{
    if (isFull(device)) {
        return {ErrorCode::DiskFull,
                QT_TRANSLATE_NOOP("messages",
                                  "The disk is full. Free some space or choose another folder, then export again."),
                pathOf(device)};
    }
    if (kindOf(device) == QFileDevice::PermissionsError || saysOneOf(device.errorString(), {EACCES, EPERM, EROFS}))
        return openError(device);
    return {
        ErrorCode::Storage,
        Message(QT_TRANSLATE_NOOP("messages", "The file could not be written: %1. Check the disk, then export again."),
                {device.errorString()}),
        pathOf(device)};
}

Result<> Output::relieve()
{
    return m_bytes.size() < blockSize ? Result<>() : flush();
}

Result<> Output::flush()
{
    if (m_bytes.isEmpty())
        return {};
    if (m_device.write(m_bytes) != m_bytes.size())
        return fail(writeError(m_device));
    m_bytes.resize(0); // keeps the capacity
    return {};
}

} // namespace sitebook
