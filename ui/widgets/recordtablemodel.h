// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace sitebook {

// Base of every table: owns rowCount/columnCount/data/headerData and asks the subclass for one cell. `Column` is an
// enum class whose last value is Count. SortRole gives raw values, ToneRole a Tone, IconNameRole the name of a state
// icon.
class RecordTableModelBase : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole + 1, ToneRole, IconNameRole, RecordIdRole };
    using QAbstractTableModel::QAbstractTableModel;
};

template <class Column>
class RecordTableModel : public RecordTableModelBase
{
public:
    using RecordTableModelBase::RecordTableModelBase;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final { return parent.isValid() ? 0 : rows(); }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(Column::Count);
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final
    {
        return checkIndex(index, CheckIndexOption::IndexIsValid)
                   ? cell(index.row(), static_cast<Column>(index.column()), role)
                   : QVariant();
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final
    {
        return orientation == Qt::Horizontal && section >= 0 && section < static_cast<int>(Column::Count)
                   ? header(static_cast<Column>(section), role)
                   : QVariant();
    }

protected:
    [[nodiscard]] virtual int rows() const = 0;
    [[nodiscard]] virtual QVariant cell(int row, Column column, int role) const = 0;
    [[nodiscard]] virtual QVariant header(Column column, int role) const = 0;
};

} // namespace sitebook
