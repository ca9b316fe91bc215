// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldrow.h"

#include "ui/widgets/label.h"
#include "ui/widgets/statetexts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

FieldRow::FieldRow(const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_labelText(label)
    , m_editor(editor)
    , m_label(makeLabel(label, Theme::Type::Body, false, this))
    , m_unit(makeLabel({}, Theme::Type::Body, true, this))
    , m_help(makeLabel({}, Theme::Type::Small, true, this))
    , m_findingIcon(new QLabel(this))
    , m_findingText(makeLabel({}, Theme::Type::Small, false, this))
    , m_line(new QHBoxLayout)
{
    const Theme& theme = Theme::of(this);
    m_label->setProperty("type", u"strong"_s);
    m_label->setWordWrap(true);
    m_label->setBuddy(editor);
    m_help->setWordWrap(true);
    m_findingText->setWordWrap(true);
    m_line->setSpacing(theme.between());
    m_line->addWidget(editor, 1);
    m_line->addWidget(m_unit);
    auto* findingLine = new QHBoxLayout;
    findingLine->setSpacing(theme.inside());
    findingLine->addWidget(m_findingIcon, 0, Qt::AlignTop);
    findingLine->addWidget(m_findingText, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.inside());
    column->addWidget(m_label);
    column->addLayout(m_line);
    column->addWidget(m_help);
    column->addLayout(findingLine);
    m_unit->hide();
    m_help->hide();
    refreshLabel();
    refreshFinding();
    setFocusProxy(editor);
    connect(&theme, &Theme::changed, this, &FieldRow::refreshFinding);
}

void FieldRow::setLabel(const QString& label)
{
    m_labelText = label;
    refreshLabel();
}

void FieldRow::setRequired(bool required)
{
    m_required = required;
    refreshLabel();
}

void FieldRow::refreshLabel()
{
    m_label->setText(m_required ? QString(m_labelText + u" *"_s) : m_labelText);
    m_label->setVisible(!m_labelText.isEmpty());
    if (m_editor->accessibleName().isEmpty() || m_editor->property("namedByRow").toBool()) {
        m_editor->setAccessibleName(m_required ? tr("%1, required").arg(m_labelText) : m_labelText);
        m_editor->setProperty("namedByRow", true);
    }
}

void FieldRow::setUnit(const QString& unit)
{
    m_unit->setText(unit);
    m_unit->setVisible(!unit.isEmpty());
}

void FieldRow::setHelp(const QString& help)
{
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
}

void FieldRow::addTrailing(QWidget* widget)
{
    m_line->addWidget(widget, 0, Qt::AlignVCenter);
}

void FieldRow::setCompact(bool compact)
{
    m_line->setStretchFactor(m_editor, compact ? 0 : 1);
    if (compact)
        m_line->addStretch(1);
}

void FieldRow::setFinding(const std::optional<Finding>& finding)
{
    if (m_finding == finding)
        return;
    m_finding = finding;
    refreshFinding();
}

void FieldRow::refreshFinding()
{
    m_findingIcon->setVisible(m_finding.has_value());
    m_findingText->setVisible(m_finding.has_value());
    if (!m_finding) {
        Theme::setStyleProperty(m_editor, "tone", {});
        m_editor->setAccessibleDescription({});
        return;
    }
    const Theme& theme = Theme::of(this);
    const auto look = statetexts::look(m_finding->severity);
    const QString sentence = m_finding->message.localised();
    m_findingIcon->setPixmap(theme.pixmap(look.icon, look.tone, theme.scaled(16), devicePixelRatioF()));
    m_findingText->setText(sentence);
    setTone(m_findingText, look.tone);
    Theme::setStyleProperty(m_editor, "tone", Theme::toneName(look.tone));
    m_editor->setAccessibleDescription(look.text + u": "_s + sentence);
}

void FieldRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refreshLabel();
        refreshFinding();
    }
    QWidget::changeEvent(event);
}

} // namespace sitebook
