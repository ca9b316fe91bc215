// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/itemeditor.h"

class QLineEdit;

namespace sitebook {

// One line of text, kept as typed but for blanks around it. The base of every field that is typed.
class LineItemEditor : public ItemEditor
{
    Q_OBJECT

public:
    // `characters`: how wide the field shows, 0: as wide as there is room. It never limits what can be typed.
    explicit LineItemEditor(int characters, QWidget* parent = nullptr);

    void setReadOnly(bool readOnly) override;
    void setPlaceholder(const QString& text);

protected:
    [[nodiscard]] QString text() const override;
    void setText(const QString& text) override;
    void showCommitted() override;
    // The stored form of what was typed; what cannot be understood stays as it is, for the check to name.
    [[nodiscard]] virtual QString stored(const QString& typed) const { return typed; }
    // What the field shows for a stored value.
    [[nodiscard]] virtual QString shown(const QString& storedText) const { return storedText; }
    [[nodiscard]] QLineEdit& field() const { return *m_field; }

private:
    QLineEdit* m_field;
};

} // namespace sitebook
