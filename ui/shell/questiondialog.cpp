// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/questiondialog.h"

#include "ui/widgets/label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sitebook {

QuestionDialog::QuestionDialog(const QString& title, const QString& text, QWidget* parent)
    : QDialog(parent)
    , m_content(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    const Theme& theme = Theme::of(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(theme.scaled(440));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.blocks(), theme.scaled(20), theme.blocks(), theme.around());
    column->setSpacing(theme.scaled(12));
    column->addWidget(makeLabel(title, Theme::Type::Section));
    if (!text.isEmpty())
        column->addWidget(makeParagraph(text));
    m_content->setSpacing(theme.between());
    column->addLayout(m_content);
    column->addStretch(1);
    m_buttons->addStretch(1);
    column->addLayout(m_buttons);
}

void QuestionDialog::addButton(const QString& text, int index, bool primary)
{
    QPushButton* button = primary ? makePrimaryButton(text) : makeButton(text);
    button->setAutoDefault(false);
    button->setDefault(primary);
    if (primary)
        m_primary = button;
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, index] {
        Q_EMIT chosen(index);
        accept();
    });
}

void QuestionDialog::setPrimaryEnabled(bool enabled)
{
    if (m_primary)
        m_primary->setEnabled(enabled);
}

} // namespace sitebook
