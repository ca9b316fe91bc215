// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/reader.h"
#include "core/workspace/visitviews.h"
#include "ui/visits/casebookfilter.h"

#include <QElapsedTimer>
#include <QTextStream>
#include <algorithm>

using namespace sitebook;
using namespace Qt::StringLiterals;

// The casebook of many patients: counted whole on a worker, then filtered for every key pressed.
namespace {

constexpr int patientCount = 100'000;
constexpr int rounds = 9;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

template <class Task>
double measured(Task task)
{
    std::vector<double> values;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        task();
        values.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return median(values);
}

} // namespace

int main()
{
    const auto file = readStudyFile(QStringLiteral(SITEBOOK_SOURCE_DIR "/resources/studies/demo.xml"));
    if (!file)
        return 1;
    const QDate today(2026, 3, 20);
    std::vector<PatientRow> patients;
    ReportList reports;
    std::vector<VisitList::Row> visits;
    for (int i = 0; i < patientCount; ++i) {
        PatientRow row;
        row.recordId = RecordId::create();
        row.patientId = u"P%1"_s.arg(i, 6, 10, QLatin1Char('0'));
        row.searchKey = row.patientId.toLower() + u" garcia ana"_s;
        row.consentDate = PartialDate(today.addDays(-(i % 120)));
        for (int event = 0; event < 3; ++event) {
            ReportRow report;
            report.patient = row.recordId;
            report.eventOid = file->study->events[static_cast<size_t>(event)].oid;
            report.formOid = u"F.PHQ9"_s;
            report.status = ReportStatus::Complete;
            reports.push_back(report);
        }
        if (i % 4 == 0)
            visits.push_back(
                {{RecordId::create(), 1, row.recordId, u"SE.WEEK4"_s, 1, VisitStatus::Planned, u"2026-03-25"_s, false},
                 1});
        patients.push_back(row);
    }
    const PatientList list(std::move(patients));
    const VisitList said(std::move(visits));
    Casebook casebook;
    const double counted = measured([&] { casebook = makeCasebook(*file->study, list, reports, said, today); });
    CasebookFilter filter;
    filter.text = u"p0421"_s;
    filter.states = {VisitState::Overdue, VisitState::Due};
    size_t found = 0;
    const double filtered = measured([&] { found = filter.of(casebook).size(); });
    QTextStream(stdout) << patientCount << " patients, " << reports.size() << " reports: counted " << counted
                        << " ms, filtered " << filtered << " ms (" << found << " found), overdue "
                        << casebook.visitsAt(VisitState::Overdue) << '\n';
    return 0;
}
