// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/rowmarks.h"

#include "ui/queries/querywords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/statetexts.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

Tone toneOf(VerificationState state)
{
    switch (state) {
    case VerificationState::Verified:
        return Tone::Success;
    case VerificationState::ChangedSinceVerified:
        return Tone::Attention;
    case VerificationState::NotRequired:
    case VerificationState::Required:
        break;
    }
    return Tone::Neutral;
}

} // namespace

RowMarks::RowMarks(const QString& question, bool reading, QWidget* parent)
    : QWidget(parent)
    , m_note(new QToolButton(this))
    , m_verify(new QToolButton(this))
    , m_question(question)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(Theme::of(this).inside());
    for (QToolButton* button : {m_verify, m_note}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(reading ? Qt::StrongFocus : Qt::NoFocus); // F12 is its key
        line->addWidget(button);
    }
    m_note->setObjectName(u"note"_s);
    m_verify->setObjectName(u"verify"_s);
    m_verify->hide();
    connect(m_note, &QToolButton::clicked, this, &RowMarks::noteWanted);
    connect(m_verify, &QToolButton::clicked, this,
            [this] { Q_EMIT verifyWanted(m_state != VerificationState::Verified); });
    setQuery(nullptr, 0);
}

void RowMarks::setQuery(const QueryRow* urgent, int count)
{
    const Theme& theme = Theme::of(this);
    if (!urgent) {
        m_note->setIcon(theme.mutedIcon(u"comment"_s));
        m_note->setToolTip(tr("Query or note about this field (F12)"));
        m_note->setAccessibleName(tr("Query or note"));
        m_note->setAccessibleDescription({});
        return;
    }
    const bool note = isNote(urgent->type);
    const statetexts::Look look = note ? statetexts::look(urgent->type) : statetexts::look(urgent->status);
    // A tick would look like a verification.
    m_note->setIcon(theme.icon(note || isLive(urgent->status) ? look.icon : u"comment"_s, look.tone));
    const QString state = note ? look.text : tr("%1: %2", "kind, state").arg(statetexts::text(urgent->type), look.text);
    m_note->setAccessibleName(count > 1 ? tr("%1 and %n more", nullptr, count - 1).arg(state) : state);
    m_note->setAccessibleDescription(urgent->lastMessage);
    m_note->setToolTip(tr("%1 (F12)").arg(m_note->accessibleName()) + u'\n' + urgent->lastMessage.left(200));
}

void RowMarks::setVerification(VerificationState state, bool mayVerify)
{
    m_state = state;
    const bool marked = state == VerificationState::Verified || state == VerificationState::ChangedSinceVerified;
    m_verify->setVisible(marked || mayVerify);
    m_verify->setEnabled(mayVerify);
    m_verify->setIcon(Theme::of(this).icon(QueryWords::verificationIcon(state), toneOf(state)));
    m_verify->setToolTip(QueryWords::verification(state));
    m_verify->setAccessibleName(QueryWords::verification(state));
}

void RowMarks::focusNote()
{
    m_note->setFocus(Qt::TabFocusReason);
}

QString RowMarks::queryText() const
{
    return m_note->accessibleName();
}

} // namespace sitebook
