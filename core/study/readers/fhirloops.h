// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>

namespace sitebook::fhir {

// Of what each node depends on: the nodes that depend on themselves, over others or at once. Linear, no recursion.
[[nodiscard]] QSet<QString> nodesInCircles(const QHash<QString, QStringList>& uses);

} // namespace sitebook::fhir
