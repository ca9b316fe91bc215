// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify/trailverifier.h"
#include "tests/app/verify/trailbuilder.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>
#include <functional>

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;
using verify::TrailVerifier;
using verify::Verdict;

namespace {

Verdict verdictOn(QByteArray file, const QByteArray& key = {})
{
    QBuffer buffer(&file);
    buffer.open(QIODevice::ReadOnly);
    return TrailVerifier(key).verify(buffer);
}

using Lines = QList<QByteArray>;
using Edit = std::function<void(Lines&)>;

void change(QByteArray& line, const std::function<void(QJsonObject&)>& edit)
{
    QJsonObject object = QJsonDocument::fromJson(line).object();
    edit(object);
    line = QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Edit setting(int line, const char* key, const QJsonValue& value)
{
    return [=](Lines& lines) { change(lines[line], [&](QJsonObject& object) { object[QLatin1String(key)] = value; }); };
}

Edit settingInReceipt(const char* key, const QJsonValue& value)
{
    return [=](Lines& lines) {
        for (QByteArray& line : lines)
            if (line.startsWith("{\"receipt\""))
                return change(line, [&](QJsonObject& object) {
                    QJsonObject inner = object[u"receipt"_s].toObject();
                    inner[QLatin1String(key)] = value;
                    object[u"receipt"_s] = inner;
                });
    };
}

// Changes the text in a way that leaves it a different text.
void flipByte(QByteArray& file, QRandomGenerator& random)
{
    const qsizetype at = random.bounded(static_cast<int>(file.size()));
    file[at] = static_cast<char>(file[at] ^ (1 << random.bounded(8)));
}

QByteArray mutated(const QByteArray& file, int kind, QRandomGenerator& random)
{
    QByteArray bytes = file;
    Lines lines = linesOf(file);
    const auto pick = [&](int from) { return from + random.bounded(static_cast<int>(lines.size()) - from); };
    switch (kind) {
    case 0:
        flipByte(bytes, random);
        return bytes;
    case 1: // cut
        return bytes.left(random.bounded(static_cast<int>(bytes.size())));
    case 2: { // swap two lines
        const int a = pick(0);
        const int b = (a + 1 + random.bounded(static_cast<int>(lines.size()) - 1)) % static_cast<int>(lines.size());
        lines.swapItemsAt(a, b);
        break;
    }
    case 3: { // rotate a part
        const int from = random.bounded(static_cast<int>(lines.size()) - 2);
        std::rotate(lines.begin() + from, lines.begin() + from + 1, lines.end());
        break;
    }
    case 4:
        lines.removeAt(pick(0));
        break;
    default: { // replay a line elsewhere
        const QByteArray again = lines[pick(0)];
        lines.insert(pick(0), again);
        break;
    }
    }
    return lines.join('\n') + '\n';
}

} // namespace

class TestTrailVerifier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatTheDeskWrites()
    {
        const TrailBuilder trail(1);
        const Verdict verdict = verdictOn(trail.file());
        QVERIFY2(verdict.ok(), qPrintable(verdict.problem ? verdict.problem->sentence : QString()));
        QCOMPARE(verdict.site, u"701"_s);
        QCOMPARE(verdict.entries, 24U);
        QCOMPARE(verdict.receipts, 6U);
        QCOMPARE(verdict.devices.size(), 2U);
        QCOMPARE(verdict.devices[0].witnessed, 12U);
        QCOMPARE(verdict.receiptKeys.at(u"2026-1"_s), trail.publicKey());
        QVERIFY(verdictOn(trail.file(), trail.publicKey()).ok());
        QVERIFY(!verdictOn(trail.file(), QByteArray(32, 'k')).ok());
    }

    void acceptsAnEmptyTrail()
    {
        QVERIFY(verdictOn(TrailBuilder(1, 0, 0).file()).ok());
        QVERIFY(verdictOn(TrailBuilder(1, 2, 0).file()).ok());
        QVERIFY(!verdictOn(TrailBuilder(1, 2, 0).file(), QByteArray(32, 'k')).ok()); // no receipt of the wanted key
    }

