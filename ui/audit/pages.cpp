// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/pages.h"

#include "ui/audit/auditpage.h"

namespace sitebook {

Page* makeAuditPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, const RecordId& record,
                    QWidget* parent)
{
    return new AuditPage(workspace, navigator, prompt, record, parent);
}

} // namespace sitebook
