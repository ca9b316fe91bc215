// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

// What a text field can take back by itself, before a form takes back whole answers.
namespace sitebook::textundo {

// Calls `command` with the text field that `widget` is; its answer, false when it is none.
template <class Command>
bool onText(QWidget* widget, const Command& command)
{
    if (auto* line = qobject_cast<QLineEdit*>(widget))
        return command(*line, line->isUndoAvailable(), line->isRedoAvailable());
    if (auto* plain = qobject_cast<QPlainTextEdit*>(widget))
        return command(*plain, plain->document()->isUndoAvailable(), plain->document()->isRedoAvailable());
    if (auto* rich = qobject_cast<QTextEdit*>(widget))
        return command(*rich, rich->document()->isUndoAvailable(), rich->document()->isRedoAvailable());
    return false;
}

// Takes back (or does again) the last typing; false when there is none.
inline bool undo(QWidget* widget)
{
    return onText(widget, [](auto& text, bool undo, bool) {
        if (undo)
            text.undo();
        return undo;
    });
}
inline bool redo(QWidget* widget)
{
    return onText(widget, [](auto& text, bool, bool redo) {
        if (redo)
            text.redo();
        return redo;
    });
}

} // namespace sitebook::textundo
