// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exporters/exporter.h"

namespace sitebook {

// What was written where.
struct ExportReceipt
{
    QString format;
    QString path;
    qint64 rows = 0;
    qint64 patients = 0;
    qint64 reports = 0;
    qint64 bytes = 0;
    QByteArray sha256; // of the file, hexadecimal
    QString manifestPath;
};

// Exports to `path` and writes PATH.manifest.json beside it (program, format, study, counts, columns, options,
// SHA-256). Blocks; call it on a worker. Both files appear whole or not at all: a failure or a cancel leaves what stood
// there before. Errors: Cancelled, DiskFull, NotWritable, Storage, and those of the source.
[[nodiscard]] Result<ExportReceipt> exportToFile(const Exporter& exporter, const StudyDefinition& study,
                                                 RecordSource& records, const ExportOptions& options,
                                                 const QString& path, const Progress& progress,
                                                 const CancelToken& cancel);

} // namespace sitebook
