// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/choices.h"
#include "ui/reports/keycap.h"

#include <QCheckBox>
#include <QRadioButton>

namespace sitebook {

// One answer: the circle or box, its words, and after them the key that chooses it. `Base` is QRadioButton or
// QCheckBox.
template <class Base>
class AnswerButton final : public Base
{
public:
    explicit AnswerButton(const Choice& choice, QWidget* parent = nullptr)
        : Base(buttonText(choice), parent)
        , m_key(choice.key)
    {
        this->setAccessibleName(choice.label);
        this->setToolTip(keyText(choice.key));
    }
    [[nodiscard]] QSize sizeHint() const override { return Base::sizeHint() + QSize(keycap::width(*this, m_key), 0); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Base::paintEvent(event);
        keycap::paint(*this, m_key, Base::sizeHint().width());
    }

private:
    QChar m_key;
};

using ChoiceButton = AnswerButton<QRadioButton>;
using CheckButton = AnswerButton<QCheckBox>;

} // namespace sitebook
