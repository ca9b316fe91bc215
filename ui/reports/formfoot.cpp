// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/formfoot.h"

#include "ui/reports/reportsession.h"
#include "ui/reports/scorestrip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/savedindicator.h"

#include <QHBoxLayout>
#include <QMenu>
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
    , m_choices(makeButton(tr("Save and…"), {}, this))
{
    m_close->setObjectName(u"closeForm"_s);
    m_discard->setObjectName(u"discardDraft"_s);
    m_incomplete->setObjectName(u"saveIncomplete"_s);
    m_next->setObjectName(u"saveNext"_s);
    m_complete->setObjectName(u"saveComplete"_s);
    m_close->setAccessibleName(tr("Close"));
    m_discard->setAccessibleName(tr("Discard changes"));
    m_close->setToolTip(tr("Close the form; what is typed stays as a draft (Esc)"));
    m_discard->setToolTip(tr("Throw away what was typed since the last save"));
    m_incomplete->setToolTip(tr("More answers are expected (Ctrl+S)"));
    m_complete->setToolTip(tr("Everything asked is answered (Ctrl+Enter)"));
    fillChoices();
    layOut();
    connect(m_close, &QPushButton::clicked, this, &FormFoot::closeRequested);
    connect(m_discard, &QPushButton::clicked, this, &FormFoot::discardRequested);
    connect(m_incomplete, &QPushButton::clicked, this, &FormFoot::saveIncompleteRequested);
    connect(m_next, &QPushButton::clicked, this, &FormFoot::saveNextRequested);
    connect(m_complete, &QPushButton::clicked, this, &FormFoot::saveCompleteRequested);
    connect(&m_session, &ReportSession::evaluated, this, &FormFoot::refresh);
    connect(&m_session, &ReportSession::draftStateChanged, this, &FormFoot::refresh);
    setNextForm({}, {});
}

// Complete where everything asked is answered, else incomplete; then on.
void FormFoot::fillChoices()
{
    m_choices->setObjectName(u"saveChoices"_s);
    m_choices->setToolTip(tr("Complete where everything asked is answered, else incomplete"));
    auto* menu = new QMenu(m_choices);
    const auto add = [this, menu](const QString& text, const QKeySequence& keys, void (FormFoot::*wanted)()) {
        QAction* action = menu->addAction(text, this, wanted);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut); // the page has the keys; here they are told
    };
    add(tr("Save and next form"), Qt::CTRL | Qt::Key_PageDown, &FormFoot::saveNextRequested);
    add(tr("Save and next patient"), Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown, &FormFoot::saveNextPatientRequested);
    add(tr("Save and stay"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, &FormFoot::saveStayRequested);
    add(tr("Save and close"), Qt::CTRL | Qt::Key_Return, &FormFoot::saveCompleteRequested);
    m_choices->setMenu(menu);
}

void FormFoot::layOut()
{
    const Theme& theme = Theme::of(this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeHairline(Qt::Horizontal, this));
    m_line = new QBoxLayout(QBoxLayout::LeftToRight);
    m_line->setContentsMargins(theme.around(), theme.between(), theme.around(), theme.between());
    m_line->setSpacing(theme.between());
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(m_scores);
    words->addWidget(m_saved);
    words->addStretch(1);
    m_line->addLayout(words, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.between());
    buttons->addStretch(1);
    for (QPushButton* button : {m_close, m_discard, m_incomplete, m_choices, m_next, m_complete})
        buttons->addWidget(button);
    m_line->addLayout(buttons);
    rows->addLayout(m_line);
}

// Where there is little room the words stand above the buttons, and those that have a key lose their text.
void FormFoot::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    const Theme& theme = Theme::of(this);
    const bool narrow = width() < theme.scaled(860);
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    m_line->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_close->setText(narrow ? QString() : tr("Close"));
    m_close->setIcon(narrow ? theme.icon(u"close"_s) : QIcon());
    m_discard->setText(narrow ? QString() : tr("Discard changes"));
    m_discard->setIcon(narrow ? theme.icon(u"undo"_s) : QIcon());
}

QSize FormFoot::minimumSizeHint() const
{
    return {Theme::of(this).scaled(560), QFrame::minimumSizeHint().height()};
}

void FormFoot::refresh()
{
    const bool editable = m_session.isOpen() && !m_session.isReadOnly();
    m_saved->follow(m_session.drafts(), m_session.isDirty());
    m_saved->setVisible(editable);
    m_discard->setVisible(editable && m_session.isDirty());
    m_incomplete->setVisible(editable);
    m_complete->setVisible(editable);
    m_choices->setVisible(editable);
    for (QPushButton* button : {m_incomplete, m_choices, m_next, m_complete})
        button->setEnabled(!m_session.isSaving());
}

void FormFoot::setNextForm(const QString& name, const QString& visit)
{
    m_next->setVisible(!name.isEmpty());
    m_next->setToolTip(tr("Save, then open %1 of %2 (Ctrl+Page down)").arg(name, visit));
    m_next->setText(m_session.isOpen() && m_session.isReadOnly() ? tr("Next: %1").arg(name)
                                                                 : tr("Save, next: %1").arg(name));
}

void FormFoot::focusSave()
{
    m_complete->setFocus(Qt::TabFocusReason);
}

} // namespace sitebook
