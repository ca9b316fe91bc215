// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <memory>

namespace sitebook::server {

// One server at a time on a database: a lock of the system, which goes with the process however it ends.
class InstanceLock final
{
public:
    // Errors: Busy (another server has it), NotWritable.
    [[nodiscard]] static Result<std::unique_ptr<InstanceLock>> take(const QString& databasePath);
    ~InstanceLock();
    InstanceLock(const InstanceLock&) = delete;
    InstanceLock& operator=(const InstanceLock&) = delete;

private:
    InstanceLock(int descriptor, QByteArray path)
        : m_descriptor(descriptor)
        , m_path(std::move(path))
    {
    }
    int m_descriptor;
    QByteArray m_path;
};

} // namespace sitebook::server
