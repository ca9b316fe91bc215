// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/navigator.h"

#include <QKeySequence>

namespace sitebook {

// The places of the rail, in order.
struct PageInfo
{
    PageId id;
    QString iconName;
    QString text;
    QKeySequence shortcut;
};
[[nodiscard]] QList<PageInfo> pageInfos();

} // namespace sitebook
