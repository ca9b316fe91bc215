// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shellactions.h"

#include "ui/settings/languages.h"

#include <QActionGroup>
#include <QMenuBar>
#include <QRegularExpression>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace sitebook {

ShellActions::ShellActions(QObject* parent)
    : QObject(parent)
    , m_themes(new QActionGroup(this))
    , m_languages(new QActionGroup(this))
    , m_sizes(new QActionGroup(this))
{
    makeFileAndEdit();
    makeViewAndRecords();
    makeToolsAndHelp();
}

QAction* ShellActions::make(const QString& text, const QString& icon, const QKeySequence& shortcut)
{
    auto* action = new QAction(text, this);
    if (!icon.isEmpty())
        action->setIcon(Theme::of(nullptr).mutedIcon(icon));
    action->setShortcut(shortcut);
    const QString plain = QString(text).remove(QRegularExpression(u"\\(&.\\)"_s)).remove(u'&').remove(u'…');
    action->setToolTip(shortcut.isEmpty() ? plain
                                          : u"%1 (%2)"_s.arg(plain, shortcut.toString(QKeySequence::NativeText)));
    return action;
}

void ShellActions::makeFileAndEdit()
{
    registerPatient = make(tr("&Register patient…"), u"register"_s, QKeySequence::New);
    newReport = make(tr("New re&port…"), u"form"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    importFiles = make(tr("&Import…"), u"import"_s, QKeySequence(Qt::CTRL | Qt::Key_I));
    exportData = make(tr("&Export…"), u"export"_s, QKeySequence(Qt::CTRL | Qt::Key_E));
    signOut = make(tr("Sign &out"), u"sign-out"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    quit = make(tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    undo = make(tr("&Undo"), u"undo"_s, QKeySequence::Undo);
    redo = make(tr("&Redo"), u"redo"_s, QKeySequence::Redo);
    cut = make(tr("Cu&t"), {}, QKeySequence::Cut);
    copy = make(tr("&Copy"), u"copy"_s, QKeySequence::Copy);
    paste = make(tr("&Paste"), {}, QKeySequence::Paste);
    selectAll = make(tr("Select &all"), {}, QKeySequence::SelectAll);
    find = make(tr("&Search"), u"search"_s, QKeySequence(Qt::CTRL | Qt::Key_K));
    find->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::Key_F)});
}

void ShellActions::makeViewAndRecords()
{
    back = make(tr("&Back"), u"back"_s, QKeySequence(Qt::ALT | Qt::Key_Left));
    forward = make(tr("&Forward"), u"forward"_s, QKeySequence(Qt::ALT | Qt::Key_Right));
    foldRail = make(tr("&Narrow list of places"), u"rail"_s, QKeySequence(Qt::CTRL | Qt::Key_B));
    foldRail->setCheckable(true);
    for (const PageInfo& info : pageInfos()) {
        QAction* action = make(info.text, info.iconName, info.shortcut);
        action->setData(static_cast<int>(info.id));
        pages.append(action);
    }
    openPatient = make(tr("&Open"), u"patient"_s, QKeySequence(Qt::Key_F3));
    editPatient = make(tr("&Edit…"), u"edit"_s, QKeySequence(Qt::CTRL | Qt::Key_M));
    reportForPatient = make(tr("&New report for this patient…"), u"form"_s, QKeySequence(Qt::CTRL | Qt::Key_R));
    auditOfPatient = make(tr("Show in the &audit trail"), u"history"_s, {});
    openReport = make(tr("&Open"), u"report"_s, {});
    auditOfReport = make(tr("Show in the &audit trail"), u"history"_s, {});
}

