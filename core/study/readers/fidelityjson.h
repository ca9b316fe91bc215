// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/reader.h"

#include <QJsonObject>

namespace sitebook {

// {dialect, version, study, name, events, forms, items, conditions, languages: [], mapped, approximated: [], dropped:
// []}; events, forms, items and conditions are counts; each entry of the lists is {element, place, note}.
[[nodiscard]] QJsonObject toJson(const StudyFile& file);

} // namespace sitebook
