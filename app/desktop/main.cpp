// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"
#include "app/desktop/commandline/console.h"
#include "core/workspace/workspace.h"

#ifdef SITEBOOK_WITH_DESKTOP
#include "ui/shell/desktopapp.h"
#include "ui/shell/screens.h"

#include <QApplication>
#else
#include <QCoreApplication>
#endif
#include <QFile>

using namespace Qt::StringLiterals;
using namespace sitebook;

namespace {

void nameProgram()
{
    QCoreApplication::setApplicationName(u"sitebook"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SITEBOOK_VERSION));
    QCoreApplication::setOrganizationName(u"Sitebook"_s);
}

int runCommand(Console& console)
{
    const std::unique_ptr<WorkspaceManager> manager = WorkspaceManager::make();
#ifdef SITEBOOK_WITH_DESKTOP
    const ScreensWriter screens = [](const ScreensRequest& request) {
        return writeScreens(request.folder, request.language, request.theme);
    };
#else
    const ScreensWriter screens = [](const ScreensRequest&) { return int(CommandLine::Failed); };
#endif
    CommandLine commandLine(*manager, console, screens);
    return commandLine.run(QCoreApplication::arguments());
}

} // namespace

int main(int argc, char* argv[])
{
    QFile out;
    QFile err;
    if (!out.open(stdout, QIODevice::WriteOnly) || !err.open(stderr, QIODevice::WriteOnly))
        return CommandLine::Failed;
    Console console(out, err);
    nameProgram();
    const Invocation invocation = Invocation::of(argc, argv);
    if (invocation.kind == Invocation::Kind::Command) {
        const QCoreApplication application(argc, argv);
        return runCommand(console);
    }
#ifdef SITEBOOK_WITH_DESKTOP
    if (invocation.kind == Invocation::Kind::Screens) {
        if (!hasDisplay())
            qputenv("QT_QPA_PLATFORM", "offscreen");
        const QApplication application(argc, argv);
        return runCommand(console);
    }
    if (!hasDisplay())
        return console.noDisplay();
    QApplication application(argc, argv);
    return runDesktop(application, invocation.workspace, invocation.trace);
#else
    return console.noDisplay();
#endif
}
