// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "core/workspace/views.h"
#include "ui/widgets/rowlistmodel.h"

#include <memory>

namespace sitebook {

enum class QueueColumn { What, State, Since, Attempts, Reason, Field, Source, Count };

// What lies in the submission queue, as QueueService gives it: quarantined first.
class QueueModel final : public RowListModel<QueueColumn, QueueItem>
{
    Q_OBJECT
public:
    explicit QueueModel(std::shared_ptr<const StudyDefinition> study, QObject* parent = nullptr);
    // Relative times are counted from here; cells that show them are announced.
    void setNow(qint64 utcMs);

private:
    [[nodiscard]] bool sameRow(const QueueItem& a, const QueueItem& b) const override { return a.id == b.id; }
    [[nodiscard]] QVariant cell(int row, QueueColumn column, int role) const override;
    [[nodiscard]] QVariant header(QueueColumn column, int role) const override;
    [[nodiscard]] QString text(const QueueItem& item, QueueColumn column) const;
    [[nodiscard]] QString fieldName(const QString& field) const;
    [[nodiscard]] QVariant sortValue(const QueueItem& item, QueueColumn column) const;

    std::shared_ptr<const StudyDefinition> m_study;
    qint64 m_nowUtcMs = 0;
};

} // namespace sitebook
