// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sitebook {

class Theme;

// The style sheet of the whole program in the colours and measures of `theme`, from resources/theme/sitebook.qss.
[[nodiscard]] QString styleSheetFor(const Theme& theme);

} // namespace sitebook
