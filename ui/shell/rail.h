// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colours.h"
#include "ui/widgets/navigator.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QToolButton;

namespace sitebook {

class RailButton;

// The places at the left, 208 px wide, folding to their icons. Up and Down move, Enter and Space go there.
class Rail final : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    void setCurrent(PageId page);
    // 0 hides it. Danger is for what needs somebody now.
    void setBadge(PageId page, qint64 count, Tone tone);
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    // Folds for want of room, whatever the person chose.
    void setNarrow(bool narrow);

Q_SIGNALS:
    void pageChosen(sitebook::PageId page);
    void foldedChanged(bool folded);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void applyFold();
    QHash<int, RailButton*> m_buttons;
    QLabel* m_mark;
    QLabel* m_name;
    QToolButton* m_fold;
    bool m_folded = false;
    bool m_narrow = false;
};

} // namespace sitebook
