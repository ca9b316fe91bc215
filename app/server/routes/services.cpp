// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/services.h"

namespace sitebook::server {

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
    if (round.writes.size() > 1)
        return;
    exchange->defer([this, &round, exchange] {
        WriteBatch batch{std::exchange(round.writes, {}),
                         [exchange](std::function<void()> task) { exchange->defer(std::move(task)); }};
        if (store.writer().submit(batch))
            return;
        const auto busy =
            fail(ErrorCode::Busy, QT_TRANSLATE_NOOP("messages", "The server is busy. Try again in a few seconds."));
        for (const WriteJob& refused : batch.jobs)
            refused.done(busy);
    });
}

} // namespace sitebook::server
