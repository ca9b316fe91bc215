// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/statetexts.h"

#include <QWidget>

namespace sitebook {

// A state as a shape and a word on its soft colour; never colour alone.
class StateBadge final : public QWidget
{
    Q_OBJECT
public:
    explicit StateBadge(QWidget* parent = nullptr);
    void setState(const QString& iconName, const QString& text, Tone tone);
    void setState(const statetexts::Look& look) { setState(look.icon, look.text, look.tone); }
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] Tone tone() const { return m_tone; }
    // Without its soft background: for dense places.
    void setPlain(bool plain);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString m_icon;
    QString m_text;
    Tone m_tone = Tone::Neutral;
    bool m_plain = false;
};

} // namespace sitebook
