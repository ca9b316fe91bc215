// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/writecontext.h"

namespace sitebook::server {

struct ReportOutcome
{
    enum class Kind { Created, Same, Other, NoPatient } kind = Kind::Created;
    quint64 seq = 0;
    quint64 version = 0;
};

// A checked report: the operation lacks its patient's record, device, digests and chain. Its recordId is the report's
// id.
struct ReportDraft
{
    Operation op;
    QString patientId;
};

// Makes a report sent from outside an operation of the server's own device and appends it. The same report again is
// `Same`, other content under its id `Other`. On the writer's thread.
[[nodiscard]] Result<ReportOutcome> takeReport(WriteContext& context, const SiteId& site, const ReportDraft& draft);

} // namespace sitebook::server
