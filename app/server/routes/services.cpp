// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/services.h"

namespace sitebook::server {

namespace {

// So many writes of a round go to the writer at once: it works on them while the reactor reads the next requests.
constexpr size_t shareLimit = 8;

} // namespace

Result<StoreReader*> Services::roundReader(const ExchangePtr& exchange)
{
    Round& round = rounds.at(static_cast<size_t>(exchange->reactor));
    SB_TRY(round.reader->refresh());
    if (!std::exchange(round.releaseDue, true))
        exchange->defer([&round] {
            round.releaseDue = false;
            round.reader->release();
        });
    return round.reader.get();
}

void Services::writeWithRound(const ExchangePtr& exchange, WriteJob job)
{
    Round& round = rounds.at(static_cast<size_t>(exchange->reactor));
    round.writes.push_back(std::move(job));
    if (round.writes.size() >= shareLimit) {
        submitRound(exchange);
        return;
    }
    if (std::exchange(round.submitDue, true))
        return;
    exchange->defer([this, &round, exchange] {
        round.submitDue = false;
        if (!round.writes.empty())
            submitRound(exchange);
    });
}

void Services::submitRound(const ExchangePtr& exchange)
{
    Round& round = rounds.at(static_cast<size_t>(exchange->reactor));
    WriteBatch batch{std::exchange(round.writes, {}),
                     [exchange](std::function<void()> task) { exchange->defer(std::move(task)); }};
    if (store.writer().submit(batch))
        return;
    const auto busy =
        fail(ErrorCode::Busy, QT_TRANSLATE_NOOP("messages", "The server is busy. Try again in a few seconds."));
    for (const WriteJob& refused : batch.jobs)
        refused.done(busy);
}

} // namespace sitebook::server
