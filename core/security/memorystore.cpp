// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/credentialstore.h"

#include <QHash>
#include <QMutex>

namespace sitebook {

namespace {

class MemoryStore final : public CredentialStore
{
public:
    QFuture<Result<std::optional<QByteArray>>> read(const QString& key) override
    {
        const QMutexLocker lock(&m_mutex);
        const auto found = m_secrets.constFind(key);
        return QtFuture::makeReadyFuture(Result<std::optional<QByteArray>>(
            found == m_secrets.cend() ? std::nullopt : std::optional<QByteArray>(*found)));
    }
    QFuture<Result<>> write(const QString& key, const QByteArray& secret) override
    {
        const QMutexLocker lock(&m_mutex);
        m_secrets.insert(key, secret);
        return QtFuture::makeReadyFuture(Result<>());
    }
    QFuture<Result<>> remove(const QString& key) override
    {
        const QMutexLocker lock(&m_mutex);
        m_secrets.remove(key);
        return QtFuture::makeReadyFuture(Result<>());
    }

private:
    QMutex m_mutex;
    QHash<QString, QByteArray> m_secrets;
};

} // namespace

std::unique_ptr<CredentialStore> makeMemoryStore()
{
    return std::make_unique<MemoryStore>();
}

} // namespace sitebook
