// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>

namespace sitebook {

// Why a device refused to write or commit: DiskFull, NotWritable or Storage, in one sentence. `where` is the path of a
// file, when it is one.
[[nodiscard]] Error writeError(const QIODevice& device);
// Why it refused to open for writing: DiskFull or NotWritable.
[[nodiscard]] Error openError(const QIODevice& device);

// Collects small pieces and hands them to the device in blocks of some 64 KiB. Used on one thread.
class Output final
{
public:
    explicit Output(QIODevice& device)
        : m_device(device)
    {
        m_bytes.reserve(blockSize + blockSize / 4);
    }

    // Append here, then call relieve() after each record.
    [[nodiscard]] QByteArray& bytes() { return m_bytes; }
    // Writes when a block is full.
    [[nodiscard]] Result<> relieve();
    [[nodiscard]] Result<> flush();

private:
    static constexpr qsizetype blockSize = 64 * 1024;
    QIODevice& m_device;
    QByteArray m_bytes;
};

} // namespace sitebook
