// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sitebook {

// The name of a value among the items of a report: the ItemOID, and in a repeating group the line it stands on:
// "IT.DOSE#2". Lines count from 1; a number is not given twice in a report, so that line 3 stays line 3 when line 2
// goes.
struct ItemKey
{
    QString oid;
    int line = 0; // 0: not in a repeating group

    [[nodiscard]] QString text() const;
    // What `key` means where no item has it as its OID.
    [[nodiscard]] static ItemKey of(const QString& key);
    friend bool operator==(const ItemKey&, const ItemKey&) = default;
};

} // namespace sitebook
