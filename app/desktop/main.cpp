// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"
#include "app/desktop/commandline/console.h"
#include "app/desktop/commandline/processguard.h"
#include "core/workspace/workspace.h"
#include "ui/shell/desktopapp.h"
#include "ui/shell/screens.h"

#include <QApplication>
#include <QFile>
#include <QLoggingCategory>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace sitebook;

namespace {

void nameProgram()
{
    QCoreApplication::setApplicationName(u"sitebook"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SITEBOOK_VERSION));
    QCoreApplication::setOrganizationName(u"Sitebook"_s);
}

int runCommand(Console& console, const ScreensWriter& screens)
{
    const std::unique_ptr<WorkspaceManager> manager = WorkspaceManager::make();
    // Standard error is for the one sentence that says what went wrong; QT_LOGGING_RULES shows more.
    QLoggingCategory::setFilterRules(u"sitebook.*=false"_s);
    QTranslator translator;
    if (translator.load(QLocale(), u"sitebook"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&translator);
    CommandLine commandLine(*manager, console, screens);
    return commandLine.run(QCoreApplication::arguments());
}

// The pictures are taken in an event loop of their own, after the one of the command.
int runScreens(Console& console)
{
    std::optional<ScreensRequest> wanted;
    const int status = runCommand(console, [&wanted](const ScreensRequest& request) {
        wanted = request;
        return int(CommandLine::Done);
    });
    return wanted ? writeScreens(wanted->folder, wanted->language, wanted->theme) : status;
}

} // namespace

int main(int argc, char* argv[])
{
    guardProcess();
    QFile out;
    QFile err;
    if (!out.open(stdout, QIODevice::WriteOnly) || !err.open(stderr, QIODevice::WriteOnly))
        return CommandLine::Failed;
    Console console(out, err);
    nameProgram();
    const Invocation invocation = Invocation::of(argc, argv);
    if (invocation.kind == Invocation::Kind::Command) {
        const QCoreApplication application(argc, argv);
        return runCommand(console, [](const ScreensRequest&) { return int(CommandLine::Failed); });
    }
    if (invocation.kind == Invocation::Kind::Screens) {
        if (!hasDisplay())
            qputenv("QT_QPA_PLATFORM", "offscreen");
        const QApplication application(argc, argv);
        return runScreens(console);
    }
    if (!hasDisplay())
        return console.noDisplay();
    QApplication application(argc, argv);
    return runDesktop(application, invocation.workspace, invocation.trace);
}
