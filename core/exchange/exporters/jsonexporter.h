// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exporters/exporter.h"

namespace sitebook {

// One JSON object, {"study", "exportedAt", ..., "patients": [...], "reports": [...]}, one record per line. Values are
// the texts as recorded, missing reasons {"missing": "ND"}. Keys of the records: recordjson.h.
class JsonExporter final : public Exporter
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] Message title() const override;
    [[nodiscard]] Message purpose() const override;
    [[nodiscard]] QString fileExtension() const override;
    [[nodiscard]] QString mimeType() const override;
    [[nodiscard]] Result<ExportCounts> write(const StudyDefinition& study, RecordSource& records,
                                             const ExportOptions& options, QIODevice& device, const Progress& progress,
                                             const CancelToken& cancel) const override;
};

} // namespace sitebook
