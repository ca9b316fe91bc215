// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/userprompt.h"

#include "core/workspace/workspace.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QListWidget;
class QPushButton;

namespace sitebook {

// Which files to import, and what to do where they leave something open. Files can be dropped on it.
class ImportForm final : public QWidget
{
    Q_OBJECT
public:
    ImportForm(Workspace& workspace, UserPrompt& prompt, QWidget* parent = nullptr);

    [[nodiscard]] ImportRequest request(bool dryRun) const;
    [[nodiscard]] QStringList files() const { return m_files; }
    void addFiles(const QStringList& files);
    void chooseFiles();

Q_SIGNALS:
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    [[nodiscard]] QWidget* fileArea();
    [[nodiscard]] QWidget* optionArea();
    void removeCurrent();
    void showFiles();

    Workspace& m_workspace;
    UserPrompt& m_prompt;
    QStringList m_files;
    QListWidget* m_list = nullptr;
    QPushButton* m_remove = nullptr;
    QCheckBox* m_assign = nullptr;
    QComboBox* m_visit = nullptr;
};

} // namespace sitebook
