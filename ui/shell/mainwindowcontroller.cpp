// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindowcontroller.h"

#include "ui/reports/reportformtarget.h"
#include "ui/shell/editcommands.h"
#include "ui/shell/helpdialogs.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/patientchooser.h"
#include "ui/shell/rail.h"
#include "ui/shell/shellactions.h"
#include "ui/shell/statusfooter.h"
#include "ui/shell/trace.h"
#include "ui/study/fidelitydialog.h"
#include "ui/widgets/textundo.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr size_t rememberedPlaces = 50;

} // namespace

MainWindowController::MainWindowController(std::shared_ptr<Workspace> workspace, Preferences& preferences,
                                           UserPrompt& prompt, Trace* trace, QObject* parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_preferences(preferences)
    , m_prompt(prompt)
    , m_trace(trace)
    , m_delivery(*m_workspace)
    , m_factory(makePageFactory(*m_workspace, prompt, preferences))
    , m_openForm(m_workspace->info().workspaceId)
{
    makeWindow();
}

MainWindowController::~MainWindowController()
{
    // Pages hold references to the workspace and to this object.
    m_window.reset();
}

void MainWindowController::makeWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->restoreGeometry(QSettings().value(u"window/geometry"_s).toByteArray());
    m_window->rail().setFolded(m_preferences.isRailFolded());
    m_window->footer().setPlace(m_workspace->info(), m_workspace->user());
    m_window->actions().setAppearance(m_preferences);
    connectFileAndEdit();
    connectView();
    connectRecords();
    connectHelp();
    m_delivery.attach(m_window.get());
}

void MainWindowController::rebuildWindow()
{
    const bool wasVisible = m_window->isVisible();
    saveGeometry();
    m_kept.clear();
    m_window->hide();
    m_window.release()->deleteLater();
    makeWindow();
    showPlace(m_place);
    if (wasVisible)
        m_window->show();
}

void MainWindowController::show(PageId first)
{
    const QString interrupted = m_openForm.interrupted();
    m_place = {};
    m_place.page = first;
    showPlace(m_place);
    m_window->show();
    m_window->activateWindow();
    if (!interrupted.isEmpty())
        resumeDraft(interrupted);
}

// --- places ---------------------------------------------------------------------------------------------------------

void MainWindowController::goTo(const Place& place)
{
    Page* page = m_window->page();
    if (page && !page->mayLeave())
        return;
    m_window->dismissTrouble();
    m_past.push_back(m_place);
    if (m_past.size() > rememberedPlaces)
        m_past.erase(m_past.begin());
    m_future.clear();
    showPlace(place);
}

void MainWindowController::showPlace(const Place& place)
{
    Page* before = m_window->page();
    const bool wasKept = before && m_kept.values().contains(before);
    const int key = static_cast<int>(place.page);
    Page* page = place.kind == Place::Kind::Page ? m_kept.value(key) : nullptr;
    if (!page) {
        page = m_factory->make(place, *this, m_window->pageParent());
        if (!page)
            return;
        if (place.kind == Place::Kind::Page)
            m_kept.insert(key, page);
    }
    m_place = place;
    m_openForm.note(place);
    m_window->showPage(page, place.kind != Place::Kind::Page);
    m_window->rail().setCurrent(place.page);
    m_window->actions().back->setEnabled(!m_past.empty());
    m_window->actions().forward->setEnabled(!m_future.empty());
    page->activated();
    refreshActions(false);
    if (before && before != page && !wasKept)
        before->deleteLater();
}

void MainWindowController::goBack()
{
    Page* page = m_window->page();
    if (m_past.empty() || (page && !page->mayLeave()))
        return;
    m_future.push_back(m_place);
    const Place place = m_past.back();
    m_past.pop_back();
    showPlace(place);
}

void MainWindowController::goForward()
{
    Page* page = m_window->page();
    if (m_future.empty() || (page && !page->mayLeave()))
        return;
    m_past.push_back(m_place);
    const Place place = m_future.back();
    m_future.pop_back();
    showPlace(place);
}

