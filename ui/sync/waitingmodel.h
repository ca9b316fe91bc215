// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "core/workspace/views.h"
#include "ui/widgets/rowlistmodel.h"

#include <memory>

namespace sitebook {

enum class WaitingColumn { What, Patient, Form, State, Since, Attempts, Reason, Count };

// Operations that are not on the server yet, as SyncService gives them: conflicts, quarantined, then the oldest.
class WaitingModel final : public RowListModel<WaitingColumn, WaitingItem>
{
    Q_OBJECT
public:
    explicit WaitingModel(std::shared_ptr<const StudyDefinition> study, QObject* parent = nullptr);
    void setNow(qint64 utcMs);

private:
    [[nodiscard]] bool sameRow(const WaitingItem& a, const WaitingItem& b) const override { return a.opId == b.opId; }
    [[nodiscard]] QVariant cell(int row, WaitingColumn column, int role) const override;
    [[nodiscard]] QVariant header(WaitingColumn column, int role) const override;
    [[nodiscard]] QString text(const WaitingItem& item, WaitingColumn column) const;
    [[nodiscard]] QVariant sortValue(const WaitingItem& item, WaitingColumn column) const;

    std::shared_ptr<const StudyDefinition> m_study;
    qint64 m_nowUtcMs = 0;
};

} // namespace sitebook
