// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/auditreader.h"

#include "core/workspace/searchkey.h"

namespace sitebook {

namespace {

// The identifier of the patient an entry is about, and the form of a report's entry.
constexpr const char* headSql =
    "SELECT j.id,j.user,j.type,j.entity,j.record_id,j.utc_ms,j.op_id,j.reason,"
    "CASE j.entity WHEN 0 THEN (SELECT patient_id FROM patients p WHERE p.record_id=j.record_id) "
    "WHEN 1 THEN (SELECT p.patient_id FROM reports r JOIN patients p ON p.record_id=r.patient WHERE "
    "r.record_id=j.record_id) "
    "ELSE '' END FROM journal j WHERE (?1='' OR j.user=?1) AND (?2<0 OR j.type=?2) AND (?3<0 OR j.entity=?3) AND "
    "(?4 IS NULL OR j.record_id=?4) AND j.utc_ms>=?5 AND (?6=0 OR j.utc_ms<=?6) ORDER BY j.id DESC";

bool matchesText(const QStringList& words, const QString& haystack)
{
    return std::all_of(words.begin(), words.end(),
                       [&haystack](const QString& word) { return haystack.contains(word); });
}

} // namespace

Result<std::vector<qint64>> AuditReader::matching(const AuditFilter& filter)
{
    SB_TRY_ASSIGN(Statement statement, m_database.prepare(headSql));
    statement.bind(1, filter.user.isNull() ? QStringLiteral("") : filter.user)
        .bind(2, filter.type ? static_cast<int>(*filter.type) : -1)
        .bind(3, filter.entity ? static_cast<int>(*filter.entity) : -1)
        .bind(4, filter.recordId.bytes())
        .bind(5, filter.fromUtcMs)
        .bind(6, filter.untilUtcMs);
    const QStringList words = foldedForSearch(filter.text).split(u' ', Qt::SkipEmptyParts);
    std::vector<qint64> rows;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return rows;
        if (!words.isEmpty()) {
            SB_TRY_ASSIGN(const QString reason,
                          openReason(m_context, OpId::fromBytes(statement.blob(6)), statement.blobView(7)));
            const QString haystack = statement.text(1) + u' ' + statement.text(8) + u' ' + reason;
            if (!matchesText(words, foldedForSearch(haystack)))
                continue;
        }
        rows.push_back(statement.integer(0));
    }
}

Result<AuditService::Page> AuditReader::page(const AuditFilter& filter, qint64 offset, int limit)
{
    SB_TRY_ASSIGN(const auto rows, matching(filter));
    AuditService::Page page;
    page.total = static_cast<qint64>(rows.size());
    const auto from = static_cast<size_t>(std::clamp<qint64>(offset, 0, page.total));
    const auto until = std::min(rows.size(), from + static_cast<size_t>(limit));
    for (size_t i = from; i < until; ++i) {
        SB_TRY_ASSIGN(AuditEntry one, entry(rows[i]));
        page.entries.push_back(std::move(one));
    }
    return page;
}

Result<AuditEntry> AuditReader::entry(qint64 row)
{
    SB_TRY_ASSIGN(const Operation op, m_journal.operation(row));
    AuditEntry entry;
    entry.opId = op.opId;
    entry.n = op.link.n;
    entry.device = op.device;
    entry.ownDevice = op.device == m_context.device;
    entry.type = op.type;
    entry.entity = op.entity;
    entry.recordId = op.recordId;
    entry.user = op.user;
    entry.role = op.role;
    entry.capturedAt = op.capturedAt;
    entry.clockQuality = op.clockQuality;
    entry.reason = op.reason;
    SB_TRY(addChanges(entry, row, op));
    return entry;
}

// What each field was before this entry, from the earlier operations of the record.
Result<> AuditReader::addChanges(AuditEntry& entry, qint64 row, const Operation& op)
{
    Fields before;
    if (op.entity != Entity::Workspace) {
        SB_TRY_ASSIGN(const auto history, m_journal.ofRecord(op.recordId));
        for (const JournalTable::Row& earlier : history) {
            if (earlier.id == row)
                break;
            if (earlier.seq && earlier.outcome == Outcome::Conflict)
                continue;
            for (const Fields::Entry& field : earlier.op.set)
                before.set(field.name, field.value);
        }
    }
    const auto shown = [](const FieldValue& value) {
        return value.missing == MissingReason::None ? value.text : missingCode(value.missing);
    };
    for (const Fields::Entry& field : op.set) {
        const FieldValue* old = before.find(field.name);
        entry.changes.push_back({field.name, old ? shown(*old) : QString(), shown(field.value)});
        before.set(field.name, field.value);
    }
    entry.formOid = before.text(field::form);
    RecordId patient = op.entity == Entity::Patient ? op.recordId : RecordId::fromString(before.text(field::patient));
    SB_TRY_ASSIGN(Statement statement, m_database.prepare("SELECT patient_id FROM patients WHERE record_id=?"));
    statement.bind(1, patient.bytes());
    SB_TRY_ASSIGN(const bool found, statement.step());
    if (found)
        entry.patientId = statement.text(0);
    return {};
}

} // namespace sitebook
