// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/journal/operation.h"
#include "core/model/account.h"
#include "core/security/keyring.h"

#include <array>
#include <memory>
#include <vector>

namespace sitebook {

// Whose store it is and with which keys; the same for its whole life, shared by all threads.
struct StoreContext
{
    SiteId site;
    DeviceId device;
    std::shared_ptr<const KeyRing> keys;
    const Clock* clock = nullptr; // outlives the store

    [[nodiscard]] SealContext sealed(const char* table, const char* column, const QByteArray& record,
                                     quint64 version) const
    {
        return {site.toString(), table, column, record, version};
    }
};

// What a committed group of writes touched; models refresh only that.
struct StoreChange
{
    using Records = std::vector<RecordId>;
    std::array<Records, 5> touched; // by entity; see of()
    qint64 operations = 0;          // own ones appended: something to send
    bool queue = false;
    bool drafts = false;
    bool delivery = false;
    bool all = false; // rebuilt or pulled: read everything again

    [[nodiscard]] Records& of(Entity entity) { return touched.at(static_cast<size_t>(entity)); }
    [[nodiscard]] const Records& of(Entity entity) const { return touched.at(static_cast<size_t>(entity)); }
    [[nodiscard]] size_t records() const
    {
        size_t count = 0;
        for (const Records& each : touched)
            count += each.size();
        return count;
    }
    [[nodiscard]] bool isEmpty() const
    {
        return records() == 0 && operations == 0 && !queue && !drafts && !delivery && !all;
    }
    void add(const StoreChange& other)
    {
        for (size_t i = 0; i < touched.size(); ++i)
            touched.at(i).insert(touched.at(i).end(), other.touched.at(i).begin(), other.touched.at(i).end());
        operations += other.operations;
        queue |= other.queue;
        drafts |= other.drafts;
        delivery |= other.delivery;
        all |= other.all;
    }
};

} // namespace sitebook
