// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/hashchain.h"
#include "core/store/projections.h"
#include "core/workspace/auditreader.h"

#include <QHash>

namespace sitebook {

namespace {

using CheckReport = AuditService::CheckReport;

void note(CheckReport& report, const QString& where, Message message)
{
    report.problems.push_back({where, std::move(message)});
}

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
                      m_database.prepare(
                          "SELECT id,device,n,op_id,type,entity,record_id,base_version,user,role,utc_ms,offset_min,"
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
        const QString where =
            QStringLiteral("journal %1/%2").arg(DeviceId::fromBytes(row.blob(1)).toString()).arg(row.integer(2));
        if (!op) {
            note(m_report, where, op.error().message);
            m_expected.remove(row.blob(1));
            return;
        }
        if (chainHash(*op) != op->link.hash)
            note(m_report, where,
                 QT_TRANSLATE_NOOP("messages", "This entry was altered: its hash does not fit its content."));
        checkLink(*op, where);
        const bool own = op->device == m_context.device;
        const bool whole = m_context.keys->has(KeyClass::Identifiers) && m_context.keys->has(KeyClass::Clinical);
        if (own && whole && fieldsDigest(op->set, m_context.keys->auditKey()) != op->link.newDigest)
            note(m_report, where,
                 QT_TRANSLATE_NOOP("messages", "The values of this entry are not those that were chained."));
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

bool sameFields(const Fields& a, const Fields& b)
{
    return difference(a, b).changed.isEmpty();
}

// Every record's row says what the fold of its operations says, in its sealed columns and in its clear ones, and no row
// stands without a history.
class RowCheck final
{
public:
    RowCheck(Database& database, const StoreContext& context, CheckReport& report)
        : m_database(database)
        , m_journal(database, context)
        , m_projections(database, m_journal, context)
        , m_context(context)
        , m_report(report)
    {
    }

    Result<> run()
    {
        SB_TRY_ASSIGN(Statement statement,
                      m_database.prepare("SELECT DISTINCT entity,record_id FROM journal WHERE entity<>2"));
        for (;;) {
            SB_TRY_ASSIGN(const bool found, statement.step());
            if (!found)
                return orphans();
            ++m_report.records;
            SB_TRY(check(static_cast<Entity>(statement.integer(0)), RecordId::fromBytes(statement.blob(1))));
        }
    }

private:
    static QString placeOf(const RecordId& record) { return QStringLiteral("record %1").arg(record.toString()); }

    Result<> check(Entity entity, const RecordId& record)
    {
        const auto folded = m_projections.fold(record);
        if (!folded)
            return {}; // the walk has named the entry that does not open
        const ProjectedTable& table = *ProjectedTable::of(entity);
        SB_TRY_ASSIGN(Statement row, m_database.prepare(table.selectSql()));
        row.bind(1, record.bytes());
        SB_TRY_ASSIGN(const bool found, row.step());
        if (!found) {
            note(m_report, placeOf(record), QT_TRANSLATE_NOOP("messages", "This record does not exist here."));
            return {};
        }
        const Result<Fields> fields = openFields(table, record, row);
        if (!fields)
            note(m_report, placeOf(record), fields.error().message);
        else if (!sameFields(*fields, folded->state.fields) ||
                 clearColumns(table, row) != expectedColumns(table, *folded))
            note(m_report, placeOf(record),
                 QT_TRANSLATE_NOOP("messages", "This record's row differs from its history."));
        return {};
    }

    // Of the keys that are here.
    Result<Fields> openFields(const ProjectedTable& table, const RecordId& record, const Statement& row)
    {
        Fields fields;
        int column = ProjectedTable::firstClear + static_cast<int>(table.clear().size());
        for (const ProjectedTable::SealedColumn& sealed : table.sealed()) {
            const QByteArray bytes = row.blob(column++);
            if (bytes.isEmpty() || !m_context.keys->has(sealed.keyClass))
                continue;
            const SealContext place =
                m_context.sealed(table.name(), sealed.name, record.bytes(), static_cast<quint64>(row.integer(1)));
            SB_TRY_ASSIGN(const QByteArray plain, m_context.keys->open(sealed.keyClass, place, bytes));
            SB_TRY_ASSIGN(const Fields part, Fields::decode(plain));
            for (const Fields::Entry& entry : part)
                fields.set(entry.name, entry.value);
        }
        return fields;
    }

    // What the row says in clear, and below what its history says, both in the order of the columns.
    static QStringList clearColumns(const ProjectedTable& table, const Statement& row)
    {
        QStringList columns;
        for (int column = 1; column < ProjectedTable::firstClear; ++column)
            columns << row.text(column);
        int column = ProjectedTable::firstClear;
        for (const ProjectedTable::ClearColumn& clear : table.clear()) {
            const bool blob = std::holds_alternative<QByteArray>(clear.of({}));
            columns << (blob ? QString::fromLatin1(row.blob(column).toHex()) : row.text(column));
            ++column;
        }
        return columns;
    }

    static QStringList expectedColumns(const ProjectedTable& table, const Projections::Folded& folded)
    {
        QStringList columns{QString::number(folded.state.version), QString::number(folded.trunk),
                            QString::number(folded.state.openConflicts.size()), QString::number(folded.changedMs)};
        for (const ProjectedTable::ClearColumn& clear : table.clear()) {
            const ProjectedTable::Value value = clear.of(folded.state.fields);
            if (const auto* number = std::get_if<qint64>(&value))
                columns << QString::number(*number);
            else if (const auto* bytes = std::get_if<QByteArray>(&value))
                columns << QString::fromLatin1(bytes->toHex());
            else
                columns << std::get<QString>(value);
        }
        return columns;
    }

    Result<> orphans()
    {
        for (const ProjectedTable& table : ProjectedTable::all()) {
            SB_TRY_ASSIGN(Statement statement, m_database.prepare(table.orphansSql()));
            for (;;) {
                SB_TRY_ASSIGN(const bool found, statement.step());
                if (!found)
                    break;
                note(m_report, placeOf(RecordId::fromBytes(statement.blob(0))),
                     QT_TRANSLATE_NOOP("messages", "This record has no history: nobody entered it."));
            }
        }
        return {};
    }

    Database& m_database;
    JournalTable m_journal;
    Projections m_projections;
    const StoreContext& m_context;
    CheckReport& m_report;
};

} // namespace

Result<AuditService::CheckReport> checkStore(Store& store, const Progress& progress, const CancelToken& cancel)
{
    return store.read<CheckReport>([&](Database& database) -> Result<CheckReport> {
        CheckReport report;
        SB_TRY_ASSIGN(const QStringList damage, database.integrity(true));
        for (const QString& sentence : damage)
            note(report, QStringLiteral("sitebook.db"),
                 Message(QT_TRANSLATE_NOOP("messages", "The database file is damaged: %1"), {sentence}));
        SB_TRY_ASSIGN(const Transaction moment, Transaction::beginReading(database));
        SB_TRY(ChainWalk(database, store.context(), report).run(progress, cancel));
        SB_TRY(RowCheck(database, store.context(), report).run());
        return report;
    });
}

} // namespace sitebook
