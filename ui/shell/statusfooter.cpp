// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusfooter.h"

#include "core/workspace/workspace.h"
#include "ui/dashboard/worklines.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statetexts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sitebook {

StatusFooter::StatusFooter(QWidget* parent)
    : QWidget(parent)
    , m_delivery(makeLinkButton({}, this))
    , m_place(new ElidedLabel(Theme::Type::Small, true, this))
    , m_user(new ElidedLabel(Theme::Type::Small, true, this))
    , m_signOut(new QToolButton(this))
{
    const Theme& theme = Theme::of(this);
    m_delivery->setObjectName(u"delivery"_s);
    m_delivery->setProperty("small", true);
    m_signOut->setObjectName(u"signOut"_s);
    m_signOut->setIcon(theme.mutedIcon(u"sign-out"_s));
    m_signOut->setToolTip(tr("Sign out: closes and seals the workspace"));
    m_signOut->setAccessibleName(tr("Sign out"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.between(), theme.scaled(3), theme.between(), theme.scaled(3));
    row->setSpacing(theme.around());
    row->addWidget(m_delivery);
    row->addStretch(1);
    row->addWidget(m_place);
    row->addWidget(m_user);
    row->addWidget(m_signOut);
    connect(m_delivery, &QPushButton::clicked, this, &StatusFooter::whyWanted);
    connect(m_signOut, &QToolButton::clicked, this, &StatusFooter::signOutWanted);
}

QString StatusFooter::sentence(const SyncStatus& status, qint64 nowUtcMs, bool online)
{
    const int waiting = static_cast<int>(qMin<qint64>(status.waiting(), 1'000'000'000));
    QStringList parts;
    if (status.phase == SyncPhase::NotSetUp)
        return tr("Kept on this computer only: no study server is set up");
    if (!online)
        parts << tr("Working offline");
    else if (status.phase == SyncPhase::Working)
        parts << tr("Synchronising…");
    else if (status.phase != SyncPhase::Idle)
        parts << statetexts::text(status.phase);
    parts << (status.lastSuccessUtcMs > 0 ? tr("Last sync %1").arg(momentText(status.lastSuccessUtcMs, nowUtcMs))
                                          : tr("Never synchronised yet"));
    if (waiting > 0)
        parts << tr("%n waiting (why?)", nullptr, waiting);
    const qint64 trouble = status.conflicts + status.quarantined;
    if (trouble > 0)
        parts << tr("%n to decide", nullptr, static_cast<int>(qMin<qint64>(trouble, 1'000'000'000)));
    return parts.join(u" · "_s);
}

void StatusFooter::setSync(const SyncStatus& status, qint64 nowUtcMs, bool online)
{
    const bool trouble = status.conflicts + status.quarantined > 0;
    statetexts::Look look = trouble ? statetexts::look(DeliveryState::Conflict) : statetexts::look(status.phase);
    if (!trouble && status.phase == SyncPhase::Idle && (status.waiting() > 0 || status.lastSuccessUtcMs == 0))
        look = statetexts::look(DeliveryState::ReadyToSend);
    if (!online && !trouble)
        look.icon = u"offline"_s;
    m_delivery->setIcon(Theme::of(this).icon(look.icon, look.tone));
    m_delivery->setText(sentence(status, nowUtcMs, online));
    m_delivery->setToolTip(status.sentence.isEmpty() ? tr("What waits, and why") : status.sentence.localised());
    m_delivery->setAccessibleName(m_delivery->text());
}

void StatusFooter::setPlace(const WorkspaceInfo& info, const Account& user)
{
    m_place->setText(tr("Site %1 · %2").arg(info.site.toString(), info.studyName));
    const QString name = user.displayName.isEmpty() ? user.userName.toString() : user.displayName;
    m_user->setText(tr("%1, %2").arg(name, statetexts::text(user.role)));
}

QString StatusFooter::deliveryText() const
{
    return m_delivery->text();
}

void StatusFooter::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.window());
    painter.fillRect(QRect(0, 0, width(), 1), theme.hairline());
}

} // namespace sitebook
