// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace sitebook::test {

// The real server program on a port and a database of its own; the port stays the same when it is started again.
class ServerProcess final
{
public:
    explicit ServerProcess(QString study)
        : m_study(std::move(study))
        , m_port(freePort())
    {
    }
    ~ServerProcess() { kill(); }
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    [[nodiscard]] QString database() const { return m_folder.filePath(QStringLiteral("server.db")); }
    [[nodiscard]] QStringList arguments() const
    {
        return {QStringLiteral("--listen"),
                QStringLiteral("127.0.0.1:%1").arg(m_port),
                QStringLiteral("--database"),
                database(),
                QStringLiteral("--study"),
                m_study,
                QStringLiteral("--log"),
                m_folder.filePath(QStringLiteral("server.log")),
                QStringLiteral("--poll-seconds"),
                QStringLiteral("1"),
                QStringLiteral("--login-per-minute"),
                QStringLiteral("1000")};
    }
    [[nodiscard]] static QString program() { return QStringLiteral(SITEBOOK_BINARY_DIR "/sitebook-server"); }

    bool addAccount(const QString& name, const QString& password, const QString& role = QStringLiteral("coordinator"),
                    const QString& site = QStringLiteral("701"))
    {
        QProcess adder;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SITEBOOK_PASSWORD"), password);
        adder.setProcessEnvironment(environment);
        adder.start(program(), {QStringLiteral("account"), QStringLiteral("add"), name, QStringLiteral("--role"), role,
                                QStringLiteral("--site"), site, QStringLiteral("--database"), database()});
        const bool done = adder.waitForFinished(30000) && adder.exitCode() == 0;
        if (!done)
            qWarning("account: %s", adder.readAllStandardError().constData());
        return done;
    }
    // True when it listens.
    bool start()
    {
        m_process = std::make_unique<QProcess>();
        m_process->start(program(), arguments());
        QByteArray said;
        while (!said.contains('\n') && m_process->waitForReadyRead(20000))
            said += m_process->readAllStandardOutput();
        if (!said.contains(url().toLatin1()))
            qWarning("server: %s %s", said.constData(), m_process->readAllStandardError().constData());
        return said.contains(url().toLatin1());
    }
    // As a power cut would end it.
    void kill()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished(10000);
        m_process.reset();
    }

private:
    static quint16 freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }

    QTemporaryDir m_folder;
    QString m_study;
    quint16 m_port;
    std::unique_ptr<QProcess> m_process;
};

} // namespace sitebook::test
