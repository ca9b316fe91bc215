// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakevisits.h"

#include "core/study/visitcheck.h"
#include "tests/support/answered.h"
#include "tests/support/fakeworkspace.h"

namespace sitebook::fake {

std::vector<Finding> Visits::check(const Visit& visit) const
{
    return checkVisit(*m_workspace.study(), visit, QDate::currentDate());
}

QFuture<Result<RecordId>> Visits::record(const Visit& visit, const QString& reason)
{
    if (const auto error = std::exchange(nextError, std::nullopt))
        return answered<RecordId>(fail(*error));
    reasons.append(reason);
    Visit stored = visit;
    stored.recordId = RecordId::create();
    std::vector<VisitList::Row> rows = m_list->rows();
    std::erase_if(rows, [&](const VisitList::Row& row) {
        return row.visit.patient == visit.patient && row.visit.eventOid == visit.eventOid &&
               row.visit.repeat == visit.repeat;
    });
    rows.push_back({stored, 1});
    put(std::move(rows));
    return answered<RecordId>(stored.recordId);
}

QFuture<Result<>> Visits::takeBack(const RecordId& visit, const QString& reason)
{
    reasons.append(reason);
    std::vector<VisitList::Row> rows = m_list->rows();
    std::erase_if(rows, [&visit](const VisitList::Row& row) { return row.visit.recordId == visit; });
    put(std::move(rows));
    return answered<void>({});
}

QFuture<Result<std::shared_ptr<const Casebook>>> Visits::casebook(QDate today)
{
    return answered<std::shared_ptr<const Casebook>>(std::make_shared<const Casebook>(makeCasebook(
        *m_workspace.study(), *m_workspace.patients().list(), *m_workspace.reports().list(), *m_list, today)));
}

void Visits::put(std::vector<VisitList::Row> rows)
{
    m_list = std::make_shared<const VisitList>(std::move(rows));
    Q_EMIT listChanged();
    Q_EMIT m_workspace.changed();
}

} // namespace sitebook::fake
