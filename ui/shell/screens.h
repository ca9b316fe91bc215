// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sitebook {

// Writes a picture of every page, form and dialog at 1366 x 768 into `outFolder`, named "07-sign-in-light-en.png": a
// temporary workspace of the demo study, filled through the real services. `language` ("en", "zh_CN") and `theme`
// ("light", "dark") empty: all of them. Needs a QApplication whose event loop is not running; runs it. Touches neither
// the person's settings nor their keychain. Returns an exit status, with one sentence on standard error when it failed.
[[nodiscard]] int writeScreens(const QString& outFolder, const QString& language, const QString& theme);

} // namespace sitebook
