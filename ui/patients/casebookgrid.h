// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/patients/casebookmodel.h"

#include <QWidget>

class QHBoxLayout;
class QTableView;

namespace sitebook {

// The casebook grid with its legend. Arrows move, Enter or a double click opens the form or begins it; V, or a double
// click on the visit's name, says something of the visit.
class CasebookGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit CasebookGrid(std::shared_ptr<const StudyDefinition> study, QWidget* parent = nullptr);
    void setReports(const std::vector<ReportRow>& reports);
    void setCourse(CasebookModel::Course course, QDate today);
    [[nodiscard]] CasebookModel& model() { return m_model; }
    [[nodiscard]] QTableView& view() { return *m_view; }

Q_SIGNALS:
    void reportChosen(const sitebook::RecordId& report);
    void visitChosen(const QString& eventOid, int repeat);                         // to say something of it
    void placeChosen(const QString& eventOid, const QString& formOid, int repeat); // planned, nothing there yet

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void open(const QModelIndex& index);
    void chooseVisit(int row);
    void keepPlace(const QModelIndex& before);
    void refreshLegend();
    void fitHeight();

    CasebookModel m_model;
    QTableView* m_view;
    QHBoxLayout* m_legend;
};

} // namespace sitebook
