// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"

#include <QCoreApplication>
#include <array>

namespace sitebook {

// The reasons for a missing value in the words of the field, in the order of the menu.
class MissingReasons final
{
    Q_DECLARE_TR_FUNCTIONS(MissingReasons)

public:
    static constexpr std::array all{MissingReason::NotDone, MissingReason::NotApplicable, MissingReason::Unknown,
                                    MissingReason::IntentionallyBlank};
    [[nodiscard]] static QString text(MissingReason reason); // empty for None
};

} // namespace sitebook
