// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Edit menu acts on whatever has the keyboard: a line, a text, a table. Others ignore it.
namespace sitebook::editcommands {

void cut();
void copy();
void paste();
void selectAll();

} // namespace sitebook::editcommands
