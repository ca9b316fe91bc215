// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/credentialstore.h"

#include <QObject>
#include <QPromise>
#include <qt6keychain/keychain.h>

namespace sitebook {

namespace {

const QString service = QStringLiteral("org.sitebook.desk");

tl::unexpected<Error> keychainError(const QKeychain::Job& job)
{
    if (job.error() == QKeychain::AccessDenied || job.error() == QKeychain::AccessDeniedByUser)
        return fail(ErrorCode::Keychain,
                    QT_TRANSLATE_NOOP("messages", "The system's keychain is locked or refuses access. "
                                                  "Unlock it, or go on with the password alone."));
    return fail(ErrorCode::Keychain,
                QT_TRANSLATE_NOOP("messages",
                                  "The system offers no keychain, so nothing is remembered: the password is "
                                  "asked for each time."));
}

// Jobs run in the thread that made the store, whose event loop answers them; the futures may be waited for anywhere.
class KeychainStore final : public CredentialStore
{
public:
    QFuture<Result<std::optional<QByteArray>>> read(const QString& key) override
    {
        using Answer = Result<std::optional<QByteArray>>;
        return start<QKeychain::ReadPasswordJob, Answer>(
            key, [](auto&) {},
            [](const QKeychain::ReadPasswordJob& job) -> Answer {
                if (job.error() == QKeychain::EntryNotFound)
                    return std::optional<QByteArray>();
                if (job.error() != QKeychain::NoError)
                    return keychainError(job);
                return std::optional<QByteArray>(job.binaryData());
            });
    }

    QFuture<Result<>> write(const QString& key, const QByteArray& secret) override
    {
        return start<QKeychain::WritePasswordJob, Result<>>(
            key, [secret](QKeychain::WritePasswordJob& job) { job.setBinaryData(secret); },
            [](const QKeychain::Job& job) -> Result<> {
                if (job.error() != QKeychain::NoError)
                    return keychainError(job);
                return {};
            });
    }

    QFuture<Result<>> remove(const QString& key) override
    {
        return start<QKeychain::DeletePasswordJob, Result<>>(
            key, [](auto&) {},
            [](const QKeychain::Job& job) -> Result<> {
                if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
                    return keychainError(job);
                return {};
            });
    }

private:
    template <class Job, class Answer, class Prepare, class Read>
    QFuture<Answer> start(const QString& key, Prepare prepare, Read read)
    {
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        promise->start();
        QMetaObject::invokeMethod(&m_home, [key, prepare, read, promise] {
            auto* job = new Job(service); // deletes itself when done
            job->setAutoDelete(true);
            job->setInsecureFallback(false);
            job->setKey(key);
            prepare(*job);
            QObject::connect(job, &QKeychain::Job::finished, job, [job, read, promise] {
                promise->addResult(read(*job));
                promise->finish();
            });
            job->start();
        });
        return future;
    }

    QObject m_home;
};

} // namespace

std::unique_ptr<CredentialStore> makeKeychainStore()
{
    return std::make_unique<KeychainStore>();
}

} // namespace sitebook
