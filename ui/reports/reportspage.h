// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/reports/reporttablemodel.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"

class QComboBox;
class QLabel;

namespace sitebook {

class Banner;
class ChipBar;
class RecordTable;
class SearchField;

// All reports of the workspace: search, filter, open. Half-filled forms are offered on top.
class ReportsPage final : public Page
{
    Q_OBJECT

public:
    ReportsPage(Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Reports"); }
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QWidget* searchField() const override;
    void activated() override;
    [[nodiscard]] RecordId currentPatient() const override;
    [[nodiscard]] RecordId currentReport() const override;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QLayout* makeTools();
    void fillChoices();
    void connectParts();
    void applyFilter();
    void refreshList();
    void refreshDrafts();
    void refreshEmptyState();
    void clearFilters();
    void openRow(const QModelIndex& index);
    void showMenu(const QPoint& position);
    [[nodiscard]] bool isFiltered() const;

    Workspace& m_workspace;
    Navigator& m_navigator;
    ReportTableModel m_model;
    Banner* m_drafts;
    SearchField* m_search;
    ChipBar* m_chips;
    QComboBox* m_forms;
    QComboBox* m_deliveries;
    RecordTable* m_table;
    QString m_newestDraft;
};

} // namespace sitebook
