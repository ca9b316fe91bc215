// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QWidget>

class QLabel;

namespace sitebook {

class FindingsModel;
class RecordTable;
class SummaryModel;

// What a dry run would do, or an import did: a verdict, a line per file, and every finding with its place.
class ImportReport final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportReport(std::shared_ptr<const StudyDefinition> study, QWidget* parent = nullptr);
    void show(const std::vector<ImportSummary>& summaries, bool dryRun);
    [[nodiscard]] qint64 accepted() const { return m_accepted; }
    [[nodiscard]] qint64 reports() const { return m_reports; }
    [[nodiscard]] QString verdict() const;
    // Some row of a table was rejected.
    [[nodiscard]] bool hasRejectedRows() const { return m_rejectedRows; }

private:
    QLabel* m_icon = nullptr;
    QLabel* m_verdict = nullptr;
    QLabel* m_findingsTitle = nullptr;
    SummaryModel* m_summary = nullptr;
    FindingsModel* m_findings = nullptr;
    RecordTable* m_files = nullptr;
    RecordTable* m_table = nullptr;
    qint64 m_accepted = 0;
    qint64 m_reports = 0;
    bool m_rejectedRows = false;
};

} // namespace sitebook
