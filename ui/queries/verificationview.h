// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/widgets/latestquery.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/userprompt.h"

#include <QWidget>

class QPushButton;

namespace sitebook {

class Banner;
class ChipBar;
class RecordTable;
class VerificationModel;

// Reports with answers to be held against the source: what is open, what changed since; verify, lock, unlock and open
// from here. The selected reports are meant; with several each is taken by itself.
class VerificationView final : public QWidget
{
    Q_OBJECT
public:
    VerificationView(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent = nullptr);
    void activated();

private:
    void layOut();
    void showRows(Result<std::vector<VerificationRow>> rows);
    void applyFilter();
    void showSelection();
    void verifySelected();
    void lockSelected(bool locked);
    void follow(const QFuture<Result<>>& step);
    [[nodiscard]] std::vector<VerificationRow> selected() const;

    Workspace& m_workspace;
    Navigator& m_navigator;
    UserPrompt& m_prompt;
    VerificationModel* m_model;
    ChipBar* m_chips;
    RecordTable* m_table;
    Banner* m_banner;
    QPushButton* m_verify;
    QPushButton* m_lock;
    QPushButton* m_unlock;
    std::vector<VerificationRow> m_rows;
    LatestQuery<std::vector<VerificationRow>> m_reading;
};

} // namespace sitebook
