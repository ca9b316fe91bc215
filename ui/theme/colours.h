// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace sitebook {

// What a colour means; LOOK of the program hangs on these few.
enum class Tone { Neutral, Primary, Success, Attention, Danger, Information };

// One set of colours, for light or for dark. Every text colour is at least 5:1 on every surface here (tested).
struct Colours
{
    QColor window;
    QColor surface;
    QColor raised;
    QColor hairline;
    QColor outline; // edge of an input, 3:1 on surfaces
    QColor text;
    QColor muted;
    QColor onPrimary; // text on a filled primary button
    QColor primary, primarySoft;
    QColor success, successSoft;
    QColor attention, attentionSoft;
    QColor danger, dangerSoft;
    QColor information, informationSoft;

    [[nodiscard]] QColor strong(Tone tone) const;
    [[nodiscard]] QColor soft(Tone tone) const;
    [[nodiscard]] static const Colours& light();
    [[nodiscard]] static const Colours& dark();
};

} // namespace sitebook
