// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QMetaType>
#include <optional>

namespace sitebook {

// Synchronisation as a person is told about it. A plain value.
struct SyncState
{
    enum class Phase {
        NotSetUp,    // no server belongs to this workspace
        Idle,        // nothing to do until the next poll or the next entry
        Working,     // a request is under way
        Waiting,     // it will go on by itself, or work offline was chosen
        NeedsSignIn, // a person must enter the password
        Refused,     // the server refuses this person, or holds another study: a person must act
        Outdated,    // this program is too old for the server
    };
    Phase phase = Phase::NotSetUp;
    Message sentence;               // what is going on or why it waits, and what to do
    std::optional<ErrorCode> error; // the kind of trouble behind Waiting, NeedsSignIn, Refused, Outdated
    bool online = true;             // false: "work offline" was chosen
    bool keychainMissing = false;   // the password is asked for each time
    qint64 lastSuccessUtcMs = 0;    // 0: never since the program started
    qint64 nextAttemptUtcMs = 0;    // 0: none planned
    quint64 rounds = 0;             // completed since start: everything sent, everything received
    // Since the program started.
    qint64 pushed = 0;
    qint64 pulled = 0;
    // Own operations by delivery state.
    qint64 queued = 0;
    qint64 sending = 0;
    qint64 acked = 0;
    qint64 confirmed = 0;
    qint64 conflicts = 0;
    qint64 quarantined = 0;

    friend bool operator==(const SyncState&, const SyncState&) = default;
};

} // namespace sitebook

Q_DECLARE_METATYPE(sitebook::SyncState)
