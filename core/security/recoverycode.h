// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace sitebook::recoverycode {

// 32 secret bytes and 24 check bits as 14 groups of four letters and digits (no I, L, O, U), joined by '-'.
[[nodiscard]] QString encode(const QByteArray& secret);

// Forgives case, spaces, other dashes, and O for 0, I and L for 1. Error Invalid: a wrong length, letter or check, with
// the group's number in `where` where it is known.
[[nodiscard]] Result<QByteArray> decode(const QString& text);

} // namespace sitebook::recoverycode
