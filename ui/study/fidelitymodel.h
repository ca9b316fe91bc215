// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/reader.h"
#include "ui/widgets/rowlistmodel.h"

namespace sitebook {

// One element of a study file that was not taken as it stands.
struct FidelityRow
{
    bool dropped = false; // else approximated
    FidelityEntry entry;
};

enum class FidelityColumn { Kind, Element, Place, Note, Count };

// What of a study file was approximated or dropped, in the order of the file's own report.
class FidelityModel final : public RowListModel<FidelityColumn, FidelityRow>
{
    Q_OBJECT
public:
    using RowListModel::RowListModel;
    void setReport(const FidelityReport& report);

private:
    [[nodiscard]] bool sameRow(const FidelityRow& a, const FidelityRow& b) const override;
    [[nodiscard]] QVariant cell(int row, FidelityColumn column, int role) const override;
    [[nodiscard]] QVariant header(FidelityColumn column, int role) const override;
};

} // namespace sitebook
