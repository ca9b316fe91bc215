// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/visitschedule.h"
#include "core/workspace/views.h"
#include "ui/widgets/recordtablemodel.h"

namespace sitebook {

// A patient's casebook as a grid: a row per visit (and repeat of it), a column per form, in each cell how far that form
// is. A cell is empty where the study does not ask for the form; with several reports of a repeating form it shows the
// least complete one and how many there are. Beside the visit
// stands whether it is due, by the study's windows.
class CasebookModel final : public RecordTableModelBase
{
    Q_OBJECT

public:
    enum HeaderRole { StateRole = RecordIdRole + 1 }; // of a visit, in a word: "overdue"
    struct Cell
    {
        QString eventOid;
        QString formOid;
        int repeat = 1;
        bool planned = false;
        std::vector<ReportRow> reports; // of this visit, form and repeat
    };

    explicit CasebookModel(std::shared_ptr<const StudyDefinition> study, QObject* parent = nullptr);
    void setReports(const std::vector<ReportRow>& reports);
    // What the schedule knows besides the reports, and the day it is; without a day 0 no visit is due.
    struct Course
    {
        PartialDate dayZero;
        std::vector<sitebook::Visit> visits; // as recorded
        bool ended = false;
    };
    void setCourse(Course course, QDate today);
    // The visit (event and repeat) of a row.
    [[nodiscard]] std::pair<QString, int> visitAt(int row) const;
    [[nodiscard]] const Cell& cellAt(const QModelIndex& index) const;
    // What the legend explains: the states that occur, in order; Not started included when something planned is open.
    [[nodiscard]] std::vector<ReportStatus> statesShown() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Visit
    {
        QString eventOid;
        int repeat = 1;
        std::optional<ScheduledVisit> planned = {}; // where the schedule says something of it
    };
    void schedule();
    [[nodiscard]] QString visitName(const Visit& visit) const;
    [[nodiscard]] QString windowText(const Visit& visit) const;
    [[nodiscard]] Cell makeCell(const Visit& visit, const QString& formOid,
                                const std::vector<ReportRow>& reports) const;
    [[nodiscard]] std::vector<Visit> visitsOf(const std::vector<ReportRow>& reports) const;
    void layOut();
    [[nodiscard]] static const ReportRow* leastComplete(const Cell& cell);

    std::shared_ptr<const StudyDefinition> m_study;
    std::vector<ReportRow> m_reports;
    Course m_course;
    QDate m_today;
    QStringList m_forms;
    std::vector<Visit> m_visits;
    std::vector<Cell> m_cells; // row by row
};

} // namespace sitebook
