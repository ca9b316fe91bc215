// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/preferences.h"
#include "ui/shell/pageinfo.h"

#include <QAction>

class QActionGroup;
class QMenu;
class QMenuBar;
class QToolBar;

namespace sitebook {

// Every command of the window with its words, icon and shortcut, and the menus they stand in. Made anew when the
// language changes. What they do is the controller's.
class ShellActions final : public QObject
{
    Q_OBJECT
public:
    explicit ShellActions(QObject* parent = nullptr);
    void fillMenus(QMenuBar& bar);
    void fillTools(QToolBar& bar);
    void setAppearance(const Preferences& preferences);

    QAction* registerPatient;
    QAction* newReport;
    QAction* importFiles;
    QAction* exportData;
    QAction* signOut;
    QAction* quit;

    QAction* undo;
    QAction* redo;
    QAction* cut;
    QAction* copy;
    QAction* paste;
    QAction* selectAll;
    QAction* find;

    QAction* back;
    QAction* forward;
    QAction* foldRail;
    QList<QAction*> pages; // as pageInfos(); data() is the PageId as int

    QAction* openPatient;
    QAction* editPatient;
    QAction* reportForPatient;
    QAction* auditOfPatient;

    QAction* openReport;
    QAction* auditOfReport;
    QMenu* drafts; // filled when it opens

    QAction* syncNow;
    QAction* workOffline;
    QAction* pauseQueue;
    QAction* retryQueue;

    QAction* keys;
    QAction* studyFile;
    QAction* about;

Q_SIGNALS:
    void themeChosen(sitebook::Theme::Mode mode);
    void languageChosen(const QString& code);
    void textScaleChosen(qreal scale);

private:
    [[nodiscard]] QAction* make(const QString& text, const QString& icon, const QKeySequence& shortcut = {});
    [[nodiscard]] QMenu* appearanceMenu(QMenuBar& bar);
    [[nodiscard]] QMenu* languageMenu(QMenuBar& bar);
    [[nodiscard]] QMenu* textSizeMenu(QMenuBar& bar);
    void makeFileAndEdit();
    void makeViewAndRecords();
    void makeToolsAndHelp();
    QActionGroup* m_themes;
    QActionGroup* m_languages;
    QActionGroup* m_sizes;
};

} // namespace sitebook
