// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvcell.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestCsvCell final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formulasAreDefusedInTextOnly_data();
    void formulasAreDefusedInTextOnly();
    void everyTextComesBack_data();
    void everyTextComesBack();
    void missingReasonsComeBack();
};

void TestCsvCell::formulasAreDefusedInTextOnly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("number");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("equals") << u"=1+1"_s << false << "'=1+1"_ba;
    QTest::newRow("plus") << u"+1"_s << false << "'+1"_ba;
    QTest::newRow("minus") << u"-1"_s << false << "'-1"_ba;
    QTest::newRow("at") << u"@SUM(A1)"_s << false << "'@SUM(A1)"_ba;
    QTest::newRow("tab") << u"\t=1"_s << false << "'\t=1"_ba;
    QTest::newRow("carriage return") << u"\r=1"_s << false << "\"'\r=1\""_ba;
    QTest::newRow("inside a text") << u"a=1"_s << false << "a=1"_ba;
    QTest::newRow("year unknown") << u"--12-15"_s << false << "'--12-15"_ba;
    QTest::newRow("negative number") << u"-3.2"_s << true << "-3.2"_ba;
    QTest::newRow("signed number") << u"+5"_s << true << "+5"_ba;
    QTest::newRow("exponent") << u"-1e-3"_s << true << "-1e-3"_ba;
    QTest::newRow("formula in a number's place") << u"-1+cmd"_s << true << "'-1+cmd"_ba;
    QTest::newRow("comma") << u"a,b"_s << false << "\"a,b\""_ba;
    QTest::newRow("quote") << u"a\"b"_s << false << "\"a\"\"b\""_ba;
    QTest::newRow("line break") << u"a\nb"_s << false << "\"a\nb\""_ba;
    QTest::newRow("outer space") << u" a"_s << false << "\" a\""_ba;
    QTest::newRow("accents") << u"Mar\u00EDa"_s << false
                             << "Mar\xC3\xAD"
                                "a"_ba;
    QTest::newRow("a text like a missing reason") << u".ND"_s << false << "'.ND"_ba;
    QTest::newRow("empty") << QString() << false << QByteArray();
}

void TestCsvCell::formulasAreDefusedInTextOnly()
{
    QFETCH(QString, text);
    QFETCH(bool, number);
    QFETCH(QByteArray, cell);
    QByteArray out;
    appendCsvCell(out, text, number ? CellKind::Number : CellKind::Text, true);
    QCOMPARE(out, cell);
}

void TestCsvCell::everyTextComesBack_data()
{
    QTest::addColumn<QString>("text");
    for (const QString& text : {u"=1"_s, u"'=1"_s, u"''-x"_s, u"'"_s, u"'plain"_s, u".ND"_s, u"'.UNK"_s, u".5"_s,
                                u".ND."_s, u"-"_s, u"O'Keefe"_s, u"\t"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TestCsvCell::everyTextComesBack()
{
    QFETCH(QString, text);
    for (const bool defuse : {true, false}) {
        QByteArray out;
        appendCsvCell(out, text, CellKind::Text, defuse);
        QCOMPARE(valueFromCell(QString::fromUtf8(out)), FieldValue(text));
    }
}

void TestCsvCell::missingReasonsComeBack()
{
    for (const auto reason : {MissingReason::NotDone, MissingReason::NotApplicable, MissingReason::Unknown,
                              MissingReason::IntentionallyBlank}) {
        QByteArray out;
        appendCsvCell(out, FieldValue(reason), CellKind::Number, true);
        QCOMPARE(valueFromCell(QString::fromUtf8(out)), FieldValue(reason));
    }
}

QTEST_GUILESS_MAIN(TestCsvCell)
#include "tst_csvcell.moc"
