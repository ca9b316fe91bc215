// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>

namespace sitebook {

// A made-up person's name in one of several scripts; any likeness is chance.
[[nodiscard]] QString demoName(QRandomGenerator& random, bool woman);

} // namespace sitebook
