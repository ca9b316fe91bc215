// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sitebook {

// Lower case without accents ("García" -> "garcia"), for searching; other scripts stay as they are.
[[nodiscard]] QString foldedForSearch(const QString& text);

} // namespace sitebook
