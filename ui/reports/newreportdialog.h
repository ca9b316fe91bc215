// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/formsequence.h"
#include "ui/widgets/navigator.h"

#include <QDialog>

class QTreeWidget;
class QTreeWidgetItem;

namespace sitebook {

// Which visit and form: the study's visits with their forms, each with what exists of it. Shown with open(); deletes
// itself.
class NewReportDialog final : public QDialog
{
    Q_OBJECT

public:
    NewReportDialog(Workspace& workspace, Navigator& navigator, const RecordId& patient, QWidget* parent = nullptr);

private:
    void fill();
    void selectFirst();
    void refreshButton();
    void go();
    [[nodiscard]] const FormPlace* chosen() const;

    Workspace& m_workspace;
    Navigator& m_navigator;
    RecordId m_patient;
    std::vector<FormPlace> m_places;
    QTreeWidget* m_tree;
    QPushButton* m_go;
};

} // namespace sitebook
