// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/settings/preferences.h"
#include "ui/widgets/page.h"

class QComboBox;
class QVBoxLayout;

namespace sitebook {

// How the program looks on this computer, and the facts of the open workspace. Everything takes effect at once.
class SettingsPage final : public Page
{
    Q_OBJECT
public:
    SettingsPage(Workspace& workspace, Preferences& preferences, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override { return tr("Settings"); }
    void activated() override;

private:
    [[nodiscard]] QWidget* makeAppearance();
    [[nodiscard]] QWidget* makeQueue();
    [[nodiscard]] QWidget* makeWorkspaceFacts();
    Workspace& m_workspace;
    Preferences& m_preferences;
    QComboBox* m_theme;
    QComboBox* m_language;
    QComboBox* m_textScale;
    QComboBox* m_workers;
};

} // namespace sitebook