void ShellActions::makeToolsAndHelp()
{
    syncNow = make(tr("&Synchronise now"), u"sync"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    workOffline = make(tr("Work &offline"), u"offline"_s, {});
    workOffline->setCheckable(true);
    pauseQueue = make(tr("&Pause the submission queue"), u"pause"_s, {});
    pauseQueue->setCheckable(true);
    retryQueue = make(tr("&Try the quarantined submissions again"), u"retry"_s, {});
    studyFile = make(tr("What the &study file gave…"), u"report"_s, {});
    keys = make(tr("&Keys"), u"keyboard"_s, QKeySequence::HelpContents);
    about = make(tr("&About Sitebook"), u"information"_s, {});
    about->setMenuRole(QAction::AboutRole);
}

void ShellActions::fillMenus(QMenuBar& bar)
{
    QMenu* file = bar.addMenu(tr("&File"));
    file->addActions({registerPatient, newReport});
    file->addSeparator();
    file->addActions({importFiles, exportData});
    file->addSeparator();
    file->addActions({signOut, quit});

    QMenu* edit = bar.addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({cut, copy, paste, selectAll});
    edit->addSeparator();
    edit->addAction(find);

    QMenu* view = bar.addMenu(tr("&View"));
    view->addActions(pages);
    view->addSeparator();
    view->addActions({back, forward});
    view->addSeparator();
    view->addAction(foldRail);
    view->addMenu(appearanceMenu(bar));
    view->addMenu(textSizeMenu(bar));
    view->addMenu(languageMenu(bar));

    QMenu* patient = bar.addMenu(tr("&Patient"));
    patient->addAction(registerPatient);
    patient->addSeparator();
    patient->addActions({openPatient, editPatient, reportForPatient, auditOfPatient});

    QMenu* report = bar.addMenu(tr("&Report"));
    report->addAction(newReport);
    drafts = report->addMenu(Theme::of(nullptr).mutedIcon(u"draft"_s), tr("&Half-filled forms"));
    report->addSeparator();
    report->addActions({openReport, auditOfReport});

    QMenu* tools = bar.addMenu(tr("&Tools"));
    tools->addActions({syncNow, workOffline});
    tools->addSeparator();
    tools->addActions({pauseQueue, retryQueue});
    tools->addSeparator();
    tools->addAction(pages.constLast());

    QMenu* help = bar.addMenu(tr("&Help"));
    help->addActions({keys, studyFile, about});
}

void ShellActions::fillTools(QToolBar& bar)
{
    bar.addActions({importFiles, exportData, syncNow});
}

QMenu* ShellActions::appearanceMenu(QMenuBar& bar)
{
    auto* menu = new QMenu(tr("&Colours"), &bar);
    menu->setIcon(Theme::of(nullptr).mutedIcon(u"theme"_s));
    const std::pair<QString, Theme::Mode> choices[] = {{tr("As the &system"), Theme::Mode::System},
                                                       {tr("&Light"), Theme::Mode::Light},
                                                       {tr("&Dark"), Theme::Mode::Dark}};
    for (const auto& [text, mode] : choices) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = mode] { Q_EMIT themeChosen(chosen); });
    }
    return menu;
}

QMenu* ShellActions::languageMenu(QMenuBar& bar)
{
    auto* menu = new QMenu(tr("&Language"), &bar);
    menu->setIcon(Theme::of(nullptr).mutedIcon(u"language"_s));
    for (const Languages::Language& language : Languages::all()) {
        QAction* action = menu->addAction(language.name);
        action->setCheckable(true);
        action->setData(language.code);
        m_languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, code = language.code] { Q_EMIT languageChosen(code); });
    }
    return menu;
}

QMenu* ShellActions::textSizeMenu(QMenuBar& bar)
{
    auto* menu = new QMenu(tr("Size of &text"), &bar);
    for (const int percent : {90, 100, 115, 130, 150, 175, 200}) {
        QAction* action = menu->addAction(tr("%1 %").arg(percent));
        action->setCheckable(true);
        action->setData(percent);
        m_sizes->addAction(action);
        connect(action, &QAction::triggered, this, [this, percent] { Q_EMIT textScaleChosen(percent / 100.0); });
    }
    return menu;
}

void ShellActions::setAppearance(const Preferences& preferences)
{
    const auto check = [](QActionGroup* group, const QVariant& wanted) {
        for (QAction* action : group->actions())
            action->setChecked(action->data() == wanted);
    };
    check(m_themes, static_cast<int>(preferences.themeMode()));
    check(m_sizes, qRound(preferences.textScale() * 100));
    check(m_languages, preferences.language());
}

} // namespace sitebook
