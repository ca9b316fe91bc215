// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace sitebook {

struct WorkspaceInfo;

// The truth about delivery: the last *successful* sync, what waits, and one click to why. Beside it who works where.
class StatusFooter final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusFooter(QWidget* parent = nullptr);
    void setSync(const SyncStatus& status, qint64 nowUtcMs, bool online);
    void setPlace(const WorkspaceInfo& info, const Account& user);
    [[nodiscard]] QString deliveryText() const;
    // What the footer says of a status; free of widgets so that a table can test it.
    [[nodiscard]] static QString sentence(const SyncStatus& status, qint64 nowUtcMs, bool online);

Q_SIGNALS:
    void whyWanted();
    void signOutWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPushButton* m_delivery;
    QLabel* m_place;
    QLabel* m_user;
    QToolButton* m_signOut;
};

} // namespace sitebook
