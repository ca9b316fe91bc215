// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/visits/casebooktablemodel.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"

#include <QTimer>

class QHBoxLayout;

namespace sitebook {

class ChipBar;
class RecordTable;
class SearchField;

// Patients x visits: what is due, overdue, planned and done, with filters and a legend. Enter opens the patient, V says
// something of the visit, F8 goes to the next patient with something overdue or due.
class CasebookPage final : public Page
{
    Q_OBJECT
public:
    CasebookPage(Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override { return tr("Casebook"); }
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QWidget* searchField() const override;
    void activated() override;
    [[nodiscard]] RecordId currentPatient() const override;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QLayout* makeTools();
    void setUpTable();
    void refreshLegend();
    void planReading();
    void read();
    void showRows();
    void record();
    void toNextUrgent(int step);
    void showMenu(const QPoint& position);

    Workspace& m_workspace;
    Navigator& m_navigator;
    CasebookTableModel m_model;
    std::shared_ptr<const Casebook> m_casebook = std::make_shared<const Casebook>();
    SearchField* m_search;
    ChipBar* m_chips;
    RecordTable* m_table;
    QHBoxLayout* m_legend;
    QTimer m_timer;
    bool m_read = false;
};

} // namespace sitebook
