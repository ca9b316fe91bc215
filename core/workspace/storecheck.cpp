// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/hashchain.h"
#include "core/store/projections.h"
#include "core/store/recordreader.h"
#include "core/workspace/auditreader.h"

#include <QHash>

namespace sitebook {

namespace {

using CheckReport = AuditService::CheckReport;

void note(CheckReport& report, const QString& where, Message message) { report.problems.push_back({where, std::move(message)}); }

// Walks the journal once: every seal opens, every hash is right, every chain is whole, own digests fit the values.
class ChainWalk final
{
public:
    ChainWalk(Database& database, const StoreContext& context, CheckReport& report)
        : m_database(database)
        , m_context(context)
        , m_journal(database, context)
        , m_report(report)
    {
    }

    Result<> run(const Progress& progress, const CancelToken& cancel)
    {
        SB_TRY_ASSIGN(const qint64 total, m_database.scalar("SELECT count(*) FROM journal"));
        SB_TRY_ASSIGN(Statement statement,
                      m_database.prepare("SELECT id,device,n,op_id,type,entity,record_id,base_version,user,role,utc_ms,offset_min,"
                                         "clock,schema,prev,hash,old_digest,new_digest,reason,body_ident,body_clin "
                                         "FROM journal ORDER BY device,n"));
        for (;;) {
            SB_TRY_ASSIGN(const bool found, statement.step());
            if (!found)
                return {};
            if (cancel.isCancelled())
                return fail(ErrorCode::Cancelled, QT_TRANSLATE_NOOP("messages", "Cancelled; nothing was changed."));
            ++m_report.operations;
            check(statement);
            if (progress && m_report.operations % 500 == 0)
                progress(m_report.operations, total);
        }
    }

private:
    void check(const Statement& row)
    {
        auto op = m_journal.readRow(row);
        const QString where = QStringLiteral("journal %1/%2").arg(DeviceId::fromBytes(row.blob(1)).toString()).arg(row.integer(2));
        if (!op) {
            note(m_report, where, op.error().message);
            m_expected.remove(row.blob(1));
            return;
        }
        if (chainHash(*op) != op->link.hash)
            note(m_report, where, QT_TRANSLATE_NOOP("messages", "This entry was altered: its hash does not fit its content."));
        checkLink(*op, where);
        const bool own = op->device == m_context.device;
        const bool whole = m_context.keys->has(KeyClass::Identifiers) && m_context.keys->has(KeyClass::Clinical);
        if (own && whole && fieldsDigest(op->set, m_context.keys->auditKey()) != op->link.newDigest)
            note(m_report, where, QT_TRANSLATE_NOOP("messages", "The values of this entry are not those that were chained."));
    }

    void checkLink(const Operation& op, const QString& where)
    {
        const QByteArray device = op.device.bytes();
        const auto previous = m_expected.constFind(device);
        const quint64 expectedN = previous == m_expected.constEnd() ? 1 : previous->first + 1;
        const QByteArray expectedHash = previous == m_expected.constEnd() ? chainOrigin() : previous->second;
        // Another desk's refused operations never came here: its chain may have gaps, but no wrong links.
        const bool gap = op.link.n != expectedN && op.device != m_context.device;
        if (op.link.n != expectedN && op.device == m_context.device)
            note(m_report, where, QT_TRANSLATE_NOOP("messages", "An entry is missing before this one."));
        else if (!gap && op.link.prev != expectedHash)
            note(m_report, where, QT_TRANSLATE_NOOP("messages", "This entry does not follow the one before it."));
        m_expected.insert(device, {op.link.n, op.link.hash});
    }

    Database& m_database;
    const StoreContext& m_context;
    JournalTable m_journal;
    CheckReport& m_report;
    QHash<QByteArray, std::pair<quint64, QByteArray>> m_expected;
};

bool sameFields(const Fields& a, const Fields& b) { return difference(a, b).changed.isEmpty(); }

// Every record's row says what the fold of its operations says.
Result<> checkProjections(Database& database, const StoreContext& context, CheckReport& report)
{
    JournalTable journal(database, context);
    Projections projections(database, journal, context);
    RecordReader reader(database, context);
    SB_TRY_ASSIGN(Statement statement, database.prepare("SELECT DISTINCT entity,record_id FROM journal WHERE entity<2"));
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return {};
        ++report.records;
        const auto record = RecordId::fromBytes(statement.blob(1));
        const auto folded = projections.fold(record);
        if (!folded)
            continue; // the walk has named the entry that does not open
        Result<Fields> row = Fields();
        if (statement.integer(0) == 0)
            row = reader.patient(record).map([](const RecordReader::PatientHead& head) { return head.patient.toFields(); });
        else
            row = reader.report(record).map([](const Report& stored) { return stored.toFields(); });
        const QString where = QStringLiteral("record %1").arg(record.toString());
        if (!row)
            note(report, where, row.error().message);
        else if (!sameFields(*row, folded->state.fields))
            note(report, where, QT_TRANSLATE_NOOP("messages", "This record's row differs from its history."));
    }
}

} // namespace

Result<AuditService::CheckReport> checkStore(Store& store, const Progress& progress, const CancelToken& cancel)
{
    return store.read<CheckReport>([&](Database& database) -> Result<CheckReport> {
        CheckReport report;
        SB_TRY_ASSIGN(const QStringList damage, database.integrity(true));
        for (const QString& sentence : damage)
            note(report, QStringLiteral("sitebook.db"),
                 Message(QT_TRANSLATE_NOOP("messages", "The database file is damaged: %1"), {sentence}));
        SB_TRY(ChainWalk(database, store.context(), report).run(progress, cancel));
        SB_TRY(checkProjections(database, store.context(), report));
        return report;
    });
}

} // namespace sitebook
