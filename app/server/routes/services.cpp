// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/services.h"

namespace sitebook::server {

Result<StoreReader*> Services::roundReader(const ExchangePtr& exchange)
{
    RoundReader& round = roundReaders.at(static_cast<size_t>(exchange->reactor));
    SB_TRY(round.reader->refresh());
    if (!std::exchange(round.releaseDue, true))
        exchange->defer([&round] {
            round.releaseDue = false;
            round.reader->release();
        });
    return round.reader.get();
}

} // namespace sitebook::server
