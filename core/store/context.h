// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/model/account.h"
#include "core/security/keyring.h"

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
    std::vector<RecordId> patients;
    std::vector<RecordId> reports;
    qint64 operations = 0; // own ones appended: something to send
    bool queue = false;
    bool drafts = false;
    bool delivery = false;
    bool all = false; // rebuilt or pulled: read everything again
    [[nodiscard]] bool isEmpty() const
    {
        return patients.empty() && reports.empty() && operations == 0 && !queue && !drafts && !delivery && !all;
    }
};

} // namespace sitebook
