// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace sitebook {

class SearchField;

// Asks which patient: type a part of the identifier or the name. Deletes itself when closed.
class PatientChooser final : public QDialog
{
    Q_OBJECT
public:
    PatientChooser(Workspace& workspace, const QString& title, const QString& actionText, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const sitebook::RecordId& patient);

private:
    void search(const QString& text);
    void choose();
    Workspace& m_workspace;
    SearchField* m_search;
    QListWidget* m_list;
    QPushButton* m_go;
};

} // namespace sitebook
