// SPDX-License-Identifier: GPL-3.0-or-later
// The program that is killed: takes reports into the queue of a store and works them off, telling on standard output
// what is durable. Arguments: folder, key (hex), device, patient record, first number.
#include "core/queue/submissionqueue.h"
#include "core/study/readers/reader.h"
#include "tests/support/teststore.h"

#include <QCoreApplication>
#include <cstdio>

using namespace sitebook;

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QByteArray key = QByteArray::fromHex(arguments.at(2).toLatin1());
    static SystemClock clock;
    const auto keys = KeyRing::fromKeys(1, key, key);
    auto store = Store::open(arguments.at(1),
                             {SiteId(QStringLiteral("701")), DeviceId::fromString(arguments.at(3)), keys, &clock}, {});
    if (!store)
        return 1;
    ReportPreparer preparer(test::demoStudy(), (*store)->context());
    SubmissionQueue queue(**store, preparer, {2, 4});
    queue.start();
    const RecordId patient = RecordId::fromString(arguments.at(4));
    for (int number = arguments.at(5).toInt();; ++number) {
        Report report = test::phq9(patient, {1, 0, 1, 0, 0, 1, 2, 0, 0}, QStringLiteral("SE.UNSCHEDULED"));
        report.repeat = number + 1;
        const QString id = report.recordId.toString();
        if (!queue.enqueueDurably({report}, QStringLiteral("kill"), UserName(QStringLiteral("li")), Role::Coordinator))
            return 1;
        std::printf("%d %s\n", number, qUtf8Printable(id));
        std::fflush(stdout);
    }
}
