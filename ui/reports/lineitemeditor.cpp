// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/lineitemeditor.h"

#include <QLineEdit>

namespace sitebook {

LineItemEditor::LineItemEditor(int characters, QWidget* parent)
    : ItemEditor(parent)
    , m_field(new QLineEdit(this))
{
    if (characters > 0) {
        const int width = m_field->fontMetrics().horizontalAdvance(QLatin1Char('0')) * characters + 28;
        m_field->setFixedWidth(width);
    } else {
        m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    setInput(m_field);
    watch(m_field);
    connect(m_field, &QLineEdit::textEdited, this, &LineItemEditor::typed);
}

QString LineItemEditor::text() const
{
    return stored(m_field->text().trimmed());
}

void LineItemEditor::setText(const QString& text)
{
    m_field->setText(shown(text));
}

void LineItemEditor::showCommitted()
{
    const QString wanted = shown(committedValue().text);
    if (m_field->text() != wanted)
        m_field->setText(wanted);
}

void LineItemEditor::setReadOnly(bool readOnly)
{
    m_field->setReadOnly(readOnly);
    ItemEditor::setReadOnly(readOnly);
}

void LineItemEditor::setPlaceholder(const QString& text)
{
    m_field->setPlaceholderText(text);
}

} // namespace sitebook
