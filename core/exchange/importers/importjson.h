// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importers/importer.h"

#include <QJsonObject>

namespace sitebook {

// What `sitebook import --json` prints for a file: {file, format, read, imported, rejected, patients, reports, answers,
// findings: [{where, patient, visit, item, code, severity, message}]}. Messages in English; the keys are stable.
[[nodiscard]] QJsonObject importJson(const QString& file, const ImportPlan& plan);

} // namespace sitebook
