// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/partialdate.h"

#include <QLocale>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;
using Order = PartialDate::Order;

Q_DECLARE_METATYPE(sitebook::PartialDate::Order)

class TestPartialDate final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFormIsRead_data();
    void everyFormIsRead();
    void anythingElseIsRefused_data();
    void anythingElseIsRefused();
    void theTextFormGoesThereAndBack();
    void orderIsThreeValued_data();
    void orderIsThreeValued();
    void aWholeDateIsADate();
};

void TestPartialDate::everyFormIsRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("display");
    QTest::newRow("ISO") << u"2003-12-15"_s << u"2003-12-15"_s << u"15-Dec-2003"_s;
    QTest::newRow("ISO month") << u"2003-12"_s << u"2003-12"_s << u"UN-Dec-2003"_s;
    QTest::newRow("ISO year") << u"2003"_s << u"2003"_s << u"UN-UNK-2003"_s;
    QTest::newRow("ISO, month unknown") << u"2003---15"_s << u"2003---15"_s << u"15-UNK-2003"_s;
    QTest::newRow("ISO, year unknown") << u"--12-15"_s << u"--12-15"_s << u"15-Dec-UNK"_s;
    QTest::newRow("ISO, month alone") << u"--12"_s << u"--12"_s << u"UN-Dec-UNK"_s;
    QTest::newRow("ISO, day alone") << u"----15"_s << u"----15"_s << u"15-UNK-UNK"_s;
    QTest::newRow("spaces around") << u"  2003-12-15 "_s << u"2003-12-15"_s << u"15-Dec-2003"_s;
    QTest::newRow("digits") << u"15122003"_s << u"2003-12-15"_s << u"15-Dec-2003"_s;
    QTest::newRow("digits, leap day") << u"29022004"_s << u"2004-02-29"_s << u"29-Feb-2004"_s;
    QTest::newRow("month name") << u"15-DEC-2003"_s << u"2003-12-15"_s << u"15-Dec-2003"_s;
    QTest::newRow("month name, lower case") << u"15-dec-2003"_s << u"2003-12-15"_s << u"15-Dec-2003"_s;
    QTest::newRow("month name, spaces") << u"5 Jan 1961"_s << u"1961-01-05"_s << u"05-Jan-1961"_s;
    QTest::newRow("month name, slashes") << u"05/JAN/1961"_s << u"1961-01-05"_s << u"05-Jan-1961"_s;
    QTest::newRow("day unknown") << u"UN-DEC-2003"_s << u"2003-12"_s << u"UN-Dec-2003"_s;
    QTest::newRow("day unknown, long") << u"UNK-DEC-2003"_s << u"2003-12"_s << u"UN-Dec-2003"_s;
    QTest::newRow("day and month unknown") << u"UN-UNK-2003"_s << u"2003"_s << u"UN-UNK-2003"_s;
    QTest::newRow("month unknown") << u"15-UNK-2003"_s << u"2003---15"_s << u"15-UNK-2003"_s;
    QTest::newRow("month unknown, short") << u"15-un-2003"_s << u"2003---15"_s << u"15-UNK-2003"_s;
    QTest::newRow("year unknown") << u"15-DEC-UNK"_s << u"--12-15"_s << u"15-Dec-UNK"_s;
    QTest::newRow("leap day, year unknown") << u"29-FEB-UNK"_s << u"--02-29"_s << u"29-Feb-UNK"_s;
    QTest::newRow("leap year") << u"2024-02-29"_s << u"2024-02-29"_s << u"29-Feb-2024"_s;
    QTest::newRow("leap century") << u"2000-02-29"_s << u"2000-02-29"_s << u"29-Feb-2000"_s;
}

void TestPartialDate::everyFormIsRead()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, text);
    QFETCH(const QString, display);
    const auto date = PartialDate::parse(typed);
    QVERIFY2(date, date ? "" : qUtf8Printable(date.error().english()));
    QCOMPARE(date->toString(), text);
    QCOMPARE(date->toDisplay(), display);
}

