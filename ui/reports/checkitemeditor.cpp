// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/checkitemeditor.h"

#include "core/study/codeset.h"
#include "ui/reports/choicebutton.h"

#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace sitebook {

CheckItemEditor::CheckItemEditor(std::vector<Choice> choices, QWidget* parent)
    : ItemEditor(parent)
    , m_choices(std::move(choices))
    , m_column(new QWidget(this))
{
    auto* rows = new QVBoxLayout(m_column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    for (const Choice& choice : m_choices) {
        auto* box = new CheckButton(choice, m_column);
        m_boxes.push_back(box);
        rows->addWidget(box, 0, Qt::AlignLeft);
        watch(box);
        connect(box, &QCheckBox::clicked, this, &CheckItemEditor::toggled);
    }
    setInput(m_column);
}

void CheckItemEditor::setLabel(const QString& question)
{
    setAccessibleName(question);
    m_column->setAccessibleName(question);
    for (QCheckBox* box : m_boxes)
        box->setAccessibleDescription(question);
}

QString CheckItemEditor::text() const
{
    QStringList codes;
    for (size_t i = 0; i < m_boxes.size(); ++i)
        if (m_boxes[i]->isChecked())
            codes.append(m_choices[i].code);
    return codeset::join(codes + m_foreign);
}

void CheckItemEditor::setText(const QString& text)
{
    m_foreign = codeset::split(text);
    for (size_t i = 0; i < m_boxes.size(); ++i)
        m_boxes[i]->setChecked(m_foreign.removeAll(m_choices[i].code) > 0);
}

void CheckItemEditor::toggled()
{
    typed();
    commit();
}

void CheckItemEditor::move(int step)
{
    const auto focused = std::find_if(m_boxes.begin(), m_boxes.end(), [](QCheckBox* box) { return box->hasFocus(); });
    const auto from = static_cast<int>(focused - m_boxes.begin());
    const int last = static_cast<int>(m_boxes.size()) - 1;
    m_boxes[static_cast<size_t>(std::clamp(from + step, 0, last))]->setFocus(Qt::TabFocusReason);
}

bool CheckItemEditor::handleKey(const QKeyEvent& key)
{
    if (isReadOnly() || m_boxes.empty() || (key.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != 0)
        return false;
    if (key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace) {
        clear();
        return true;
    }
    if (key.key() == Qt::Key_Down || key.key() == Qt::Key_Up) {
        move(key.key() == Qt::Key_Down ? 1 : -1);
        return true;
    }
    const QChar pressed = key.text().isEmpty() ? QChar() : key.text().front().toUpper();
    for (size_t i = 0; i < m_choices.size(); ++i) {
        if (pressed.isNull() || pressed != m_choices[i].key)
            continue;
        m_boxes[i]->toggle();
        toggled();
        return true;
    }
    return false;
}

void CheckItemEditor::setReadOnly(bool readOnly)
{
    for (QCheckBox* box : m_boxes)
        box->setEnabled(!readOnly || box->isChecked());
    ItemEditor::setReadOnly(readOnly);
}

} // namespace sitebook
