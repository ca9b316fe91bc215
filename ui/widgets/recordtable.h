// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace sitebook {

class EmptyState;

// The one look of every table: rows 32 px high with hairlines, whole rows selected, columns remembered under a key in
// the settings, an empty page that says what belongs there. Quick at 100,000 rows: every row has the same height. Keys:
// Enter opens, Home/End go to the first and last row, Ctrl+C copies the selected rows as tab-separated text, the
// header's context menu shows and hides columns.
class RecordTable final : public QTableView
{
    Q_OBJECT
public:
    // `settingsKey` names the table in the settings ("patients"); empty: nothing is remembered.
    explicit RecordTable(const QString& settingsKey = {}, QWidget* parent = nullptr);
    ~RecordTable() override;

    // Restores the remembered columns; new columns or none remembered: `defaultWidths` by column in pixels at 100 %
    // (0: hidden, -1: takes the rest).
    void setDefaultWidths(const QList<int>& widths);
    void setModel(QAbstractItemModel* model) override;
    // Shown while the model has no row. `actionText` empty: no button.
    void setEmptyState(const QString& iconName, const QString& title, const QString& text,
                       const QString& actionText = {});
    [[nodiscard]] QModelIndexList selectedRowIndexes() const; // column 0, top to bottom
    void copySelection() const;                               // the selected rows as tab-separated text

Q_SIGNALS:
    void emptyActionTriggered();
    void opened(const QModelIndex& index); // Enter or double click
    void selectionChangedTo(const QModelIndex& current);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void applyMetrics();
    void refreshEmptyState();
    void restoreColumns();
    void saveColumns() const;
    void showColumnMenu(const QPoint& position);
    [[nodiscard]] QString settingsGroup() const;

    QString m_settingsKey;
    QList<int> m_defaultWidths;
    EmptyState* m_empty = nullptr;
    QList<QMetaObject::Connection> m_modelConnections;
    bool m_restoring = false;
};

} // namespace sitebook
