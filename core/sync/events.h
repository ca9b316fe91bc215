// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/ledger.h"

#include <variant>

// What the engine is told. Everything it knows of the world arrives here, time included.
namespace sitebook::sync {

// Two clocks: the steady one drives every wait, the wall clock only labels what people and the ledger read.
struct Moment
{
    qint64 steadyMs = 0;
    qint64 utcMs = 0;
};

// The headers of an answer that matter.
struct HttpHeaders
{
    std::optional<QByteArray> retryAfter;
    std::optional<QByteArray> contentDigest;
    std::optional<QByteArray> etag;
};

// How a request ended without a whole answer. Only Unreachable and Untrusted say that the server did not act on it.
enum class HttpFailure { Unreachable, TimedOut, Reset, Truncated, TooLarge, Untrusted };

struct Started
{
    bool canRefresh = false; // a refresh token is at hand
    bool keychainMissing = false;
};
struct Tick
{
}; // the timer
struct LocalOperations
{
}; // something new to send
struct SyncNow
{
};
struct GoOnline
{
};
struct GoOffline
{
};
struct SignedIn
{ // an access token is at hand
    bool keychainMissing = false;
};
struct SignedOut
{
};
struct TokenRefreshed
{
};
struct RefreshRefused
{
};
struct RefreshFailed
{ // no answer, or one that says nothing about the token
    std::optional<HttpFailure> failure;
    int status = 0;
    std::optional<QByteArray> retryAfter;
};
struct HttpDone
{
    quint64 requestId = 0;
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
};
struct HttpFailed
{
    quint64 requestId = 0;
    HttpFailure kind = HttpFailure::Unreachable;
};
// Answers of the ledger, each to the one command that asked for it.
struct LedgerRead
{
    SyncCursor cursor;
    LedgerCounts counts;
};
struct BatchReady
{
    std::optional<OutgoingBatch> batch;
};
struct UnconfirmedRead
{
    std::vector<OpId> ids;
};
struct LedgerDone
{
};
struct LedgerFailed
{
    Error error;
};

struct Event
{
    Moment at;
    std::variant<Started, Tick, LocalOperations, SyncNow, GoOnline, GoOffline, SignedIn, SignedOut, TokenRefreshed,
                 RefreshRefused, RefreshFailed, HttpDone, HttpFailed, LedgerRead, BatchReady, UnconfirmedRead,
                 LedgerDone, LedgerFailed>
        what;
};

} // namespace sitebook::sync
