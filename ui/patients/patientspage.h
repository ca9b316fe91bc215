// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/patients/patienttablemodel.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"

class QComboBox;
class QPushButton;

namespace sitebook {

class ChipBar;
class PatientCard;
class RecordTable;
class SearchField;

// All patients: search as you type, filters, sort, selection, and the selected one in a card at the side.
class PatientsPage final : public Page
{
    Q_OBJECT

public:
    PatientsPage(Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Patients"); }
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString primaryActionText() const override;
    void triggerPrimaryAction() override;
    [[nodiscard]] QWidget* searchField() const override;
    void activated() override;
    [[nodiscard]] RecordId currentPatient() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QLayout* makeTools();
    void setUpTable();
    void fillChoices();
    void connectParts();
    void applyFilter();
    void clearFilters();
    void refreshList();
    void refreshSites();
    void refreshEmptyState();
    void refreshCard();
    void openCurrent();
    void exportSelection();
    void showMenu(const QPoint& position);
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] std::vector<RecordId> selected() const;

    Workspace& m_workspace;
    Navigator& m_navigator;
    PatientTableModel m_model;
    SearchField* m_search;
    ChipBar* m_chips;
    QComboBox* m_sites;
    QComboBox* m_deliveries;
    QPushButton* m_export;
    RecordTable* m_table;
    PatientCard* m_card;
};

} // namespace sitebook
