// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/command.h"

#include "app/desktop/commandline/commandline.h"

namespace sitebook {

void Command::fail(const Error& error)
{
    Error placed = error;
    if (placed.where.isEmpty())
        placed.where = place(error.code);
    m_console.trouble(placed);
    end(error.code == ErrorCode::Usage ? CommandLine::WrongUsage : CommandLine::Failed);
}

} // namespace sitebook
