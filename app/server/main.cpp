// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/program.h"

#include <QCoreApplication>
#include <csignal>
#include <sys/stat.h>

int main(int argc, char** argv)
{
    std::signal(SIGPIPE, SIG_IGN); // whoever reads the log may leave
    std::signal(SIGXFSZ, SIG_IGN); // a limit on files is met like a full disk
    ::umask(0077);                 // what the server writes is its own
    const QCoreApplication application(argc, argv);
    return sitebook::server::runProgram(QCoreApplication::arguments());
}
