// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colours.h"

namespace sitebook {

QColor Colours::strong(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return text;
    case Tone::Primary:
        return primary;
    case Tone::Success:
        return success;
    case Tone::Attention:
        return attention;
    case Tone::Danger:
        return danger;
    case Tone::Information:
        return information;
    }
    return text;
}

QColor Colours::soft(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return raised;
    case Tone::Primary:
        return primarySoft;
    case Tone::Success:
        return successSoft;
    case Tone::Attention:
        return attentionSoft;
    case Tone::Danger:
        return dangerSoft;
    case Tone::Information:
        return informationSoft;
    }
    return raised;
}

const Colours& Colours::light()
{
    static const Colours colours{.window = QColor(0xF5F7F8),
                                 .surface = QColor(0xFFFFFF),
                                 .raised = QColor(0xEDF1F3),
                                 .hairline = QColor(0xD5DCE1),
                                 .outline = QColor(0x75828E),
                                 .text = QColor(0x17212B),
                                 .muted = QColor(0x52606D),
                                 .onPrimary = QColor(0xFFFFFF),
                                 .primary = QColor(0x0B6B73),
                                 .primarySoft = QColor(0xDCEFF0),
                                 .success = QColor(0x226C2A),
                                 .successSoft = QColor(0xDFF2E1),
                                 .attention = QColor(0x845600),
                                 .attentionSoft = QColor(0xFFF1D1),
                                 .danger = QColor(0xB3261E),
                                 .dangerSoft = QColor(0xFBE5E3),
                                 .information = QColor(0x1F559E),
                                 .informationSoft = QColor(0xE2ECF8)};
    return colours;
}

const Colours& Colours::dark()
{
    static const Colours colours{.window = QColor(0x11161B),
                                 .surface = QColor(0x182027),
                                 .raised = QColor(0x212B34),
                                 .hairline = QColor(0x33404C),
                                 .outline = QColor(0x748594),
                                 .text = QColor(0xE6ECF1),
                                 .muted = QColor(0x9DABB8),
                                 .onPrimary = QColor(0x0B1A1C),
                                 .primary = QColor(0x54C5CC),
                                 .primarySoft = QColor(0x153A3D),
                                 .success = QColor(0x7FCB84),
                                 .successSoft = QColor(0x1B3620),
                                 .attention = QColor(0xE5B64B),
                                 .attentionSoft = QColor(0x3A2F12),
                                 .danger = QColor(0xF38E86),
                                 .dangerSoft = QColor(0x402220),
                                 .information = QColor(0x8FB8F9),
                                 .informationSoft = QColor(0x1D2F4A)};
    return colours;
}

} // namespace sitebook
