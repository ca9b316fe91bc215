// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sync/scriptedserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QUrlQuery>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook::sync {

namespace {

constexpr qint64 nowMs = 1'700'000'000'000;

// Null until the whole request has come.
std::optional<ScriptedServer::Request> parse(QByteArray& buffer)
{
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    ScriptedServer::Request request;
    QList<QByteArray> lines = buffer.left(headEnd).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    request.method = first.value(0);
    request.path = first.value(1);
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("content-length").toLongLong();
    if (buffer.size() < headEnd + 4 + length)
        return std::nullopt;
    request.body = buffer.mid(headEnd + 4, length);
    buffer.remove(0, headEnd + 4 + length);
    return request;
}

} // namespace

QByteArray ScriptedServer::Request::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

ScriptedServer::ScriptedServer()
    : model(SiteId(u"701"_s), u"S.DEMO"_s)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port");
}

QUrl ScriptedServer::url() const
{
    return QUrl(QString(u"http://127.0.0.1:"_s + QString::number(m_server.serverPort())));
}

void ScriptedServer::script(const QByteArray& path, Step step)
{
    m_script.emplace_back(path, std::move(step));
}

int ScriptedServer::count(const QByteArray& path) const
{
    return static_cast<int>(std::count_if(requests.begin(), requests.end(),
                                          [&path](const Request& request) { return request.path.startsWith(path); }));
}

void ScriptedServer::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void ScriptedServer::read(QTcpSocket* socket)
{
    QByteArray buffer = socket->property("buffer").toByteArray() + socket->readAll();
    while (auto request = parse(buffer)) {
        requests.push_back(*request);
        serve(*socket, *request);
    }
    socket->setProperty("buffer", buffer);
}

void ScriptedServer::serve(QTcpSocket& socket, const Request& request)
{
    const auto step = std::find_if(m_script.begin(), m_script.end(),
                                   [&request](const auto& entry) { return request.path.startsWith(entry.first); });
    if (step == m_script.end()) {
        write(socket, truth(request));
        return;
    }
    const Step act = step->second;
    m_script.erase(step);
    act(socket, request);
}

simulation::ModelAnswer ScriptedServer::session(const Request& request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.path == "/api/auth/logout") {
        ++logouts;
        simulation::ModelAnswer done;
        done.status = 204;
        return done;
    }
    const bool login = request.path == "/api/auth/login";
    const QString expectedRefresh = u"refresh"_s + QString::number(tokens);
    const bool good = login ? body["password"_L1].toString().toUtf8() == password
                            : body["refreshToken"_L1].toString() == expectedRefresh;
    if (!good)
        return simulation::ModelServer::error(401, "credentials");
    ++tokens;
    validToken = "token" + QByteArray::number(tokens);
    api::LoginAnswer answer;
    answer.token = QString::fromLatin1(validToken);
    answer.refreshToken = u"refresh"_s + QString::number(tokens);
    answer.expiresInSeconds = 600;
    answer.user.userName = UserName(u"meyer"_s);
    answer.user.displayName = u"A. Meyer"_s;
    answer.user.siteId = SiteId(u"701"_s);
    simulation::ModelAnswer done;
    done.body = api::toBytes(answer);
    return done;
}

simulation::ModelAnswer ScriptedServer::truth(const Request& request)
{
    const QUrl asked = QUrl::fromEncoded(request.path);
    const QUrlQuery query(asked);
    if (asked.path().startsWith("/api/auth/"_L1))
        return session(request);
    if (asked.path() == "/api/v1/meta"_L1)
        return model.meta();
    if (request.header("authorization") != "Bearer " + validToken)
        return simulation::ModelServer::error(401, "token");
    if (asked.path() == "/api/v1/sites/701/ops"_L1)
        return model.push(request.body, nowMs);
    if (asked.path() == "/api/v1/sites/701/ops/status"_L1)
        return model.status(request.body);
    if (asked.path() == "/api/v1/sites/701/changes"_L1) {
        const QByteArray tag = request.header("if-none-match");
        return model.changes(query.queryItemValue(u"epoch"_s), query.queryItemValue(u"after"_s).toULongLong(),
                             tag.isEmpty() ? std::nullopt : std::optional(tag));
    }
    return simulation::ModelServer::error(404, "not_found");
}

void ScriptedServer::write(QTcpSocket& socket, const simulation::ModelAnswer& answer, const QByteArray& extraHeader)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Word\r\n";
    if (answer.status != 304 && answer.status != 204)
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    if (answer.headers.contentDigest)
        head += "Content-Digest: " + *answer.headers.contentDigest + "\r\n";
    if (answer.headers.etag)
        head += "ETag: " + *answer.headers.etag + "\r\n";
    socket.write(head + extraHeader + "\r\n" + answer.body);
}

ScriptedServer::Step ScriptedServer::status(int status, const QByteArray& extraHeader)
{
    return [status, extraHeader](QTcpSocket& socket, const Request&) {
        write(socket, simulation::ModelServer::error(status, "scripted"), extraHeader);
    };
}

ScriptedServer::Step ScriptedServer::cutChunks()
{
    return [this](QTcpSocket& socket, const Request& request) {
        const simulation::ModelAnswer answer = truth(request);
        const QByteArray part = answer.body.left(answer.body.size() / 2);
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Digest: " +
                     answer.headers.contentDigest.value_or(QByteArray()) + "\r\n\r\n" +
                     QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n");
        socket.disconnectFromHost();
    };
}

ScriptedServer::Step ScriptedServer::cutLength()
{
    return [this](QTcpSocket& socket, const Request& request) {
        const simulation::ModelAnswer answer = truth(request);
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n" +
                     answer.body.left(20));
        socket.disconnectFromHost();
    };
}

ScriptedServer::Step ScriptedServer::cutClose()
{
    return [this](QTcpSocket& socket, const Request& request) {
        const simulation::ModelAnswer answer = truth(request);
        socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + answer.body.left(answer.body.size() - 5));
        socket.disconnectFromHost();
    };
}

ScriptedServer::Step ScriptedServer::takeAndReset()
{
    return [this](QTcpSocket& socket, const Request& request) {
        static_cast<void>(truth(request));
        socket.abort();
    };
}

ScriptedServer::Step ScriptedServer::silence()
{
    return [](QTcpSocket&, const Request&) {};
}

ScriptedServer::Step ScriptedServer::flood(qint64 bytes)
{
    return [bytes](QTcpSocket& socket, const Request&) {
        socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        socket.write(QByteArray(bytes, 'x'));
        socket.disconnectFromHost();
    };
}

} // namespace sitebook::sync
