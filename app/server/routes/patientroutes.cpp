// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/answers.h"
#include "app/server/routes/routes.h"

#include "core/base/poolstart.h"
#include "core/security/permissions.h"
#include "core/text/strictjson.h"

#include <QJsonDocument>

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageDefault = 100;
constexpr int pageLimit = 500;

// Who may not see identities gets the patient without them.
QByteArray visible(const QByteArray& json, Role role)
{
    if (may(role, Action::ViewIdentities))
        return json;
    QJsonObject object = QJsonDocument::fromJson(json).object();
    for (const QString& name : object.keys())
        if (isIdentifying(name))
            object.remove(name);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Error notFound()
{
    return {ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "Patient not found")};
}

HttpResponse pageAnswer(const StoreReader::PatientPage& page, Role role)
{
    HttpResponse response;
    std::string& body = response.body;
    body = "{\"patients\":[";
    for (const QByteArray& json : page.bodies) {
        if (body.back() == '}')
            body += ',';
        const QByteArray shown = visible(json, role);
        body.append(shown.constData(), static_cast<size_t>(shown.size()));
    }
    body += "],\"next\":";
    if (page.next.isEmpty())
        body += "null";
    else
        json::appendString(body, page.next.toStdString());
    body += ",\"count\":" + std::to_string(page.bodies.size()) + ",\"end\":true}";
    return response;
}

} // namespace

void routes::patient(const Call& call)
{
    const Role role = call.claims->role;
    if (const auto allowed = require(role, Action::ViewClinical); !allowed) {
        call.answer(allowed.error());
        return;
    }
    const auto reader = call.services.roundReader(call.exchange);
    if (!reader) {
        call.answer(reader.error());
        return;
    }
    const auto found = (*reader)->patient(call.claims->site, QString::fromStdString(percentDecoded(call.parameter)));
    if (!found)
        call.answer(found.error());
    else if (!*found)
        call.answer(notFound());
    else
        call.answer(jsonAnswer(200, visible((*found)->json, role)));
}

void routes::patients(const Call& call)
{
    const Role role = call.claims->role;
    if (const auto allowed = require(role, Action::ViewClinical); !allowed) {
        call.answer(allowed.error());
        return;
    }
    const std::string limitText = queryValue(call.request.query, "limit");
    bool whole = true;
    const int limit = limitText.empty() ? pageDefault : QByteArray::fromStdString(limitText).toInt(&whole);
    if (!whole || limit < 1 || limit > pageLimit) {
        call.answer(400,
                    Error(ErrorCode::Invalid,
                          QT_TRANSLATE_NOOP("messages", "The limit must be a number between 1 and 500."), u"limit"_s));
        return;
    }
    const QString after = QString::fromStdString(queryValue(call.request.query, "after"));
    startOn(call.services.workers,
            [&services = call.services, exchange = call.exchange, claims = call.claims, after, limit] {
                auto reader = services.store.lease();
                if (!reader) {
                    exchange->send(errorAnswer(services.sentences, *exchange, reader.error()));
                    return;
                }
                const auto page = (*reader)->patients(claims->site, after, limit);
                exchange->send(page ? pageAnswer(*page, claims->role)
                                    : errorAnswer(services.sentences, *exchange, page.error()));
            });
}

} // namespace sitebook::server
