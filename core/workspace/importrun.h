// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importers/importer.h"
#include "core/workspace/core.h"

namespace sitebook {

// One import: all files are planned before anything is stored; then patients are appended and reports enqueued.
class ImportRun final
{
public:
    ImportRun(WorkspaceCore& core, SubmissionQueue& queue, ImportRequest request)
        : m_core(core)
        , m_queue(queue)
        , m_request(std::move(request))
    {
    }
    // Blocks; on a worker.
    [[nodiscard]] Result<std::vector<ImportSummary>> run(const Progress& progress, const CancelToken& cancel);

private:
    [[nodiscard]] Result<> loadKnown();
    [[nodiscard]] Result<> plan(const QString& file, const Progress& progress, const CancelToken& cancel);
    void attachReports(ImportPlan& plan);
    [[nodiscard]] Result<> store(const ImportPlan& plan, const Progress& progress, const CancelToken& cancel);
    [[nodiscard]] Result<> storePatients(const ImportPlan& plan, const Progress& progress, const CancelToken& cancel);
    [[nodiscard]] Result<> enqueueReports(const ImportPlan& plan);

    WorkspaceCore& m_core;
    SubmissionQueue& m_queue;
    const ImportRequest m_request;
    QHash<QString, RecordId> m_known; // identifiers and aliases
    QSet<QString> m_taken;            // identifiers
    std::vector<ImportPlan> m_plans;
};

} // namespace sitebook
