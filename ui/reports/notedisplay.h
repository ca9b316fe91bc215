// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/itemeditor.h"

namespace sitebook {

// Words of the form that are not answered.
class NoteDisplay final : public ItemEditor
{
    Q_OBJECT

public:
    explicit NoteDisplay(QWidget* parent = nullptr)
        : ItemEditor(parent)
    {
        auto* nothing = new QWidget(this); // the words are the row's label
        nothing->setFixedSize(0, 0);
        setInput(nothing);
    }
    [[nodiscard]] bool isEditable() const override { return false; }

protected:
    [[nodiscard]] QString text() const override { return {}; }
    void setText(const QString& /*text*/) override {}
};

} // namespace sitebook
