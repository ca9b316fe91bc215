// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/numbertile.h"

#include "ui/widgets/label.h"

#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sitebook {

NumberTile::NumberTile(const QString& word, const QString& iconName, Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_tone(tone)
    , m_icon(new QLabel(this))
    , m_value(makeLabel({}, Theme::Type::Section, false, this))
    , m_word(word)
{
    const Theme& theme = Theme::of(this);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(theme.between());
    grid->setVerticalSpacing(0);
    grid->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    grid->addWidget(m_value, 0, 1);
    grid->addWidget(makeLabel(word, Theme::Type::Small, true, this), 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    connect(&theme, &Theme::changed, this, &NumberTile::refresh);
    setValue(0);
}

void NumberTile::setValue(qint64 value)
{
    m_isZero = value == 0;
    setText(QLocale().toString(value));
}

void NumberTile::setText(const QString& value)
{
    m_value->setText(value);
    setAccessibleName(m_word + u": "_s + value);
    refresh();
}

QString NumberTile::text() const
{
    return m_value->text();
}

void NumberTile::refresh()
{
    const Theme& theme = Theme::of(this);
    const int side = theme.scaled(18);
    m_icon->setPixmap(m_isZero ? theme.pixmap(m_iconName, theme.outline(), side, devicePixelRatioF())
                               : theme.pixmap(m_iconName, m_tone, side, devicePixelRatioF()));
    setTone(m_value, m_isZero ? Tone::Neutral : m_tone);
}

} // namespace sitebook
