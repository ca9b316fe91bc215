// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "core/workspace/queryviews.h"
#include "ui/widgets/rowlistmodel.h"

namespace sitebook {

enum class QueryColumn { State, Patient, Place, Subject, Message, Kind, Age, Assignee, Delivery, Count };

// The queries that passed the filter.
class QueryModel final : public RowListModel<QueryColumn, QueryRow>
{
    Q_OBJECT
public:
    explicit QueryModel(std::shared_ptr<const StudyDefinition> study, QObject* parent = nullptr);
    void setNow(qint64 utcMs) { m_nowUtcMs = utcMs; }     // ages are counted from here; before setRows()
    [[nodiscard]] int rowOf(const RecordId& query) const; // -1: none

private:
    [[nodiscard]] bool sameRow(const QueryRow& a, const QueryRow& b) const override { return a.recordId == b.recordId; }
    [[nodiscard]] QVariant cell(int row, QueryColumn column, int role) const override;
    [[nodiscard]] QVariant header(QueryColumn column, int role) const override;
    [[nodiscard]] QString text(const QueryRow& row, QueryColumn column) const;
    [[nodiscard]] static QVariant icon(const QueryRow& row, QueryColumn column);
    [[nodiscard]] static QVariant tone(const QueryRow& row, QueryColumn column);

    std::shared_ptr<const StudyDefinition> m_study;
    qint64 m_nowUtcMs = 0;
};

} // namespace sitebook
