// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/answers.h"
#include "app/server/routes/routes.h"

#include <QCryptographicHash>

namespace sitebook::server {

void routes::meta(const Call& call)
{
    const Services& services = call.services;
    api::Meta meta;
    meta.epoch = services.store.epoch();
    meta.studyOid = services.study->studyOid;
    meta.studyVersionOid = services.study->versionOid;
    meta.pollSeconds = services.pollSeconds;
    meta.receiptKeyId = services.receipts->id();
    meta.receiptPublicKey = services.receipts->publicKey();
    // The tag is of everything but the time, which is all that changes while the server runs.
    const QByteArray tag =
        '"' + QCryptographicHash::hash(api::toBytes(meta), QCryptographicHash::Sha256).toHex().left(32) + '"';
    meta.serverTimeMs = services.clock.now().utcMs;
    HttpResponse response;
    if (call.request.ifNoneMatch == std::string_view(tag.constData(), static_cast<size_t>(tag.size())))
        response.status = 304;
    else
        response = jsonAnswer(200, api::toBytes(meta));
    response.headers = "ETag: " + tag.toStdString() + "\r\n";
    call.answer(std::move(response));
}

void routes::openApi(const Call& call)
{
    call.answer(jsonAnswer(200, call.services.openApi));
}

void routes::health(const Call& call)
{
    call.answer(jsonAnswer(200, "{\"status\":\"ok\"}"));
}

// Ready while the store can be read.
void routes::ready(const Call& call)
{
    const auto reader = call.services.roundReader(call.exchange);
    const auto readable = reader ? (*reader)->headOf(SiteId()) : Result<quint64>(fail(reader.error()));
    if (readable)
        call.answer(jsonAnswer(200, "{\"status\":\"ready\"}"));
    else
        call.answer(503, readable.error());
}

void routes::metrics(const Call& call)
{
    HttpResponse response;
    response.contentType = "text/plain; version=0.0.4; charset=utf-8";
    response.body = call.services.metrics.text();
    call.answer(std::move(response));
}

} // namespace sitebook::server
