// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

QString typeName(Theme::Type type)
{
    switch (type) {
    case Theme::Type::Title:
        return u"title"_s;
    case Theme::Type::Section:
        return u"section"_s;
    case Theme::Type::Body:
        return u"body"_s;
    case Theme::Type::Small:
        return u"small"_s;
    }
    return u"body"_s;
}

} // namespace

QLabel* makeLabel(const QString& text, Theme::Type type, bool muted, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("type", typeName(type));
    label->setProperty("muted", muted);
    return label;
}

QLabel* makeParagraph(const QString& text, bool muted, QWidget* parent)
{
    auto* label = makeLabel(text, Theme::Type::Body, muted, parent);
    label->setWordWrap(true);
    return label;
}

QPushButton* makeButton(const QString& text, const QString& iconName, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    if (!iconName.isEmpty())
        button->setIcon(Theme::of(button).icon(iconName));
    return button;
}

QPushButton* makePrimaryButton(const QString& text, const QString& iconName, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setProperty("primary", true);
    if (!iconName.isEmpty())
        button->setIcon(Theme::of(button).iconOnPrimary(iconName));
    return button;
}

QPushButton* makeLinkButton(const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setFlat(true);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QFrame* makeHairline(Qt::Orientation orientation, QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("hairline", orientation == Qt::Horizontal ? u"true"_s : u"vertical"_s);
    return line;
}

void setTone(QLabel* label, Tone tone)
{
    Theme::setStyleProperty(label, "tone", Theme::toneName(tone));
}

} // namespace sitebook
