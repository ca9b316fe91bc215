// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/shell/railbutton.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

Rail::Rail(QWidget* parent)
    : QWidget(parent)
    , m_mark(new QLabel(this))
    , m_name(makeLabel(u"Sitebook"_s, Theme::Type::Section, false, this))
    , m_fold(new QToolButton(this))
{
    const Theme& theme = Theme::of(this);
    setAccessibleName(tr("Places"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.between(), theme.scaled(12), theme.between(), theme.between());
    column->setSpacing(2);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme.scaled(8), 0, 0, theme.scaled(12));
    head->setSpacing(theme.scaled(8));
    m_mark->setPixmap(theme.pixmap(u"sitebook"_s, Tone::Primary, theme.scaled(26), devicePixelRatioF()));
    head->addWidget(m_mark);
    head->addWidget(m_name, 1);
    column->addLayout(head);
    for (const PageInfo& info : pageInfos()) {
        auto* button = new RailButton(info, this);
        button->setObjectName(u"rail_"_s + info.iconName);
        m_buttons.insert(static_cast<int>(info.id), button);
        if (info.id == PageId::Settings)
            column->addStretch(1);
        column->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, id = info.id] { Q_EMIT pageChosen(id); });
    }
    m_fold->setAutoRaise(true);
    m_fold->setIcon(theme.mutedIcon(u"rail"_s));
    m_fold->setToolTip(tr("Fold the list of places"));
    m_fold->setAccessibleName(m_fold->toolTip());
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        setFolded(!m_folded);
        Q_EMIT foldedChanged(m_folded);
    });
    connect(&theme, &Theme::changed, this, &Rail::applyFold);
    applyFold();
}

void Rail::setCurrent(PageId page)
{
    if (RailButton* button = m_buttons.value(static_cast<int>(page)))
        button->setChecked(true);
}

void Rail::setBadge(PageId page, qint64 count, Tone tone)
{
    if (RailButton* button = m_buttons.value(static_cast<int>(page)))
        button->setBadge(count, tone);
}

void Rail::setFolded(bool folded)
{
    m_folded = folded;
    m_fold->setToolTip(folded ? tr("Unfold the list of places") : tr("Fold the list of places"));
    applyFold();
}

void Rail::setNarrow(bool narrow)
{
    if (std::exchange(m_narrow, narrow) != narrow)
        applyFold();
}

void Rail::applyFold()
{
    const bool folded = m_folded || m_narrow;
    m_name->setVisible(!folded);
    m_fold->setVisible(!m_narrow);
    for (RailButton* button : std::as_const(m_buttons))
        button->setFolded(folded);
    setFixedWidth(Theme::of(this).scaled(folded ? 60 : 208));
}

void Rail::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface());
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(edge, 0, 1, height()), theme.hairline());
}

void Rail::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto* button = qobject_cast<QAbstractButton*>(focusWidget()))
            button->click();
    } else
        QWidget::keyPressEvent(event);
}

} // namespace sitebook
