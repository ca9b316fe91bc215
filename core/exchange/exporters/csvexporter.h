// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exporters/exporter.h"

namespace sitebook {

// RFC 4180 table: CRLF, UTF-8. One line per patient, or per report with one column for each item of the study's forms;
// with ExportContent::All the patient's columns stand before and patients without reports have a line of their own.
// Values of items the study no longer has are in the JSON export only.
class CsvExporter final : public Exporter
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
