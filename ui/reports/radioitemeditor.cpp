// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/radioitemeditor.h"

#include "ui/reports/choicebutton.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QRadioButton>
#include <algorithm>

namespace sitebook {

namespace {
constexpr int gap = 16;
}

RadioItemEditor::RadioItemEditor(std::vector<Choice> choices, QWidget* parent)
    : ItemEditor(parent)
    , m_choices(std::move(choices))
    , m_group(new QButtonGroup(this))
    , m_box(new QWidget(this))
    , m_grid(new QGridLayout(m_box))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(gap);
    m_grid->setVerticalSpacing(2);
    m_box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    for (const Choice& choice : m_choices) {
        auto* button = new ChoiceButton(choice, m_box);
        m_buttons.push_back(button);
        m_group->addButton(button);
        watch(button);
        connect(button, &QRadioButton::clicked, this, [this, index = m_buttons.size() - 1] { choose(index); });
    }
    setInput(m_box);
    arrange(1);
}

void RadioItemEditor::setLabel(const QString& question)
{
    setAccessibleName(question);
    m_box->setAccessibleName(question);
    for (QRadioButton* button : m_buttons)
        button->setAccessibleDescription(question);
}

int RadioItemEditor::chosen() const
{
    const auto found = std::find_if(m_choices.begin(), m_choices.end(),
                                    [this](const Choice& choice) { return choice.code == m_code; });
    return m_code.isEmpty() || found == m_choices.end() ? -1 : static_cast<int>(found - m_choices.begin());
}

void RadioItemEditor::setText(const QString& text)
{
    m_code = text;
    const int index = chosen();
    m_group->setExclusive(false); // an exclusive group cannot be emptied
    for (size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(static_cast<int>(i) == index);
    m_group->setExclusive(true);
    if (!m_buttons.empty())
        setFocusProxy(m_buttons[index < 0 ? 0 : static_cast<size_t>(index)]);
}

void RadioItemEditor::choose(size_t index)
{
    if (isReadOnly()) {
        setText(m_code);
        return;
    }
    setText(m_choices[index].code);
    if (m_buttons[index]->window()->focusWidget() && isAncestorOf(m_buttons[index]->window()->focusWidget()))
        m_buttons[index]->setFocus();
    typed();
    commit();
}

void RadioItemEditor::move(int step)
{
    const int count = static_cast<int>(m_buttons.size());
    const auto focused =
        std::find_if(m_buttons.begin(), m_buttons.end(), [](QRadioButton* b) { return b->hasFocus(); });
    const int from = focused == m_buttons.end() ? chosen() : static_cast<int>(focused - m_buttons.begin());
    const int to = std::clamp(from + step, 0, count - 1);
    choose(static_cast<size_t>(chosen() < 0 && from <= 0 && step > 0 ? 0 : to));
}

bool RadioItemEditor::handleKey(const QKeyEvent& key)
{
    if (isReadOnly() || m_buttons.empty() || (key.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != 0)
        return false;
    if (key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace) {
        clear();
        return true;
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (key.key() == Qt::Key_Down || key.key() == (mirrored ? Qt::Key_Left : Qt::Key_Right)) {
        move(1);
        return true;
    }
    if (key.key() == Qt::Key_Up || key.key() == (mirrored ? Qt::Key_Right : Qt::Key_Left)) {
        move(-1);
        return true;
    }
    const QChar pressed = key.text().isEmpty() ? QChar() : key.text().front().toUpper();
    for (size_t i = 0; i < m_choices.size(); ++i) {
        if (!pressed.isNull() && pressed == m_choices[i].key) {
            choose(i);
            return true;
        }
    }
    return false;
}

void RadioItemEditor::setReadOnly(bool readOnly)
{
    for (QRadioButton* button : m_buttons)
        button->setEnabled(!readOnly || button->isChecked());
    ItemEditor::setReadOnly(readOnly);
}

void RadioItemEditor::arrange(int width)
{
    int wanted = 0;
    for (const QRadioButton* button : m_buttons)
        wanted += button->sizeHint().width() + gap;
    const int columns = wanted <= width + gap ? static_cast<int>(m_buttons.size()) : 1;
    if (columns == m_columns)
        return;
    m_grid->setColumnStretch(m_columns == 1 ? 1 : m_columns, 0);
    m_columns = columns;
    for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i)
        m_grid->addWidget(m_buttons[static_cast<size_t>(i)], i / columns, i % columns, Qt::AlignLeft);
    m_grid->setColumnStretch(columns == 1 ? 1 : columns, 1);
    updateGeometry();
}

void RadioItemEditor::resizeEvent(QResizeEvent* event)
{
    ItemEditor::resizeEvent(event);
    arrange(width());
}

} // namespace sitebook
