// SPDX-License-Identifier: GPL-3.0-or-later
// How many PHQ-9 reports of 1 kB a second go through the submission queue: taken in durably, then validated, scored,
// sealed, chained and stored. Prints one JSON object. Arguments: number of reports, workers (0: as many as cores).
#include "core/queue/submissionqueue.h"
#include "tests/support/teststore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstdio>

using namespace sitebook;
using namespace sitebook::test;

namespace {

constexpr int patientCount = 1000;
constexpr int perRequest = 500;

qint64 statusKb(const char* key)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (line.startsWith(key))
            return line.mid(static_cast<qsizetype>(qstrlen(key)) + 1).simplified().split(' ').first().toLongLong();
    return 0;
}

Report oneReport(const std::vector<RecordId>& ids, int number)
{
    const QList<int> answers{number % 4, 1, number / 4 % 4, 3, 0, 1, number / 16 % 4, 2, 0};
    Report report = phq9(ids[static_cast<size_t>(number % patientCount)], answers, QStringLiteral("SE.UNSCHEDULED"));
    report.repeat = number / patientCount + 1;
    report.reportDate = QStringLiteral("2026-11-23");
    report.originator = QString(600, QLatin1Char('o')); // fills the report up to 1 kB
    return report;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const int workers = argc > 2 ? QByteArray(argv[2]).toInt() : 0;
    TestStore test;
    std::vector<RecordId> ids;
    for (int i = 0; i < patientCount; ++i)
        ids.push_back(test.addPatient(QStringLiteral("P%1").arg(i, 4, 10, QLatin1Char('0'))));
    ReportPreparer preparer(demoStudy(), test.store->context());
    SubmissionQueue queue(*test.store, preparer, {workers});
    queue.setPaused(true);

    QElapsedTimer timer;
    timer.start();
    for (int from = 0; from < count; from += perRequest) {
        std::vector<Report> reports;
        for (int i = from; i < std::min(count, from + perRequest); ++i)
            reports.push_back(oneReport(ids, i));
        if (!queue.enqueueDurably(std::move(reports), QStringLiteral("bench"), UserName(QStringLiteral("li")),
                                  Role::Coordinator))
            return 1;
    }
    const double takenMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const qint64 bytes = oneReport(ids, 0).toFields().encode().size();
    const qint64 before = statusKb("VmRSS");

    timer.restart();
    QObject::connect(&queue, &SubmissionQueue::finished, &application, &QCoreApplication::quit);
    queue.setPaused(false);
    QCoreApplication::exec();
    queue.drain();
    const double storedMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const auto commits = test.store->writer().statistics();
    const auto statistics = queue.statistics();
    std::printf(
        "{\"reports\":%d,\"bytes\":%lld,\"taken_per_s\":%.0f,\"stored_per_s\":%.0f,\"end_to_end_per_s\":%.0f,"
        "\"accepted\":%lld,\"commits\":%lld,\"rss_before_kb\":%lld,\"rss_after_kb\":%lld,\"rss_peak_kb\":%lld}\n",
        count, static_cast<long long>(bytes), count / takenMs * 1e3, count / storedMs * 1e3,
        count / (takenMs + storedMs) * 1e3, static_cast<long long>(statistics.accepted),
        static_cast<long long>(commits.commits), static_cast<long long>(before),
        static_cast<long long>(statusKb("VmRSS")), static_cast<long long>(statusKb("VmHWM")));
    return statistics.accepted == count ? 0 : 1;
}
