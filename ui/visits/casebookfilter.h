// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/visitviews.h"

namespace sitebook {

// Which lines of the casebook are shown.
struct CasebookFilter
{
    QString text;                   // every word must occur in identifier, name or alias; case and accents folded
    std::vector<VisitState> states; // some visit stands so; empty: all

    // Indexes into the rows, in their order.
    [[nodiscard]] std::vector<quint32> of(const Casebook& casebook) const;
};

// Patients with at least one visit that stands so.
[[nodiscard]] int patientsWith(const Casebook& casebook, VisitState state);

} // namespace sitebook
