// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/formreview.h"

#include "ui/reports/reportsession.h"
#include "ui/widgets/label.h"
#include "ui/widgets/whendone.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sitebook {

FormReview::FormReview(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, ReportSession& session,
                       QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_prompt(prompt)
    , m_session(session)
    , m_note(makeLinkButton(tr("Query or note…"), this))
    , m_verify(makeLinkButton(tr("Verify all"), this))
    , m_lock(makeLinkButton({}, this))
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(Theme::of(this).between());
    for (QPushButton* button : {m_note, m_verify, m_lock})
        line->addWidget(button);
    m_note->setObjectName(u"noteOnReport"_s);
    m_note->setToolTip(tr("About the whole report; F12 on a field is about that field"));
    m_verify->setObjectName(u"verifyAll"_s);
    m_verify->setToolTip(tr("Marks every answer that needs it as found in the source"));
    m_lock->setObjectName(u"lockReport"_s);
    connect(m_note, &QPushButton::clicked, this, &FormReview::noteWanted);
    connect(m_verify, &QPushButton::clicked, this, &FormReview::verifyAll);
    connect(m_lock, &QPushButton::clicked, this,
            [this] { setLocked(m_session.report().status != ReportStatus::Locked); });
    connect(&session, &ReportSession::opened, this, &FormReview::refresh);
    connect(&session, &ReportSession::saved, this, &FormReview::refresh);
    refresh();
}

void FormReview::refresh()
{
    const bool stored = m_session.isOpen() && m_session.isStored();
    const bool locked = m_session.report().status == ReportStatus::Locked;
    m_note->setVisible(stored);
    m_verify->setVisible(stored && !locked && m_workspace.may(u"verify_source"_s));
    m_lock->setVisible(stored && m_workspace.may(u"lock_data"_s));
    m_lock->setText(locked ? tr("Unlock…") : tr("Lock…"));
}

void FormReview::follow(const QFuture<Result<>>& step, bool reopen)
{
    whenDone(this, step, [this, reopen](const Result<>& done) {
        if (!done)
            m_navigator.showBanner(done.error());
        else if (reopen)
            m_navigator.openReport(m_session.report().recordId); // read only, or not any more
    });
}

void FormReview::verifyAll()
{
    follow(m_workspace.reviews().verifyAll(m_session.report().recordId), false);
}

void FormReview::setLocked(bool locked)
{
    m_prompt.askReason(this, locked ? tr("Lock report") : tr("Unlock report"),
                       locked ? tr("It can then only be read until it is unlocked. Why now?")
                              : tr("It can then be changed again. Why?"),
                       [this, locked](const QString& reason) {
                           follow(m_workspace.reviews().setLocked(m_session.report().recordId, locked, reason), true);
                       });
}

} // namespace sitebook