void MainWindowController::openPage(PageId page)
{
    if (m_place.kind == Place::Kind::Page && m_place.page == page) {
        m_window->page()->activated();
        return;
    }
    Place place;
    place.page = page;
    goTo(place);
}

void MainWindowController::openPatient(const RecordId& patient)
{
    Place place{Place::Kind::Patient, PageId::Patients, patient, {}};
    goTo(place);
}

void MainWindowController::registerPatient()
{
    goTo({Place::Kind::PatientForm, PageId::Patients, {}, {}});
}

void MainWindowController::editPatient(const RecordId& patient)
{
    goTo({Place::Kind::PatientForm, PageId::Patients, patient, {}});
}

void MainWindowController::openReport(const RecordId& report)
{
    Place place{Place::Kind::ReportForm, PageId::Reports, {}, {}};
    place.form.report = report;
    goTo(place);
}

void MainWindowController::openReportAt(const RecordId& report, const QString& itemOid)
{
    Place place{Place::Kind::ReportForm, PageId::Queries, {}, {}};
    place.form.report = report;
    place.form.item = itemOid;
    goTo(place);
}

void MainWindowController::newReport(const RecordId& patient, const QString& formOid, const QString& eventOid,
                                     int repeat)
{
    Place place{Place::Kind::ReportForm, PageId::Reports, {}, {}};
    place.form.patient = patient;
    place.form.formOid = formOid;
    place.form.eventOid = eventOid;
    place.form.repeat = repeat;
    goTo(place);
}

void MainWindowController::chooseNewReport(const RecordId& patient)
{
    if (!patient.isNull()) {
        m_factory->openNewReport(m_window.get(), *this, patient);
        return;
    }
    auto* chooser =
        new PatientChooser(*m_workspace, tr("New report: which patient?"), tr("Choose the form"), m_window.get());
    connect(chooser, &PatientChooser::chosen, this, &MainWindowController::chooseNewReport);
    chooser->open();
}

void MainWindowController::recordVisit(const RecordId& patient, const QString& eventOid, int repeat)
{
    m_factory->openVisit(m_window.get(), patient, eventOid, repeat);
}

void MainWindowController::resumeDraft(const QString& draftKey)
{
    for (const DraftInfo& draft : m_workspace->drafts().list()) {
        if (draft.key != draftKey)
            continue;
        if (draft.formOid.isEmpty()) {
            goTo({Place::Kind::PatientForm, PageId::Patients, draft.patient, {}});
            return;
        }
        Place place{Place::Kind::ReportForm, PageId::Reports, {}, {}};
        place.form.draftKey = draftKey;
        goTo(place);
        return;
    }
}

void MainWindowController::openExport(const ExportRequest& preset)
{
    m_factory->openExport(m_window.get(), *this, preset);
}

void MainWindowController::openImport()
{
    m_factory->openImport(m_window.get(), *this);
}

void MainWindowController::showAuditOf(const RecordId& record)
{
    goTo({Place::Kind::Audit, PageId::Audit, record, {}});
}

void MainWindowController::showBanner(const Error& error)
{
    m_window->showError(error);
}

void MainWindowController::showNotice(const QString& text)
{
    const bool isForm = m_place.kind == Place::Kind::PatientForm || m_place.kind == Place::Kind::ReportForm;
    if (m_trace && isForm)
        m_trace->saved();
    m_window->showNotice(text);
}

// --- commands -------------------------------------------------------------------------------------------------------