    // Every edit with the checksum made to match again: what the chain and the receipts find on their own.
    void findsEveryEdit_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<int>("line");
        QTest::addColumn<quint64>("n");
        const auto row = [](const char* name, Edit edit, int line, quint64 n = 0) {
            QTest::newRow(name) << std::move(edit) << line << n;
        };
        // Line 1 is the header; lines 2 and 3 are entry 1 of the two devices, lines 6 and 7 entry 3, and so on.
        row("user", setting(5, "user", u"eve"_s), 6, 3);
        row("role", setting(5, "role", u"monitor"_s), 6, 3);
        row("time", setting(5, "capturedAtMs", 1), 6, 3);
        row("offset", setting(5, "offsetMinutes", 0), 6, 3);
        row("clock", setting(5, "clockQuality", u"x"_s), 6, 3);
        row("type", setting(5, "type", u"void"_s), 6, 3);
        row("entity", setting(5, "entity", u"workspace"_s), 6, 3);
        row("record", setting(5, "recordId", u"01900000-0000-7000-8000-000000000000"_s), 6, 3);
        row("operation", setting(5, "opId", u"01900000-0000-7000-8000-000000000000"_s), 6, 3);
        row("base version", setting(5, "baseVersion", 9), 6, 3);
        row("schema", setting(5, "schema", u"MDV.2/F.PHQ9"_s), 6, 3);
        row("old digest", setting(5, "oldDigest", QString(64, u'0')), 6, 3);
        row("new digest", setting(5, "newDigest", QString(64, u'0')), 6, 3);
        row("reason", setting(5, "reason", u"better"_s), 6, 3);
        row("hash", setting(5, "hash", QString(64, u'0')), 6, 3);
        row("previous hash", setting(5, "prev", QString(64, u'0')), 6, 3);
        row("number", setting(5, "n", 4), 6, 4);
        row("negative number", setting(5, "n", -1), 6, static_cast<quint64>(-1));
        row("fraction", setting(5, "capturedAtMs", 1.5), 6, 3);
        row("number as text", setting(5, "offsetMinutes", u"480"_s), 6, 3);
        row("unknown key", setting(5, "note", u"x"_s), 6, 3);
        row(
            "missing key", [](Lines& lines) { change(lines[5], [](QJsonObject& o) { o.remove(u"reason"_s); }); }, 6, 3);
        row("unknown device", setting(5, "device", u"01900000-0000-7000-8000-000000000000"_s), 6, 3);
        row(
            "white space", [](Lines& lines) { lines[5].replace(",\"n\"", ", \"n\""); }, 6);
        row(
            "doubled key", [](Lines& lines) { lines[5].replace("\"user\":", "\"user\":\"eve\",\"user\":"); }, 6);
        row(
            "dropped entry", [](Lines& lines) { lines.removeAt(5); }, 7, 4);
        row(
            "doubled entry", [](Lines& lines) { lines.insert(5, lines[5]); }, 7, 3);
        row(
            "entries out of order", [](Lines& lines) { lines.swapItemsAt(5, 7); }, 6, 4);
        row(
            "first entry dropped", [](Lines& lines) { lines.removeAt(1); }, 3, 2);
        row(
            "last entry dropped", [](Lines& lines) { lines.removeAt(24); }, 31, 11);
        row("header: other site", setting(0, "site", u"702"_s), 26, 4);
        row("header: format", setting(0, "format", u"sitebook-trail/2"_s), 1);
        row("header: no devices", setting(0, "devices", QJsonArray()), 2, 1);
        row(
            "header missing", [](Lines& lines) { lines.removeAt(0); }, 1);
        row(
            "end: count", [](Lines& lines) { setting(int(lines.size()) - 1, "entries", 23)(lines); }, 32);
        row(
            "end: false", [](Lines& lines) { setting(int(lines.size()) - 1, "end", false)(lines); }, 32);
        row("receipt: number", settingInReceipt("n", 5), 26, 5);
        row("receipt: time", settingInReceipt("serverTimeMs", 5), 26, 4);
        row("receipt: sequence", settingInReceipt("seq", 5), 26, 4);
        row("receipt: hash", settingInReceipt("hash", QString(64, u'0')), 26, 4);
        row("receipt: key", settingInReceipt("publicKey", QString(64, u'1')), 26, 4);
        row("receipt: signature", settingInReceipt("signature", QString(128, u'0')), 26, 4);
        row("receipt: extra key", settingInReceipt("note", u"x"_s), 26);
    }
    void findsEveryEdit()
    {
        QFETCH(const Edit, edit);
        QFETCH(const int, line);
        Lines lines = linesOf(TrailBuilder(1).file());
        QCOMPARE(lines.size(), 32);
        edit(lines);
        const Verdict verdict = verdictOn(withMatchingEnd(lines));
        QVERIFY(!verdict.ok());
        QCOMPARE(verdict.problem->line, line);
        QTEST(verdict.problem->n, "n");
    }

    // A chain that ends early with header and end rewritten to match: only the server's receipt knows better.
    void receiptFindsAChainCutAtItsEnd()
    {
        const TrailBuilder trail(3, 1, 8);
        Lines lines = linesOf(trail.file());
        lines.removeAt(8);
        const QString head = QString::fromLatin1(trail.operations()[6].link.hash.toHex());
        change(lines[0], [&](QJsonObject& object) {
            QJsonObject device = object[u"devices"_s].toArray().first().toObject();
            device[u"entries"_s] = 7;
            device[u"head"_s] = head;
            object[u"devices"_s] = QJsonArray{device};
        });
        setting(int(lines.size()) - 1, "entries", 7)(lines);
        const Verdict verdict = verdictOn(withMatchingEnd(lines));
        QVERIFY(!verdict.ok());
        QCOMPARE(verdict.problem->n, 8U);
        QVERIFY(verdict.problem->sentence.contains(u"not in the file"));
    }

    // A whole chain written anew with correct hashes still lacks the server's signature.
    void receiptFindsARewrittenChain()
    {
        const TrailBuilder genuine(4, 1, 8);
        const TrailBuilder forged(5, 1, 8);
        Lines lines = linesOf(forged.file());
        const Lines receipts = linesOf(genuine.file());
        for (qsizetype i = 9; i < lines.size() - 1; ++i)
            lines[i] = receipts[i];
        QVERIFY(!verdictOn(withMatchingEnd(lines)).ok());
        QVERIFY(!verdictOn(forged.file(), genuine.publicKey()).ok());
    }

    void findsThreeHundredRandomMutations()
    {
        int tried = 0;
        for (quint32 seed = 0; tried < 300; ++seed) {
            QRandomGenerator random(seed);
            const QByteArray file = TrailBuilder(seed % 7).file();
            const QByteArray bad = mutated(file, int(seed % 6), random);
            if (bad == file)
                continue;
            ++tried;
            const Verdict verdict = verdictOn(bad);
            QVERIFY2(!verdict.ok(), qPrintable(u"seed "_s + QString::number(seed)));
            QVERIFY(verdict.problem->line >= 0 && !verdict.problem->sentence.isEmpty());
        }
    }

    void refusesWhatIsNoTrail_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("line feed") << "\n"_ba;
        QTest::newRow("text") << "hello\n"_ba;
        QTest::newRow("zeros") << QByteArray(5000, '\0');
        QTest::newRow("array") << "[]\n"_ba;
        QTest::newRow("other object") << "{}\n"_ba;
        QTest::newRow("endless line") << QByteArray(3 * 1024 * 1024, 'x');
        QTest::newRow("deep") << QByteArray(QByteArray(100'000, '[') + '\n');
        QTest::newRow("after the end") << QByteArray(TrailBuilder(1).file() + "\n");
    }
    void refusesWhatIsNoTrail()
    {
        QFETCH(const QByteArray, file);
        QVERIFY(!verdictOn(file).ok());
    }
};

QTEST_GUILESS_MAIN(TestTrailVerifier)
#include "tst_trailverifier.moc"
