// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace sitebook {

class Navigator;
class Page;
class UserPrompt;
class Workspace;

// The pages of this room, for the shell. They belong to `parent`; the references outlive them.
[[nodiscard]] Page* makeQueuePage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent);
[[nodiscard]] Page* makeSyncPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent);

} // namespace sitebook
