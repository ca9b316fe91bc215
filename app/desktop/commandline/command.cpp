// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/command.h"

#include "app/desktop/commandline/commandline.h"

namespace sitebook {

void Command::fail(const Error& error)
{
    m_console.trouble(error);
    end(error.code == ErrorCode::Usage ? CommandLine::WrongUsage : CommandLine::Failed);
}

} // namespace sitebook
