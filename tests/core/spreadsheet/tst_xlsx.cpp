// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spreadsheet/xlsxreader.h"
#include "xlsxsamples.h"

#include <QFile>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;
using samples::packed;
using samples::Parts;
using samples::sheetXml;
using samples::workbookParts;

namespace {

QByteArray oneSheet(const QByteArray& rows, const QByteArray& strings = "<sst/>",
                    const QByteArray& styles = "<styleSheet/>", const QByteArray& properties = {})
{
    Parts parts = workbookParts({u"survey"_s}, properties);
    parts.push_back({"xl/worksheets/sheet1.xml", sheetXml(rows)});
    parts.push_back({"xl/sharedStrings.xml", strings});
    parts.push_back({"xl/styles.xml", styles});
    return packed(parts);
}

} // namespace

class TestXlsx final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindOfCell_data();
    void everyKindOfCell();
    void cellsKeepTheirPlaces();
    void sheetsComeInTheOrderOfTheirTabs();
    void whatAProgramWrote();
    void refusals_data();
    void refusals();
    void everyTruncationIsRefused();
    void whatUnpacksToTooMuchIsRefused();
    void farCellsAreRefused_data();
    void farCellsAreRefused();
};

void TestXlsx::everyKindOfCell_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* cell, const char* text) {
        QTest::newRow(name) << QByteArray(cell) << QString::fromUtf8(text);
    };
    row("shared", "<c t=\"s\"><v>1</v></c>", "Größe & more");
    row("shared in runs, with its pronunciation", "<c t=\"s\"><v>0</v></c>", "東京 two");
    row("no such shared text", "<c t=\"s\"><v>9</v></c>", "");
    row("inline", "<c t=\"inlineStr\"><is><r><t>a </t></r><r><t>b</t></r></is></c>", "a b");
    row("of a formula", "<c t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>", "ab");
    row("escaped", "<c t=\"str\"><v>one_x000D_&#10;two_x0041_</v></c>", "one\ntwoA");
    row("whole number", "<c><v>20240101</v></c>", "20240101");
    row("number", "<c><v>1.5</v></c>", "1.5");
    row("a number as it was meant", "<c><v>0.30000000000000004</v></c>", "0.3");
    row("power", "<c t=\"n\"><v>1.2E3</v></c>", "1200");
    row("truth", "<c t=\"b\"><v>1</v></c>", "TRUE");
    row("false", "<c t=\"b\"><v>0</v></c>", "FALSE");
    row("error", "<c t=\"e\"><v>#N/A</v></c>", "#N/A");
    row("date", "<c s=\"1\"><v>45352</v></c>", "2024-03-01");
    row("date and time", "<c s=\"2\"><v>45352.5625</v></c>", "2024-03-01T13:30:00");
    row("time", "<c s=\"1\"><v>0.25</v></c>", "06:00:00");
    row("early date", "<c s=\"1\"><v>59</v></c>", "1900-02-28");
    row("a number with words", "<c s=\"3\"><v>3</v></c>", "3");
    row("ISO date", "<c t=\"d\"><v>2024-03-01</v></c>", "2024-03-01");
    row("empty", "<c/>", "");
}

void TestXlsx::everyKindOfCell()
{
    QFETCH(QByteArray, cell);
    const QByteArray strings = "<sst><si><r><t>東京</t></r><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><r><t "
                               "xml:space=\"preserve\"> two</t></r></si><si><t>Größe &amp; more</t></si></sst>";
    const QByteArray styles =
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-409]d mmm yyyy\\ h:mm\"/><numFmt "
        "numFmtId=\"165\" formatCode=\"0 &quot;days&quot;\"/></numFmts><cellStyleXfs><xf "
        "numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
        "<xf numFmtId=\"165\"/></cellXfs></styleSheet>";
    const Result<Workbook> workbook = readXlsx(oneSheet("<row>" + cell + "</row>", strings, styles));
    QVERIFY2(workbook, qPrintable(workbook ? QString() : workbook.error().english()));
    QTEST(workbook->sheets.front().cell(0, 0), "text");
    const Result<Workbook> old =
        readXlsx(oneSheet("<row><c s=\"1\"><v>1</v></c></row>", strings, styles, "<workbookPr date1904=\"1\"/>"));
    QCOMPARE(old->sheets.front().cell(0, 0), u"1904-01-02"_s);
}

void TestXlsx::cellsKeepTheirPlaces()
{
    const Result<Workbook> workbook = readXlsx(
        oneSheet("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"AA2\"><v>2</v></c></row><row><c><v>3</v></c></row>"
                 "<row r=\"9\"/>"));
    QVERIFY(workbook);
    const Sheet& sheet = workbook->sheets.front();
    QCOMPARE(sheet.rows.size(), 3U);
    QVERIFY(sheet.rows[0].isEmpty());
    QCOMPARE(sheet.cell(1, 1), u"1"_s);
    QCOMPARE(sheet.cell(1, 26), u"2"_s);
    QCOMPARE(sheet.cell(2, 0), u"3"_s);
    QCOMPARE(sheet.cell(7, 7), QString());
    QCOMPARE(sheet.place(1), u"survey row 2"_s);
    QCOMPARE(workbook->sheet(u"Survey"), &sheet);
    QVERIFY(workbook->sheet(u"choices") == nullptr);
}

void TestXlsx::sheetsComeInTheOrderOfTheirTabs()
{
    const Result<Workbook> workbook = readXlsx(samples::workbook({{u"b & c"_s, u"1|2"_s}, {u"a"_s, u"x\ny"_s}}));
    QVERIFY(workbook);
    QCOMPARE(workbook->sheets.size(), 2U);
    QCOMPARE(workbook->sheets[0].name, u"b & c"_s);
    QCOMPARE(workbook->sheets[1].cell(1, 0), u"y"_s);
}

