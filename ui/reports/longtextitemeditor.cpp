// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/longtextitemeditor.h"

#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <algorithm>

namespace sitebook {

LongTextItemEditor::LongTextItemEditor(QWidget* parent)
    : ItemEditor(parent)
    , m_field(new QPlainTextEdit(this))
{
    m_field->setTabChangesFocus(true);
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_field->setPlaceholderText(tr("Shift+Enter begins a new line"));
    setInput(m_field);
    watch(m_field);
    fitHeight();
    connect(m_field, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        if (!m_filling)
            typed();
    });
}

QString LongTextItemEditor::text() const
{
    return m_field->toPlainText().trimmed();
}

void LongTextItemEditor::setText(const QString& text)
{
    const QScopedValueRollback filling(m_filling, true);
    m_field->setPlainText(text);
}

void LongTextItemEditor::setReadOnly(bool readOnly)
{
    m_field->setReadOnly(readOnly);
    ItemEditor::setReadOnly(readOnly);
}

void LongTextItemEditor::fitHeight()
{
    const int lines = std::clamp(m_field->blockCount(), 3, 10);
    m_field->setFixedHeight(m_field->fontMetrics().lineSpacing() * lines + 20);
}

} // namespace sitebook
