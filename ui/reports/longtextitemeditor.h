// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/itemeditor.h"

class QPlainTextEdit;

namespace sitebook {

// Several lines of text. Enter is the next field here too; Shift+Enter begins a line, Tab leaves the field.
class LongTextItemEditor final : public ItemEditor
{
    Q_OBJECT

public:
    explicit LongTextItemEditor(QWidget* parent = nullptr);
    void setReadOnly(bool readOnly) override;

protected:
    [[nodiscard]] QString text() const override;
    void setText(const QString& text) override;

private:
    void fitHeight();
    QPlainTextEdit* m_field;
    bool m_filling = false;
};

} // namespace sitebook
