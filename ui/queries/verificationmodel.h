// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "core/workspace/queryviews.h"
#include "ui/widgets/rowlistmodel.h"

#include <memory>

namespace sitebook {

enum class VerificationColumn { Patient, Visit, Form, Status, Verification, Open, Changed, Count };

// Reports and how far their verification is.
class VerificationModel final : public RowListModel<VerificationColumn, VerificationRow>
{
    Q_OBJECT
public:
    explicit VerificationModel(std::shared_ptr<const StudyDefinition> study, QObject* parent = nullptr);
    // Of the whole report: the most urgent of its items.
    [[nodiscard]] static VerificationState stateOf(const VerificationCount& count);

private:
    [[nodiscard]] bool sameRow(const VerificationRow& a, const VerificationRow& b) const override
    {
        return a.report == b.report;
    }
    [[nodiscard]] QVariant cell(int row, VerificationColumn column, int role) const override;
    [[nodiscard]] QVariant header(VerificationColumn column, int role) const override;
    [[nodiscard]] QString text(const VerificationRow& row, VerificationColumn column) const;

    std::shared_ptr<const StudyDefinition> m_study;
};

} // namespace sitebook
