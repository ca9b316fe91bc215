// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/queries/queryfilter.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"
#include "ui/widgets/userprompt.h"

class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace sitebook {

class ChipBar;
class QueryModel;
class RecordTable;
class ThreadView;
class VerificationView;

// The workbench: every patient's queries in one table, the thread of the chosen one beside it. F8 and Shift+F8 go to
// the next and previous open query, Enter opens the place, Ctrl+Enter answers. Those who verify or lock find their list
// here too.
class QueriesPage final : public Page
{
    Q_OBJECT
public:
    QueriesPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Queries"); }
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QWidget* searchField() const override;
    void activated() override;
    [[nodiscard]] RecordId currentPatient() const override;
    [[nodiscard]] RecordId currentReport() const override;

private:
    [[nodiscard]] QWidget* filters();
    [[nodiscard]] QWidget* workbench();
    void addShortcuts();
    void refresh(bool keepShown);
    void refreshCounts(const QueryList& list);
    void readFilter();
    void showRow(int row);
    void openPlace(int row);
    void goToOpen(int step);
    [[nodiscard]] bool waitsForMe(const QueryRow& row) const;
    [[nodiscard]] const QueryRow* selected() const;

    Workspace& m_workspace;
    Navigator& m_navigator;
    QueryModel* m_model;
    ChipBar* m_rooms = nullptr; // queries, verification; null: this role has queries alone
    ChipBar* m_chips = nullptr;
    QComboBox* m_type = nullptr;
    QComboBox* m_age = nullptr;
    QLineEdit* m_search = nullptr;
    QStackedWidget* m_stack = nullptr;
    RecordTable* m_table = nullptr;
    ThreadView* m_thread = nullptr;
    QWidget* m_side = nullptr;
    VerificationView* m_verification = nullptr;
    QueryFilter m_filter;
};

} // namespace sitebook
