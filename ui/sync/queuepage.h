// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sync/queueprogress.h"
#include "ui/widgets/latestquery.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"
#include "ui/widgets/userprompt.h"

#include <QTimer>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;

namespace sitebook {

class NumberTile;
class QueueModel;
class RecordTable;

// The submission queue: how many wait, how fast it goes, what is quarantined and why, and the buttons to steer it.
class QueuePage final : public Page
{
    Q_OBJECT
public:
    QueuePage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent = nullptr);
    ~QueuePage() override;

    [[nodiscard]] QString title() const override { return tr("Queue"); }
    [[nodiscard]] QString subtitle() const override;
    void activated() override;

private:
    [[nodiscard]] QWidget* statusCard();
    [[nodiscard]] QWidget* tableCard();
    void addTableActions();
    void refresh();
    void showStatus();
    void showItems(Result<std::vector<QueueItem>> items);
    void showSelection();
    void retrySelected();
    void retryAll();
    void openPatientOf(int row);

    Workspace& m_workspace;
    Navigator& m_navigator;
    UserPrompt& m_prompt;
    QueueModel* m_model = nullptr;
    QueueProgress m_progress;
    NumberTile* m_queued = nullptr;
    NumberTile* m_claimed = nullptr;
    NumberTile* m_accepted = nullptr;
    NumberTile* m_quarantined = nullptr;
    NumberTile* m_speed = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_count = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_retryAll = nullptr;
    QAction* m_retryAction = nullptr;
    QPushButton* m_retry = nullptr;
    QLabel* m_more = nullptr;
    RecordTable* m_table = nullptr;
    QTimer m_coalesce; // statusChanged comes in bursts
    QTimer m_minute;   // relative times
    LatestQuery<std::vector<QueueItem>> m_items;
};

} // namespace sitebook
