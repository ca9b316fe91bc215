// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/comboitemeditor.h"

#include "ui/reports/choicemodel.h"

#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

namespace sitebook {

ComboItemEditor::ComboItemEditor(std::vector<Choice> choices, QWidget* parent)
    : ItemEditor(parent)
    , m_choices(std::move(choices))
    , m_box(new QComboBox(this))
{
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setMaxVisibleItems(12);
    m_box->setModel(new ChoiceModel(m_choices, m_box));
    m_box->setCurrentIndex(-1);
    static_cast<QListView*>(m_box->view())->setUniformItemSizes(true);
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->completer()->setFilterMode(Qt::MatchContains);
    if (auto* popup = qobject_cast<QListView*>(m_box->completer()->popup()))
        popup->setUniformItemSizes(true);
    m_box->lineEdit()->setPlaceholderText(tr("Type to find an answer"));
    m_box->setMinimumContentsLength(24);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setInput(m_box);
    watch(m_box); // it forwards its keys to the line edit, whose focus proxy it is
    connect(m_box, &QComboBox::textActivated, this, [this] {
        typed();
        commit();
    });
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &ComboItemEditor::typed);
}

void ComboItemEditor::setNarrow()
{
    m_box->setMinimumContentsLength(1);
    m_box->setSizePolicy(QSizePolicy::Expanding, m_box->sizePolicy().verticalPolicy());
}

int ComboItemEditor::matching(const QString& typed) const
{
    int found = -1;
    for (size_t i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].label.compare(typed, Qt::CaseInsensitive) == 0 || m_choices[i].code == typed)
            return static_cast<int>(i);
        if (m_choices[i].label.contains(typed, Qt::CaseInsensitive))
            found = found == -1 ? static_cast<int>(i) : -2;
    }
    return std::max(found, -1);
}

QString ComboItemEditor::text() const
{
    const QString typed = m_box->currentText().trimmed();
    const int index = typed.isEmpty() ? -1 : matching(typed);
    return index < 0 ? typed : m_choices[static_cast<size_t>(index)].code;
}

void ComboItemEditor::setText(const QString& text)
{
    const int index = text.isEmpty() ? -1 : m_box->findData(text);
    m_box->setCurrentIndex(index);
    m_box->setEditText(index < 0 ? text : m_box->itemText(index));
}

void ComboItemEditor::showCommitted()
{
    if (committedValue().text != m_box->currentData().toString() ||
        m_box->currentText() != m_box->itemText(m_box->currentIndex()))
        setText(committedValue().text);
}

bool ComboItemEditor::handleKey(const QKeyEvent& key)
{
    if (key.key() == Qt::Key_F4 && !isReadOnly()) {
        m_box->showPopup();
        return true;
    }
    return false;
}

void ComboItemEditor::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
    ItemEditor::setReadOnly(readOnly);
}

} // namespace sitebook
