// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/deidentify.h"
#include "exchangefixture.h"

using namespace sitebook;
using namespace sitebook::exchangetest;

class TestDeidentify final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_trial = studyFrom(u"tests/data/exchange/trial.xml"_s); }
    void birthDatesBecomeYears_data();
    void birthDatesBecomeYears();
    void namesAndAliasesGo();
    void items_data();
    void items();
    void noFormatTellsWhoItIs_data();
    void noFormatTellsWhoItIs();

private:
    std::shared_ptr<const StudyDefinition> m_trial;
};

void TestDeidentify::birthDatesBecomeYears_data()
{
    QTest::addColumn<QString>("born");
    QTest::addColumn<QString>("shown");
    QTest::newRow("full date") << u"1980-05-17"_s << u"1980"_s;
    QTest::newRow("year and month") << u"1980-05"_s << u"1980"_s;
    QTest::newRow("year unknown") << u"--05-17"_s << QString();
    QTest::newRow("89") << u"1936-12-31"_s << u"1936"_s;
    QTest::newRow("90 this year") << u"1935-12-31"_s << QString();
    QTest::newRow("older") << u"1920"_s << QString();
    QTest::newRow("none") << QString() << QString();
}

void TestDeidentify::birthDatesBecomeYears()
{
    QFETCH(QString, born);
    QFETCH(QString, shown);
    Patient patient;
    if (!born.isEmpty())
        patient.dateOfBirth = PartialDate::parse(born).value();
    QCOMPARE(deidentified(patient, QDate(2025, 1, 15)).dateOfBirth.toString(), shown);
}

void TestDeidentify::namesAndAliasesGo()
{
    MemorySource source;
    fillTrial(source);
    const Patient hidden = deidentified(source.patients.front(), QDate(2025, 1, 15));
    QVERIFY(hidden.name.isEmpty());
    QVERIFY(hidden.aliases.isEmpty());
    QCOMPARE(hidden.consentDate.toString(), u"2024"_s);
    QCOMPARE(hidden.patientId, source.patients.front().patientId);
    QCOMPARE(hidden.siteId, source.patients.front().siteId);
    QCOMPARE(hidden.sex, u"F"_s);
}

void TestDeidentify::items_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("free text") << u"IT.NOTE"_s << u"Lives next to Mr Smith"_s << QString();
    QTest::newRow("number") << u"IT.WEIGHT"_s << u"-1.10"_s << u"-1.10"_s;
    QTest::newRow("words in a number's place") << u"IT.COUNT"_s << u"ask Mr Smith"_s << QString();
    QTest::newRow("date") << u"IT.VISITED"_s << u"2024-03-01"_s << u"2024"_s;
    QTest::newRow("partial date") << u"IT.ONSET"_s << u"2003-12"_s << u"2003"_s;
    QTest::newRow("date without year") << u"IT.ONSET"_s << u"--12-15"_s << QString();
    QTest::newRow("boolean") << u"IT.TOLD"_s << u"true"_s << u"true"_s;
    QTest::newRow("age 89") << u"IT.AGE"_s << u"89"_s << u"89"_s;
    QTest::newRow("age 90") << u"IT.AGE"_s << u"90"_s << QString();
    QTest::newRow("coded") << u"IT.MOOD"_s << u"2"_s << u"2"_s;
    QTest::newRow("words in a code's place") << u"IT.MOOD"_s << u"like Mr Smith"_s << QString();
    QTest::newRow("unknown item") << u"IT.OTHER"_s << u"1"_s << QString();
}

void TestDeidentify::items()
{
    QFETCH(QString, item);
    QFETCH(QString, value);
    QFETCH(QString, shown);
    Report report;
    report.items.set(item, value);
    const Report hidden = Deidentifier(*m_trial, QDate(2025, 1, 15)).report(report);
    QCOMPARE(hidden.items.text(item), shown);
}

void TestDeidentify::noFormatTellsWhoItIs_data()
{
    QTest::addColumn<QString>("format");
    for (const auto& exporter : exporters())
        QTest::newRow(qPrintable(exporter->name())) << exporter->name();
}

void TestDeidentify::noFormatTellsWhoItIs()
{
    QFETCH(QString, format);
    MemorySource source;
    fillTrial(source);
    source.reports.front().second.originator = u"her sister Anna"_s;
    ExportOptions options;
    options.deidentify = true;
    options.nowUtcMs = 1700000000000;
    for (const ExportContent content : {ExportContent::All, ExportContent::Patients, ExportContent::Reports}) {
        options.content = content;
        const QByteArray bytes = exported(format, *m_trial, source, options).value();
        QVERIFY(bytes.contains("P001"));
        for (const char* secret :
             {"Keefe", "Third", "1015", "calc", "second line", "Anna", "12-15", "2024-0", "-12-", ">93<", "\"93\""})
            QVERIFY2(!bytes.contains(secret), secret);
    }
}

QTEST_GUILESS_MAIN(TestDeidentify)
#include "tst_deidentify.moc"
