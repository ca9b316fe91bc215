// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/core.h"

namespace sitebook {

class LocalPatientService final : public PatientService
{
    Q_OBJECT
public:
    LocalPatientService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent);
    [[nodiscard]] std::shared_ptr<const PatientList> list() const override { return m_snapshots.lists().patients; }
    [[nodiscard]] QFuture<Result<Patient>> load(const RecordId& id) override;
    [[nodiscard]] std::vector<Finding> check(const Patient& patient) const override;
    [[nodiscard]] QString nextFreeIdentifier() const override;
    [[nodiscard]] QFuture<Result<RecordId>> registerPatient(const Patient& patient) override;
    [[nodiscard]] QFuture<Result<>> update(const Patient& patient, const QString& reason) override;
    [[nodiscard]] QFuture<Result<>> voidPatient(const RecordId& id, const QString& reason) override;

private:
    void noteGiven(const QString& identifier, const QFuture<Result<RecordId>>& saved);
    void forgetListed();
    WorkspaceCore& m_core;
    Snapshots& m_snapshots;
    QHash<QString, int> m_given; // identifiers saved or being saved that the lists do not show yet
    mutable int m_freeHint = 1;
};

// Appends the first operation of a patient; Error AlreadyExists when the identifier is taken. For services and imports.
[[nodiscard]] Result<> appendPatient(WriteScope& scope, Operation op, const Patient& patient);

} // namespace sitebook
