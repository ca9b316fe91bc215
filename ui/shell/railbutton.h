// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/pageinfo.h"
#include "ui/theme/colours.h"

#include <QAbstractButton>

namespace sitebook {

// One place of the rail: icon, name, count.
class RailButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit RailButton(const PageInfo& info, QWidget* parent = nullptr);
    void setBadge(qint64 count, Tone tone);
    void setFolded(bool folded);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBadge(QPainter& painter) const;
    QString m_icon;
    qint64 m_count = 0;
    Tone m_tone = Tone::Neutral;
    bool m_folded = false;
};

} // namespace sitebook
