// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/recordtablemodel.h"

#include <vector>

namespace sitebook {

// A table over a short list of values that is replaced as a whole. Rows that stayed keep their place, so that selection
// and scroll position survive a refresh: the common head and tail are updated, the middle is removed and inserted.
template <class Column, class Row>
class RowListModel : public RecordTableModel<Column>
{
public:
    using RecordTableModel<Column>::RecordTableModel;

    void setRows(std::vector<Row> rows)
    {
        const int before = this->rows();
        const int after = static_cast<int>(rows.size());
        int head = 0;
        while (head < before && head < after && sameRow(m_rows[at(head)], rows[at(head)]))
            ++head;
        int tail = 0;
        while (tail < before - head && tail < after - head &&
               sameRow(m_rows[at(before - 1 - tail)], rows[at(after - 1 - tail)]))
            ++tail;
        removeMiddle(head, before - head - tail);
        insertMiddle(head, after - head - tail, rows);
        m_rows = std::move(rows);
        if (head > 0)
            announce(0, head - 1);
        if (tail > 0)
            announce(after - tail, after - 1);
    }
    [[nodiscard]] const std::vector<Row>& allRows() const { return m_rows; }
    [[nodiscard]] const Row* rowAt(int row) const { return row >= 0 && row < rows() ? &m_rows[at(row)] : nullptr; }

protected:
    [[nodiscard]] int rows() const final { return static_cast<int>(m_rows.size()); }
    // The same thing, though its values may have changed.
    [[nodiscard]] virtual bool sameRow(const Row& a, const Row& b) const = 0;
    void announce(int first, int last)
    {
        Q_EMIT this->dataChanged(this->RecordTableModelBase::index(first, 0),
                                 this->RecordTableModelBase::index(last, static_cast<int>(Column::Count) - 1));
    }

private:
    [[nodiscard]] static size_t at(int row) { return static_cast<size_t>(row); }
    void removeMiddle(int head, int count)
    {
        if (count <= 0)
            return;
        this->beginRemoveRows({}, head, head + count - 1);
        m_rows.erase(m_rows.begin() + head, m_rows.begin() + head + count);
        this->endRemoveRows();
    }
    void insertMiddle(int head, int count, const std::vector<Row>& fresh)
    {
        if (count <= 0)
            return;
        this->beginInsertRows({}, head, head + count - 1);
        m_rows.insert(m_rows.begin() + head, fresh.begin() + head, fresh.begin() + head + count);
        this->endInsertRows();
    }

    std::vector<Row> m_rows;
};

} // namespace sitebook
