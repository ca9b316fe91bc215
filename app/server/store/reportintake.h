// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/writecontext.h"

namespace sitebook::server {

struct ReportOutcome
{
    enum class Kind { Created, Same, Other } kind = Kind::Created;
    quint64 seq = 0;
    quint64 version = 0;
};

// Makes a report sent from outside an operation of the server's own device and appends it. `draft` is complete but for
// device and chain; its recordId is the report's id: the same report again is `Same`, other content under that id
// `Other`. On the writer's thread.
[[nodiscard]] Result<ReportOutcome> takeReport(WriteContext& context, const SiteId& site, Operation draft);

} // namespace sitebook::server
