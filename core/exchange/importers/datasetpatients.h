// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importers/dataset.h"
#include "core/exchange/importers/planbuilder.h"

namespace sitebook {

// Patients of SDTM DM or ADaM ADSL: USUBJID is the identifier, there are no names.
class DatasetPatients final
{
public:
    [[nodiscard]] static bool recognises(const DatasetHead& head);
    [[nodiscard]] static Result<> read(const Dataset& dataset, PlanBuilder& plan);
};

} // namespace sitebook
