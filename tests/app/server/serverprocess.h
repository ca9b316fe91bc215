// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

namespace sitebook::testing {

struct HttpResult
{
    int status = 0;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; // names in lower case
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QString code() const;
};

// A real server process on a free port with the demo study, in a folder of its own.
class ServerProcess final
{
public:
    ServerProcess();
    ~ServerProcess();

    static inline const QString password = QStringLiteral("correct horse battery");

    // Starts (again) on the same database; false when it did not come up.
    [[nodiscard]] bool start(const QStringList& arguments = {});
    // Runs the program to its end; the exit code.
    int run(const QStringList& arguments, QByteArray* errors = nullptr, QByteArray* output = nullptr);
    void kill();
    // Asks it to stop and waits; the exit code.
    int stop();
    void terminate() { m_process.terminate(); }
    [[nodiscard]] QProcess& process() { return m_process; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString databasePath() const { return m_folder.filePath(QStringLiteral("server.db")); }
    [[nodiscard]] QString logPath() const { return m_folder.filePath(QStringLiteral("server.log")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    [[nodiscard]] HttpResult request(const QByteArray& method, const QString& path, const QByteArray& body = {},
                                     const Headers& headers = {});
    [[nodiscard]] HttpResult get(const QString& path, const Headers& headers = {})
    {
        return request("GET", path, {}, headers);
    }
    [[nodiscard]] HttpResult post(const QString& path, const QByteArray& body, const Headers& headers = {})
    {
        return request("POST", path, body, headers);
    }
    // Signs in and keeps the token for what follows.
    [[nodiscard]] bool signIn(const QString& user = QStringLiteral("demo"), const QString& device = {});
    void setToken(const QByteArray& token) { m_token = token; }
    [[nodiscard]] QByteArray token() const { return m_token; }
    [[nodiscard]] QString refreshToken() const { return m_refreshToken; }
    [[nodiscard]] QString epoch();

    // Writes raw bytes to a new connection and reads until the server closes it.
    [[nodiscard]] QByteArray raw(const QByteArray& bytes, int timeoutMs = 5000);

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QNetworkAccessManager m_network;
    quint16 m_port = 0;
    QByteArray m_token;
    QString m_refreshToken;
};

} // namespace sitebook::testing
