// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify/trailverifier.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <cstdio>

using namespace Qt::StringLiterals;
using sitebook::verify::TrailVerifier;
using sitebook::verify::Verdict;

namespace {

enum ExitStatus { Verified = 0, Failed = 1, WrongUsage = 2 };

int usage(const QString& sentence)
{
    std::fprintf(stderr, "sitebook-verify: %s Try --help.\n", qUtf8Printable(sentence));
    return WrongUsage;
}

void printJson(const QString& path, const Verdict& verdict)
{
    QJsonArray devices;
    for (const Verdict::Device& device : verdict.devices)
        devices.append(QJsonObject{{u"device"_s, device.device},
                                   {u"entries"_s, qint64(device.entries)},
                                   {u"head"_s, QString::fromLatin1(device.head.toHex())},
                                   {u"witnessed"_s, qint64(device.witnessed)}});
    QJsonObject keys;
    for (const auto& [id, key] : verdict.receiptKeys)
        keys.insert(id, QString::fromLatin1(key.toHex()));
    QJsonObject object{{u"ok"_s, verdict.ok()},
                       {u"file"_s, path},
                       {u"site"_s, verdict.site},
                       {u"workspace"_s, verdict.workspace},
                       {u"exportedAt"_s, verdict.exportedAt},
                       {u"entries"_s, qint64(verdict.entries)},
                       {u"devices"_s, devices},
                       {u"receipts"_s, qint64(verdict.receipts)},
                       {u"receiptKeys"_s, keys}};
    if (verdict.problem)
        object.insert(u"problem"_s, QJsonObject{{u"line"_s, verdict.problem->line},
                                                {u"device"_s, verdict.problem->device},
                                                {u"n"_s, qint64(verdict.problem->n)},
                                                {u"message"_s, verdict.problem->sentence}});
    std::fputs(QJsonDocument(object).toJson(QJsonDocument::Compact).append('\n').constData(), stdout);
}

void printProblem(const QString& path, const Verdict& verdict)
{
    QString place = path + u", line "_s + QString::number(verdict.problem->line);
    if (!verdict.problem->device.isEmpty())
        place += u", device "_s + verdict.problem->device + u", entry "_s + QString::number(verdict.problem->n);
    std::fprintf(stderr, "sitebook-verify: %s: %s\n", qUtf8Printable(place), qUtf8Printable(verdict.problem->sentence));
}

void printVerdict(const Verdict& verdict, bool keyGiven)
{
    std::printf("The audit trail of site %s, exported %s, is whole.\n", qUtf8Printable(verdict.site),
                qUtf8Printable(verdict.exportedAt));
    for (const Verdict::Device& device : verdict.devices)
        std::printf("  device %s: %llu entries, received by the server up to %llu, head %s\n",
                    qUtf8Printable(device.device), static_cast<unsigned long long>(device.entries),
                    static_cast<unsigned long long>(device.witnessed), device.head.toHex().constData());
    std::printf("  %llu entries, %llu receipts\n", static_cast<unsigned long long>(verdict.entries),
                static_cast<unsigned long long>(verdict.receipts));
    for (const auto& [id, key] : verdict.receiptKeys)
        std::printf("  receipts are signed with key %s = %s%s\n", qUtf8Printable(id), key.toHex().constData(),
                    keyGiven ? "" : " (compare it with the server's own, or give it as --receipt-key)");
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sitebook-verify"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SITEBOOK_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Checks an exported audit trail and its receipts, without the program that wrote it and without its keys.\n"
        "Example: sitebook-verify trail.jsonl\n"
        "Exit status: 0 the trail is whole, 1 it is not (the first bad entry is named), 2 wrong usage."_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Explains this program."_s);
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption json(u"json"_s, u"Prints one JSON object."_s);
    const QCommandLineOption key(u"receipt-key"_s,
                                 u"Accepts receipts of this Ed25519 key alone, and wants at least one."_s, u"HEX"_s);
    parser.addOptions({help, json, key});
    parser.addPositionalArgument(u"FILE"_s, u"The trail, as 'sitebook trail' writes it."_s);
    if (!parser.parse(QCoreApplication::arguments()))
        return usage(parser.errorText() + u"."_s);
    if (parser.isSet(help))
        parser.showHelp(Verified);
    if (parser.isSet(version))
        parser.showVersion();
    if (parser.positionalArguments().size() != 1)
        return usage(u"Name one file."_s);
    const QByteArray receiptKey = QByteArray::fromHex(parser.value(key).toLatin1());
    if (parser.isSet(key) && receiptKey.size() != 32)
        return usage(u"--receipt-key wants 64 hexadecimal digits."_s);

    const QString path = parser.positionalArguments().constFirst();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "sitebook-verify: %s: The file cannot be read: %s\n", qUtf8Printable(path),
                     qUtf8Printable(file.errorString()));
        return Failed;
    }
    const Verdict verdict = TrailVerifier(receiptKey).verify(file);
    if (parser.isSet(json))
        printJson(path, verdict);
    if (!verdict.ok())
        printProblem(path, verdict);
    else if (!parser.isSet(json))
        printVerdict(verdict, parser.isSet(key));
    return verdict.ok() ? Verified : Failed;
}
