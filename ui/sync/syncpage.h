// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/latestquery.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"
#include "ui/widgets/userprompt.h"

#include <QTimer>

class QCheckBox;
class QLabel;
class QPushButton;

namespace sitebook {

class RecordTable;
class StateBadge;
class SyncFacts;
class WaitingModel;

// The way to the server: what is going on, why something waits, and the next step as a button.
class SyncPage final : public Page
{
    Q_OBJECT
public:
    SyncPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent = nullptr);
    ~SyncPage() override;

    [[nodiscard]] QString title() const override { return tr("Sync"); }
    [[nodiscard]] QString subtitle() const override;
    void activated() override;

private:
    enum class Step { None, SyncNow, SignIn, OpenSettings, GoOnline };

    [[nodiscard]] QWidget* statusCard();
    [[nodiscard]] QWidget* tableCard();
    void addTableActions();
    void refresh();
    void showStatus();
    void showTimes();
    void showItems(Result<std::vector<WaitingItem>> items);
    void showSelection();
    void doStep();
    void askSignIn();
    void retry(bool onlySelected);
    void openRecord(int row);
    [[nodiscard]] Step stepFor(const SyncStatus& status) const;
    [[nodiscard]] QString textOf(Step step) const;

    Workspace& m_workspace;
    Navigator& m_navigator;
    UserPrompt& m_prompt;
    WaitingModel* m_model = nullptr;
    StateBadge* m_badge = nullptr;
    StateBadge* m_conflictBadge = nullptr;
    QLabel* m_sentence = nullptr;
    QPushButton* m_action = nullptr;
    QCheckBox* m_offline = nullptr;
    SyncFacts* m_facts = nullptr;
    QPushButton* m_retry = nullptr;
    QPushButton* m_retryAll = nullptr;
    QLabel* m_more = nullptr;
    RecordTable* m_table = nullptr;
    Step m_step = Step::None;
    QTimer m_coalesce;
    QTimer m_clock; // relative times
    LatestQuery<std::vector<WaitingItem>> m_items;
};

} // namespace sitebook