// openpyxl names parts from the root and keeps texts in the cells.
void TestXlsx::whatAProgramWrote()
{
    QFile file(QStringLiteral(SITEBOOK_SOURCE_DIR "/tests/data/study/cells.xlsx"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<Workbook> workbook = readXlsx(file.readAll());
    QVERIFY2(workbook, qPrintable(workbook ? QString() : workbook.error().english()));
    const Sheet& sheet = workbook->sheets.front();
    QCOMPARE(sheet.rows[1], (QStringList{u"text"_s, u"Größe <b> & co"_s, u"1.5"_s, u"2024-03-01"_s, u"TRUE"_s}));
    QCOMPARE(sheet.rows[2], (QStringList{QString(), u"第一行\nsecond"_s, u"20240101"_s, u"2024-03-01T13:30:00"_s}));
    QCOMPARE(sheet.cell(9, 0), u"last"_s);
}

void TestXlsx::refusals_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const QByteArray compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    const QString name = u"EncryptedPackage"_s;
    const QByteArray wide(reinterpret_cast<const char*>(name.utf16()), name.size() * 2);
    QTest::newRow("old") << compound + QByteArray(512, 'x') << ErrorCode::Unsupported << u".xls"_s;
    QTest::newRow("protected") << compound + QByteArray(512, 'x') + wide << ErrorCode::Unreadable << u"password"_s;
    QTest::newRow("another packed file") << packed({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})
                                         << ErrorCode::Unsupported << u"no workbook"_s;
    QTest::newRow("no workbook at all") << QByteArray("type,name") << ErrorCode::Unsupported << u"no workbook"_s;
    QTest::newRow("head only") << QByteArray("PK\x03\x04\x14\0", 6) << ErrorCode::Unreadable << u"damaged"_s;
    Parts lost = workbookParts({u"survey"_s});
    QTest::newRow("without its sheet") << packed(lost) << ErrorCode::Unreadable << u"damaged"_s;
    QTest::newRow("no sheets") << packed({lost[0], {"xl/workbook.xml", "<workbook/>"}}) << ErrorCode::Unreadable
                               << u"damaged"_s;
    QTest::newRow("not XML") << oneSheet("<row><c></row>") << ErrorCode::Unreadable << u"damaged"_s;
    QTest::newRow("a document type") << oneSheet({}, "<!DOCTYPE x [<!ENTITY a \"b\">]><sst><si><t>&a;</t></si></sst>")
                                     << ErrorCode::Unreadable << u"damaged"_s;
    QByteArray flipped = oneSheet("<row><c><v>12345678901234567890</v></c></row>");
    flipped[flipped.indexOf("sheet1.xml") + 14] = static_cast<char>(~flipped[flipped.indexOf("sheet1.xml") + 14]);
    QTest::newRow("a broken part") << flipped << ErrorCode::Unreadable << u"damaged"_s;
}

void TestXlsx::refusals()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, words);
    const Result<Workbook> workbook = readXlsx(document);
    QVERIFY(!workbook);
    QTEST(workbook.error().code, "code");
    QVERIFY2(workbook.error().english().contains(words), qPrintable(workbook.error().english()));
}

void TestXlsx::everyTruncationIsRefused()
{
    const QByteArray whole = samples::workbook({{u"survey"_s, u"a|b"_s}});
    for (qsizetype size = 0; size < whole.size(); size += 7)
        QVERIFY(!readXlsx(whole.left(size)));
}

// Some hundred kilobytes that unpack to more than 256 MiB, in one part and in several.
void TestXlsx::whatUnpacksToTooMuchIsRefused()
{
    const QByteArray blank(90 * 1024 * 1024, ' ');
    Parts parts = workbookParts({u"a"_s, u"b"_s, u"c"_s});
    parts.push_back({"xl/sharedStrings.xml", "<sst/>"});
    parts.push_back({"xl/styles.xml", "<styleSheet/>"});
    const QByteArray sheet = "<worksheet>" + blank + "</worksheet>";
    for (const char* name : {"1", "2", "3"})
        parts.push_back({QByteArray("xl/worksheets/sheet") + name + ".xml", sheet});
    const QByteArray document = packed(parts);
    QVERIFY(document.size() < 4 * 1024 * 1024);
    const Result<Workbook> workbook = readXlsx(document);
    QVERIFY(!workbook);
    QVERIFY2(workbook.error().english().contains(u"256 MiB"), qPrintable(workbook.error().english()));
}

void TestXlsx::farCellsAreRefused_data()
{
    QTest::addColumn<QByteArray>("rows");
    QByteArray wide;
    for (int row = 1; row < 400; ++row)
        wide += "<row><c r=\"XFD" + QByteArray::number(row) + "\"><v>1</v></c></row>";
    QTest::newRow("wide rows") << wide;
    QTest::newRow("a row too far") << QByteArray("<row r=\"1048577\"><c><v>1</v></c></row>");
    QTest::newRow("a row of another world") << QByteArray("<row r=\"9000000000000\"><c><v>1</v></c></row>");
    QTest::newRow("a column too far") << QByteArray("<row><c r=\"XFE1\"><v>1</v></c></row>");
    QTest::newRow("a column of many letters")
        << QByteArray("<row><c r=\"" + QByteArray(4000, 'Z') + "1\"><v>1</v></c></row>");
}

void TestXlsx::farCellsAreRefused()
{
    QFETCH(QByteArray, rows);
    const Result<Workbook> workbook = readXlsx(oneSheet(rows));
    QVERIFY(!workbook);
    QVERIFY2(workbook.error().english().contains(u"more cells"), qPrintable(workbook.error().english()));
}

QTEST_APPLESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
