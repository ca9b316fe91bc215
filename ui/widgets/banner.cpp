// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/errortext.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimerEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr int noticeMs = 8000;

QString iconFor(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return u"success"_s;
    case Tone::Attention:
        return u"warning"_s;
    case Tone::Danger:
        return u"error"_s;
    default:
        return u"information"_s;
    }
}

} // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(makeParagraph({}, false, this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    const Theme& theme = Theme::of(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.scaled(12), theme.scaled(6), theme.between(), theme.scaled(6));
    row->setSpacing(theme.between());
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(theme.mutedIcon(u"close"_s));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &Banner::dismiss);
    connect(&theme, &Theme::changed, this, &Banner::refreshIcon);
    hide();
}

void Banner::showMessage(Tone tone, const QString& text, const QString& actionText)
{
    if (m_timer != 0)
        killTimer(std::exchange(m_timer, 0));
    m_tone = tone;
    m_text->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    setAccessibleName(text);
    refreshIcon();
    show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Banner::showError(const Error& error, const QString& actionText)
{
    const bool isGentle =
        error.code == ErrorCode::Offline || error.code == ErrorCode::Cancelled || error.code == ErrorCode::Busy;
    showMessage(isGentle ? Tone::Attention : Tone::Danger, localisedText(error), actionText);
}

void Banner::showNotice(const QString& text)
{
    showMessage(Tone::Success, text);
    m_timer = startTimer(noticeMs);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::dismiss()
{
    if (m_timer != 0)
        killTimer(std::exchange(m_timer, 0));
    hide();
    Q_EMIT dismissed();
}

void Banner::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer)
        dismiss();
    else
        QFrame::timerEvent(event);
}

void Banner::refreshIcon()
{
    const Theme& theme = Theme::of(this);
    m_icon->setPixmap(theme.pixmap(iconFor(m_tone), m_tone, theme.scaled(20), devicePixelRatioF()));
}

void Banner::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.soft(m_tone));
    painter.drawRoundedRect(rect(), 6, 6);
    painter.setBrush(theme.strong(m_tone));
    const int bar = layoutDirection() == Qt::RightToLeft ? width() - 3 : 0;
    painter.drawRect(QRect(bar, 6, 3, height() - 12));
}

} // namespace sitebook
