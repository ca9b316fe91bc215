// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/hashingdevice.h"

namespace sitebook {

HashingDevice::HashingDevice(QIODevice& target)
    : m_target(target)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 HashingDevice::readData(char*, qint64)
{
    return -1;
}

qint64 HashingDevice::writeData(const char* data, qint64 size)
{
    qint64 taken = 0;
    while (taken < size) {
        // The system writes what still fits on a full disk and gives its reason only when asked again.
        const qint64 part = m_target.write(data + taken, size - taken);
        if (part <= 0) {
            setErrorString(m_target.errorString());
            break;
        }
        m_hash.addData(QByteArrayView(data + taken, part));
        taken += part;
    }
    m_count += taken;
    return taken > 0 || size == 0 ? taken : -1;
}

} // namespace sitebook
