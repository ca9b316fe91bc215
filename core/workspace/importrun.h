// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importers/importer.h"
#include "core/exchange/steps.h"
#include "core/workspace/core.h"

namespace sitebook {

// One import: all files are planned before anything is stored; then patients are appended and reports enqueued, in one
// write. Errors name the file.
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
    // What one file brings, ready to be written.
    struct Work
    {
        std::vector<std::pair<Operation, Patient>> patients;
        std::vector<Submission> submissions;
        Operation event;
    };

    [[nodiscard]] Result<> loadKnown();
    [[nodiscard]] Result<> plan(const QString& file, const Progress& progress, const CancelToken& cancel);
    void attachReports(ImportPlan& plan);
    [[nodiscard]] Result<QString> writeRejected(const ImportPlan& plan, const QString& file) const;
    [[nodiscard]] Result<> leaveOutStored(ImportPlan& plan);
    [[nodiscard]] Result<> store(const Progress& progress, const CancelToken& cancel);
    [[nodiscard]] Work workOf(const ImportPlan& plan) const;
    [[nodiscard]] static Result<> append(WriteScope& scope, const Work& work, Steps& steps);

    WorkspaceCore& m_core;
    SubmissionQueue& m_queue;
    const ImportRequest m_request;
    QHash<QString, RecordId> m_known; // identifiers and aliases
    QSet<QString> m_taken;            // identifiers
    std::vector<ImportPlan> m_plans;
};

} // namespace sitebook
