// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/choices.h"
#include "ui/reports/itemeditor.h"

class QButtonGroup;
class QGridLayout;
class QRadioButton;

namespace sitebook {

// Few answers, all in sight: side by side where they fit, else one below the other. The key shown before an answer
// chooses it, arrows move, Delete takes the choice back. A stored value that is none of the answers is kept until
// another is chosen.
class RadioItemEditor final : public ItemEditor
{
    Q_OBJECT

public:
    explicit RadioItemEditor(std::vector<Choice> choices, QWidget* parent = nullptr);
    void setReadOnly(bool readOnly) override;
    void setLabel(const QString& question) override;

protected:
    [[nodiscard]] QString text() const override { return m_code; }
    void setText(const QString& text) override;
    bool handleKey(const QKeyEvent& key) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose(size_t index);
    void arrange(int width);
    void move(int step);
    [[nodiscard]] int chosen() const; // -1: none

    std::vector<Choice> m_choices;
    std::vector<QRadioButton*> m_buttons;
    QButtonGroup* m_group;
    QWidget* m_box;
    QGridLayout* m_grid;
    QString m_code;
    int m_columns = 0;
};

} // namespace sitebook
