// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/linedelegate.h"

#include "ui/reports/itemeditorfactory.h"
#include "ui/reports/linesmodel.h"
#include "ui/reports/reportsession.h"
#include "ui/theme/theme.h"
#include "ui/widgets/studywords.h"

namespace sitebook {

LineDelegate::LineDelegate(ReportSession& session, LinesModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_session(session)
    , m_model(model)
{
}

void LineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    m_painter.paint(painter, option, index);
}

QSize LineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return m_painter.sizeHint(option, index);
}

QWidget* LineDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    if (!m_model.isEditable(index))
        return nullptr;
    ItemEditor* editor = makeCellEditor(m_session.study(), m_model.item(index.column()), studyLanguage(), parent);
    editor->setAutoFillBackground(true);
    const QString key = m_model.key(index);
    connect(editor, &ItemEditor::committed, &m_session,
            [this, key](const FieldValue& value) { m_session.commit(key, value); });
    connect(editor, &ItemEditor::undoRequested, &m_session, &ReportSession::undo);
    connect(editor, &ItemEditor::redoRequested, &m_session, &ReportSession::redo);
    connect(editor, &ItemEditor::advanceRequested, this, &LineDelegate::advanceRequested);
    connect(editor, &ItemEditor::entered, this, [this, key] { Q_EMIT entered(key); });
    return editor;
}

void LineDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto& field = static_cast<ItemEditor&>(*editor);
    if (const FieldValue value = m_session.value(m_model.key(index)); value != field.committedValue())
        field.setValue(value);
}

// The field itself tells the session.
void LineDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex&) const
{
    static_cast<ItemEditor*>(editor)->commit();
}

// As wide as the cell, and as high as it needs to be.
void LineDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    QRect place = option.rect;
    place.setHeight(std::max(place.height(), editor->sizeHint().height()));
    editor->setGeometry(place);
}

// The common filter ends an edit when the keyboard leaves the outer widget; here it lives in the inner one.
bool LineDelegate::eventFilter(QObject* object, QEvent* event)
{
    return QObject::eventFilter(object, event);
}

} // namespace sitebook
