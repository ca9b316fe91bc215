// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/startwindow.h"
#include "ui/settings/preferences.h"
#include "ui/shell/dialogprompt.h"
#include "ui/shell/mainwindowcontroller.h"

#include <QTimer>

namespace sitebook {

// Walks through every screen in the theme and language in force and writes a picture of each.
class ScreenTour final : public QObject
{
    Q_OBJECT
public:
    // `suffix` ends the file names: "light-en".
    ScreenTour(const std::shared_ptr<Workspace>& workspace, const CreatedWorkspace& created, Preferences& preferences,
               const QString& outFolder, const QString& suffix, QObject* parent = nullptr);
    ~ScreenTour() override;
    void start();
    [[nodiscard]] int written() const { return m_written; }

Q_SIGNALS:
    void finished();
    void failed(const QString& path);

private:
    struct Step
    {
        QString name;
        std::function<void()> prepare;
        bool dialog = false; // of the main window, drawn over it
    };
    void addStartSteps();
    void addPageSteps();
    void addRecordSteps();
    void addDialogSteps();
    void add(const QString& name, std::function<void()> prepare, bool dialog = false);
    void next();
    void take();
    [[nodiscard]] QPixmap picture(const Step& step) const;
    void closeDialogs();
    void selectLater(int row); // when the table has its rows
    void typeInto(QWidget* field, const QString& text);
    [[nodiscard]] RecordId patientWithReports() const;
    [[nodiscard]] RecordId completeReport() const;
    [[nodiscard]] RecordId reportOn(const QString& form) const;

    std::shared_ptr<Workspace> m_workspace;
    CreatedWorkspace m_created;
    QString m_folder;
    QString m_suffix;
    DialogPrompt m_prompt;
    std::unique_ptr<StartWindow> m_start;
    std::unique_ptr<MainWindowController> m_main;
    std::vector<Step> m_steps;
    size_t m_at = 0;
    int m_written = 0;
    QTimer m_settle;
};

} // namespace sitebook
