// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/widgets/rowlistmodel.h"

namespace sitebook {

enum class ProblemColumn { Where, What, Count };

// What a check of the workspace found.
class ProblemsModel final : public RowListModel<ProblemColumn, AuditService::CheckReport::Problem>
{
    Q_OBJECT
public:
    using RowListModel::RowListModel;

private:
    using Problem = AuditService::CheckReport::Problem;
    [[nodiscard]] bool sameRow(const Problem& a, const Problem& b) const override
    {
        return a.where == b.where && a.message == b.message;
    }
    [[nodiscard]] QVariant cell(int row, ProblemColumn column, int role) const override;
    [[nodiscard]] QVariant header(ProblemColumn column, int role) const override;
};

} // namespace sitebook
