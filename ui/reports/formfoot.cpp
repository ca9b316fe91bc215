// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/formfoot.h"

#include "ui/reports/reportsession.h"
#include "ui/reports/scorestrip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/savedindicator.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

FormFoot::FormFoot(ReportSession& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_scores(new ScoreStrip(session, this))
    , m_saved(new SavedIndicator(this))
    , m_close(makeButton(tr("Close"), {}, this))
    , m_discard(makeButton(tr("Discard changes"), {}, this))
    , m_incomplete(makeButton(tr("Save as incomplete"), {}, this))
    , m_next(makeButton(tr("Save and next form"), {}, this))
    , m_complete(makePrimaryButton(tr("Save and complete"), {}, this))
{
    m_close->setObjectName(u"closeForm"_s);
    m_discard->setObjectName(u"discardDraft"_s);
    m_incomplete->setObjectName(u"saveIncomplete"_s);
    m_next->setObjectName(u"saveNext"_s);
    m_complete->setObjectName(u"saveComplete"_s);
    m_close->setToolTip(tr("Close the form; what is typed stays as a draft (Esc)"));
    m_discard->setToolTip(tr("Throw away what was typed since the last save"));
    m_incomplete->setToolTip(tr("More answers are expected (Ctrl+S)"));
    m_next->setToolTip(tr("Save and open the next form of the visit (Ctrl+Page down)"));
    m_complete->setToolTip(tr("Everything asked is answered (Ctrl+Enter)"));
    layOut();
    connect(m_close, &QPushButton::clicked, this, &FormFoot::closeRequested);
    connect(m_discard, &QPushButton::clicked, this, &FormFoot::discardRequested);
    connect(m_incomplete, &QPushButton::clicked, this, &FormFoot::saveIncompleteRequested);
    connect(m_next, &QPushButton::clicked, this, &FormFoot::saveNextRequested);
    connect(m_complete, &QPushButton::clicked, this, &FormFoot::saveCompleteRequested);
    connect(&m_session, &ReportSession::evaluated, this, &FormFoot::refresh);
    connect(&m_session, &ReportSession::draftStateChanged, this, &FormFoot::refresh);
    setNextForm({});
}

void FormFoot::layOut()
{
    const Theme& theme = Theme::of(this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeHairline(Qt::Horizontal, this));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(theme.around(), theme.between(), theme.around(), theme.between());
    line->setSpacing(theme.between());
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_scores);
    words->addWidget(m_saved);
    line->addLayout(words, 1);
    for (QPushButton* button : {m_close, m_discard, m_incomplete, m_next, m_complete})
        line->addWidget(button);
    rows->addLayout(line);
}

void FormFoot::refresh()
{
    const bool editable = m_session.isOpen() && !m_session.isReadOnly();
    m_saved->follow(m_session.drafts(), m_session.isDirty());
    m_saved->setVisible(editable);
    m_discard->setVisible(editable && m_session.isDirty());
    m_incomplete->setVisible(editable);
    m_complete->setVisible(editable);
    for (QPushButton* button : {m_incomplete, m_next, m_complete})
        button->setEnabled(!m_session.isSaving());
}

void FormFoot::setNextForm(const QString& name)
{
    m_next->setVisible(!name.isEmpty());
    m_next->setText(m_session.isOpen() && m_session.isReadOnly() ? tr("Next: %1").arg(name)
                                                                 : tr("Save, next: %1").arg(name));
}

void FormFoot::focusSave()
{
    m_complete->setFocus(Qt::TabFocusReason);
}

} // namespace sitebook
