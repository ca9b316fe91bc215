// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QAbstractItemView>
#include <QItemSelectionModel>
#include <QSet>
#include <functional>

namespace sitebook {

// Keeps what is selected, and the current row, by record while a table's model is reset: filter, sort and new snapshots
// do not take the selection away. Lives as a child of the view; create it after the view has its model.
class SelectionKeeper final : public QObject
{
public:
    using IdOf = std::function<RecordId(int row)>;

    SelectionKeeper(QAbstractItemView& view, IdOf idOf)
        : QObject(&view)
        , m_view(view)
        , m_idOf(std::move(idOf))
    {
        connect(view.model(), &QAbstractItemModel::modelAboutToBeReset, this, &SelectionKeeper::remember);
        connect(view.model(), &QAbstractItemModel::modelReset, this, &SelectionKeeper::restore, Qt::QueuedConnection);
    }

private:
    void remember()
    {
        if (m_waiting)
            return; // several resets in a row: the first one knows
        m_waiting = true;
        m_selected.clear();
        for (const QItemSelectionRange& range : m_view.selectionModel()->selection())
            for (int row = range.top(); row <= range.bottom(); ++row)
                m_selected.insert(m_idOf(row));
        const QModelIndex current = m_view.currentIndex();
        m_current = current.isValid() ? m_idOf(current.row()) : RecordId();
    }
    void restore()
    {
        if (!std::exchange(m_waiting, false))
            return;
        const QAbstractItemModel* model = m_view.model();
        const int rows = model->rowCount();
        const int last = model->columnCount() - 1;
        QItemSelection selection;
        QModelIndex current;
        for (int row = 0; row < rows && (!m_selected.isEmpty() || !m_current.isNull()); ++row) {
            const RecordId id = m_idOf(row);
            if (!m_current.isNull() && id == m_current)
                current = model->index(row, 0);
            if (!m_selected.contains(id))
                continue;
            const bool joins = !selection.isEmpty() && selection.last().bottom() == row - 1;
            const int top = joins ? selection.takeLast().top() : row;
            selection.append(QItemSelectionRange(model->index(top, 0), model->index(row, last)));
        }
        if (current.isValid())
            m_view.selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        m_view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    }

    QAbstractItemView& m_view;
    IdOf m_idOf;
    QSet<RecordId> m_selected;
    RecordId m_current;
    bool m_waiting = false;
};

} // namespace sitebook
