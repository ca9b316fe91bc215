// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/fakedesk.h"

#include "core/journal/hashchain.h"

namespace sitebook::testing {

using namespace Qt::StringLiterals;

FakeDesk::FakeDesk(QString user, Role role)
    : m_user(std::move(user))
    , m_role(role)
    , m_head(chainOrigin())
{
}

Operation FakeDesk::blank(OpType type, Entity entity, const RecordId& record) const
{
    Operation op;
    op.opId = OpId::create();
    op.device = m_device;
    op.type = type;
    op.entity = entity;
    op.recordId = record;
    op.user = UserName(m_user);
    op.role = m_role;
    op.capturedAt = {1795420842113, 60};
    op.schema = entity == Entity::Report ? u"MDV.DEMO.1/F.PHQ9"_s : u"patient/1"_s;
    return op;
}

Operation FakeDesk::linked(Operation op)
{
    const QByteArray key(32, 'k');
    op.link.n = ++m_n;
    op.link.prev = m_head;
    op.link.oldDigest = fieldsDigest(Fields(), key);
    op.link.newDigest = fieldsDigest(op.set, key);
    op.link.hash = chainHash(op);
    m_head = op.link.hash;
    return op;
}

Operation FakeDesk::registerPatient(const QString& identifier, const QString& name, RecordId record)
{
    Operation op = blank(OpType::Create, Entity::Patient, record);
    Patient patient;
    patient.patientId = PatientId(identifier);
    patient.name = name;
    patient.dateOfBirth = PartialDate(QDate(1970, 2, 3));
    patient.siteId = SiteId(u"701"_s);
    patient.isEnrolled = true;
    op.set = patient.toFields();
    return linked(std::move(op));
}

Operation FakeDesk::editPatient(const RecordId& record, quint64 base, const QString& name, const QString& value)
{
    Operation op = blank(OpType::Set, Entity::Patient, record);
    op.baseVersion = base;
    op.set.set(name, value);
    op.reason = u"correction"_s;
    return linked(std::move(op));
}

Operation FakeDesk::report(const RecordId& patient, RecordId record)
{
    Operation op = blank(OpType::Create, Entity::Report, record);
    Report report;
    report.patient = patient;
    report.formOid = u"F.PHQ9"_s;
    report.eventOid = u"SE.BASELINE"_s;
    report.status = ReportStatus::Incomplete;
    report.items.set(u"IT.PHQ0101"_s, u"2"_s);
    op.set = report.toFields();
    return linked(std::move(op));
}

Operation FakeDesk::made(OpType type, Entity entity, const RecordId& record, const Fields& set)
{
    Operation op = blank(type, entity, record);
    op.set = set;
    return linked(std::move(op));
}

Operation FakeDesk::event(const QString& name)
{
    Operation op = blank(OpType::Event, Entity::Workspace, RecordId());
    op.set.set(action::key, name);
    return linked(std::move(op));
}

api::PushRequest FakeDesk::batch(std::vector<Operation> ops, const QString& epoch) const
{
    return {epoch, m_device, BatchId::create(), std::move(ops)};
}

} // namespace sitebook::testing
