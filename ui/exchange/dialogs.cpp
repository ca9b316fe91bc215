// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/dialogs.h"

#include "ui/exchange/exportdialog.h"
#include "ui/exchange/importdialog.h"

namespace sitebook {

QDialog* openExportDialog(QWidget* parent, Workspace& workspace, Navigator& navigator, UserPrompt& prompt,
                          const ExportRequest& preset)
{
    auto* dialog = new ExportDialog(workspace, navigator, prompt, preset, parent);
    dialog->open();
    return dialog;
}

QDialog* openImportDialog(QWidget* parent, Workspace& workspace, Navigator& navigator, UserPrompt& prompt)
{
    auto* dialog = new ImportDialog(workspace, navigator, prompt, parent);
    dialog->open();
    return dialog;
}

} // namespace sitebook
