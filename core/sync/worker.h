// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/security/credentialstore.h"
#include "core/sync/apiclient.h"
#include "core/sync/engine.h"
#include "core/sync/runner.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QTimer>
#include <deque>

namespace sitebook::sync {

// What the runner's thread does: carries out the engine's commands and tells it what came of them. Every method belongs
// to that thread.
class Worker final : public QObject
{
    Q_OBJECT
public:
    Worker(SyncConfig config, Ledger& ledger, CredentialStore& credentials, const Clock& clock);

    void start();
    // Ends what is under way; nothing happens afterwards, and the object may be deleted from any thread.
    void finish();
    void localOperations();
    void syncNow();
    void setOnline(bool online);
    void requeue(const OpId& id);
    void signIn(const UserName& user, const QString& password, const std::shared_ptr<QPromise<Result<>>>& promise);
    void signOut();

Q_SIGNALS:
    void stateChanged(const sitebook::SyncState& state);

private:
    using What = decltype(Event::what);
    using Promise = std::shared_ptr<QPromise<Result<>>>;

    void feed(What what);
    void executeAll(std::vector<Command> commands);
    [[nodiscard]] Moment now() const;

    void execute(const SendMeta& command);
    void execute(const SendPush& command);
    void execute(const SendChanges& command);
    void execute(const SendStatus& command);
    void execute(const Abort& command);
    void execute(const RefreshToken& command);
    void execute(const ReadLedger& command);
    void execute(const TakeBatch& command);
    void execute(const ListUnconfirmed& command);
    void execute(const ReleaseBatch& command);
    void execute(const SettleBatch& command);
    void execute(const ApplyPage& command);
    void execute(const Reconcile& command);
    void execute(const RestartFeed& command);
    void execute(const ClearWaits& command);
    void execute(const SetTimer& command);
    void execute(const Notify& command);

    void ask(quint64 requestId, ApiRequest request);
    void ledgerDone(const Result<>& result);
    [[nodiscard]] QString sitePath(const char* what) const;
    void onRefreshed(const ApiAnswer& answer);
    void onLogin(const ApiAnswer& answer, const UserName& user, const Promise& promise);
    void keepRefreshToken(const QString& token);
    void onKeychain(const Result<>& written);
    void answerSignIns();
    void endSignIns(bool signedInOnly, const Result<>& result);
    static void finish(const Promise& promise, Result<> result);

    SyncConfig m_config;
    Ledger& m_ledger;
    CredentialStore& m_credentials;
    const Clock& m_clock;
    Engine m_engine;
    ApiClient* m_client = nullptr; // child; made in the thread
    QTimer* m_timer = nullptr;     // child
    QElapsedTimer m_steady;
    std::deque<What> m_events;
    bool m_stepping = false;
    bool m_finished = false;
    quint64 m_ticket = 0; // of the request under way
    UserName m_user;
    QByteArray m_accessToken;
    QByteArray m_refreshToken;
    bool m_keychainMissing = false;
    struct SignInUnderWay
    {
        Promise promise;
        bool signedIn = false; // and waiting for the server's meta
    };
    std::vector<SignInUnderWay> m_signIns;
};

} // namespace sitebook::sync
