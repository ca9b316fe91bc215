// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

class QWidget;

namespace sitebook {

class Navigator;
class Page;
class UserPrompt;
class Workspace;

// The audit trail; of one record only where `record` is not null. The page belongs to `parent`; the references outlive
// it.
[[nodiscard]] Page* makeAuditPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt,
                                  const RecordId& record, QWidget* parent);

} // namespace sitebook
