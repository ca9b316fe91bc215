// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/reportformtarget.h"
#include "ui/widgets/navigator.h"

namespace sitebook {

// Where the person is: one of the pages of the rail, or something opened from one of them.
struct Place
{
    enum class Kind { Page, Patient, PatientForm, ReportForm, Audit };
    Kind kind = Kind::Page;
    PageId page = PageId::Today; // of the rail; for the other kinds the page they belong to
    RecordId record;             // patient; of Audit the record it is filtered by
    ReportFormTarget form;
};

} // namespace sitebook
