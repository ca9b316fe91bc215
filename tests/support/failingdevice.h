// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace sitebook {

// Takes a number of bytes, then fails as a full disk (or whatever the system error number says) does.
class FailingDevice final : public QIODevice
{
public:
    FailingDevice(qint64 capacity, int systemError)
        : m_left(capacity)
        , m_systemError(systemError)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override
    {
        if (size <= m_left) {
            m_left -= size;
            return size;
        }
        setErrorString(qt_error_string(m_systemError));
        return -1;
    }

private:
    qint64 m_left;
    int m_systemError;
};

} // namespace sitebook
