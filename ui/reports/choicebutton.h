// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRadioButton>

namespace sitebook {

// One answer: the circle, its words, and after them the key that chooses it, drawn as a small key cap.
class ChoiceButton final : public QRadioButton
{
    Q_OBJECT

public:
    ChoiceButton(const QString& label, QChar key, QWidget* parent = nullptr); // null key: no cap
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int capSide() const;
    QChar m_key;
};

} // namespace sitebook
