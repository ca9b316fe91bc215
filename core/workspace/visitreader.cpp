// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/visitreader.h"

namespace sitebook {

namespace {

const QByteArray columns = QByteArrayLiteral(
    "SELECT record_id,version,trunk,changed_ms,patient,event,repeat,status,visit_date,voided FROM visits ");

std::optional<VisitReader::Head> headOf(const Statement& row)
{
    const qint64 status = row.integer(7);
    if (status < 0 || status > static_cast<qint64>(VisitStatus::DidNotOccur))
        return std::nullopt;
    VisitReader::Head head;
    head.visit.recordId = RecordId::fromBytes(row.blob(0));
    head.visit.version = static_cast<quint64>(row.integer(1));
    head.trunk = static_cast<quint64>(row.integer(2));
    head.changedMs = row.integer(3);
    head.visit.patient = RecordId::fromBytes(row.blob(4));
    head.visit.eventOid = row.text(5);
    head.visit.repeat = static_cast<int>(row.integer(6));
    head.visit.status = static_cast<VisitStatus>(status);
    head.visit.date = row.text(8);
    head.visit.voided = row.integer(9) != 0;
    return head;
}

} // namespace

Result<std::optional<VisitReader::Head>> VisitReader::one(Statement& statement)
{
    SB_TRY_ASSIGN(const bool found, statement.step());
    return found ? headOf(statement) : std::nullopt;
}

Result<std::vector<VisitList::Row>> VisitReader::all()
{
    SB_TRY_ASSIGN(Statement statement, m_database.prepare(QByteArray(columns + "WHERE voided=0").constData()));
    std::vector<VisitList::Row> rows;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return rows;
        if (const auto head = headOf(statement))
            rows.push_back({head->visit, head->changedMs});
    }
}

Result<std::optional<VisitReader::Head>> VisitReader::find(const RecordId& id)
{
    SB_TRY_ASSIGN(Statement statement, m_database.prepare(QByteArray(columns + "WHERE record_id=?").constData()));
    statement.bind(1, id.bytes());
    return one(statement);
}

Result<std::optional<VisitReader::Head>> VisitReader::at(const RecordId& patient, const QString& eventOid, int repeat)
{
    SB_TRY_ASSIGN(Statement statement,
                  m_database.prepare(QByteArray(columns + "WHERE patient=? AND event=? AND repeat=? AND voided=0 "
                                                          "ORDER BY changed_ms DESC, record_id LIMIT 1")
                                         .constData()));
    statement.bind(1, patient.bytes()).bind(2, eventOid).bind(3, repeat);
    return one(statement);
}

} // namespace sitebook
