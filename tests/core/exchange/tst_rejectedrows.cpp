// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/rejectedrows.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

// Rejected rows in the layout of the file they came in.
class TestRejectedRows final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLayoutStays_data();
    void theLayoutStays();
    void aTargetThatCannotBeWrittenIsSaid();
};

void TestRejectedRows::theLayoutStays_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("commas") << QByteArray("id,name\nP1,Ana\nX,Bo\n")
                            << QByteArray("id,name,sitebook_finding\r\nX,Bo,Wrong id.\r\n");
    QTest::newRow("semicolons") << QByteArray("id;weight\r\nP1;70,5\r\nX;71,5\r\n")
                                << QByteArray("id;weight;sitebook_finding\r\nX;71,5;Wrong id.\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFid,name\nP1,Ana\nX,Bo\n")
                                     << QByteArray("\xEF\xBB\xBFid,name,sitebook_finding\r\nX,Bo,Wrong id.\r\n");
    QTest::newRow("quotes and line breaks")
        << QByteArray("id,note\nP1,a\nX,\"says \"\"hi\"\",\nand goes\"\n")
        << QByteArray("id,note,sitebook_finding\r\nX,\"says \"\"hi\"\",\nand goes\",Wrong id.\r\n");
    QTest::newRow("a short row") << QByteArray("id,name,sex\nP1,Ana,F\nX,Bo\n")
                                 << QByteArray("id,name,sex,sitebook_finding\r\nX,Bo,,Wrong id.\r\n");
    QTest::newRow("a second round") << QByteArray("id,name,sitebook_finding\nP1,Ana,\nX,Bo,Old words.\n")
                                    << QByteArray("id,name,sitebook_finding\r\nX,Bo,Wrong id.\r\n");
}

void TestRejectedRows::theLayoutStays()
{
    QFETCH(QByteArray, source);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"data.csv"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write(source) == source.size());
    file.close();
    const QString target = folder.filePath(u"out.csv"_s);
    const auto rows = writeRejectedRows(file.fileName(), {{3, {u"Wrong id."_s}}}, target);
    QVERIFY(rows);
    QCOMPARE(*rows, 1);
    QFile out(target);
    QVERIFY(out.open(QFile::ReadOnly));
    QTEST(out.readAll(), "expected");
}

void TestRejectedRows::aTargetThatCannotBeWrittenIsSaid()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"data.csv"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write("id\nX\n") > 0);
    file.close();
    QVERIFY(!writeRejectedRows(file.fileName(), {{2, {u"Wrong."_s}}}, folder.filePath(u"none/out.csv"_s)));
}

QTEST_APPLESS_MAIN(TestRejectedRows)
#include "tst_rejectedrows.moc"
