// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

namespace sitebook {

enum class PageId { Today, Patients, Reports, Queue, Sync, Audit, Settings, Queries, Casebook };

// How areas send the person to another place without knowing the shell. Implemented by ui/shell.
class Navigator
{
public:
    Navigator() = default;
    Navigator(const Navigator&) = delete;
    Navigator& operator=(const Navigator&) = delete;
    virtual ~Navigator() = default;

    virtual void openPage(PageId page) = 0;
    virtual void openPatient(const RecordId& patient) = 0;
    virtual void registerPatient() = 0;
    virtual void editPatient(const RecordId& patient) = 0;
    virtual void openReport(const RecordId& report) = 0;
    // With the keyboard at this item; empty: where the form begins.
    virtual void openReportAt(const RecordId& report, const QString& itemOid) = 0;
    virtual void newReport(const RecordId& patient, const QString& formOid, const QString& eventOid, int repeat) = 0;
    virtual void chooseNewReport(const RecordId& patient) = 0; // asks for visit and form
    // Asks what to say of a visit; an empty event: also which.
    virtual void recordVisit(const RecordId& patient, const QString& eventOid, int repeat) = 0;
    virtual void resumeDraft(const QString& draftKey) = 0;
    virtual void openExport(const ExportRequest& preset) = 0;
    virtual void openImport() = 0;
    virtual void showAuditOf(const RecordId& record) = 0;
    // A trouble with its next step, or good news, in the banner under the page header; empty action text: none.
    virtual void showBanner(const Error& error) = 0;
    virtual void showNotice(const QString& text) = 0;
};

} // namespace sitebook
