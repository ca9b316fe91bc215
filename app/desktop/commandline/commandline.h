// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/commandline/commands.h"

namespace sitebook {

// What the program was started for, told before any application object exists.
struct Invocation
{
    enum class Kind { Command, Screens, Desktop };
    Kind kind = Kind::Desktop;
    QString workspace; // Desktop: may be empty
    bool trace = false;
    [[nodiscard]] static Invocation of(int argc, char* const argv[]);
};

// The commands of the program. Needs an application object; runs its event loop once for each call of run().
class CommandLine final
{
public:
    enum Status { Done = 0, Failed = 1, WrongUsage = 2, DoneWithFindings = 3 };

    CommandLine(WorkspaceManager& manager, Console& console, ScreensWriter screens);
    // `arguments` as QCoreApplication::arguments() gives them. The exit status.
    [[nodiscard]] int run(const QStringList& arguments);
    [[nodiscard]] static QStringList names();

private:
    [[nodiscard]] int runOne(Command& command, const QStringList& arguments);
    [[nodiscard]] int overview() const;
    [[nodiscard]] int wrongUsage(const Message& message) const;
    [[nodiscard]] Command* find(const QString& name) const;

    Console& m_console;
    std::vector<std::unique_ptr<Command>> m_commands;
};

} // namespace sitebook
