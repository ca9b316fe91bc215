// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/security/credentialstore.h"
#include "core/store/ledger.h"
#include "core/sync/state.h"

#include <QObject>
#include <QThread>
#include <QUrl>
#include <atomic>

namespace sitebook {

namespace sync {
class Worker;
}

struct SyncConfig
{
    QUrl server;         // empty: nothing is sent, phase NotSetUp
    QString workspaceId; // names the entry of the keychain
    SiteId site;
    DeviceId device;
    UserName user;    // whose refresh token is looked for at start
    QString studyOid; // the server must hold the same study
    QString language = QStringLiteral("en");
    QByteArray caCertificates; // PEM; empty: those of the system
    int pollSeconds = 0;       // 0: the server's hint
    int timeoutMs = 30 * 1000;
    qint64 backoffBaseMs = 1000;
    qint64 backoffCapMs = 300 * 1000;
    quint64 seed = 0; // of the jitter; 0: from the system
};

// Synchronisation of one workspace, in a thread of its own: nothing here blocks. Lives in the thread that made it,
// which needs an event loop (state and futures arrive through it). Ledger, credentials and clock must outlive it and be
// safe to use from its thread. What arrives is announced by the ledger's own store, not here.
class SyncRunner final : public QObject
{
    Q_OBJECT
public:
    SyncRunner(SyncConfig config, Ledger& ledger, CredentialStore& credentials, const Clock& clock,
               QObject* parent = nullptr);
    ~SyncRunner() override; // stop()

    void start();
    // Ends the request under way and waits for the thread; what was not sent stays in the ledger. Sign-ins that wait
    // end with Cancelled. Afterwards every call does nothing. Not from another thread than this object's.
    void stop();

    // As last announced; of this object's thread.
    [[nodiscard]] const SyncState& state() const { return m_state; }

    // From any thread, also before start() (then they take effect with it):
    void localOperations(); // something new to send; cheap, may be called for every commit
    void syncNow();         // all waits end
    void setOnline(bool online);
    void requeue(const OpId& id); // a quarantined operation
    // Errors: WrongCredentials, Locked, Busy (too many sign-ins), Offline, OtherStudy, NewerVersion, Server, Protocol,
    // Invalid (no server), Cancelled (stopped, or not started).
    [[nodiscard]] QFuture<Result<>> signIn(const UserName& user, const QString& password);
    void signOut(); // forgets the tokens, here and at the server

Q_SIGNALS:
    void stateChanged(const sitebook::SyncState& state);

private:
    QThread m_thread;
    sync::Worker* m_worker; // owned; works in m_thread
    std::atomic<bool> m_localPending = false;
    bool m_started = false;
    std::atomic<bool> m_stopped = false;
    SyncState m_state;
};

} // namespace sitebook
