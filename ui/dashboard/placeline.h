// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/statetexts.h"

#include <QAbstractButton>

namespace sitebook {

// One line that opens a place: shape, what it is, something muted at the right. Enter, Space or a click opens.
class PlaceLine final : public QAbstractButton
{
    Q_OBJECT
public:
    PlaceLine(const statetexts::Look& look, const QString& text, const QString& detail, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    statetexts::Look m_look;
    QString m_detail;
};

} // namespace sitebook
