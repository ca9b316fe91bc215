// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace sitebook {

SearchField::SearchField(const QString& placeholder, QWidget* parent)
    : QLineEdit(parent)
{
    const Theme& theme = Theme::of(this);
    addAction(theme.mutedIcon(u"search"_s), QLineEdit::LeadingPosition);
    auto* clearAction = addAction(theme.mutedIcon(u"clear"_s), QLineEdit::TrailingPosition);
    clearAction->setToolTip(tr("Clear the search"));
    clearAction->setVisible(false);
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder.isEmpty() ? tr("Search") : placeholder);
    setMinimumWidth(theme.scaled(220));
    connect(this, &QLineEdit::textChanged, clearAction,
            [clearAction](const QString& text) { clearAction->setVisible(!text.isEmpty()); });
    connect(clearAction, &QAction::triggered, this, [this] {
        clear();
        Q_EMIT textEdited({});
    });
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        Q_EMIT textEdited({});
        return;
    }
    const bool goes = event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_list && goes) {
        m_list->setFocus(Qt::TabFocusReason);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace sitebook
