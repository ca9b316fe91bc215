// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/celldelegate.h"

namespace sitebook {

class ItemEditor;
class LinesModel;
class ReportSession;

// Paints a cell of the lines of a repeating group and edits it with the field its item would have as a question.
class LineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    LineDelegate(ReportSession& session, LinesModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

Q_SIGNALS:
    void advanceRequested() const; // Enter
    void entered(const QString& key) const;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    ReportSession& m_session;
    LinesModel& m_model;
    CellDelegate m_painter;
};

} // namespace sitebook
