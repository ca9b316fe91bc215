// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localpatientservice.h"

#include "core/store/recordreader.h"
#include "core/workspace/likeness.h"

#include <QFutureWatcher>
#include <algorithm>

namespace sitebook {

namespace {

const QString patientSchema = QStringLiteral("patient/1");
constexpr int largestIdentifierNumber = 10'000'000;

Error takenError()
{
    return {
        ErrorCode::AlreadyExists,
        QT_TRANSLATE_NOOP("messages", "This identifier belongs to another patient already. Take the next free one."),
        field::patientId};
}

Message likenessMessage(const Likeness& likeness)
{
    const PatientRow& row = *likeness.patient;
    if (likeness.name == NameLikeness::Same && likeness.birth == BirthLikeness::Same)
        return {QT_TRANSLATE_NOOP("messages", "Patient %1 has the same name and date of birth. Is it the same person?"),
                {row.patientId}};
    return {QT_TRANSLATE_NOOP("messages", "Patient %1 looks much the same: %2, born %3. Is it the same person?"),
            {row.patientId, row.name, row.dateOfBirth.toString()}};
}

Result<> appendChange(WriteScope& scope, Operation op, const Patient& wanted)
{
    RecordReader reader(scope.database, scope.context);
    SB_TRY_ASSIGN(const RecordReader::PatientHead head, reader.patient(op.recordId));
    if (head.patient.voided)
        return fail(ErrorCode::NotFound,
                    QT_TRANSLATE_NOOP("messages", "This patient was voided; nothing can be changed."));
    const FieldsDifference changes = difference(head.patient.toFields(), wanted.toFields());
    if (changes.changed.isEmpty())
        return {};
    SB_TRY(refuseUnseen(scope, op.recordId, wanted.version, changes.changed));
    if (changes.changed.contains(field::patientId)) {
        SB_TRY_ASSIGN(const auto owner, reader.patientByIdentifier(wanted.patientId.toString()));
        if (owner && *owner != op.recordId)
            return fail(takenError());
    }
    op.baseVersion = head.trunk;
    op.set = changes.changed;
    SealedOperation sealed = sealOperation(scope.context, std::move(op), changes.old);
    SB_TRY(scope.append(sealed));
    return {};
}

} // namespace

Result<> appendPatient(WriteScope& scope, Operation op, const Patient& patient)
{
    RecordReader reader(scope.database, scope.context);
    SB_TRY_ASSIGN(const auto owner, reader.patientByIdentifier(patient.patientId.toString()));
    if (owner)
        return fail(takenError());
    op.set = patient.toFields();
    SealedOperation sealed = sealOperation(scope.context, std::move(op), {});
    SB_TRY(scope.append(sealed));
    return {};
}

LocalPatientService::LocalPatientService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent)
    : PatientService(parent)
    , m_core(core)
    , m_snapshots(snapshots)
{
    connect(&snapshots, &Snapshots::patientsChanged, this, [this] {
        forgetListed();
        Q_EMIT listChanged();
    });
}

QFuture<Result<Patient>> LocalPatientService::load(const RecordId& id)
{
    return m_core.onWorker<Patient>([this, id]() -> Result<Patient> {
        return m_core.store->read<Patient>([&](Database& database) -> Result<Patient> {
            RecordReader reader(database, m_core.store->context());
            SB_TRY_ASSIGN(RecordReader::PatientHead head, reader.patient(id));
            return std::move(head.patient);
        });
    });
}

std::vector<Finding> LocalPatientService::check(const Patient& patient) const
{
    std::vector<Finding> findings = checkPatient(*m_core.study, patient, QDate::currentDate());
    const QString identifier = patient.patientId.toString();
    const PatientList& list = *m_snapshots.lists().patients;
    if (!identifier.isEmpty() && m_snapshots.lists().identifiers.contains(identifier)) {
        const auto owner = std::find_if(list.rows().begin(), list.rows().end(), [&](const PatientRow& row) {
            return row.patientId == identifier && row.recordId != patient.recordId;
        });
        if (owner != list.rows().end())
            findings.push_back({Severity::Error, field::patientId, QStringLiteral("duplicate"), takenError().message});
    }
    constexpr size_t mostNamed = 3;
    for (const Likeness& likeness : likePatients(list, patient, mostNamed))
        if (likeness.patient->patientId != identifier) // that one is named above
            findings.push_back(
                {Severity::Warning, field::name, QStringLiteral("duplicate"), likenessMessage(likeness)});
    return findings;
}

