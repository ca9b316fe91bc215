// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/worklines.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

class WorkLines final
{
    Q_DECLARE_TR_FUNCTIONS(WorkLines)
};

} // namespace

std::vector<WorkLine> workLines(const SyncStatus& sync, const QueueStatus& queue, const StudyWork& study)
{
    std::vector<WorkLine> lines;
    const auto add = [&lines](const statetexts::Look& look, const QString& text, const QString& detail, PageId place) {
        lines.push_back({look, text, detail, place});
    };
    const auto number = [](qint64 count) { return static_cast<int>(qMin<qint64>(count, 2'000'000'000)); };
    if (study.overdueVisits > 0)
        add(statetexts::look(VisitState::Overdue), WorkLines::tr("%n overdue visit(s)", nullptr, study.overdueVisits),
            WorkLines::tr("Look"), PageId::Casebook);
    if (study.dueVisits > 0)
        add(statetexts::look(VisitState::Due), WorkLines::tr("%n visit(s) due now", nullptr, study.dueVisits),
            WorkLines::tr("Look"), PageId::Casebook);
    if (study.openQueries > 0)
        add(statetexts::look(QueryStatus::Open),
            WorkLines::tr("%n open query(ies)", nullptr, number(study.openQueries)), WorkLines::tr("Look"),
            PageId::Queries);
    if (sync.conflicts > 0)
        add(statetexts::look(DeliveryState::Conflict),
            WorkLines::tr("%n change(s) in conflict with another desk", nullptr, number(sync.conflicts)),
            WorkLines::tr("Look"), PageId::Sync);
    if (sync.quarantined > 0)
        add(statetexts::look(DeliveryState::Quarantined),
            WorkLines::tr("%n change(s) refused by the server", nullptr, number(sync.quarantined)),
            WorkLines::tr("Look"), PageId::Sync);
    if (queue.quarantined > 0)
        add(statetexts::look(QueueItem::State::Quarantined),
            WorkLines::tr("%n submission(s) quarantined", nullptr, number(queue.quarantined)), WorkLines::tr("Look"),
            PageId::Queue);
    const bool needsPerson =
        sync.phase == SyncPhase::NeedsSignIn || sync.phase == SyncPhase::Refused || sync.phase == SyncPhase::Outdated;
    if (needsPerson)
        add(statetexts::look(sync.phase),
            sync.sentence.isEmpty() ? statetexts::text(sync.phase) : sync.sentence.localised(), {}, PageId::Sync);
    if (queue.queued > 0)
        add(statetexts::look(QueueItem::State::Queued),
            WorkLines::tr("%n submission(s) in the queue", nullptr, number(queue.queued)),
            queue.paused ? WorkLines::tr("Paused") : QString(), PageId::Queue);
    if (sync.waiting() > 0)
        add(statetexts::look(DeliveryState::ReadyToSend),
            WorkLines::tr("%n change(s) wait for the server", nullptr, number(sync.waiting())),
            needsPerson || sync.sentence.isEmpty() ? QString() : statetexts::text(sync.phase), PageId::Sync);
    return lines;
}

QString momentText(qint64 utcMs, qint64 nowUtcMs)
{
    if (utcMs <= 0)
        return {};
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(utcMs);
    const qint64 days = then.date().daysTo(QDateTime::fromMSecsSinceEpoch(nowUtcMs).date());
    const QLocale locale;
    if (days == 0)
        return locale.toString(then.time(), QLocale::ShortFormat);
    if (days == 1)
        return WorkLines::tr("yesterday %1").arg(locale.toString(then.time(), QLocale::ShortFormat));
    return locale.toString(then.date(), QLocale::ShortFormat);
}

} // namespace sitebook
