// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/itemeditor.h"

#include "ui/reports/missingreasons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textundo.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sitebook {

ItemEditor::ItemEditor(QWidget* parent)
    : QWidget(parent)
    , m_line(new QHBoxLayout(this))
    , m_unit(new QLabel(this))
    , m_missingChip(new QToolButton(this))
{
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(8);
    m_line->addWidget(m_unit);
    m_line->addWidget(m_missingChip);
    m_line->addStretch(1);
    m_unit->hide();
    m_unit->setProperty("muted", true);
    m_missingChip->setObjectName(u"missingChip"_s);
    m_missingChip->setFocusPolicy(Qt::NoFocus);
    m_missingChip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_missingChip->setLayoutDirection(Qt::RightToLeft); // the cross stands after the word
    m_missingChip->setToolTip(tr("Take the reason away and answer the question"));
    m_missingChip->hide();
    connect(m_missingChip, &QToolButton::clicked, this, [this] { setMissing(MissingReason::None); });
}

void ItemEditor::setInput(QWidget* input)
{
    m_input = input;
    m_line->insertWidget(0, input, input->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding ? 100 : 0);
}

void ItemEditor::watch(QWidget* keyTarget)
{
    keyTarget->installEventFilter(this);
    if (!focusProxy())
        setFocusProxy(keyTarget);
}

FieldValue ItemEditor::value() const
{
    return m_missing == MissingReason::None ? FieldValue(text()) : FieldValue(m_missing);
}

void ItemEditor::setValue(const FieldValue& value)
{
    m_missing = value.missing;
    setText(value.text);
    m_committed = value;
    showMissing();
    showCommitted();
}

void ItemEditor::typed()
{
    if (m_missing != MissingReason::None && !text().isEmpty()) {
        m_missing = MissingReason::None;
        showMissing();
    }
    Q_EMIT edited();
}

void ItemEditor::commit()
{
    const FieldValue now = value();
    if (now == m_committed)
        return;
    m_committed = now;
    showCommitted();
    Q_EMIT committed(m_committed);
}

void ItemEditor::setMissing(MissingReason reason)
{
    if (m_readOnly)
        return;
    m_missing = reason;
    if (reason != MissingReason::None)
        setText({});
    showMissing();
    commit();
}

void ItemEditor::clear()
{
    if (m_readOnly)
        return;
    setText({});
    setMissing(MissingReason::None);
}

void ItemEditor::showMissing()
{
    m_missingChip->setVisible(m_missing != MissingReason::None);
    m_missingChip->setText(MissingReasons::text(m_missing));
    m_missingChip->setIcon(Theme::of(this).icon(u"clear"_s));
    m_missingChip->setEnabled(!m_readOnly);
    setAccessibleDescription(MissingReasons::text(m_missing));
}

void ItemEditor::setUnit(const QString& unit)
{
    static_cast<QLabel*>(m_unit)->setText(unit);
    m_unit->setVisible(!unit.isEmpty());
}

void ItemEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    showMissing();
}

void ItemEditor::setLabel(const QString& question)
{
    setAccessibleName(question);
    if (QWidget* input = focusProxy())
        input->setAccessibleName(question);
}

void ItemEditor::setTone(const QString& toneName, const QString& sentence)
{
    if (m_input->property("tone").toString() != toneName)
        Theme::setStyleProperty(m_input, "tone", toneName);
    if (QWidget* target = focusProxy())
        target->setAccessibleDescription(sentence);
}

void ItemEditor::popupMissingMenu()
{
    if (m_readOnly || !isEditable())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"missingMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const MissingReason reason : MissingReasons::all) {
        QAction* action = menu->addAction(MissingReasons::text(reason), this, [this, reason] { setMissing(reason); });
        action->setCheckable(true);
        action->setChecked(reason == m_missing);
    }
    menu->addSeparator();
    menu->addAction(tr("Clear the answer"), this, &ItemEditor::clear)->setEnabled(!value().isEmpty());
    menu->addAction(tr("History of the answer (F2)"), this, &ItemEditor::historyRequested);
    menu->popup(mapToGlobal(QPoint(0, height())));
}

// Typing is taken back by the field; then whole answers by the form.
bool ItemEditor::handleUndo(QObject* object, QKeyEvent& key)
{
    auto* field = qobject_cast<QWidget*>(object);
    auto* text = field && field->focusProxy() ? field->focusProxy() : field;
    if (key.matches(QKeySequence::Undo)) {
        if (!textundo::undo(text))
            Q_EMIT undoRequested();
        return true;
    }
    if (!key.matches(QKeySequence::Redo))
        return false;
    if (!textundo::redo(text))
        Q_EMIT redoRequested();
    return true;
}

bool ItemEditor::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) {
        if (static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
            commit();
    } else if (event->type() == QEvent::FocusIn) {
        Q_EMIT entered();
    } else if (event->type() == QEvent::KeyPress) {
        auto& key = *static_cast<QKeyEvent*>(event);
        if (handleKey(key) || handleUndo(object, key))
            return true;
        const bool plain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if ((key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) && plain && takesEnter(key)) {
            commit();
            Q_EMIT advanceRequested();
            return true;
        }
        if (key.key() == Qt::Key_F9 && plain) {
            popupMissingMenu();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace sitebook
