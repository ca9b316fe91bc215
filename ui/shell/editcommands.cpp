// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/editcommands.h"

#include "ui/widgets/recordtable.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace sitebook::editcommands {
namespace {

template <class Command>
void onText(Command command)
{
    QWidget* focus = QApplication::focusWidget();
    if (auto* line = qobject_cast<QLineEdit*>(focus))
        command(line);
    else if (auto* plain = qobject_cast<QPlainTextEdit*>(focus))
        command(plain);
    else if (auto* rich = qobject_cast<QTextEdit*>(focus))
        command(rich);
}

} // namespace

void cut()
{
    onText([](auto* editor) { editor->cut(); });
}

void copy()
{
    if (auto* table = qobject_cast<RecordTable*>(QApplication::focusWidget()))
        table->copySelection();
    else
        onText([](auto* editor) { editor->copy(); });
}

void paste()
{
    onText([](auto* editor) { editor->paste(); });
}

void selectAll()
{
    if (auto* table = qobject_cast<QAbstractItemView*>(QApplication::focusWidget()))
        table->selectAll();
    else
        onText([](auto* editor) { editor->selectAll(); });
}

} // namespace sitebook::editcommands
