// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/itemeditor.h"

class QLabel;
class QSlider;

namespace sitebook {

// A whole number on a line with words at its ends. Unanswered until the person moves it: then the handle is drawn and
// the number stands beside it. Arrows and Page keys move, Delete takes the answer back.
class SliderItemEditor final : public ItemEditor
{
    Q_OBJECT

public:
    SliderItemEditor(int least, int most, const QStringList& anchors, QWidget* parent = nullptr);
    void setReadOnly(bool readOnly) override;
    void setLabel(const QString& question) override;

protected:
    [[nodiscard]] QString text() const override { return m_text; }
    void setText(const QString& text) override;
    bool handleKey(const QKeyEvent& key) override;

private:
    void moved();

    QSlider* m_slider;
    QLabel* m_number;
    QString m_text;
};

} // namespace sitebook