void MainWindowController::connectFileAndEdit()
{
    const ShellActions& actions = m_window->actions();
    connect(m_window.get(), &MainWindow::closeWanted, this, [this] { leave(Leave::Quit); });
    connect(actions.registerPatient, &QAction::triggered, this, &MainWindowController::registerPatient);
    connect(actions.newReport, &QAction::triggered, this, [this] { chooseNewReport({}); });
    connect(actions.importFiles, &QAction::triggered, this, &MainWindowController::openImport);
    connect(actions.exportData, &QAction::triggered, this, [this] { openExport({}); });
    connect(actions.signOut, &QAction::triggered, this, [this] { leave(Leave::SignOut); });
    connect(actions.quit, &QAction::triggered, this, [this] { leave(Leave::Quit); });
    connect(&m_window->footer(), &StatusFooter::signOutWanted, this, [this] { leave(Leave::SignOut); });
    connect(&m_window->header().primary(), &QPushButton::clicked, this,
            [this] { m_window->page()->triggerPrimaryAction(); });
    connect(actions.undo, &QAction::triggered, this, [this] {
        if (!textundo::undo(QApplication::focusWidget()))
            m_window->page()->undo();
    });
    connect(actions.redo, &QAction::triggered, this, [this] {
        if (!textundo::redo(QApplication::focusWidget()))
            m_window->page()->redo();
    });
    connect(actions.cut, &QAction::triggered, this, [] { editcommands::cut(); });
    connect(actions.copy, &QAction::triggered, this, [] { editcommands::copy(); });
    connect(actions.paste, &QAction::triggered, this, [] { editcommands::paste(); });
    connect(actions.selectAll, &QAction::triggered, this, [] { editcommands::selectAll(); });
    connect(actions.find, &QAction::triggered, this, &MainWindowController::find);
}

void MainWindowController::connectView()
{
    const ShellActions& actions = m_window->actions();
    for (QAction* action : actions.pages)
        connect(action, &QAction::triggered, this,
                [this, action] { openPage(static_cast<PageId>(action->data().toInt())); });
    connect(&m_window->rail(), &Rail::pageChosen, this, &MainWindowController::openPage);
    connect(&m_window->rail(), &Rail::foldedChanged, this, [this](bool folded) {
        m_preferences.setRailFolded(folded);
        m_window->actions().foldRail->setChecked(folded);
    });
    actions.foldRail->setChecked(m_preferences.isRailFolded());
    connect(actions.foldRail, &QAction::triggered, this, [this](bool folded) {
        m_preferences.setRailFolded(folded);
        m_window->rail().setFolded(folded);
    });
    connect(actions.back, &QAction::triggered, this, &MainWindowController::goBack);
    connect(actions.forward, &QAction::triggered, this, &MainWindowController::goForward);
    connect(&actions, &ShellActions::themeChosen, &m_preferences, &Preferences::setThemeMode);
    connect(&actions, &ShellActions::languageChosen, &m_preferences, &Preferences::setLanguage);
    connect(&actions, &ShellActions::textScaleChosen, &m_preferences, &Preferences::setTextScale);
}

void MainWindowController::connectRecords()
{
    const ShellActions& actions = m_window->actions();
    const auto withPatient = [this](QAction* action, auto what) {
        connect(action, &QAction::triggered, this, [this, what] {
            const RecordId patient = m_window->page()->currentPatient();
            if (!patient.isNull())
                (this->*what)(patient);
        });
    };
    withPatient(actions.openPatient, &MainWindowController::openPatient);
    withPatient(actions.editPatient, &MainWindowController::editPatient);
    withPatient(actions.reportForPatient, &MainWindowController::chooseNewReport);
    withPatient(actions.auditOfPatient, &MainWindowController::showAuditOf);
    const auto withReport = [this](QAction* action, auto what) {
        connect(action, &QAction::triggered, this, [this, what] {
            const RecordId report = m_window->page()->currentReport();
            if (!report.isNull())
                (this->*what)(report);
        });
    };
    withReport(actions.openReport, &MainWindowController::openReport);
    withReport(actions.auditOfReport, &MainWindowController::showAuditOf);
    connect(actions.drafts, &QMenu::aboutToShow, this, &MainWindowController::fillDrafts);
    // Selections move without telling: what is possible is asked when a menu opens.
    for (QAction* action : {actions.openPatient, actions.openReport})
        for (QObject* menu : action->associatedObjects())
            if (auto* opened = qobject_cast<QMenu*>(menu)) {
                connect(opened, &QMenu::aboutToShow, this, [this] { refreshActions(true); });
                connect(opened, &QMenu::aboutToHide, this, [this] { refreshActions(false); });
            }
}

