// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/itemeditor.h"

class QLabel;

namespace sitebook {

// A value the study computes: shown, never typed.
class ComputedItemDisplay final : public ItemEditor
{
    Q_OBJECT

public:
    explicit ComputedItemDisplay(QWidget* parent = nullptr);
    [[nodiscard]] bool isEditable() const override { return false; }
    void setLabel(const QString& question) override;

protected:
    [[nodiscard]] QString text() const override { return m_value; }
    void setText(const QString& text) override;

private:
    QLabel* m_label;
    QString m_value;
};

} // namespace sitebook
