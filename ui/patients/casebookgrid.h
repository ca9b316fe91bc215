// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/patients/casebookmodel.h"

#include <QWidget>

class QHBoxLayout;
class QTableView;

namespace sitebook {

// The casebook grid with its legend. Arrows move, Enter or a double click opens the form or begins it.
class CasebookGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit CasebookGrid(std::shared_ptr<const StudyDefinition> study, QWidget* parent = nullptr);
    void setReports(const std::vector<ReportRow>& reports);
    void setDays(const PartialDate& dayZero, QDate today) { m_model.setDays(dayZero, today); }
    [[nodiscard]] CasebookModel& model() { return m_model; }
    [[nodiscard]] QTableView& view() { return *m_view; }

Q_SIGNALS:
    void reportChosen(const sitebook::RecordId& report);
    void placeChosen(const QString& eventOid, const QString& formOid, int repeat); // planned, nothing there yet

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void open(const QModelIndex& index);
    void refreshLegend();
    void fitHeight();

    CasebookModel m_model;
    QTableView* m_view;
    QHBoxLayout* m_legend;
};

} // namespace sitebook
