// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/reportpreparer.h"
#include "core/store/recordreader.h"
#include "core/store/store.h"
#include "core/study/readers/reader.h"

#include <QTemporaryDir>
#include <QTest>

namespace sitebook::test {

// A clock that stands still until it is moved.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return {m_utcMs.load(), 60}; }
    void set(qint64 utcMs) { m_utcMs = utcMs; }
    void advance(qint64 ms) { m_utcMs += ms; }

private:
    std::atomic<qint64> m_utcMs{1'800'000'000'000};
};

inline std::shared_ptr<const StudyDefinition> demoStudy()
{
    static const auto study = readStudyFile(QStringLiteral(SITEBOOK_SOURCE_DIR "/resources/studies/demo.xml"));
    return study ? study->study : nullptr;
}

// A store in a folder of its own with fresh keys and the demo study; no passwords, so that it opens at once.
class TestStore final
{
public:
    explicit TestStore(std::shared_ptr<const KeyRing> ring = KeyRing::generate(1))
        : keys(std::move(ring))
        , device(DeviceId::create())
        , path(folder.filePath(QStringLiteral("sitebook.db")))
    {
        NewStore facts{QStringLiteral("workspace"), device, site, {}, QStringLiteral("S.DEMO"), QStringLiteral("1"),
                       QStringLiteral("Demo")};
        const auto created = Store::create(path, facts);
        if (!created)
            qFatal("%s", qUtf8Printable(created.error().english()));
        open();
    }
    void open(Writer::Listener listener = {})
    {
        auto opened = Store::open(path, {site, device, keys, &clock}, std::move(listener));
        if (!opened)
            qFatal("%s", qUtf8Printable(opened.error().english()));
        store = std::move(*opened);
    }
    void reopen()
    {
        store.reset();
        open();
    }
    [[nodiscard]] Operation operation(Entity entity, OpType type, const RecordId& record, const Fields& set) const
    {
        Operation op;
        op.opId = OpId::create();
        op.device = device;
        op.type = type;
        op.entity = entity;
        op.recordId = record;
        op.set = set;
        op.user = UserName(QStringLiteral("li.wei"));
        op.capturedAt = clock.now();
        op.schema = QStringLiteral("patient/1");
        return op;
    }
    Result<> append(const Operation& op)
    {
        return store->writer()
            .write<void>([op](WriteScope& scope) -> Result<> {
                SealedOperation sealed = sealOperation(scope.context, op, {});
                SB_TRY(scope.append(sealed));
                return {};
            })
            .result();
    }
    RecordId addPatient(const QString& identifier, const QString& name = QStringLiteral("Zzq-Canary, Ana"))
    {
        Patient patient;
        patient.recordId = RecordId::create();
        patient.patientId = PatientId(identifier);
        patient.name = name;
        patient.dateOfBirth = PartialDate(QDate(1961, 4, 2));
        patient.siteId = site;
        const auto added = append(operation(Entity::Patient, OpType::Create, patient.recordId, patient.toFields()));
        return added ? patient.recordId : RecordId();
    }
    qint64 count(const char* sql)
    {
        return store->read<qint64>([sql](Database& database) { return database.scalar(sql); }).value_or(-1);
    }

    QTemporaryDir folder;
    FakeClock clock;
    std::shared_ptr<const KeyRing> keys;
    DeviceId device;
    SiteId site{QStringLiteral("701")};
    QString path;
    std::unique_ptr<Store> store;
};

// A PHQ-9 of the demo study with the nine answers given.
inline Report phq9(const RecordId& patient, const QList<int>& answers,
                   const QString& event = QStringLiteral("SE.BASELINE"))
{
    Report report;
    report.recordId = RecordId::create();
    report.patient = patient;
    report.formOid = QStringLiteral("F.PHQ9");
    report.eventOid = event;
    report.status = ReportStatus::Complete;
    for (int i = 0; i < answers.size(); ++i)
        report.items.set(QStringLiteral("IT.PHQ010%1").arg(i + 1), QString::number(answers[i]));
    report.items.set(QStringLiteral("IT.PHQ0110"), QStringLiteral("1"));
    return report;
}

} // namespace sitebook::test
