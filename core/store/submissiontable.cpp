// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/submissiontable.h"

#include "core/store/notnull.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sitebook {

namespace {

SealContext place(const StoreContext& context, const RecordId& record)
{
    return context.sealed("submissions", "body", record.bytes(), 1);
}

Result<Report> openBody(const StoreContext& context, const RecordId& record, const QByteArray& sealed)
{
    SB_TRY_ASSIGN(const QByteArray plain, context.keys->open(KeyClass::Clinical, place(context, record), sealed));
    SB_TRY_ASSIGN(const Fields fields, Fields::decode(plain));
    SB_TRY_ASSIGN(Report report, Report::fromFields(fields));
    report.recordId = record;
    return report;
}

// Columns: id, source, record_id, user, role, queued_ms, attempts
Submission head(const Statement& row)
{
    Submission submission;
    submission.id = row.integer(0);
    submission.source = row.text(1);
    submission.report.recordId = RecordId::fromBytes(row.blob(2));
    submission.user = UserName(row.text(3));
    submission.role = static_cast<Role>(row.integer(4));
    submission.queuedUtcMs = row.integer(5);
    submission.attempts = static_cast<int>(row.integer(6));
    return submission;
}

} // namespace

QString messageToText(const Message& message)
{
    QJsonArray parts{message.text};
    for (const QString& argument : message.args)
        parts.append(argument);
    return QString::fromUtf8(QJsonDocument(parts).toJson(QJsonDocument::Compact));
}

Message messageFromText(const QString& text)
{
    const QJsonArray parts = QJsonDocument::fromJson(text.toUtf8()).array();
    Message message;
    message.text = parts.at(0).toString();
    for (qsizetype i = 1; i < parts.size(); ++i)
        message.args << parts.at(i).toString();
    return message;
}

namespace submissions {

Result<> insert(WriteScope& scope, const std::vector<Submission>& rows)
{
    SB_TRY_ASSIGN(Statement statement,
                  scope.database.prepare("INSERT INTO submissions(source,form,record_id,user,role,queued_ms,body)"
                                         "VALUES(?,?,?,?,?,?,?)"));
    for (const Submission& row : rows) {
        const QByteArray body = scope.context.keys->seal(KeyClass::Clinical, place(scope.context, row.report.recordId),
                                                         row.report.toFields().encode());
        statement.bind(1, notNull(row.source))
            .bind(2, notNull(row.report.formOid))
            .bind(3, row.report.recordId.bytes())
            .bind(4, notNull(row.user.toString()))
            .bind(5, static_cast<int>(row.role))
            .bind(6, row.queuedUtcMs)
            .bind(7, body);
        SB_TRY(statement.run());
    }
    scope.change.queue = true;
    return {};
}

Result<qint64> claimEnd(Database& database, qint64 after, int limit)
{
    SB_TRY_ASSIGN(
        Statement statement,
        database.prepare("SELECT coalesce(max(id),0) FROM (SELECT id FROM submissions WHERE quarantined=0 AND id>? "
                         "ORDER BY id LIMIT ?)"));
    statement.bind(1, after).bind(2, limit);
    SB_TRY(statement.step());
    return statement.integer(0);
}

Result<std::vector<Submission>> claimed(Database& database, const StoreContext& context, qint64 after, qint64 upTo,
                                        std::vector<Quarantine>& damaged)
{
    SB_TRY_ASSIGN(Statement statement,
                  database.prepare("SELECT id,source,record_id,user,role,queued_ms,attempts,body FROM submissions "
                                   "WHERE quarantined=0 AND id>? AND id<=? ORDER BY id"));
    statement.bind(1, after).bind(2, upTo);
    std::vector<Submission> rows;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return rows;
        Submission submission = head(statement);
        auto report = openBody(context, submission.report.recordId, statement.blobView(7));
        if (!report) {
            damaged.push_back({submission.id, report.error().word(), {}, report.error().message});
            continue;
        }
        submission.report = std::move(*report);
        rows.push_back(std::move(submission));
    }
}

Result<bool> remove(WriteScope& scope, qint64 id)
{
    SB_TRY_ASSIGN(Statement statement, scope.database.prepare("DELETE FROM submissions WHERE id=? AND quarantined=0"));
    statement.bind(1, id);
    SB_TRY(statement.run());
    scope.change.queue = true;
    return scope.database.changes() == 1;
}

Result<> quarantine(WriteScope& scope, const Quarantine& why)
{
    SB_TRY_ASSIGN(Statement statement,
                  scope.database.prepare("UPDATE submissions SET quarantined=1,attempts=attempts+1,code=?,"
                                         "field=?,reason=? WHERE id=?"));
    statement.bind(1, notNull(why.code)).bind(2, notNull(why.field)).bind(3, messageToText(why.reason)).bind(4, why.id);
    scope.change.queue = true;
    return statement.run();
}

Result<qint64> retry(WriteScope& scope, qint64 id)
{
    SB_TRY_ASSIGN(
        Statement statement,
        scope.database.prepare("UPDATE submissions SET quarantined=0 WHERE quarantined=1 AND (?1=0 OR id=?1)"));
    statement.bind(1, id);
    SB_TRY(statement.run());
    scope.change.queue = true;
    return scope.database.changes();
}

Result<SubmissionCounts> counts(Database& database)
{
    SB_TRY_ASSIGN(const qint64 all, database.scalar("SELECT count(*) FROM submissions"));
    SB_TRY_ASSIGN(const qint64 aside, database.scalar("SELECT count(*) FROM submissions WHERE quarantined=1"));
    return SubmissionCounts{all - aside, aside};
}

Result<std::vector<QuarantinedRow>> list(Database& database, const StoreContext& context, int limit)
{
    SB_TRY_ASSIGN(Statement statement,
                  database.prepare(
                      "SELECT id,source,record_id,user,role,queued_ms,attempts,body,quarantined,code,field,reason,form "
                      "FROM submissions ORDER BY quarantined DESC,id LIMIT ?"));
    statement.bind(1, limit);
    std::vector<QuarantinedRow> rows;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return rows;
        QuarantinedRow row;
        row.submission = head(statement);
        if (auto report = openBody(context, row.submission.report.recordId, statement.blobView(7)))
            row.submission.report = std::move(*report);
        row.submission.report.formOid = statement.text(12);
        row.quarantined = statement.integer(8) != 0;
        row.why = {row.submission.id, statement.text(9), statement.text(10), messageFromText(statement.text(11))};
        rows.push_back(std::move(row));
    }
}

} // namespace submissions

} // namespace sitebook
