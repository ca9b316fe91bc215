// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/auth/authenticator.h"
#include "app/server/auth/lockout.h"
#include "app/server/auth/ratelimiter.h"
#include "app/server/http/httptypes.h"
#include "app/server/http/router.h"
#include "app/server/sentences.h"
#include "app/server/store/operationintake.h"
#include "app/server/store/serverstore.h"
#include "app/server/studyforms.h"
#include "core/telemetry/metrics.h"

#include <QThreadPool>

namespace sitebook::server {

// What the routes work with; made by the composition root, which outlives every request.
struct Services
{
    const Clock& clock;
    Metrics& metrics;
    ServerStore& store;
    Authenticator& authenticator;
    const OperationIntake& intake;
    std::shared_ptr<const StudyDefinition> study;
    const StudyForms& forms;
    const Sentences& sentences;
    std::shared_ptr<const SigningKey> receipts;
    RateLimiter& signInRate;
    RateLimiter& pushRate;
    Lockout& lockout;
    QThreadPool& workers; // short reading and parsing
    QThreadPool& signIns; // password hashing: slow on purpose
    QThreadPool& exports; // long reading
    QByteArray openApi;
    int pollSeconds = 60;
    std::atomic<int> waitingSignIns{0};
    std::atomic<int> waitingExports{0};

    // What each reactor thread, by its index, does once for all requests of one round of its loop: at the end of the
    // round the reader's snapshot is let go and the writes are handed over together.
    struct Round
    {
        std::unique_ptr<StoreReader> reader;
        bool releaseDue = false;
        std::vector<WriteJob> writes;
        bool submitDue = false;
    };
    std::vector<Round> rounds;

    // The reactor's reader on a fresh snapshot, which serves all requests of this round of the reactor.
    [[nodiscard]] Result<StoreReader*> roundReader(const ExchangePtr& exchange);
    // On the reactor: gives a job to the writer, with others of this round, at its end at the latest. Where too much
    // waits already its `done` gets the error Busy instead.
    void writeWithRound(const ExchangePtr& exchange, WriteJob job);

private:
    void submitRound(const ExchangePtr& exchange);
};

} // namespace sitebook::server
