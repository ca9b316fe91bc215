// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace sitebook {

// One export format to choose: its name and what it is for. Checkable; exclusive in a QButtonGroup, arrow keys move.
class FormatCard final : public QAbstractButton
{
    Q_OBJECT
public:
    FormatCard(const QString& title, const QString& purpose, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRect textRect(const QRect& card) const;
    QString m_purpose;
};

} // namespace sitebook
