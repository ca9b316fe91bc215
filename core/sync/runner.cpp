// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/runner.h"

#include "core/sync/sentences.h"
#include "core/sync/worker.h"

namespace sitebook {

SyncRunner::SyncRunner(SyncConfig config, Ledger& ledger, CredentialStore& credentials, const Clock& clock,
                       QObject* parent)
    : QObject(parent)
    , m_worker(new sync::Worker(std::move(config), ledger, credentials, clock))
{
    m_thread.setObjectName(QStringLiteral("sync"));
    m_worker->moveToThread(&m_thread);
    connect(m_worker, &sync::Worker::stateChanged, this, [this](const SyncState& state) {
        m_state = state;
        Q_EMIT stateChanged(m_state);
    });
}

SyncRunner::~SyncRunner()
{
    stop();
    delete m_worker; // its thread is over
}

void SyncRunner::start()
{
    if (m_started || m_stopped)
        return;
    m_started = true;
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, &sync::Worker::start);
}

void SyncRunner::stop()
{
    if (m_stopped.exchange(true) || !m_started)
        return;
    QMetaObject::invokeMethod(m_worker, [this] {
        m_worker->finish();
        m_thread.quit();
    });
    m_thread.wait();
}

void SyncRunner::localOperations()
{
    if (m_stopped || m_localPending.exchange(true))
        return;
    QMetaObject::invokeMethod(m_worker, [this] {
        m_localPending = false;
        m_worker->localOperations();
    });
}

void SyncRunner::syncNow()
{
    if (!m_stopped)
        QMetaObject::invokeMethod(m_worker, &sync::Worker::syncNow);
}

void SyncRunner::setOnline(bool online)
{
    if (!m_stopped)
        QMetaObject::invokeMethod(m_worker, [this, online] { m_worker->setOnline(online); });
}

void SyncRunner::requeue(const OpId& id)
{
    if (!m_stopped)
        QMetaObject::invokeMethod(m_worker, [this, id] { m_worker->requeue(id); });
}

QFuture<Result<>> SyncRunner::signIn(const UserName& user, const QString& password)
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    QFuture<Result<>> future = promise->future();
    promise->start();
    if (m_stopped || !m_started) {
        promise->addResult(fail(ErrorCode::Cancelled, sync::sentences::stopped()));
        promise->finish();
        return future;
    }
    QMetaObject::invokeMethod(m_worker, [this, user, password, promise] { m_worker->signIn(user, password, promise); });
    return future;
}

void SyncRunner::signOut()
{
    if (!m_stopped)
        QMetaObject::invokeMethod(m_worker, &sync::Worker::signOut);
}

} // namespace sitebook
