// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace sitebook {

class Navigator;
class Page;
class UserPrompt;
class Workspace;

// The page of this room, for the shell. It belongs to `parent`; the references outlive it.
[[nodiscard]] Page* makeQueriesPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent);

} // namespace sitebook
