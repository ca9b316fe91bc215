// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sitebook {

inline constexpr int shortestPassword = 10;

enum class PasswordStrength { TooShort, Weak, Fair, Strong };

// A rough guess, for a hint beside the field: length and variety, with little credit for repeats, runs such as "1234"
// and words of the person's own name.
[[nodiscard]] PasswordStrength passwordStrength(const QString& password, const QString& userName = {});

} // namespace sitebook
