// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views.h"

#include <QWidget>

class QLabel;

namespace sitebook {

class KeyValueList;
class StateBadge;

// Who the page is about: the identifier large, then name, born, status, consent.
class PatientHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PatientHeader(QWidget* parent = nullptr);
    void showRow(const PatientRow& row);
    void showPatient(const Patient& patient); // adds what the row does not know

private:
    QWidget* makeFact(const QString& label, QLabel*& value);

    QLabel* m_identifier;
    QLabel* m_name;
    StateBadge* m_status;
    StateBadge* m_delivery;
    QLabel* m_born = nullptr;
    QLabel* m_sex = nullptr;
    QLabel* m_site = nullptr;
    QLabel* m_consent = nullptr;
    QLabel* m_aliases = nullptr;
};

} // namespace sitebook
