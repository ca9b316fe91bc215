// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/userprompt.h"

#include <QWidget>

class QPushButton;

namespace sitebook {

class ReportSession;

// At a form's head, for those who review: a query about the whole report, verify all of it, lock and unlock it.
class FormReview final : public QWidget
{
    Q_OBJECT
public:
    FormReview(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, ReportSession& session,
               QWidget* parent = nullptr);

Q_SIGNALS:
    void noteWanted();

private:
    void refresh();
    void verifyAll();
    void setLocked(bool locked);
    void follow(const QFuture<Result<>>& step, bool reopen);

    Workspace& m_workspace;
    Navigator& m_navigator;
    UserPrompt& m_prompt;
    ReportSession& m_session;
    QPushButton* m_note;
    QPushButton* m_verify;
    QPushButton* m_lock;
};

} // namespace sitebook
