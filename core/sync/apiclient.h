// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/events.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>
#include <QUrlQuery>
#include <functional>
#include <map>

class QNetworkReply;
class QNetworkRequest;

namespace sitebook::sync {

struct ApiSettings
{
    QUrl server;               // scheme, host, port, and a path prefix if there is one
    QString language;          // of the server's sentences: "en", "zh_CN"
    QByteArray caCertificates; // PEM; empty: those of the system
    int timeoutMs = 30 * 1000; // without progress, plus 1 s for each 32 KiB sent
    qint64 answerLimit = 16 * 1024 * 1024;
};

struct ApiRequest
{
    QByteArray method; // GET or POST
    QString path;      // "/api/v1/meta", percent-encoded
    QUrlQuery query;
    QByteArray body;
    QByteArray bearer;
    QByteArray idempotencyKey;
    std::optional<QByteArray> ifNoneMatch;
};

// Either a failure, or an answer with its status.
struct ApiAnswer
{
    std::optional<HttpFailure> failure;
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    QString requestId;
};

// Requests of the study's server over one QNetworkAccessManager: HTTP/1.1, no redirects followed, no cookies, a
// time-out on each, the answer's size limited while it is read. Belongs to the thread that made it, which needs an
// event loop. Qt re-sends a POST by itself when a connection breaks, so every request must be safe to arrive twice.
class ApiClient final : public QObject
{
public:
    using Handler = std::function<void(const ApiAnswer&)>;

    explicit ApiClient(ApiSettings settings, QObject* parent = nullptr);
    ~ApiClient() override;

    // The handler is called once, later, in this thread, unless abort() or the destructor comes first.
    quint64 send(const ApiRequest& request, Handler handler);
    void abort(quint64 ticket);
    void abortAll();
    // Requests from here on belong to a new trace (W3C traceparent).
    void startTrace();

private:
    struct Pending
    {
        QNetworkReply* reply = nullptr;
        Handler handler;
        QByteArray body;
        QString requestId;
        bool tooLarge = false;
    };

    [[nodiscard]] QNetworkRequest networkRequest(const ApiRequest& request, const QString& requestId) const;
    void readMore(quint64 ticket);
    void finish(quint64 ticket);

    ApiSettings m_settings;
    QNetworkAccessManager m_network;
    std::map<quint64, Pending> m_pending;
    quint64 m_lastTicket = 0;
    QByteArray m_traceId;
};

} // namespace sitebook::sync
