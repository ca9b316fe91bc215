// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/questionrow.h"

#include "ui/reports/findinglines.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statetexts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

QLabel* labelFor(const QString& question, bool required, QWidget* parent)
{
    auto* label = new QLabel(required ? QuestionRow::tr("%1 *").arg(question) : question, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("type", u"strong"_s);
    label->setWordWrap(true);
    if (required)
        label->setToolTip(QuestionRow::tr("An answer is required"));
    return label;
}

} // namespace

QuestionRow::QuestionRow(const QString& field, const QString& question, const QString& note, bool required,
                         ItemEditor* editor, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_editor(editor)
    , m_findings(new FindingLines(this))
    , m_missing(new QToolButton(this))
    , m_why(new QToolButton(this))
    , m_line(new QHBoxLayout)
{
    const Theme& theme = Theme::of(this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, theme.between(), 0, theme.between());
    rows->setSpacing(theme.inside());
    rows->addWidget(labelFor(question, required, this));
    if (!note.isEmpty()) {
        auto* hint = new QLabel(note, this);
        hint->setWordWrap(true);
        hint->setProperty("muted", true);
        hint->setProperty("type", u"small"_s);
        rows->addWidget(hint);
    }
    auto* line = m_line;
    line->setSpacing(theme.between());
    line->addWidget(editor, 1);
    line->addWidget(m_why, 0, Qt::AlignTop);
    line->addWidget(m_missing, 0, Qt::AlignTop);
    rows->addLayout(line);
    rows->addWidget(m_findings);

    m_missing->setIcon(theme.mutedIcon(u"more"_s));
    m_missing->setAutoRaise(true);
    m_missing->setFocusPolicy(Qt::NoFocus); // F9 is its key
    m_missing->setToolTip(tr("Why there is no answer (F9)"));
    m_missing->setAccessibleName(tr("Why there is no answer"));
    m_missing->setVisible(editor->isEditable());
    m_why->setIcon(theme.mutedIcon(u"information"_s));
    m_why->setAutoRaise(true);
    m_why->setFocusPolicy(Qt::NoFocus); // Shift+F1 is its key
    m_why->setToolTip(tr("Why is this asked, needed or computed? (Shift+F1)"));
    m_why->setAccessibleName(tr("Why?"));
    m_why->setObjectName(u"why"_s);
    m_why->hide();
    connect(m_why, &QToolButton::clicked, this, &QuestionRow::whyWanted);
    connect(m_missing, &QToolButton::clicked, editor, &ItemEditor::popupMissingMenu);
}

void QuestionRow::setFindings(const std::vector<Finding>& findings)
{
    m_findings->setFindings(findings);
    const QString tone = findings.empty() ? QString() : Theme::toneName(statetexts::tone(m_findings->severity()));
    m_editor->setTone(tone, m_findings->text());
}

void QuestionRow::setHasRules(bool hasRules)
{
    m_why->setVisible(hasRules);
}

void QuestionRow::setMarks(QWidget* marks)
{
    m_line->addWidget(marks, 0, Qt::AlignTop);
}

void QuestionRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F1 && event->modifiers() == Qt::ShiftModifier && !m_why->isHidden())
        Q_EMIT whyWanted();
    else
        QWidget::keyPressEvent(event);
}

QString QuestionRow::findingText() const
{
    return m_findings->text();
}

void QuestionRow::setReadOnly(bool readOnly)
{
    m_editor->setReadOnly(readOnly);
    m_missing->setVisible(!readOnly && m_editor->isEditable());
}

} // namespace sitebook
