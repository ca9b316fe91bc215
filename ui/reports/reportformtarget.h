// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QString>

namespace sitebook {

// Which form to open: a stored report, a new one (patient, form, visit, repeat), or a draft of either. The first that
// is set decides, in the order draftKey, report, patient.
struct ReportFormTarget
{
    RecordId report;
    RecordId patient;
    QString formOid;
    QString eventOid;
    int repeat = 1;
    QString draftKey;
    QString item; // where the keyboard goes; empty: to the first open question
};

} // namespace sitebook
