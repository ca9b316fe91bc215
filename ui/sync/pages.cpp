// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/pages.h"

#include "ui/sync/queuepage.h"
#include "ui/sync/syncpage.h"

namespace sitebook {

Page* makeQueuePage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent)
{
    return new QueuePage(workspace, navigator, prompt, parent);
}

Page* makeSyncPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent)
{
    return new SyncPage(workspace, navigator, prompt, parent);
}

} // namespace sitebook
