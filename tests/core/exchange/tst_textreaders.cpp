// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/jsoncursor.h"
#include "core/text/csvreader.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

using Table = QList<QStringList>;

class TestTextReaders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvRecords_data();
    void csvRecords();
    void csvErrorsNameLineAndColumn_data();
    void csvErrorsNameLineAndColumn();
    void jsonCellsKeepTheirText();
    void jsonErrorsNameLineAndColumn_data();
    void jsonErrorsNameLineAndColumn();
};

void TestTextReaders::csvRecords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Table>("records");
    const Table two{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    QTest::newRow("CRLF") << "a,b\r\n1,2\r\n"_ba << two;
    QTest::newRow("LF") << "a,b\n1,2\n"_ba << two;
    QTest::newRow("CR") << "a,b\r1,2\r"_ba << two;
    QTest::newRow("no last line break") << "a,b\n1,2"_ba << two;
    QTest::newRow("empty lines") << "a,b\n\n\r\n1,2\n\n"_ba << two;
    QTest::newRow("semicolon") << "a;b\n1;2\n"_ba << two;
    QTest::newRow("tab") << "a\tb\n1\t2\n"_ba << two;
    QTest::newRow("quoted line break") << "a,b\n\"1\r\nx\",2\n"_ba << Table{{u"a"_s, u"b"_s}, {u"1\r\nx"_s, u"2"_s}};
    QTest::newRow("doubled quote") << "a,b\n\"say \"\"no\"\"\",\n"_ba
                                   << Table{{u"a"_s, u"b"_s}, {u"say \"no\""_s, QString()}};
    QTest::newRow("quoted separator") << "a,b\n\"x,y\",\"\"\n"_ba << Table{{u"a"_s, u"b"_s}, {u"x,y"_s, QString()}};
    QTest::newRow("empty last cell") << "a,b\n1,\n"_ba << Table{{u"a"_s, u"b"_s}, {u"1"_s, QString()}};
    QTest::newRow("accents") << "a,b\nJer\xC3\xB3nimo,O'Keefe\n"_ba
                             << Table{{u"a"_s, u"b"_s}, {u"Jer\u00F3nimo"_s, u"O'Keefe"_s}};
}

void TestTextReaders::csvRecords()
{
    QFETCH(QByteArray, text);
    QFETCH(Table, records);
    CsvReader reader(text);
    Table read;
    QStringList cells;
    for (;;) {
        const auto found = reader.next(cells);
        QVERIFY2(found, found ? "" : qPrintable(found.error().english()));
        if (!*found)
            break;
        read.append(cells);
        QCOMPARE(reader.row(), read.size());
    }
    QCOMPARE(read, records);
}

void TestTextReaders::csvErrorsNameLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("quote never closed") << "a,b\n1,\"2\n3,4\n"_ba << u"line 2, column 3"_s;
    QTest::newRow("text after quote") << "a,b\n\"1\"x,2\n"_ba << u"line 2, column 4"_s;
    QTest::newRow("quote inside") << "a,b\n1\"x,2\n"_ba << u"line 2, column 2"_s;
    QTest::newRow("cut off row") << "a,b,c\n1,2,3\n4,5"_ba << u"line 3, column 1"_s;
    QTest::newRow("too wide") << "a,b\n1,2,3\n"_ba << u"line 2, column 1"_s;
}

void TestTextReaders::csvErrorsNameLineAndColumn()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    CsvReader reader(text);
    QStringList cells;
    Result<bool> found = true;
    while (found && *found)
        found = reader.next(cells);
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Unreadable);
    QCOMPARE(found.error().where, where);
}

void TestTextReaders::jsonCellsKeepTheirText()
{
    const QByteArray text = R"([ 1.10, "x\n\u00e9", null, true, -2e3, "" ])";
    JsonCursor cursor(text);
    QVERIFY(cursor.enter('['));
    QStringList cells;
    bool first = true;
    while (cursor.more(']', first).value())
        cells.append(cursor.cell().value());
    QCOMPARE(cells, (QStringList{u"1.10"_s, u"x\n\u00E9"_s, QString(), u"true"_s, u"-2e3"_s, QString()}));
}

void TestTextReaders::jsonErrorsNameLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("ends in a string") << "{\"a\":\n\"xx"_ba << u"line 2, column 4"_s;
    QTest::newRow("ends in a list") << "{\"a\": [1, 2"_ba << u"line 1, column 12"_s;
    QTest::newRow("not a value") << "{\"a\":\n nope}"_ba << u"line 2, column 2"_s;
    QTest::newRow("no comma") << "{\"a\": 1 \"b\": 2}"_ba << u"line 1, column 9"_s;
    QTest::newRow("comma at the end") << "{\"a\": 1,}"_ba << u"line 1, column 9"_s;
    QTest::newRow("wrong bracket") << "{\"a\": [1}"_ba << u"line 1, column 10"_s;
    QTest::newRow("too deep") << "{\"a\":"_ba + QByteArray(70, '[') << u"line 1, column 70"_s;
}

void TestTextReaders::jsonErrorsNameLineAndColumn()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    JsonCursor cursor(text);
    const auto walk = [&cursor]() -> Result<> {
        SB_TRY(cursor.enter('{'));
        bool first = true;
        for (;;) {
            SB_TRY_ASSIGN(const bool another, cursor.more('}', first));
            if (!another)
                return {};
            SB_TRY(cursor.key());
            SB_TRY(cursor.value());
        }
    };
    const auto result = walk();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Unreadable);
    QCOMPARE(result.error().where, where);
}

QTEST_GUILESS_MAIN(TestTextReaders)
#include "tst_textreaders.moc"
