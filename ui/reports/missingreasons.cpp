// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/missingreasons.h"

namespace sitebook {

QString MissingReasons::text(MissingReason reason)
{
    switch (reason) {
    case MissingReason::None:
        return {};
    case MissingReason::NotDone:
        return tr("Not done");
    case MissingReason::NotApplicable:
        return tr("Not applicable");
    case MissingReason::Unknown:
        return tr("Unknown");
    case MissingReason::IntentionallyBlank:
        return tr("Intentionally left blank");
    }
    return {};
}

} // namespace sitebook
