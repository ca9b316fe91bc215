// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace sitebook {

// Fusion with our own check boxes, radio buttons, arrows and sizes; boxes and spacing come from the style sheet.
class SitebookStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    SitebookStyle();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
};

} // namespace sitebook
