// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/apiclient.h"

#include "core/api/wire.h"
#include "core/base/logging.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace sitebook::sync {

namespace {

constexpr qint64 bytesPerSecondAllowed = 32 * 1024;

QByteArray randomHex(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    do {
        for (char& byte : random)
            byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    } while (random.count('\0') == random.size()); // all zeros is not a valid identifier
    return random.toHex();
}

std::optional<QByteArray> headerOf(const QNetworkReply& reply, const char* name)
{
    if (!reply.hasRawHeader(name))
        return std::nullopt;
    return reply.rawHeader(name);
}

// Qt reports 4xx and 5xx as errors too; those are answers. Everything below is no answer, whatever status Qt has seen:
// a body cut short leaves "200" behind.
std::optional<HttpFailure> failureOf(const QNetworkReply& reply, int status)
{
    switch (reply.error()) {
    case QNetworkReply::NoError:
        break;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return HttpFailure::Unreachable;
    case QNetworkReply::OperationCanceledError: // the transfer time-out
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return HttpFailure::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return HttpFailure::Untrusted;
    case QNetworkReply::RemoteHostClosedError:
        return status > 0 ? HttpFailure::Truncated : HttpFailure::Reset;
    default:
        if (status < 400)
            return HttpFailure::Reset;
        break;
    }
    return status > 0 ? std::nullopt : std::optional(HttpFailure::Reset);
}

} // namespace

ApiClient::ApiClient(ApiSettings settings, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    startTrace();
}

ApiClient::~ApiClient()
{
    abortAll();
}

void ApiClient::startTrace()
{
    m_traceId = randomHex(16);
}

QNetworkRequest ApiClient::networkRequest(const ApiRequest& request, const QString& requestId) const
{
    QUrl url = m_settings.server;
    QString prefix = url.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    const QString path = prefix + request.path;
    url.setPath(path, QUrl::TolerantMode);
    url.setQuery(request.query);
    QNetworkRequest network(url);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    const qint64 allowance = request.body.size() / bytesPerSecondAllowed * 1000;
    network.setTransferTimeout(m_settings.timeoutMs + static_cast<int>(allowance));
    network.setHeader(QNetworkRequest::UserAgentHeader, QString(u"sitebook/"_s + QStringLiteral(SITEBOOK_VERSION)));
    network.setRawHeader("Accept", "application/json");
    network.setRawHeader("Accept-Encoding", "identity"); // the digest is over these very bytes
    network.setRawHeader("Accept-Language", QString(m_settings.language).replace(u'_', u'-').toUtf8());
    network.setRawHeader("X-Request-Id", requestId.toLatin1());
    network.setRawHeader("traceparent", "00-" + m_traceId + '-' + randomHex(8) + "-01");
    if (!request.bearer.isEmpty())
        network.setRawHeader("Authorization", "Bearer " + request.bearer);
    if (!request.idempotencyKey.isEmpty())
        network.setRawHeader("Idempotency-Key", request.idempotencyKey);
    if (request.ifNoneMatch)
        network.setRawHeader("If-None-Match", *request.ifNoneMatch);
    if (request.method == "POST") {
        network.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        network.setRawHeader("Content-Digest", api::contentDigest(request.body));
    }
    if (!m_settings.caCertificates.isEmpty()) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setCaCertificates(QSslCertificate::fromData(m_settings.caCertificates, QSsl::Pem));
        network.setSslConfiguration(tls);
    }
    return network;
}

quint64 ApiClient::send(const ApiRequest& request, Handler handler)
{
    const quint64 ticket = ++m_lastTicket;
    const QString requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QNetworkRequest network = networkRequest(request, requestId);
    QNetworkReply* reply = request.method == "POST" ? m_network.post(network, request.body) : m_network.get(network);
    m_pending[ticket] = Pending{reply, std::move(handler), {}, requestId, false};
    connect(reply, &QNetworkReply::readyRead, this, [this, ticket] { readMore(ticket); });
    connect(reply, &QNetworkReply::finished, this, [this, ticket] { finish(ticket); });
    return ticket;
}

void ApiClient::readMore(quint64 ticket)
{
    const auto found = m_pending.find(ticket);
    if (found == m_pending.end() || found->second.tooLarge || !found->second.reply->isOpen())
        return;
    Pending& pending = found->second;
    pending.body += pending.reply->readAll();
    if (pending.body.size() > m_settings.answerLimit) {
        pending.tooLarge = true;
        pending.body.clear();
        pending.reply->abort();
    }
}

void ApiClient::finish(quint64 ticket)
{
    readMore(ticket);
    const auto found = m_pending.find(ticket);
    if (found == m_pending.end())
        return;
    Pending pending = std::move(found->second);
    m_pending.erase(found);
    QNetworkReply& reply = *pending.reply;
    reply.deleteLater();
    ApiAnswer answer;
    answer.requestId = pending.requestId;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.failure = pending.tooLarge ? std::optional(HttpFailure::TooLarge) : failureOf(reply, answer.status);
    answer.headers = {headerOf(reply, "Retry-After"), headerOf(reply, "Content-Digest"), headerOf(reply, "ETag")};
    answer.body = std::move(pending.body);
    bool announced = false;
    const qint64 length = reply.rawHeader("Content-Length").toLongLong(&announced);
    if (!answer.failure && announced && answer.status != 304 && length != answer.body.size())
        answer.failure = HttpFailure::Truncated;
    qCInfo(lcSync).noquote() << "request" << pending.requestId << "status" << answer.status << "error"
                             << static_cast<int>(reply.error());
    pending.handler(answer);
}

void ApiClient::abort(quint64 ticket)
{
    const auto found = m_pending.find(ticket);
    if (found == m_pending.end())
        return;
    QNetworkReply* reply = found->second.reply;
    m_pending.erase(found);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void ApiClient::abortAll()
{
    while (!m_pending.empty())
        abort(m_pending.begin()->first);
}

} // namespace sitebook::sync
