// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "core/workspace/workspace.h"
#include "ui/widgets/rowlistmodel.h"

namespace sitebook {

// A finding of an import with the file it is about.
struct FindingRow
{
    QString file;
    ImportFindingView finding;
};

enum class FindingColumn { Kind, File, Where, Patient, Visit, Item, Message, Count };

// What an import, or its dry run, found, file by file in the order of the rows.
class FindingsModel final : public RowListModel<FindingColumn, FindingRow>
{
    Q_OBJECT
public:
    explicit FindingsModel(std::shared_ptr<const StudyDefinition> study, QObject* parent = nullptr);
    void setSummaries(const std::vector<ImportSummary>& summaries);

private:
    [[nodiscard]] bool sameRow(const FindingRow& a, const FindingRow& b) const override;
    [[nodiscard]] QVariant cell(int row, FindingColumn column, int role) const override;
    [[nodiscard]] QVariant header(FindingColumn column, int role) const override;
    [[nodiscard]] QString text(const FindingRow& row, FindingColumn column) const;

    std::shared_ptr<const StudyDefinition> m_study;
};

} // namespace sitebook
