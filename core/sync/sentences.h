// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/sync/events.h"

// Every sentence synchronisation says to a person: what is, and what to do.
namespace sitebook::sync::sentences {

[[nodiscard]] Message notSetUp();
[[nodiscard]] Message starting();
[[nodiscard]] Message workingOffline();
[[nodiscard]] Message needsSignIn();
[[nodiscard]] Message needsSignInWithoutKeychain();
[[nodiscard]] Message signInEnded();
[[nodiscard]] Message otherStudy(const QString& theirs, const QString& ours);
[[nodiscard]] Message outdated();
[[nodiscard]] Message serverOutdated();
[[nodiscard]] Message pushDenied();
[[nodiscard]] Message pullDenied();
[[nodiscard]] Message busy();
[[nodiscard]] Message failure(HttpFailure kind);
[[nodiscard]] Message serverFault(int status);
[[nodiscard]] Message incomplete();
[[nodiscard]] Message notOurs(int status);
[[nodiscard]] Message questionRefused(int status);
[[nodiscard]] Message inconsistentEpoch();
[[nodiscard]] Message badReceipt();
[[nodiscard]] Message connecting();
[[nodiscard]] Message sending();
[[nodiscard]] Message receiving();
[[nodiscard]] Message comparing();
[[nodiscard]] Message tooLarge();
[[nodiscard]] Message waitingItems(qint64 count);
[[nodiscard]] Message allSent();
[[nodiscard]] Message openConflicts(qint64 count);
[[nodiscard]] Message quarantined(qint64 count);
// Sign-in.
[[nodiscard]] Message wrongCredentials();
[[nodiscard]] Message accountLocked();
[[nodiscard]] Message tooManySignIns(qint64 seconds);
[[nodiscard]] Message signInOffline();
[[nodiscard]] Message stopped();

} // namespace sitebook::sync::sentences
