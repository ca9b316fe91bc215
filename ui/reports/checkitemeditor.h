// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/choices.h"
#include "ui/reports/itemeditor.h"

class QCheckBox;
class QVBoxLayout;

namespace sitebook {

// Several answers of a list, each with a box, one below the other. The key shown behind an answer turns it on and off,
// arrows move between them, Delete takes all back. Stored as a set of codes (codeset.h) in the order of the list; codes
// that are none of the answers are kept.
class CheckItemEditor final : public ItemEditor
{
    Q_OBJECT

public:
    explicit CheckItemEditor(std::vector<Choice> choices, QWidget* parent = nullptr);
    void setReadOnly(bool readOnly) override;
    void setLabel(const QString& question) override;

protected:
    [[nodiscard]] QString text() const override;
    void setText(const QString& text) override;
    bool handleKey(const QKeyEvent& key) override;

private:
    void toggled();
    void move(int step);

    std::vector<Choice> m_choices;
    std::vector<QCheckBox*> m_boxes;
    QStringList m_foreign; // codes of the stored value that are not offered
    QWidget* m_column;
};

} // namespace sitebook
