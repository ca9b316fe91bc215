// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/widgets/rowlistmodel.h"

namespace sitebook {

enum class SummaryColumn { File, Format, Read, Accepted, Rejected, Patients, Reports, Findings, Count };

// One line per file of an import or its dry run.
class SummaryModel final : public RowListModel<SummaryColumn, ImportSummary>
{
    Q_OBJECT
public:
    using RowListModel::RowListModel;

private:
    [[nodiscard]] bool sameRow(const ImportSummary& a, const ImportSummary& b) const override
    {
        return a.file == b.file;
    }
    [[nodiscard]] QVariant cell(int row, SummaryColumn column, int role) const override;
    [[nodiscard]] QVariant header(SummaryColumn column, int role) const override;
};

} // namespace sitebook
