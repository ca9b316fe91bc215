// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ledger.h"
#include "core/sync/state.h"

#include <variant>

// What the engine wants done. At most one request or ledger command is outstanding at any time; each is answered by one
// event (requests: HttpDone or HttpFailed with the same requestId).
namespace sitebook::sync {

struct SendMeta
{
    quint64 requestId = 0;
};
struct SendPush
{
    quint64 requestId = 0;
    BatchId batch;
    int attempt = 1;
    QByteArray body;
};
struct SendChanges
{
    quint64 requestId = 0;
    QString epoch;
    quint64 after = 0;
    std::optional<QByteArray> etag; // of the last answer at the head, for If-None-Match
};
struct SendStatus
{
    quint64 requestId = 0;
    QByteArray body;
};
struct Abort
{ // the answer is no longer wanted
    quint64 requestId = 0;
};
struct RefreshToken
{
}; // -> TokenRefreshed | RefreshRefused | RefreshFailed

struct ReadLedger
{
}; // -> LedgerRead
struct TakeBatch
{ // -> BatchReady
    int maxOps = 0;
    qint64 maxBytes = 0;
};
struct ListUnconfirmed
{ // -> UnconfirmedRead
    OpId after;
    int limit = 0;
};
// -> LedgerDone, all of these
struct ReleaseBatch
{
    BatchId batch;
};
struct SettleBatch
{
    BatchId batch;
    std::vector<Settled> results;
    quint64 durableSeq = 0;
    std::optional<ReceiptRow> receipt;
};
struct ApplyPage
{
    QString epoch;
    quint64 after = 0;
    quint64 next = 0;
    quint64 durableSeq = 0;
    std::vector<Incoming> changes;
};
struct Reconcile
{
    std::vector<Settled> known;
    std::vector<OpId> unknown;
};
struct RestartFeed
{
    QString epoch;
};
struct ClearWaits
{
};

struct SetTimer
{ // replaces the timer before; -> Tick
    qint64 atSteadyMs = 0;
};
struct Notify
{
    SyncState state;
};

using Command = std::variant<SendMeta, SendPush, SendChanges, SendStatus, Abort, RefreshToken, ReadLedger, TakeBatch,
                             ListUnconfirmed, ReleaseBatch, SettleBatch, ApplyPage, Reconcile, RestartFeed, ClearWaits,
                             SetTimer, Notify>;

} // namespace sitebook::sync
