// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "ui/reports/itemeditor.h"

namespace sitebook {

// The field that suits an item: what the study asks for (slider, radio, list, boxes), else by code list (radio up to
// seven answers, else a list to search), then by data type; a computed item and a note are only shown. Never null. The
// label for screen readers and the unit are set.
[[nodiscard]] ItemEditor* makeItemEditor(const StudyDefinition& study, const ItemDef& item, bool computed,
                                         const QString& language, QWidget* parent);

// The field of an item in a cell of a table: one line high, so that choices are a list. For what is typed or chosen.
[[nodiscard]] ItemEditor* makeCellEditor(const StudyDefinition& study, const ItemDef& item, const QString& language,
                                         QWidget* parent);

} // namespace sitebook
