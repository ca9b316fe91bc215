// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/localworkspacemanager.h"
#include "tests/support/tempsettings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace sitebook::test {

// The result of a future, while events go on.
template <class T>
Result<T> resultOf(QFuture<Result<T>> future, int timeoutMs = 60000)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, timeoutMs))
        return fail(ErrorCode::Internal, "The test waited in vain.");
    return future.result();
}

template <class T>
QByteArray sentence(const Result<T>& result)
{
    return result ? QByteArray() : result.error().word().toUtf8() + ": " + result.error().english().toUtf8();
}

// A file of the real data; empty when it is not there.
inline QString realFile(const QString& path)
{
    const QString folder = qEnvironmentVariable("SITEBOOK_TEST_DATA", QStringLiteral(SITEBOOK_TEST_DATA));
    const QString file = folder + u'/' + path;
    return !folder.isEmpty() && QFile::exists(file) ? file : QString();
}

inline QString studyFile(const QString& name)
{
    return QStringLiteral(SITEBOOK_SOURCE_DIR "/resources/studies/") + name;
}

// A manager with a keychain in memory, and workspaces in a folder of their own.
class TestDesk final
{
public:
    static inline const QString password = QStringLiteral("correct horse 7");

    TestDesk()
        : manager(std::make_unique<LocalWorkspaceManager>(makeMemoryStore()))
    {
    }
    [[nodiscard]] QString path(const QString& name = QStringLiteral("workspace")) const
    {
        return folder.filePath(name);
    }
    [[nodiscard]] WorkspaceSetup setup(const QString& study = QStringLiteral("demo.xml"),
                                       const QString& serverUrl = {}) const
    {
        return {path(),
                studyFile(study),
                SiteId(QStringLiteral("701")),
                UserName(QStringLiteral("li.wei")),
                QStringLiteral("Li Wei"),
                Role::Coordinator,
                password,
                serverUrl};
    }
    // Creates and opens; a failure ends the test program, since nothing after it would say anything.
    void start(const QString& study = QStringLiteral("demo.xml")) { start(setup(study)); }
    void start(const WorkspaceSetup& wanted)
    {
        const auto created = resultOf(manager->create(wanted));
        if (!created)
            qFatal("%s", sentence(created).constData());
        recoveryCode = created->recoveryCode;
        user = wanted.user;
        place = wanted.path;
        open();
    }
    void open()
    {
        auto opened = resultOf(manager->open(place, user, password));
        if (!opened)
            qFatal("%s", sentence(opened).constData());
        workspace = std::move(*opened);
    }
    void close()
    {
        if (!workspace)
            return;
        QSignalSpy closed(workspace.get(), &Workspace::closed);
        workspace->close();
        if (!QTest::qWaitFor([&closed] { return closed.count() == 1; }, 20000))
            qFatal("the workspace does not close");
        workspace.reset();
    }
    void reopen()
    {
        close();
        open();
    }

    // Registered, and in the list.
    RecordId add(const QString& identifier, const QString& name = QStringLiteral("Ana Zzq"),
                 const QString& sex = QStringLiteral("F"))
    {
        const auto id = resultOf(workspace->patients().registerPatient(patient(identifier, name, sex)));
        if (!id)
            qFatal("%s", sentence(id).constData());
        if (!QTest::qWaitFor([&] { return workspace->patients().list()->find(*id) != nullptr; }, 10000))
            qFatal("the list does not come");
        return *id;
    }
    [[nodiscard]] static Patient patient(const QString& identifier, const QString& name = QStringLiteral("Ana Zzq"),
                                         const QString& sex = QStringLiteral("F"))
    {
        Patient patient;
        patient.patientId = PatientId(identifier);
        patient.name = name;
        patient.sex = sex;
        patient.dateOfBirth = PartialDate(QDate(1961, 4, 2));
        return patient;
    }
    // PHQ-9 of the demo study: nine times `answer`.
    [[nodiscard]] static Report phq9(const RecordId& patient, int answer = 1,
                                     const QString& event = QStringLiteral("SE.BASELINE"))
    {
        Report report;
        report.patient = patient;
        report.formOid = QStringLiteral("F.PHQ9");
        report.eventOid = event;
        report.status = ReportStatus::Complete;
        for (int i = 1; i <= 9; ++i)
            report.items.set(QStringLiteral("IT.PHQ010%1").arg(i), QString::number(answer));
        if (answer > 0)
            report.items.set(QStringLiteral("IT.PHQ0110"), QStringLiteral("1"));
        return report;
    }
    [[nodiscard]] Patient load(const RecordId& id) const
    {
        return resultOf(workspace->patients().load(id)).value_or(Patient());
    }
    [[nodiscard]] Report loadReport(const RecordId& id) const
    {
        return resultOf(workspace->reports().load(id)).value_or(Report());
    }
    [[nodiscard]] bool queueIsEmpty() const
    {
        const QueueStatus status = workspace->queue().status();
        return status.queued == 0 && status.claimed == 0 && !status.running;
    }

    QTemporaryDir folder;
    QString place;
    UserName user;
    QString recoveryCode;
    std::unique_ptr<LocalWorkspaceManager> manager;
    std::shared_ptr<Workspace> workspace;
};

} // namespace sitebook::test
