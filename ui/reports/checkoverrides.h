// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/queryviews.h"
#include "ui/widgets/userprompt.h"

namespace sitebook {

class ReportSession;

// The soft checks that speak now and that nobody has explained yet: no live query is there for them.
[[nodiscard]] std::vector<Finding> unexplained(const ReportSession& session, const QueryList& queries);

// Asks once why these values are right, and goes on with an override for each; at once when there are none. A person
// who gives no reason does not save.
void explain(UserPrompt& prompt, QWidget* parent, const ReportSession& session, const std::vector<Finding>& findings,
             const std::function<void(std::vector<CheckOverride>)>& goOn);

} // namespace sitebook
