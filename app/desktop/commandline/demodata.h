// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/patient.h"
#include "core/model/report.h"
#include "core/study/definition.h"
#include "core/study/formchecker.h"

#include <QRandomGenerator>
#include <functional>
#include <memory>
#include <vector>

namespace sitebook {

// A patient as registered; what the reports need of them.
struct DemoPatient
{
    RecordId recordId;
    QDate firstVisit;
    int index = 0;
};

using CheckerOf = std::function<std::shared_ptr<const FormChecker>(const QString& formOid)>;

// Made-up patients and filled forms of any study; the same seed gives the same content (record ids apart).
class DemoData final
{
public:
    DemoData(std::shared_ptr<const StudyDefinition> study, CheckerOf checkers, quint32 seed);

    // The n-th person, n from 0, under this identifier.
    [[nodiscard]] Patient patient(int n, const QString& identifier, const SiteId& site) const;
    // At most `count` reports: visit by visit, form by form, one patient after another. Fewer when the study has no
    // more places for them.
    [[nodiscard]] std::vector<Report> reports(const std::vector<DemoPatient>& patients, int count) const;
    [[nodiscard]] static QDate firstVisit(const Patient& patient);

private:
    [[nodiscard]] QRandomGenerator generator(quint32 kind, quint32 a, quint32 b = 0) const;
    [[nodiscard]] Report report(const DemoPatient& patient, const EventDef& event, int eventIndex,
                                const FormDef& form) const;
    [[nodiscard]] Fields answers(const FormDef& form, double burden, QDate day, QRandomGenerator& random) const;
    [[nodiscard]] QString answer(const ItemDef& item, double burden, QDate day, QRandomGenerator& random) const;

    std::shared_ptr<const StudyDefinition> m_study;
    CheckerOf m_checkers;
    quint32 m_seed;
};

} // namespace sitebook
