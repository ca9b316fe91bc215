// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/wire.h"

#include "core/api/wirereader.h"

#include <QJsonDocument>

namespace sitebook::api {

using namespace Qt::StringLiterals;

namespace {

QJsonObject changeJson(const Change& change)
{
    QJsonObject object{{u"seq"_s, static_cast<qint64>(change.seq)},
                       {u"version"_s, static_cast<qint64>(change.version)},
                       {u"outcome"_s, outcomeCode(change.outcome)},
                       {u"received_at"_s, timeText(change.receivedAtMs)},
                       {u"op"_s, toJson(change.op)}};
    if (!change.code.isEmpty())
        object.insert(u"code"_s, change.code);
    return object;
}

Result<Change> changeFromJson(const QJsonObject& object)
{
    WireReader reader(object);
    Change change;
    change.seq = reader.number("seq");
    change.version = reader.number("version");
    const auto outcome = outcomeFromCode(reader.text("outcome"));
    if (!outcome)
        reader.wrong("outcome");
    change.outcome = outcome.value_or(Outcome::Applied);
    change.code = reader.textOr("code");
    change.receivedAtMs = reader.timeMs("received_at");
    const QJsonObject operation = reader.object("op");
    SB_TRY(reader.finish());
    SB_TRY_ASSIGN(change.op, operationFromJson(operation));
    return change;
}

Result<StatusAnswer::Known> knownFromJson(const QJsonObject& object)
{
    WireReader reader(object);
    StatusAnswer::Known known;
    known.opId = reader.uuid<OpId>("op_id");
    known.seq = reader.number("seq");
    known.version = reader.number("version");
    const auto outcome = outcomeFromCode(reader.textOr("outcome", u"applied"_s));
    if (!outcome)
        reader.wrong("outcome");
    known.outcome = outcome.value_or(Outcome::Applied);
    SB_TRY(reader.finish());
    return known;
}

Result<std::vector<OpId>> idsFromJson(const QJsonArray& array, const char* key)
{
    std::vector<OpId> ids;
    ids.reserve(static_cast<size_t>(array.size()));
    for (const auto& entry : array) {
        ids.push_back(OpId::fromString(entry.toString()));
        if (ids.back().isNull())
            return fail(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "An operation id is not a UUID."),
                        QString::fromLatin1(key));
    }
    return ids;
}

QJsonArray idsJson(const std::vector<OpId>& ids)
{
    QJsonArray array;
    for (const OpId& id : ids)
        array.append(id.toString());
    return array;
}

} // namespace

QByteArray toBytes(const ChangesPage& page)
{
    QJsonArray changes;
    for (const Change& change : page.changes)
        changes.append(changeJson(change));
    const QJsonObject object{{u"epoch"_s, page.epoch},
                             {u"after"_s, static_cast<qint64>(page.after)},
                             {u"changes"_s, changes},
                             {u"next"_s, static_cast<qint64>(page.next)},
                             {u"head"_s, static_cast<qint64>(page.head)},
                             {u"durable_seq"_s, static_cast<qint64>(page.durableSeq)},
                             {u"more"_s, page.more},
                             {u"count"_s, changes.size()},
                             {u"end"_s, true}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<ChangesPage> changesPageFromBytes(const QByteArray& json)
{
    SB_TRY_ASSIGN(const QJsonObject object, parseObject(json));
    WireReader reader(object);
    ChangesPage page;
    page.epoch = reader.text("epoch");
    page.after = reader.number("after");
    page.next = reader.number("next");
    page.head = reader.number("head");
    page.durableSeq = reader.number("durable_seq");
    page.more = reader.flag("more");
    const QJsonArray changes = reader.array("changes");
    SB_TRY(reader.finish());
    SB_TRY(checkWhole(object, changes.size()));
    for (const auto& entry : changes) {
        SB_TRY_ASSIGN(Change change, changeFromJson(entry.toObject()));
        page.changes.push_back(std::move(change));
    }
    return page;
}

QByteArray statusRequestBytes(const std::vector<OpId>& ids)
{
    return QJsonDocument(QJsonObject{{u"op_ids"_s, idsJson(ids)}}).toJson(QJsonDocument::Compact);
}

Result<std::vector<OpId>> statusRequestFromBytes(const QByteArray& json)
{
    SB_TRY_ASSIGN(const QJsonObject object, parseObject(json));
    WireReader reader(object);
    const QJsonArray ids = reader.array("op_ids");
    SB_TRY(reader.finish());
    if (ids.size() > statusIdsLimit)
        return fail(ErrorCode::Invalid,
                    QT_TRANSLATE_NOOP("messages", "At most 1,000 operation ids can be asked at once."), u"op_ids"_s);
    return idsFromJson(ids, "op_ids");
}

QByteArray toBytes(const StatusAnswer& answer)
{
    QJsonArray known;
    for (const StatusAnswer::Known& entry : answer.known)
        known.append(QJsonObject{{u"op_id"_s, entry.opId.toString()},
                                 {u"seq"_s, static_cast<qint64>(entry.seq)},
                                 {u"version"_s, static_cast<qint64>(entry.version)},
                                 {u"outcome"_s, outcomeCode(entry.outcome)}});
    const QJsonArray unknown = idsJson(answer.unknown);
    const QJsonObject object{{u"epoch"_s, answer.epoch},
                             {u"known"_s, known},
                             {u"unknown"_s, unknown},
                             {u"count"_s, known.size() + unknown.size()},
                             {u"end"_s, true}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<StatusAnswer> statusAnswerFromBytes(const QByteArray& json)
{
    SB_TRY_ASSIGN(const QJsonObject object, parseObject(json));
    WireReader reader(object);
    StatusAnswer answer;
    answer.epoch = reader.text("epoch");
    const QJsonArray known = reader.array("known");
    const QJsonArray unknown = reader.array("unknown");
    SB_TRY(reader.finish());
    SB_TRY(checkWhole(object, known.size() + unknown.size()));
    for (const auto& entry : known) {
        SB_TRY_ASSIGN(StatusAnswer::Known item, knownFromJson(entry.toObject()));
        answer.known.push_back(std::move(item));
    }
    SB_TRY_ASSIGN(answer.unknown, idsFromJson(unknown, "unknown"));
    return answer;
}

} // namespace sitebook::api
