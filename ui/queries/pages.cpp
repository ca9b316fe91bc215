// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queries/pages.h"

#include "ui/queries/queriespage.h"

namespace sitebook {

Page* makeQueriesPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent)
{
    return new QueriesPage(workspace, navigator, prompt, parent);
}

} // namespace sitebook