void MainWindowController::connectHelp()
{
    const ShellActions& actions = m_window->actions();
    connect(actions.keys, &QAction::triggered, this, [this] { openKeysDialog(m_window.get(), m_window->actions()); });
    connect(actions.studyFile, &QAction::triggered, this,
            [this] { openFidelityDialog(m_window.get(), *m_workspace->study(), m_workspace->studyReport()); });
    connect(actions.about, &QAction::triggered, this, [this] { openAboutDialog(m_window.get()); });
    connect(&m_window->footer(), &StatusFooter::whyWanted, this, [this] { openPage(PageId::Sync); });
}

void MainWindowController::find()
{
    if (!m_window->page()->searchField())
        openPage(PageId::Patients);
    if (QWidget* field = m_window->page()->searchField())
        field->setFocus(Qt::ShortcutFocusReason);
}

void MainWindowController::fillDrafts()
{
    QMenu* menu = m_window->actions().drafts;
    menu->clear();
    const auto drafts = m_workspace->drafts().list();
    const auto patients = m_workspace->patients().list();
    for (const DraftInfo& draft : drafts) {
        const PatientRow* patient = patients->find(draft.patient);
        const FormDef* form = m_workspace->study()->form(draft.formOid);
        const QString what = form ? form->name : draft.formOid.isEmpty() ? tr("Patient") : draft.formOid;
        const QString text = patient ? QString(patient->patientId + u" · "_s + what) : what;
        connect(menu->addAction(text), &QAction::triggered, this, [this, key = draft.key] { resumeDraft(key); });
    }
    if (drafts.empty())
        menu->addAction(tr("None"))->setEnabled(false);
}

void MainWindowController::refreshActions(bool strict)
{
    const ShellActions& actions = m_window->actions();
    const Page* page = m_window->page();
    // Keys stay live on pages whose selection moves; the record is asked for when they are pressed.
    const bool moves = !strict && page && page->searchField();
    const bool patient = moves || (page && !page->currentPatient().isNull());
    const bool report = moves || (page && !page->currentReport().isNull());
    const bool mayEnter = m_workspace->may(u"enter_data"_s);
    actions.registerPatient->setEnabled(m_workspace->may(u"register_patient"_s));
    actions.newReport->setEnabled(mayEnter);
    actions.importFiles->setEnabled(m_workspace->may(u"import_data"_s));
    actions.exportData->setEnabled(m_workspace->may(u"export_data"_s) || m_workspace->may(u"export_deidentified"_s));
    actions.openPatient->setEnabled(patient);
    actions.editPatient->setEnabled(patient && m_workspace->may(u"edit_patient"_s));
    actions.reportForPatient->setEnabled(patient && mayEnter);
    actions.auditOfPatient->setEnabled(patient && m_workspace->may(u"view_audit_trail"_s));
    actions.openReport->setEnabled(report);
    actions.auditOfReport->setEnabled(report && m_workspace->may(u"view_audit_trail"_s));
}

void MainWindowController::saveGeometry() const
{
    if (m_window->isVisible())
        QSettings().setValue(u"window/geometry"_s, m_window->saveGeometry());
}

void MainWindowController::leave(Leave how)
{
    Page* page = m_window->page();
    if (m_leaving || (page && !page->mayLeave()))
        return;
    m_leaving = true;
    m_openForm.forget();
    saveGeometry();
    m_window->letClose();
    m_window->hide();
    connect(m_workspace.get(), &Workspace::closed, this, [this, how] { Q_EMIT left(how); });
    m_workspace->close();
}

} // namespace sitebook
