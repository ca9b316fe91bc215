// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/patients/patientreportsmodel.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"
#include "ui/widgets/userprompt.h"

class QStackedWidget;

namespace sitebook {

class Banner;
class CasebookGrid;
class ChipBar;
class PatientHeader;
class RecordTable;

// One patient: who it is, the casebook as grid or list, and what can be done next.
class PatientPage final : public Page
{
    Q_OBJECT

public:
    PatientPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, const RecordId& patient,
                QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString primaryActionText() const override;
    void triggerPrimaryAction() override;
    void activated() override;
    [[nodiscard]] RecordId currentPatient() const override { return m_patient; }
    [[nodiscard]] RecordId currentReport() const override;

private:
    QWidget* makeHeaderCard();
    QWidget* makeReportsCard();
    QWidget* makeActions();
    void connectParts();
    void refresh();
    void refreshDrafts();
    void loadPatient();
    void refreshCourse();
    void refreshConsent();
    [[nodiscard]] bool mayBegin() const;
    [[nodiscard]] bool isConsentMissing() const;
    void showMenu(const QPoint& position);
    void voidPatient();
    void openQueries();
    [[nodiscard]] const PatientRow* row() const;

    Workspace& m_workspace;
    Navigator& m_navigator;
    UserPrompt& m_prompt;
    RecordId m_patient;
    PatientReportsModel m_reports;
    Banner* m_banner;
    Banner* m_consent;
    PatientHeader* m_header;
    ChipBar* m_views;
    QStackedWidget* m_stack;
    CasebookGrid* m_grid;
    RecordTable* m_table;
    QString m_title;
    QString m_draftKey;
};

} // namespace sitebook
