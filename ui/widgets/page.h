// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QWidget>

namespace sitebook {

// One place in the main window: a title, at most one primary action, and its content. The shell draws the header from
// it.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString subtitle() const { return {}; }
    [[nodiscard]] virtual QString primaryActionText() const { return {}; } // "Register patient"; empty: none
    virtual void triggerPrimaryAction() {}
    [[nodiscard]] virtual QWidget* searchField() const { return nullptr; } // gets Ctrl+K / Ctrl+F
    // The page is shown; give the keyboard to its main widget.
    virtual void activated() {}
    // False keeps the page (unsaved decisions); drafts are saved anyway.
    [[nodiscard]] virtual bool mayLeave() { return true; }
    // Takes back, and does again, the last thing the person did here that nobody else has seen yet.
    virtual void undo() {}
    virtual void redo() {}
    // What the menus Patient and Report act on: the selected or shown record; null: none.
    [[nodiscard]] virtual RecordId currentPatient() const { return {}; }
    [[nodiscard]] virtual RecordId currentReport() const { return {}; }

Q_SIGNALS:
    void titleChanged();
};

} // namespace sitebook
