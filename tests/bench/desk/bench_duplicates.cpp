// SPDX-License-Identifier: GPL-3.0-or-later
// bench_duplicates: how long it takes to find who a patient being typed might be, among 1,000,000.
#include "core/workspace/likeness.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <algorithm>
#include <cstdio>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

constexpr int crowd = 1'000'000;

QString word(QRandomGenerator& random, int syllables)
{
    static const QStringList parts{u"an"_s, u"be"_s, u"cor"_s, u"da"_s, u"el"_s, u"fi"_s,  u"gar"_s,
                                   u"ho"_s, u"in"_s, u"jo"_s,  u"ka"_s, u"li"_s, u"mar"_s, u"ni"_s,
                                   u"os"_s, u"pe"_s, u"ra"_s,  u"sa"_s, u"to"_s, u"vi"_s};
    QString made;
    for (int i = 0; i < syllables; ++i)
        made += parts[random.bounded(static_cast<int>(parts.size()))];
    made[0] = made[0].toUpper();
    return made;
}

PatientRow person(QRandomGenerator& random, int number)
{
    PatientRow row;
    row.recordId = RecordId::create();
    row.patientId = u"P%1"_s.arg(number, 7, 10, QLatin1Char('0'));
    row.name = word(random, 3) + u", " + word(random, 2);
    row.dateOfBirth = PartialDate(QDate(1925, 1, 1).addDays(random.bounded(33'000)));
    row.sex = random.bounded(2) == 0 ? u"F"_s : u"M"_s;
    return row;
}

} // namespace

int main()
{
    QRandomGenerator random(42);
    std::vector<PatientRow> rows;
    rows.reserve(crowd);
    for (int i = 0; i < crowd; ++i)
        rows.push_back(person(random, i));
    const PatientList list(std::move(rows));
    std::vector<double> times;
    int found = 0;
    for (int i = 0; i < 200; ++i) {
        const PatientRow& known = list.rows()[static_cast<size_t>(random.bounded(crowd))];
        Patient typed; // as somebody types it: the other order, day and month exchanged where they can be
        typed.name = known.name.section(u", "_s, 1) + u' ' + known.name.section(u", "_s, 0, 0);
        const QDate born = known.dateOfBirth.date();
        const QDate exchanged(born.year(), born.day(), born.month());
        typed.dateOfBirth = i % 4 == 3 ? PartialDate::parse(QString::number(born.year())).value()
                                       : PartialDate(exchanged.isValid() ? exchanged : born);
        QElapsedTimer timer;
        timer.start();
        const auto likely = likePatients(list, typed, 3);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        found += std::any_of(likely.begin(), likely.end(),
                             [&known](const Likeness& like) { return like.patient->recordId == known.recordId; })
                     ? 1
                     : 0;
    }
    std::sort(times.begin(), times.end());
    std::printf("1,000,000 patients: asked in %.1f ms median, %.1f ms at the 99th of 100; %d of 200 found\n",
                times[times.size() / 2], times[times.size() * 99 / 100], found);
    return 0;
}
