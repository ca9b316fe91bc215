// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/commandline/command.h"
#include "core/workspace/workspace.h"

#include <functional>
#include <memory>

namespace sitebook {

struct ScreensRequest
{
    QString folder;
    QString language; // "en", "zh_CN"; empty: all
    QString theme;    // "light", "dark"; empty: both
};
using ScreensWriter = std::function<int(const ScreensRequest&)>;

// Each in the file of its name.
[[nodiscard]] std::unique_ptr<Command> makeInitCommand(Console& console, WorkspaceManager& manager);
[[nodiscard]] std::unique_ptr<Command> makeStudyCommand(Console& console);
[[nodiscard]] std::unique_ptr<Command> makeImportCommand(Console& console, WorkspaceManager& manager);
[[nodiscard]] std::unique_ptr<Command> makeQueueCommand(Console& console, WorkspaceManager& manager);
[[nodiscard]] std::unique_ptr<Command> makeSyncCommand(Console& console, WorkspaceManager& manager);
[[nodiscard]] std::unique_ptr<Command> makeExportCommand(Console& console, WorkspaceManager& manager);
[[nodiscard]] std::unique_ptr<Command> makeCheckCommand(Console& console, WorkspaceManager& manager);
[[nodiscard]] std::unique_ptr<Command> makeTrailCommand(Console& console, WorkspaceManager& manager);
[[nodiscard]] std::unique_ptr<Command> makeScreensCommand(Console& console, ScreensWriter writer);
[[nodiscard]] std::unique_ptr<Command> makeDemoCommand(Console& console, WorkspaceManager& manager);

} // namespace sitebook
