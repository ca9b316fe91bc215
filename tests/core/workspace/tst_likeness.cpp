// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/likeness.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestLikeness final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreAlike_data();
    void namesAreAlike();
    void birthsAreAlike_data();
    void birthsAreAlike();
    void whoIsNamed_data();
    void whoIsNamed();
    void theMostAlikeComeFirst();
};

namespace {

PatientRow row(const QString& id, const QString& name, const QString& born, const QString& sex = {})
{
    PatientRow made;
    made.recordId = RecordId::create();
    made.patientId = id;
    made.name = name;
    made.dateOfBirth = PartialDate::parse(born).value();
    made.sex = sex;
    return made;
}

} // namespace

void TestLikeness::namesAreAlike_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("like");
    const auto add = [](const char* a, const char* b, NameLikeness like) {
        QTest::newRow(qPrintable(QString::fromUtf8(a) + u" / " + QString::fromUtf8(b)))
            << QString::fromUtf8(a) << QString::fromUtf8(b) << static_cast<int>(like);
    };
    add("Garcia, Ana", "Ana Garcia", NameLikeness::Same);
    add("GARCÍA ana", "Garcia, Ana", NameLikeness::Same);
    add("O'Neil, Sean", "ONeil Sean", NameLikeness::Same);
    add("Anna-Maria Berg", "Berg, Anna Maria", NameLikeness::Same);
    add("Müller, Jan", "Mueller, Jan", NameLikeness::Similar);
    add("Smith, John", "Smyth, John", NameLikeness::Similar);
    add("Katherine Miller", "Kathrine Millers", NameLikeness::Similar);
    add("Smith, John", "Simth, John", NameLikeness::Similar);
    add("Ana Garcia", "Ana Garcia Lopez", NameLikeness::Part);
    add("Smith, John", "Smith, Jane", NameLikeness::Different);
    add("Li, Wei", "Li, Wen", NameLikeness::Similar);
    add("Bo", "Jo", NameLikeness::Different);
    add("Ana", "Ana Garcia", NameLikeness::Different);
    add("", "", NameLikeness::Different);
    add("张伟", "张伟", NameLikeness::Same);
    add("张 伟", "张伟", NameLikeness::Same);
    add("张伟", "李伟", NameLikeness::Different);
    add("欧阳晓明", "欧阳晓鸣", NameLikeness::Similar);
}

void TestLikeness::namesAreAlike()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QFETCH(const int, like);
    QCOMPARE(static_cast<int>(nameLikeness(a, b)), like);
    QCOMPARE(static_cast<int>(nameLikeness(b, a)), like);
}

void TestLikeness::birthsAreAlike_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("like");
    const auto add = [](const char* a, const char* b, BirthLikeness like) {
        QTest::newRow(qPrintable(QString::fromUtf8(a) + u" / " + QString::fromUtf8(b)))
            << QString::fromUtf8(a) << QString::fromUtf8(b) << static_cast<int>(like);
    };
    add("1961-04-02", "1961-04-02", BirthLikeness::Same);
    add("1961-04-02", "1961-02-04", BirthLikeness::DayMonthExchanged);
    add("1961-04-02", "1916-04-02", BirthLikeness::OneSlip);
    add("1961-04-02", "1961-04-03", BirthLikeness::OneSlip);
    add("1961-04-12", "1961-04-21", BirthLikeness::OneSlip);
    add("1961-04-02", "1962-04-03", BirthLikeness::Different);
    add("1961-04-02", "1961-04", BirthLikeness::Compatible);
    add("1961", "1961-04-02", BirthLikeness::Compatible);
    add("1961-05", "1961-04-02", BirthLikeness::Different);
    add("1962", "1961-04-02", BirthLikeness::Different);
    add("", "1961-04-02", BirthLikeness::Unknown);
    add("--04-02", "1961-04-02", BirthLikeness::Unknown);
}

void TestLikeness::birthsAreAlike()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QFETCH(const int, like);
    const auto date = [](const QString& text) { return text.isEmpty() ? PartialDate() : *PartialDate::parse(text); };
    QCOMPARE(static_cast<int>(birthLikeness(date(a), date(b))), like);
    QCOMPARE(static_cast<int>(birthLikeness(date(b), date(a))), like);
}

void TestLikeness::whoIsNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("born");
    QTest::addColumn<QString>("sex");
    QTest::addColumn<QString>("named");
    QTest::newRow("the same") << u"Garcia, Ana"_s << u"1961-04-02"_s << u"F"_s << u"P001"_s;
    QTest::newRow("another order, an accent") << u"Ana García"_s << u"1961-04-02"_s << u""_s << u"P001"_s;
    QTest::newRow("day and month exchanged") << u"Ana Garcia"_s << u"1961-02-04"_s << u"F"_s << u"P001"_s;
    QTest::newRow("a letter and the date's order") << u"Ana Garzia"_s << u"1961-02-04"_s << u"F"_s << u"P001"_s;
    QTest::newRow("a digit") << u"Ana Garcia"_s << u"1961-04-03"_s << u"F"_s << u"P001"_s;
    QTest::newRow("only the year") << u"Ana Garcia"_s << u"1961"_s << u"F"_s << u"P001"_s;
    QTest::newRow("another sex, the rest the same") << u"Ana Garcia"_s << u"1961-04-02"_s << u"M"_s << u"P001"_s;
    QTest::newRow("another sex and a digit") << u"Ana Garcia"_s << u"1961-04-03"_s << u"M"_s << QString();
    QTest::newRow("another day") << u"Ana Garcia"_s << u"1975-11-30"_s << u"F"_s << QString();
    QTest::newRow("another name") << u"Eva Lindqvist"_s << u"1961-04-02"_s << u"F"_s << QString();
    QTest::newRow("no date yet") << u"Ana Garcia"_s << QString() << u"F"_s << QString();
    QTest::newRow("no name yet") << QString() << u"1961-04-02"_s << u"F"_s << QString();
}

void TestLikeness::whoIsNamed()
{
    QFETCH(const QString, name);
    QFETCH(const QString, born);
    QFETCH(const QString, sex);
    const PatientList list({row(u"P001"_s, u"Garcia, Ana"_s, u"1961-04-02"_s, u"F"_s),
                            row(u"P002"_s, u"Bergmann, Olaf"_s, u"1950-01-01"_s, u"M"_s)});
    Patient typed;
    typed.name = name;
    typed.sex = sex;
    if (!born.isEmpty())
        typed.dateOfBirth = *PartialDate::parse(born);
    QStringList named;
    for (const Likeness& like : likePatients(list, typed, 5))
        named.append(like.patient->patientId);
    QTEST(named.join(u' '), "named");
}

void TestLikeness::theMostAlikeComeFirst()
{
    const PatientList list({row(u"P001"_s, u"Smyth, John"_s, u"1961-02-04"_s),
                            row(u"P002"_s, u"Smith, John"_s, u"1961-04-02"_s),
                            row(u"P003"_s, u"John Smith"_s, u"1961-04-02"_s)});
    Patient typed;
    typed.name = u"John Smith"_s;
    typed.dateOfBirth = PartialDate(QDate(1961, 4, 2));
    const auto found = likePatients(list, typed, 2);
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[0].patient->patientId, u"P002"_s);
    QCOMPARE(found[1].patient->patientId, u"P003"_s);
    typed.recordId = list.rows()[1].recordId; // who is being edited is not its own duplicate
    QCOMPARE(likePatients(list, typed, 2).front().patient->patientId, u"P003"_s);
}

QTEST_GUILESS_MAIN(TestLikeness)
#include "tst_likeness.moc"
