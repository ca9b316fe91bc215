// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/computeditemdisplay.h"

#include <QLabel>

namespace sitebook {

ComputedItemDisplay::ComputedItemDisplay(QWidget* parent)
    : ItemEditor(parent)
    , m_label(new QLabel(this))
{
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setInput(m_label);
    setText({});
}

void ComputedItemDisplay::setText(const QString& text)
{
    m_value = text;
    m_label->setText(text.isEmpty() ? tr("Not scored yet") : text);
    m_label->setEnabled(!text.isEmpty());
}

void ComputedItemDisplay::setLabel(const QString& question)
{
    setAccessibleName(question);
    m_label->setAccessibleName(question);
}

} // namespace sitebook
