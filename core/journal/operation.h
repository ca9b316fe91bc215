// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/model/account.h"
#include "core/model/fields.h"

#include <QObject>

namespace sitebook {
namespace ops {
Q_NAMESPACE

enum class Type { Create, Set, Void, Sign, Lock, Unlock, Query, Answer, Close, Resolve, Event, Verify };
Q_ENUM_NS(Type)

enum class Entity { Patient, Report, Workspace, Visit, Query };
Q_ENUM_NS(Entity)

enum class ClockQuality { Unverified, Verified, RolledBack };
Q_ENUM_NS(ClockQuality)

} // namespace ops

using OpType = ops::Type;
using Entity = ops::Entity;
using ClockQuality = ops::ClockQuality;

// The link of an operation in its device's chain. Digests are 32 bytes: keyed BLAKE2b over the canonical old and new
// values of the changed fields (never bare), `hash` as SECURITY.md "Proof" says; see hashchain.h.
struct AuditLink
{
    quint64 n = 0; // 1, 2, 3 ... per device; equals device_seq
    QByteArray prev;
    QByteArray hash;
    QByteArray oldDigest;
    QByteArray newDigest;
    friend bool operator==(const AuditLink&, const AuditLink&) = default;
};

// One immutable change: a row of the journal, an entry of the audit trail, an element of the outbox, a step of history.
struct Operation
{
    OpId opId;
    DeviceId device;
    OpType type = OpType::Create;
    Entity entity = Entity::Patient;
    RecordId recordId;
    quint64 baseVersion = 0; // the server's version of the record its author had seen; 0 = none
    Fields set;              // only the changed fields
    UserName user;
    Role role = Role::Coordinator;
    Instant capturedAt;
    ClockQuality clockQuality = ClockQuality::Unverified;
    QString reason; // reason for change; required after the first save
    QString schema; // "<MetaDataVersion OID>/<FormOID>" or "patient/1"
    AuditLink link;
    friend bool operator==(const Operation&, const Operation&) = default;
};

// Well-known actions of OpType::Event on Entity::Workspace, in the field "action"; more fields say what exactly.
namespace action {
inline const QString key = QStringLiteral("action");
inline const QString signIn = QStringLiteral("sign_in");
inline const QString signInFailed = QStringLiteral("sign_in_failed");
inline const QString viewIdentities = QStringLiteral("view_identities");
inline const QString exportData = QStringLiteral("export");
inline const QString importData = QStringLiteral("import");
inline const QString sync = QStringLiteral("sync");
inline const QString workspaceCreated = QStringLiteral("workspace_created");
} // namespace action

[[nodiscard]] QString typeCode(OpType type);     // "create", "set", ...
[[nodiscard]] QString entityCode(Entity entity); // "patient", "report", "workspace", "visit", "query"
[[nodiscard]] QString clockCode(ClockQuality quality);
[[nodiscard]] std::optional<OpType> opTypeFromCode(QStringView code);
[[nodiscard]] std::optional<Entity> entityFromCode(QStringView code);
[[nodiscard]] std::optional<ClockQuality> clockFromCode(QStringView code);

} // namespace sitebook
