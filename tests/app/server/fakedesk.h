// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/wire.h"
#include "core/model/report.h"

namespace sitebook::testing {

// Makes operations as a desk does: one chain, one device.
class FakeDesk final
{
public:
    explicit FakeDesk(QString user = QStringLiteral("demo"), Role role = Role::Coordinator);

    [[nodiscard]] const DeviceId& device() const { return m_device; }
    [[nodiscard]] Operation registerPatient(const QString& identifier, const QString& name,
                                            RecordId record = RecordId::create());
    [[nodiscard]] Operation editPatient(const RecordId& record, quint64 base, const QString& name,
                                        const QString& value);
    [[nodiscard]] Operation report(const RecordId& patient, RecordId record = RecordId::create());
    [[nodiscard]] Operation event(const QString& action);
    [[nodiscard]] Operation made(OpType type, Entity entity, const RecordId& record, const Fields& set);
    // Links any operation into the chain of this desk.
    [[nodiscard]] Operation linked(Operation op);
    [[nodiscard]] api::PushRequest batch(std::vector<Operation> ops, const QString& epoch = {}) const;

private:
    [[nodiscard]] Operation blank(OpType type, Entity entity, const RecordId& record) const;
    QString m_user;
    Role m_role;
    DeviceId m_device = DeviceId::create();
    quint64 m_n = 0;
    QByteArray m_head;
};

} // namespace sitebook::testing
