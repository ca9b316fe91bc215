// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exporters/exporter.h"

namespace sitebook {

// CDISC ODM-XML 1.3.2 snapshot: the study's metadata, the sites, and each patient with the reports; valid against the
// CDISC schema. What ODM has no element for: recordforms.h. Codes, never decoded words.
class OdmExporter final : public Exporter
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
