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

QuestionRow::QuestionRow(Question question, QWidget* parent)
    : QWidget(parent)
    , m_question(std::move(question))
{
    setFixedHeight(m_question.height);
}

ItemEditor& QuestionRow::editor()
{
    make();
    return *m_editor;
}

void QuestionRow::make()
{
    if (m_editor)
        return;
    setMinimumHeight(0);
    setMaximumHeight(QWIDGETSIZE_MAX);
    const Theme& theme = Theme::of(this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, theme.between(), 0, theme.between());
    rows->setSpacing(theme.inside());
    rows->addWidget(labelFor(m_question.text, m_question.required, this));
    if (!m_question.note.isEmpty()) {
        auto* hint = new QLabel(m_question.note, this);
        hint->setWordWrap(true);
        hint->setProperty("muted", true);
        hint->setProperty("type", u"small"_s);
        rows->addWidget(hint);
    }
    m_editor = m_question.makeEditor(this);
    m_editor->setReadOnly(m_question.readOnly);
    m_line = new QHBoxLayout;
    m_line->setSpacing(theme.between());
    m_line->addWidget(m_editor, 1);
    addButtons(m_editor);
    rows->addLayout(m_line);
    m_lines = new FindingLines(this);
    rows->addWidget(m_lines);
    // At once, not when the events are next looked at: the keyboard may be on its way here.
    for (QWidget* child : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        if (!child->testAttribute(Qt::WA_WState_ExplicitShowHide))
            child->show();
    Q_EMIT made(m_editor);
    showFindings();
}

void QuestionRow::addButtons(QWidget* editor)
{
    const Theme& theme = Theme::of(this);
    const auto add = [&](const QString& icon, const QString& tip, const QString& name, bool shown) {
        auto* button = new QToolButton(this);
        button->setIcon(theme.mutedIcon(icon));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus); // it has a key
        button->setToolTip(tip);
        button->setAccessibleName(name);
        button->setVisible(shown);
        m_line->addWidget(button, 0, Qt::AlignTop);
        return button;
    };
    m_why =
        add(u"information"_s, tr("Why is this asked, needed or computed? (Shift+F1)"), tr("Why?"), m_question.hasRules);
    m_why->setObjectName(u"why"_s);
    connect(m_why, &QToolButton::clicked, this, &QuestionRow::whyWanted);
    const QToolButton* missing = add(u"more"_s, tr("Why there is no answer (F9)"), tr("Why there is no answer"),
                                     m_question.editable && !m_question.readOnly);
    connect(missing, &QToolButton::clicked, static_cast<ItemEditor*>(editor), &ItemEditor::popupMissingMenu);
    connect(static_cast<ItemEditor*>(editor), &ItemEditor::historyRequested, this, &QuestionRow::historyWanted);
}

void QuestionRow::setFindings(const std::vector<Finding>& findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    if (m_editor)
        showFindings();
}

void QuestionRow::showFindings()
{
    m_lines->setFindings(m_findings);
    const QString tone = m_findings.empty() ? QString() : Theme::toneName(statetexts::tone(m_lines->severity()));
    m_editor->setTone(tone, m_lines->text());
}

void QuestionRow::setMarks(QWidget* marks)
{
    make();
    m_line->addWidget(marks, 0, Qt::AlignTop);
}

void QuestionRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F1 && event->modifiers() == Qt::ShiftModifier && m_question.hasRules)
        Q_EMIT whyWanted();
    else
        QWidget::keyPressEvent(event);
}

QString QuestionRow::findingText() const
{
    QStringList sentences;
    for (const Finding& finding : m_findings)
        sentences.append(finding.message.localised());
    return sentences.join(u'\n');
}

} // namespace sitebook
