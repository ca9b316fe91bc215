// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visits/pages.h"

#include "ui/visits/casebookpage.h"
#include "ui/visits/visitdialog.h"

namespace sitebook {

Page* makeCasebookPage(Workspace& workspace, Navigator& navigator, QWidget* parent)
{
    return new CasebookPage(workspace, navigator, parent);
}

void openVisitDialog(QWidget* parent, Workspace& workspace, const RecordId& patient, const QString& eventOid,
                     int repeat)
{
    (new VisitDialog(workspace, patient, eventOid, repeat, parent))->open();
}

} // namespace sitebook
