// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exporters/csvexporter.h"
#include "core/exchange/exporters/exporter.h"
#include "core/exchange/exporters/jsonexporter.h"
#include "core/exchange/exporters/odmexporter.h"

namespace sitebook {

namespace {

std::vector<std::unique_ptr<Exporter>> allExporters()
{
    std::vector<std::unique_ptr<Exporter>> all;
    all.push_back(std::make_unique<CsvExporter>());
    all.push_back(std::make_unique<JsonExporter>());
    all.push_back(std::make_unique<OdmExporter>());
    return all;
}

} // namespace

const std::vector<std::unique_ptr<Exporter>>& exporters()
{
    static const std::vector<std::unique_ptr<Exporter>> all = allExporters();
    return all;
}

Result<const Exporter*> exporterNamed(QStringView name)
{
    for (const auto& exporter : exporters())
        if (exporter->name() == name)
            return exporter.get();
    return fail(ErrorCode::Unsupported, QT_TRANSLATE_NOOP("messages", "Unsupported format"));
}

} // namespace sitebook
