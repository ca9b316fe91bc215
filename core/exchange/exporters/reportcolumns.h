// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"

namespace sitebook {

// One column of a table of reports: one item of one form.
struct ItemColumn
{
    QString formOid;
    QString itemOid;
    QString header; // "PHQ-9.PHQ0101"; OIDs where the names are not unique
    const ItemDef* item = nullptr;
};

// All items of all forms in study order; the columns of one form stand together. The study must outlive them.
[[nodiscard]] std::vector<ItemColumn> itemColumns(const StudyDefinition& study);

// The items of a form in order, each once.
[[nodiscard]] QStringList itemOidsOf(const StudyDefinition& study, const FormDef& form);

namespace column {
inline const QString patientId = QStringLiteral("patientId");
inline const QString event = QStringLiteral("event");
inline const QString form = QStringLiteral("form");
inline const QString repeat = QStringLiteral("repeat");
inline const QString status = QStringLiteral("status"); // of the patient; of the report where no patient columns stand
inline const QString reportStatus = QStringLiteral("reportStatus"); // of the report beside patient columns
inline const QString reportDate = QStringLiteral("reportDate");
inline const QString originator = QStringLiteral("originator");
inline const QString line = QStringLiteral("line"); // of repeating groups; where the study has any
} // namespace column

} // namespace sitebook
