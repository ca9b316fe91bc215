// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

class QWidget;

// The small drawn key that stands after an answer and chooses it.
namespace sitebook::keycap {

// Room it needs at the end of the widget; 0 for a null key.
[[nodiscard]] int width(const QWidget& widget, QChar key);
// Draws it behind content that is `contentWidth` wide.
void paint(QWidget& widget, QChar key, int contentWidth);

} // namespace sitebook::keycap
