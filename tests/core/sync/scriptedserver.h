// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/modelserver.h"

#include <QTcpServer>
#include <QUrl>
#include <deque>
#include <functional>

class QTcpSocket;

namespace sitebook::sync {

// A server on a real port that answers truly (ModelServer), or, for one request each, as the script says.
class ScriptedServer final : public QObject
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray path; // with its query
        QList<std::pair<QByteArray, QByteArray>> headers;
        QByteArray body;
        [[nodiscard]] QByteArray header(const QByteArray& name) const; // lower case
    };
    // What to write; the socket is closed afterwards unless the answer says how long it is.
    using Step = std::function<void(QTcpSocket& socket, const Request& request)>;

    ScriptedServer();

    [[nodiscard]] QUrl url() const;
    simulation::ModelServer model;
    std::vector<Request> requests;
    QByteArray password = "correct";
    QByteArray validToken;
    int tokens = 0; // how many access tokens were given
    int logouts = 0;

    // The next request whose path begins with `path` is answered by `step`.
    void script(const QByteArray& path, Step step);
    [[nodiscard]] int count(const QByteArray& path) const;
    void stop() { m_server.close(); }

    [[nodiscard]] static Step status(int status, const QByteArray& extraHeader = {});
    [[nodiscard]] Step cutChunks();    // chunked, cut before the last chunk
    [[nodiscard]] Step cutLength();    // shorter than its Content-Length
    [[nodiscard]] Step cutClose();     // neither length nor chunks, cut by closing
    [[nodiscard]] Step takeAndReset(); // handled, then the connection breaks
    [[nodiscard]] static Step silence();
    [[nodiscard]] static Step flood(qint64 bytes);

private:
    void accept();
    void read(QTcpSocket* socket);
    void serve(QTcpSocket& socket, const Request& request);
    [[nodiscard]] simulation::ModelAnswer truth(const Request& request);
    [[nodiscard]] simulation::ModelAnswer session(const Request& request);
    static void write(QTcpSocket& socket, const simulation::ModelAnswer& answer, const QByteArray& extraHeader = {});

    QTcpServer m_server;
    std::deque<std::pair<QByteArray, Step>> m_script;
};

} // namespace sitebook::sync
