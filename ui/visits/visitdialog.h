// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QDialog>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sitebook {

class FieldRow;

// What a person says of a visit: it took place, is planned, was skipped or did not occur; when, and why. Shown with
// open(); deletes itself.
class VisitDialog final : public QDialog
{
    Q_OBJECT
public:
    // An empty event: which visit is asked too, beginning with the most urgent one.
    VisitDialog(Workspace& workspace, const RecordId& patient, const QString& eventOid, int repeat,
                QWidget* parent = nullptr);

private:
    struct Place
    {
        QString eventOid;
        int repeat = 1;
        VisitState state = VisitState::Undated;
    };
    [[nodiscard]] std::vector<Place> places() const;
    [[nodiscard]] QString nameOf(const Place& place) const;
    void fillVisits(const QString& eventOid, int repeat);
    QWidget* makeStatuses();
    QWidget* makeButtons();
    void showRecorded();
    void refresh();
    [[nodiscard]] Visit said() const; // what the fields say now
    void record();
    void takeBack();
    void showError(const Error& error);
    [[nodiscard]] const Visit* recorded() const;

    Workspace& m_workspace;
    RecordId m_patient;
    std::shared_ptr<const VisitList> m_list;
    std::vector<Place> m_places;
    QComboBox* m_visit;
    QButtonGroup* m_statuses;
    QLineEdit* m_date;
    FieldRow* m_dateRow;
    QLineEdit* m_reason;
    FieldRow* m_reasonRow;
    QLabel* m_error;
    QPushButton* m_takeBack;
    QPushButton* m_record;
};

} // namespace sitebook
