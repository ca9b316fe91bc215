// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sitebook {

// The tag of a language people named: "French (fr)", "Français" and "fr" are fr. A name nobody knows stays as it is.
[[nodiscard]] QString languageTagOf(const QString& name);

// What may stand in an xml:lang: the tag itself, or one of private use that holds the name of a language without a tag
// ("x-name-..."); languageFromXml gives back what went in.
[[nodiscard]] QString languageForXml(const QString& language);
[[nodiscard]] QString languageFromXml(const QString& tag);

} // namespace sitebook