QString LocalPatientService::nextFreeIdentifier() const
{
    const QSet<QString>& taken = m_snapshots.lists().identifiers;
    for (int number = m_freeHint; number < largestIdentifierNumber; ++number) {
        QString identifier = m_core.study->identifiers.nth(number);
        if (identifier.isEmpty())
            break;
        if (!taken.contains(identifier) && !m_given.contains(identifier)) {
            m_freeHint = number;
            return identifier;
        }
    }
    return {};
}

// Two registrations in quick succession: the second must not be offered the identifier of the first.
void LocalPatientService::noteGiven(const QString& identifier, const QFuture<Result<RecordId>>& saved)
{
    ++m_given[identifier];
    auto* watcher = new QFutureWatcher<Result<RecordId>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, identifier] {
        // The other one of the same identifier, where there are two, may still be stored.
        if (!watcher->result() && --m_given[identifier] == 0)
            m_given.remove(identifier);
        watcher->deleteLater();
    });
    watcher->setFuture(saved);
}

void LocalPatientService::forgetListed()
{
    m_given.removeIf(
        [&listed = m_snapshots.lists().identifiers](const auto& given) { return listed.contains(given.key()); });
}

QFuture<Result<RecordId>> LocalPatientService::registerPatient(const Patient& patient)
{
    if (auto allowed = require(m_core.user.role, Action::RegisterPatient); !allowed)
        return ready<RecordId>(fail(allowed.error()));
    Patient registered = patient;
    if (registered.recordId.isNull())
        registered.recordId = RecordId::create();
    if (registered.siteId.isEmpty())
        registered.siteId = m_core.info.site;
    if (auto sound = noErrors(checkPatient(*m_core.study, registered, QDate::currentDate())); !sound)
        return ready<RecordId>(fail(sound.error()));
    const Operation op = m_core.operation(Entity::Patient, OpType::Create, registered.recordId, patientSchema);
    auto saved = m_core.store->writer().write<RecordId>([op, registered](WriteScope& scope) -> Result<RecordId> {
        SB_TRY(appendPatient(scope, op, registered));
        return registered.recordId;
    });
    noteGiven(registered.patientId.toString(), saved);
    return saved;
}

QFuture<Result<>> LocalPatientService::update(const Patient& patient, const QString& reason)
{
    if (auto allowed = require(m_core.user.role, Action::EditPatient); !allowed)
        return readyError(allowed.error());
    if (reason.trimmed().isEmpty())
        return readyError(reasonMissing());
    if (auto sound = noErrors(checkPatient(*m_core.study, patient, QDate::currentDate())); !sound)
        return readyError(sound.error());
    Operation op = m_core.operation(Entity::Patient, OpType::Set, patient.recordId, patientSchema);
    op.reason = reason;
    return m_core.store->writer().write<void>(
        [op, patient](WriteScope& scope) { return appendChange(scope, op, patient); });
}

QFuture<Result<>> LocalPatientService::voidPatient(const RecordId& id, const QString& reason)
{
    if (auto allowed = require(m_core.user.role, Action::VoidRecord); !allowed)
        return readyError(allowed.error());
    if (reason.trimmed().isEmpty())
        return readyError(reasonMissing());
    Operation op = m_core.operation(Entity::Patient, OpType::Void, id, patientSchema);
    op.reason = reason;
    return m_core.store->writer().write<void>([op](WriteScope& scope) mutable -> Result<> {
        RecordReader reader(scope.database, scope.context);
        SB_TRY_ASSIGN(const RecordReader::PatientHead head, reader.patient(op.recordId));
        op.baseVersion = head.trunk;
        SealedOperation sealed = sealOperation(scope.context, op, {});
        SB_TRY(scope.append(sealed));
        return {};
    });
}

} // namespace sitebook
