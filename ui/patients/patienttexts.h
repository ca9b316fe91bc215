// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views.h"

#include <QCoreApplication>

namespace sitebook {

// Words for a patient's fields that several places of this room show.
class PatientTexts final
{
    Q_DECLARE_TR_FUNCTIONS(PatientTexts)

public:
    [[nodiscard]] static QString columnTitle(PatientColumn column);
    [[nodiscard]] static QString sex(const QString& code); // of the CDISC code list; an unknown code as it is
    [[nodiscard]] static QStringList sexCodes();
    // Age in whole years on a day, or a span while parts of the date are unknown; empty without a year.
    [[nodiscard]] static QString age(const PartialDate& born, QDate today);
};

} // namespace sitebook
