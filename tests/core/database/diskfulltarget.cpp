// SPDX-License-Identifier: GPL-3.0-or-later
// Writes into a database until the system takes no more, and says with which error: a disk that is full by the limit on
// the size of files. Arguments: database, limit in bytes. Prints the error's word and the number of rows that were
// committed.
#include "core/database/database.h"

#include <QCoreApplication>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>

using namespace sitebook;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto database = Database::open(arguments.at(1), Database::Mode::Create);
    if (!database || !(*database)->exec("CREATE TABLE t(x BLOB)"))
        return 1;
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{arguments.at(2).toULongLong(), arguments.at(2).toULongLong()};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 77;
    for (int rows = 0; rows < 100'000; ++rows)
        if (const auto done = (*database)->exec("INSERT INTO t VALUES(randomblob(20000))"); !done) {
            std::printf("%s %d\n", qUtf8Printable(done.error().word()), rows);
            return 0;
        }
    return 1;
}
