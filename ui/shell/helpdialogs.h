// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace sitebook {

class ShellActions;

// The card of all keys: those of the menus and those inside forms and tables. Modeless questions, not blocking.
void openKeysDialog(QWidget* parent, const ShellActions& actions);
void openAboutDialog(QWidget* parent);

} // namespace sitebook
