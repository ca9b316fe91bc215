// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/serverprocess.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>

namespace sitebook::testing {

using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(SITEBOOK_BINARY_DIR "/sitebook-server");

QProcessEnvironment environment()
{
    QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString& name : own.keys())
        if (name.startsWith("SITEBOOK_"_L1))
            own.remove(name);
    own.insert(u"SITEBOOK_PASSWORD"_s, ServerProcess::password);
    own.remove(u"QT_LOGGING_RULES"_s);
    return own;
}

} // namespace

QJsonObject HttpResult::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString HttpResult::code() const
{
    return json().value(u"code"_s).toString();
}

ServerProcess::ServerProcess()
{
    m_process.setProcessEnvironment(environment());
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_network.setAutoDeleteReplies(false);
}

ServerProcess::~ServerProcess()
{
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

bool ServerProcess::start(const QStringList& arguments)
{
    QStringList all{u"--demo"_s,    u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s,
                    databasePath(), u"--log"_s,    logPath()};
    all += arguments;
    m_process.start(program, all);
    while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
        if (!m_process.waitForReadyRead(20'000))
            return false;
    const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
    static const QRegularExpression place(u"^Sitebook server listening on http://127\\.0\\.0\\.1:(\\d+)$"_s);
    const auto match = place.match(line);
    m_port = static_cast<quint16>(match.captured(1).toUInt());
    m_network.clearConnectionCache();
    return match.hasMatch();
}

int ServerProcess::run(const QStringList& arguments, QByteArray* errors, QByteArray* output)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program, arguments);
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished();
        return -1;
    }
    if (errors != nullptr)
        *errors = process.readAllStandardError();
    if (output != nullptr)
        *output = process.readAllStandardOutput();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(10'000);
}

int ServerProcess::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(20'000))
        return -1;
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

HttpResult ServerProcess::request(const QByteArray& method, const QString& path, const QByteArray& body,
                                  const Headers& headers)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(QString::number(m_port), path)));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(20'000);
    request.setRawHeader("Content-Type", "application/json");
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    for (const auto& [name, value] : headers)
        request.setRawHeader(name, value);
    QNetworkReply* reply = m_network.sendCustomRequest(request, method, body);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(25'000);
    HttpResult result;
    result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    result.body = reply->readAll();
    for (const auto& [name, value] : reply->rawHeaderPairs())
        result.headers.insert(name.toLower(), value);
    reply->deleteLater();
    return result;
}

bool ServerProcess::signIn(const QString& user, const QString& device)
{
    QJsonObject body{{u"username"_s, user}, {u"password"_s, password}};
    if (!device.isEmpty())
        body.insert(u"device_id"_s, device);
    m_token.clear();
    const HttpResult result = post(u"/api/auth/login"_s, QJsonDocument(body).toJson());
    m_token = result.json().value(u"token"_s).toString().toLatin1();
    m_refreshToken = result.json().value(u"refreshToken"_s).toString();
    return result.status == 200 && !m_token.isEmpty();
}

QString ServerProcess::epoch()
{
    return get(u"/api/v1/meta"_s).json().value(u"epoch"_s).toString();
}

QByteArray ServerProcess::raw(const QByteArray& bytes, int timeoutMs)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    if (!socket.waitForConnected(timeoutMs))
        return {};
    socket.write(bytes);
    QElapsedTimer clock;
    clock.start();
    while (socket.state() == QAbstractSocket::ConnectedState && clock.elapsed() < timeoutMs)
        socket.waitForReadyRead(50);
    return socket.readAll();
}

} // namespace sitebook::testing
