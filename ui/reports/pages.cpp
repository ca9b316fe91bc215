// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/pages.h"

#include "ui/reports/newreportdialog.h"
#include "ui/reports/reportformpage.h"
#include "ui/reports/reportspage.h"

namespace sitebook {

Page* makeReportsPage(Workspace& workspace, Navigator& navigator, UserPrompt&, QWidget* parent)
{
    return new ReportsPage(workspace, navigator, parent);
}

Page* makeReportForm(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, const ReportFormTarget& target,
                     QWidget* parent)
{
    return new ReportFormPage(workspace, navigator, prompt, target, parent);
}

void openNewReportDialog(QWidget* parent, Workspace& workspace, Navigator& navigator, const RecordId& patient)
{
    (new NewReportDialog(workspace, navigator, patient, parent))->open();
}

} // namespace sitebook
