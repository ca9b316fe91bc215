// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// The stored text of a multiple item: its chosen codes, separated by ';'. In a code '\\' and ';' stand behind a '\\'.
namespace sitebook::codeset {

[[nodiscard]] QString join(const QStringList& codes);
[[nodiscard]] QStringList split(QStringView set);
[[nodiscard]] bool contains(QStringView set, QStringView code);

} // namespace sitebook::codeset
