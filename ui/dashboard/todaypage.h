// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/dashboard/worklines.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"

class QVBoxLayout;

namespace sitebook {

class Card;
class NumberCard;
class PlotBars;

// What needs somebody now: conflicts, quarantined and unsent work, half-filled forms; enrolment; what was done last.
class TodayPage final : public Page
{
    Q_OBJECT
public:
    TodayPage(Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override { return tr("Today"); }
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString primaryActionText() const override;
    void triggerPrimaryAction() override { m_navigator.registerPatient(); }
    void activated() override;

private:
    void scheduleRefresh();
    void refresh();
    void refreshNumbers(const DashboardNumbers& numbers);
    void refreshWork();
    void countVisits();
    void refreshDrafts();
    void refreshRecent(const DashboardNumbers& numbers);
    [[nodiscard]] NumberCard* addNumber(const QString& icon, const QString& caption, PageId place, QWidget* row);
    [[nodiscard]] QString formName(const QString& formOid) const;
    [[nodiscard]] QString eventName(const QString& eventOid) const;

    Workspace& m_workspace;
    Navigator& m_navigator;
    NumberCard* m_patients;
    NumberCard* m_reports;
    NumberCard* m_waiting;
    NumberCard* m_attention;
    Card* m_enrolment;
    PlotBars* m_plot;
    Card* m_workCard;
    QVBoxLayout* m_work;
    Card* m_draftCard;
    QVBoxLayout* m_drafts;
    Card* m_recentCard;
    QVBoxLayout* m_recent;
    StudyWork m_study;
    bool m_refreshPlanned = false;
};

} // namespace sitebook
