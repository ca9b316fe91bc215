// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/preferences.h"
#include "ui/shell/deliverywatch.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/openform.h"
#include "ui/shell/pagefactory.h"
#include "ui/widgets/navigator.h"

namespace sitebook {

class Trace;

// What the main window does: goes from place to place, routes commands, tells the truth about delivery, closes in
// order.
class MainWindowController final : public QObject, public Navigator
{
    Q_OBJECT
public:
    enum class Leave { SignOut, Quit };

    // `trace` may be null.
    MainWindowController(std::shared_ptr<Workspace> workspace, Preferences& preferences, UserPrompt& prompt,
                         Trace* trace, QObject* parent = nullptr);
    ~MainWindowController() override;

    void show(PageId first);
    // In the language and theme of now; keeps the place.
    void rebuildWindow();
    // Asks the page, closes the workspace, then left() comes.
    void leave(Leave how);
    [[nodiscard]] MainWindow& window() const { return *m_window; }
    [[nodiscard]] const Place& place() const { return m_place; }

    void openPage(PageId page) override;
    void openPatient(const RecordId& patient) override;
    void registerPatient() override;
    void editPatient(const RecordId& patient) override;
    void openReport(const RecordId& report) override;
    void openReportAt(const RecordId& report, const QString& itemOid) override;
    void newReport(const RecordId& patient, const QString& formOid, const QString& eventOid, int repeat) override;
    void chooseNewReport(const RecordId& patient) override;
    void recordVisit(const RecordId& patient, const QString& eventOid, int repeat) override;
    void resumeDraft(const QString& draftKey) override;
    void openExport(const ExportRequest& preset) override;
    void openImport() override;
    void showAuditOf(const RecordId& record) override;
    void showBanner(const Error& error) override;
    void showNotice(const QString& text) override;

Q_SIGNALS:
    void left(sitebook::MainWindowController::Leave how);

private:
    void makeWindow();
    void connectFileAndEdit();
    void connectView();
    void connectRecords();
    void connectHelp();
    void goTo(const Place& place);
    void showPlace(const Place& place);
    void goBack();
    void goForward();
    void find();
    void refreshActions(bool strict); // strict: as things are now, for an open menu
    void fillDrafts();
    void saveGeometry() const;

    std::shared_ptr<Workspace> m_workspace;
    Preferences& m_preferences;
    UserPrompt& m_prompt;
    Trace* m_trace;
    DeliveryWatch m_delivery;
    std::unique_ptr<PageFactory> m_factory;
    std::unique_ptr<MainWindow> m_window;
    QHash<int, Page*> m_kept; // the rail's pages, made when first needed; owned by the window
    Place m_place;
    OpenForm m_openForm;
    std::vector<Place> m_past;
    std::vector<Place> m_future;
    bool m_leaving = false;
};

} // namespace sitebook
