// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views.h"
#include "ui/widgets/navigator.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace sitebook {

class KeyValueList;
class StateBadge;

// The selected patient beside the table: who it is, how far the reports are, what can be done next. Nothing modal.
class PatientCard final : public QWidget
{
    Q_OBJECT

public:
    PatientCard(Workspace& workspace, QWidget* parent = nullptr);
    void showPatient(const PatientRow& patient);
    void showSelection(int count); // 0: asks to choose one; more than one: how many

Q_SIGNALS:
    void openRequested();
    void newReportRequested();
    void exportRequested();

private:
    void showParts(bool patient);

    Workspace& m_workspace;
    QLabel* m_identifier;
    QLabel* m_name;
    StateBadge* m_status;
    KeyValueList* m_facts;
    StateBadge* m_delivery;
    QLabel* m_hint;
    QPushButton* m_open;
    QPushButton* m_newReport;
    QPushButton* m_export;
};

} // namespace sitebook
