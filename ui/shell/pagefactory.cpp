// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagefactory.h"

#include "ui/audit/pages.h"
#include "ui/dashboard/todaypage.h"
#include "ui/exchange/dialogs.h"
#include "ui/patients/pages.h"
#include "ui/queries/pages.h"
#include "ui/reports/pages.h"
#include "ui/settings/settingspage.h"
#include "ui/sync/pages.h"
#include "ui/visits/pages.h"

namespace sitebook {
namespace {

class AreaPages final : public PageFactory
{
public:
    AreaPages(Workspace& workspace, UserPrompt& prompt, Preferences& preferences)
        : m_workspace(workspace)
        , m_prompt(prompt)
        , m_preferences(preferences)
    {
    }
    Page* make(const Place& place, Navigator& navigator, QWidget* parent) override
    {
        switch (place.kind) {
        case Place::Kind::Page:
            return makePage(place.page, navigator, parent);
        case Place::Kind::Patient:
            return makePatientPage(m_workspace, navigator, m_prompt, place.record, parent);
        case Place::Kind::PatientForm:
            return makePatientForm(m_workspace, navigator, m_prompt, place.record, parent);
        case Place::Kind::ReportForm:
            return makeReportForm(m_workspace, navigator, m_prompt, place.form, parent);
        case Place::Kind::Audit:
            return makeAuditPage(m_workspace, navigator, m_prompt, place.record, parent);
        }
        return nullptr;
    }
    void openExport(QWidget* parent, Navigator& navigator, const ExportRequest& preset) override
    {
        openExportDialog(parent, m_workspace, navigator, m_prompt, preset);
    }
    void openNewReport(QWidget* parent, Navigator& navigator, const RecordId& patient) override
    {
        openNewReportDialog(parent, m_workspace, navigator, patient);
    }
    void openVisit(QWidget* parent, const RecordId& patient, const QString& eventOid, int repeat) override
    {
        openVisitDialog(parent, m_workspace, patient, eventOid, repeat);
    }
    void openImport(QWidget* parent, Navigator& navigator) override
    {
        openImportDialog(parent, m_workspace, navigator, m_prompt);
    }

private:
    Page* makePage(PageId page, Navigator& navigator, QWidget* parent)
    {
        switch (page) {
        case PageId::Today:
            return new TodayPage(m_workspace, navigator, parent);
        case PageId::Patients:
            return makePatientsPage(m_workspace, navigator, m_prompt, parent);
        case PageId::Reports:
            return makeReportsPage(m_workspace, navigator, m_prompt, parent);
        case PageId::Queries:
            return makeQueriesPage(m_workspace, navigator, m_prompt, parent);
        case PageId::Casebook:
            return makeCasebookPage(m_workspace, navigator, parent);
        case PageId::Queue:
            return makeQueuePage(m_workspace, navigator, m_prompt, parent);
        case PageId::Sync:
            return makeSyncPage(m_workspace, navigator, m_prompt, parent);
        case PageId::Audit:
            return makeAuditPage(m_workspace, navigator, m_prompt, {}, parent);
        case PageId::Settings:
            return new SettingsPage(m_workspace, m_preferences, parent);
        }
        return nullptr;
    }
    Workspace& m_workspace;
    UserPrompt& m_prompt;
    Preferences& m_preferences;
};

} // namespace

std::unique_ptr<PageFactory> makePageFactory(Workspace& workspace, UserPrompt& prompt, Preferences& preferences)
{
    return std::make_unique<AreaPages>(workspace, prompt, preferences);
}

} // namespace sitebook
