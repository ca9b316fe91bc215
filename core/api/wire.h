// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/merge.h"
#include "core/journal/operation.h"
#include "core/model/patient.h"

#include <QJsonObject>
#include <vector>

// The wire contract of SYNC.md as values and their JSON, used by desk and server alike. Parsers are strict: duplicate
// keys, depth over 32, invalid UTF-8, wrong types and missing keys are Error Protocol (or Invalid with `where` =
// field).
namespace sitebook::api {

inline constexpr int protocolVersion = 1;
inline constexpr int batchOperations = 50; // measured knee
inline constexpr int batchOperationsLimit = 200;
inline constexpr qint64 batchBytesLimit = 1024 * 1024;
inline constexpr int statusIdsLimit = 1000;
inline constexpr int changesLimit = 200;

// Parses JSON text strictly into an object.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray& json);

[[nodiscard]] QJsonObject toJson(const Operation& operation);
[[nodiscard]] Result<Operation> operationFromJson(const QJsonObject& object);

// POST /api/v1/sites/{site}/ops
struct PushRequest
{
    QString epoch;
    DeviceId device;
    BatchId batch;
    std::vector<Operation> ops;
};
[[nodiscard]] QByteArray toBytes(const PushRequest& request);
[[nodiscard]] Result<PushRequest> pushRequestFromBytes(const QByteArray& json);

enum class ItemStatus { Applied, Duplicate, Merged, Conflict, Rejected, Retry };
struct ItemResult
{
    OpId opId;
    ItemStatus status = ItemStatus::Applied;
    quint64 version = 0;
    quint64 seq = 0;
    Outcome outcome = Outcome::Applied; // of the first time, for Duplicate
    QStringList fields;                 // merged or in conflict
    QString code;                       // Rejected, Conflict: "op_id_reuse", "duplicate_patient", ...
    QString field;
    QString message;
    int retryAfterSeconds = 0;
};

// Signed by the server (Ed25519, SECURITY.md): over length-prefixed
// ("sitebook.receipt.1", site, device, n, hash, server time ms, seq); integers 8 bytes big-endian.
struct Receipt
{
    quint64 deviceN = 0;
    QByteArray hash;
    qint64 serverTimeMs = 0;
    quint64 seq = 0;
    QString keyId;
    QByteArray signature;
};
[[nodiscard]] QByteArray receiptMessage(const QString& site, const DeviceId& device, const Receipt& receipt);

struct PushAnswer
{
    BatchId batch;
    QString epoch;
    qint64 serverTimeMs = 0;
    quint64 durableSeq = 0; // the durable watermark: what is at or below is confirmed
    std::vector<ItemResult> results;
    std::optional<Receipt> receipt;
};
[[nodiscard]] QByteArray toBytes(const PushAnswer& answer);
// Error Protocol unless JSON is whole, end:true, and count matches.
[[nodiscard]] Result<PushAnswer> pushAnswerFromBytes(const QByteArray& json);

// GET /api/v1/sites/{site}/changes
struct Change
{
    quint64 seq = 0;
    quint64 version = 0; // of the record after it
    Outcome outcome = Outcome::Applied;
    QString code; // of a conflict
    qint64 receivedAtMs = 0;
    Operation op;
};
struct ChangesPage
{
    QString epoch;
    quint64 after = 0;
    quint64 next = 0;
    quint64 head = 0;
    quint64 durableSeq = 0;
    bool more = false;
    std::vector<Change> changes;
};
[[nodiscard]] QByteArray toBytes(const ChangesPage& page);
[[nodiscard]] Result<ChangesPage> changesPageFromBytes(const QByteArray& json);

// POST /api/v1/sites/{site}/ops/status: {"op_ids": [...]} -> {"known": [{op_id, seq, version}], "unknown": [...],
// count, end}
struct StatusAnswer
{
    QString epoch;
    struct Known
    {
        OpId opId;
        quint64 seq = 0;
        quint64 version = 0;
        Outcome outcome = Outcome::Applied;
    };
    std::vector<Known> known;
    std::vector<OpId> unknown;
};
[[nodiscard]] QByteArray statusRequestBytes(const std::vector<OpId>& ids);
[[nodiscard]] Result<std::vector<OpId>> statusRequestFromBytes(const QByteArray& json);
[[nodiscard]] QByteArray toBytes(const StatusAnswer& answer);
[[nodiscard]] Result<StatusAnswer> statusAnswerFromBytes(const QByteArray& json);

// GET /api/v1/meta
struct Meta
{
    qint64 serverTimeMs = 0;
    QString epoch;
    int protocolMin = protocolVersion;
    int protocolMax = protocolVersion;
    QString studyOid;
    QString studyVersionOid;
    int pollSeconds = 60;
    QString receiptKeyId;
    QByteArray receiptPublicKey;
};
[[nodiscard]] QByteArray toBytes(const Meta& meta);
[[nodiscard]] Result<Meta> metaFromBytes(const QByteArray& json);

// POST /api/auth/login, /refresh. Body {username, password, device_id} / {refreshToken, device_id}.
struct LoginAnswer
{
    QString token;
    QString refreshToken;
    int expiresInSeconds = 0;
    Account user;
};
[[nodiscard]] QByteArray toBytes(const LoginAnswer& answer);
[[nodiscard]] Result<LoginAnswer> loginAnswerFromBytes(const QByteArray& json);

// Every error body: {"error", "code", "requestId"[, "field"]}.
[[nodiscard]] QByteArray errorBytes(const Error& error, const QString& requestId, const QString& sentence);
[[nodiscard]] Error errorFromBytes(const QByteArray& json, int httpStatus);

// A patient of GET /api/v1/patients: {"patientId","name","dateOfBirth","isEnrolled",...}.
[[nodiscard]] QJsonObject patientJson(const Patient& patient);

// "sha-256=:base64:" of RFC 9530.
[[nodiscard]] QByteArray contentDigest(const QByteArray& body);

} // namespace sitebook::api
