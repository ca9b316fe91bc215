// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/session/startpage.h"

class QPushButton;
class QVBoxLayout;

namespace sitebook {

// The workspaces opened lately, another folder, or a new one.
class WelcomePage final : public StartPage
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);
    void setRecent(const std::vector<WorkspacePreview>& workspaces);
    void focusFirst();

Q_SIGNALS:
    void workspaceChosen(const QString& path);
    void folderWanted();
    void setupWanted();

private:
    void addCard(const WorkspacePreview& workspace);
    QVBoxLayout* m_cards;
    QWidget* m_cardBox;
    QPushButton* m_setup;
};

} // namespace sitebook
