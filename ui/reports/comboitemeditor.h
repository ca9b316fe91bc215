// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/choices.h"
#include "ui/reports/itemeditor.h"

class QComboBox;

namespace sitebook {

// Many answers: type any part of one to find it, or open the list (F4). What is typed and fits no answer stays as
// typed, for the check to name.
class ComboItemEditor final : public ItemEditor
{
    Q_OBJECT

public:
    explicit ComboItemEditor(std::vector<Choice> choices, QWidget* parent = nullptr);
    void setNarrow(); // as narrow as its place, for a cell of a table
    void setReadOnly(bool readOnly) override;

protected:
    [[nodiscard]] QString text() const override;
    void setText(const QString& text) override;
    void showCommitted() override;
    bool handleKey(const QKeyEvent& key) override;

private:
    [[nodiscard]] int matching(const QString& typed) const; // the one answer meant; -1: none or several

    std::vector<Choice> m_choices;
    QComboBox* m_box;
};

} // namespace sitebook
