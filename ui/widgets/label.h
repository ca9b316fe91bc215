// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

class QLabel;
class QFrame;
class QPushButton;

namespace sitebook {

// Labels and buttons in the few looks there are; colour and size follow the theme by themselves.
[[nodiscard]] QLabel* makeLabel(const QString& text, Theme::Type type = Theme::Type::Body, bool muted = false,
                                QWidget* parent = nullptr);
// Wraps at the width it is given.
[[nodiscard]] QLabel* makeParagraph(const QString& text, bool muted = false, QWidget* parent = nullptr);
[[nodiscard]] QPushButton* makePrimaryButton(const QString& text, const QString& iconName = {},
                                             QWidget* parent = nullptr);
[[nodiscard]] QPushButton* makeButton(const QString& text, const QString& iconName = {}, QWidget* parent = nullptr);
[[nodiscard]] QPushButton* makeLinkButton(const QString& text, QWidget* parent = nullptr);
[[nodiscard]] QFrame* makeHairline(Qt::Orientation orientation, QWidget* parent = nullptr);
void setTone(QLabel* label, Tone tone);

} // namespace sitebook
