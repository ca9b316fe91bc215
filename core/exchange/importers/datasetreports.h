// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importers/dataset.h"
#include "core/exchange/importers/planbuilder.h"

namespace sitebook {

// Reports of a questionnaire domain (QS and those built like it: xxTESTCD, xxCAT, xxORRES, ...). Rows of one subject,
// category and visit are one report; where the form repeats, each date is one. Form by Alias SDTM, QSCAT or name; visit
// by Alias VISITNUM / VISIT or name; item by its Name, which is the xxTESTCD.
class DatasetReports final
{
public:
    [[nodiscard]] static bool recognises(const DatasetHead& head);
    [[nodiscard]] static Result<> read(const Dataset& dataset, PlanBuilder& plan);
};

} // namespace sitebook