void TestPartialDate::anythingElseIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    for (const char* typed :
         {"",           " ",           "yesterday",   "2003-02-31",  "31-FEB-2003",      "31022003",
          "2003-02-29", "29-FEB-1900", "29022003",    "2003-04-31",  "2003-13-01",       "2003-00-10",
          "2003-12-00", "00-DEC-2003", "32-DEC-2003", "2003-1-5",    "03-12-15",         "15.12.2003",
          "2003--15",   "2003-12-",    "2003-",       "--13-01",     "--02-30",          "30-FEB-UNK",
          "----32",     "-----",       "15-DEZ-2003", "15-UNX-2003", "UN-UNK-UNK",       "15-12-2003",
          "15-DEC-03",  "0000-12-15",  "1512203",     "151220033",   "2003-12-15T10:00", "2003-12-15\n2004",
          "２００３"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void TestPartialDate::anythingElseIsRefused()
{
    QFETCH(const QString, typed);
    const auto date = PartialDate::parse(typed);
    QVERIFY(!date);
    QCOMPARE(date.error().code, ErrorCode::Invalid);
    QVERIFY(!date.error().message.isEmpty());
    QVERIFY(date.error().where.isEmpty());
}

void TestPartialDate::theTextFormGoesThereAndBack()
{
    for (const int year : {0, 1961, 2003, 2024})
        for (int month = 0; month <= 12; ++month)
            for (const int day : {0, 1, 15, 28}) {
                if (year == 0 && month == 0 && day == 0)
                    continue;
                const QString typed = (day ? u"%1"_s.arg(day, 2, 10, QLatin1Char('0')) : u"UN"_s) + u'-' +
                                      (month ? QLocale::c().monthName(month, QLocale::ShortFormat) : u"UNK"_s) + u'-' +
                                      (year ? QString::number(year) : u"UNK"_s);
                const auto date = PartialDate::parse(typed);
                QVERIFY2(date, qUtf8Printable(typed));
                const auto again = PartialDate::parse(date->toString());
                QVERIFY2(again, qUtf8Printable(date->toString()));
                QCOMPARE(*again, *date);
                const auto shown = PartialDate::parse(date->toDisplay());
                QVERIFY2(shown, qUtf8Printable(date->toDisplay()));
                QCOMPARE(*shown, *date);
                QCOMPARE(date->year().value_or(0), year);
                QCOMPARE(date->month().value_or(0), month);
                QCOMPARE(date->day().value_or(0), day);
            }
    QVERIFY(PartialDate().isEmpty());
    QVERIFY(PartialDate().toString().isEmpty());
    QVERIFY(PartialDate().toDisplay().isEmpty());
}

void TestPartialDate::orderIsThreeValued_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<Order>("order");
    QTest::newRow("days") << u"2003-12-15"_s << u"2003-12-16"_s << Order::Before;
    QTest::newRow("same") << u"2003-12-15"_s << u"2003-12-15"_s << Order::Same;
    QTest::newRow("months decide") << u"2003-11-30"_s << u"2003-12-01"_s << Order::Before;
    QTest::newRow("years decide") << u"2003"_s << u"2004-01-01"_s << Order::Before;
    QTest::newRow("year against its month") << u"2003"_s << u"2003-05"_s << Order::CannotTell;
    QTest::newRow("same month, no days") << u"2003-05"_s << u"2003-05"_s << Order::CannotTell;
    QTest::newRow("months decide without days") << u"2003-05"_s << u"2003-06"_s << Order::Before;
    QTest::newRow("month unknown") << u"2003---15"_s << u"2003-05-20"_s << Order::CannotTell;
    QTest::newRow("year unknown") << u"--12-15"_s << u"2003-12-15"_s << Order::CannotTell;
    QTest::newRow("nothing known") << QString() << u"2003-12-15"_s << Order::CannotTell;
}

void TestPartialDate::orderIsThreeValued()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QFETCH(const Order, order);
    const PartialDate a = PartialDate::parse(first).value_or(PartialDate());
    const PartialDate b = PartialDate::parse(second).value_or(PartialDate());
    QCOMPARE(a.compare(b), order);
    const Order reverse = order == Order::Before ? Order::After : order;
    QCOMPARE(b.compare(a), reverse);
}

void TestPartialDate::aWholeDateIsADate()
{
    const PartialDate date(QDate(2024, 2, 29));
    QVERIFY(date.isComplete());
    QCOMPARE(date.date(), QDate(2024, 2, 29));
    QVERIFY(!PartialDate::parse(u"2024-02")->isComplete());
    QVERIFY(PartialDate::parse(u"2024-02")->date().isNull());
    QVERIFY(PartialDate(QDate()).isEmpty());
}

QTEST_GUILESS_MAIN(TestPartialDate)
#include "tst_partialdate.moc"
