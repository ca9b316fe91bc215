// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QWidget;

namespace sitebook {

class Navigator;
class UserPrompt;
class Workspace;
struct ExportRequest;

// Shows the dialog and returns at once; it deletes itself when it is closed. The references outlive it.
QDialog* openExportDialog(QWidget* parent, Workspace& workspace, Navigator& navigator, UserPrompt& prompt,
                          const ExportRequest& preset);
QDialog* openImportDialog(QWidget* parent, Workspace& workspace, Navigator& navigator, UserPrompt& prompt);

} // namespace sitebook
