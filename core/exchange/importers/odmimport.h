// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importers/planbuilder.h"

#include <QIODevice>

namespace sitebook {

// Clinical data of an ODM-XML 1.3 snapshot. Our own export holds the patients' fields (recordforms.h); from other
// programs' files each SubjectData not known here is a patient without name. Forms, visits and items are those of the
// workspace's study, by OID.
// Errors: Unreadable with line and column (a DTD too), Unsupported when the root is not ODM or holds no ClinicalData.
[[nodiscard]] Result<> importOdm(QIODevice& device, PlanBuilder& plan);

} // namespace sitebook
