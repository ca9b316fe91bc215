// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a running server with patients P000000, P000001, ... and prints a bearer token.
//   bench_serverload URL USER PASSWORD COUNT
#include "tests/app/server/fakedesk.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTextStream>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

QByteArray post(QNetworkAccessManager& network, const QString& url, const QByteArray& token, const QByteArray& body)
{
    QNetworkRequest request{QUrl(url)};
    request.setRawHeader("Content-Type", "application/json");
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    QNetworkReply* reply = network.post(request, body);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    reply->deleteLater();
    return reply->readAll();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 5) {
        QTextStream(stderr) << "usage: bench_serverload URL USER PASSWORD COUNT\n";
        return 2;
    }
    QNetworkAccessManager network;
    const QJsonObject credentials{{u"username"_s, words.at(2)}, {u"password"_s, words.at(3)}};
    const QByteArray answer =
        post(network, QString(words.at(1) + u"/api/auth/login"), {}, QJsonDocument(credentials).toJson());
    const auto login = api::loginAnswerFromBytes(answer);
    if (!login) {
        QTextStream(stderr) << "not signed in: " << answer << '\n';
        return 1;
    }
    const QByteArray token = login->token.toLatin1();
    testing::FakeDesk desk(words.at(2));
    const int count = words.at(4).toInt();
    for (int first = 0; first < count; first += api::batchOperationsLimit) {
        std::vector<Operation> ops;
        for (int i = first; i < std::min(count, first + api::batchOperationsLimit); ++i)
            ops.push_back(desk.registerPatient(u"P%1"_s.arg(i, 6, 10, QLatin1Char('0')), u"Anna Müller %1"_s.arg(i)));
        const auto pushed = api::pushAnswerFromBytes(
            post(network, QString(words.at(1) + u"/api/v1/sites/" + login->user.siteId.toString() + u"/ops"), token,
                 api::toBytes(desk.batch(ops))));
        if (!pushed || pushed->results.back().status != api::ItemStatus::Applied) {
            QTextStream(stderr) << "a push failed at " << first << '\n';
            return 1;
        }
    }
    QTextStream(stdout) << token << '\n';
    return 0;
}
