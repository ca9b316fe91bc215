// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QIODevice>

namespace sitebook {

// Passes everything on to another open device and keeps count and SHA-256 of what that one took.
class HashingDevice final : public QIODevice
{
    Q_OBJECT

public:
    // `target` must be open for writing and outlive this.
    explicit HashingDevice(QIODevice& target);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 byteCount() const { return m_count; }
    [[nodiscard]] QByteArray sha256() const { return m_hash.result(); }

protected:
    qint64 readData(char* data, qint64 size) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    QIODevice& m_target;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_count = 0;
};

} // namespace sitebook
