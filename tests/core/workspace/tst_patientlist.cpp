// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/searchkey.h"
#include "core/workspace/views.h"

#include <QElapsedTimer>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestPatientList final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void searchFoldsCaseAndAccents_data();
    void searchFoldsCaseAndAccents();
    void filtersNarrow_data();
    void filtersNarrow();
    void everyColumnSorts_data();
    void everyColumnSorts();
    void equalOnesKeepTheOrderOfIdentifiers();
    void sitesAreListedOnce();
    void rowsAreFoundByRecord();
    void aHundredThousandAreFilteredWhileTyping();
};

namespace {

PatientRow row(const QString& id, const QString& name, const QString& site, PatientStatus status,
               DeliveryState delivery, const QString& born, const QString& sex, int reports, const QString& alias = {})
{
    PatientRow row;
    row.recordId = RecordId::create();
    row.patientId = id;
    row.name = name;
    row.siteId = site;
    row.status = status;
    row.delivery = delivery;
    row.dateOfBirth = PartialDate::parse(born).value_or(PartialDate());
    row.sex = sex;
    row.reports = reports;
    row.searchKey = foldedForSearch(QString(id + u' ' + name + u' ' + alias));
    return row;
}

PatientList sample()
{
    using enum PatientStatus;
    return PatientList({
        row(u"P001"_s, u"José O'Connor"_s, u"701"_s, Enrolled, DeliveryState::Synced, u"1961-04-02"_s, u"M"_s, 3,
            u"CDISC017"_s),
        row(u"P002"_s, u"Żółć, Łukasz"_s, u"702"_s, Screening, DeliveryState::ReadyToSend, u"1950"_s, u"M"_s, 0),
        row(u"P003"_s, u"王 伟"_s, u"701"_s, Completed, DeliveryState::Conflict, u"1961-04"_s, u"U"_s, 7),
        row(u"P004"_s, u"Straße, Änne"_s, u"703"_s, Withdrawn, DeliveryState::Quarantined, QString(), u"F"_s, 3),
        row(u"P005"_s, u"anne O’Neil"_s, u"701"_s, ScreenFailure, DeliveryState::Uploading, u"2001-12-31"_s, u"F"_s, 1),
    });
}

QStringList found(const PatientList& list, const PatientFilter& filter)
{
    QStringList identifiers;
    for (const quint32 index : list.filter(filter))
        identifiers << list.rows()[index].patientId;
    return identifiers;
}

} // namespace

void TestPatientList::searchFoldsCaseAndAccents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QString() << u"P001 P002 P003 P004 P005"_s;
    QTest::newRow("blanks") << u"   "_s << u"P001 P002 P003 P004 P005"_s;
    QTest::newRow("identifier") << u"p003"_s << u"P003"_s;
    QTest::newRow("without accent") << u"jose"_s << u"P001"_s;
    QTest::newRow("with accent") << u"JOSÉ"_s << u"P001"_s;
    QTest::newRow("decomposed") << QString(u"jose\u0301"_s) << u"P001"_s;
    QTest::newRow("apostrophe") << u"o'con"_s << u"P001"_s;
    QTest::newRow("typographic apostrophe") << u"o'neil"_s << u"P005"_s;
    QTest::newRow("typed with a typographic one") << u"O’Connor"_s << u"P001"_s;
    QTest::newRow("several accents") << u"żołc"_s << u"P002"_s;
    QTest::newRow("strokes") << u"zolc luk"_s << u"P002"_s;
    QTest::newRow("sharp s") << u"strasse"_s << u"P004"_s;
    QTest::newRow("umlaut") << u"anne"_s << u"P004 P005"_s;
    QTest::newRow("Chinese") << u"王"_s << u"P003"_s;
    QTest::newRow("alias") << u"cdisc017"_s << u"P001"_s;
    QTest::newRow("two words in any order") << u"connor jos"_s << u"P001"_s;
    QTest::newRow("two words of two people") << u"connor anne"_s << QString();
    QTest::newRow("part of a word") << u"00"_s << u"P001 P002 P003 P004 P005"_s;
    QTest::newRow("nobody") << u"zebra"_s << QString();
}

void TestPatientList::searchFoldsCaseAndAccents()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    PatientFilter filter;
    filter.text = text;
    QCOMPARE(found(sample(), filter).join(u' '), expected);
}

void TestPatientList::filtersNarrow_data()
{
    QTest::addColumn<PatientFilter>("filter");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char* name, const PatientFilter& filter, const QString& expected) {
        QTest::newRow(name) << filter << expected;
    };
    using enum PatientStatus;
    PatientFilter filter;
    filter.statuses = {Enrolled};
    add("a status", filter, u"P001"_s);
    filter.statuses = {Withdrawn, Completed};
    add("two statuses", filter, u"P003 P004"_s);
    filter = {};
    filter.sites = {u"701"_s};
    add("a site", filter, u"P001 P003 P005"_s);
    filter.sites = {u"702"_s, u"703"_s};
    add("two sites", filter, u"P002 P004"_s);
    filter.sites = {u"799"_s};
    add("no such site", filter, QString());
    filter = {};
    filter.delivery = DeliveryState::Conflict;
    add("delivery", filter, u"P003"_s);
    filter = {};
    filter.sites = {u"701"_s};
    filter.statuses = {Enrolled, ScreenFailure};
    filter.text = u"o"_s;
    filter.order = Qt::DescendingOrder;
    add("all together, backwards", filter, u"P005 P001"_s);
}

void TestPatientList::filtersNarrow()
{
    QFETCH(const PatientFilter, filter);
    QFETCH(const QString, expected);
    QCOMPARE(found(sample(), filter).join(u' '), expected);
}

void TestPatientList::everyColumnSorts_data()
{
    QTest::addColumn<PatientColumn>("column");
    QTest::addColumn<QString>("ascending");
    QTest::addColumn<QString>("descending");
    QTest::newRow("identifier") << PatientColumn::Identifier << u"P001 P002 P003 P004 P005"_s
                                << u"P005 P004 P003 P002 P001"_s;
    QTest::newRow("birth, unknown first")
        << PatientColumn::DateOfBirth << u"P004 P002 P003 P001 P005"_s << u"P005 P001 P003 P002 P004"_s;
    QTest::newRow("sex") << PatientColumn::Sex << u"P004 P005 P001 P002 P003"_s << u"P003 P001 P002 P004 P005"_s;
    QTest::newRow("site") << PatientColumn::Site << u"P001 P003 P005 P002 P004"_s << u"P004 P002 P001 P003 P005"_s;
    QTest::newRow("status") << PatientColumn::Status << u"P002 P001 P003 P004 P005"_s << u"P005 P004 P003 P001 P002"_s;
    QTest::newRow("reports") << PatientColumn::Reports << u"P002 P005 P001 P004 P003"_s
                             << u"P003 P001 P004 P005 P002"_s;
    QTest::newRow("delivery") << PatientColumn::Delivery << u"P002 P005 P001 P003 P004"_s
                              << u"P004 P003 P001 P005 P002"_s;
}

void TestPatientList::everyColumnSorts()
{
    QFETCH(const PatientColumn, column);
    QFETCH(const QString, ascending);
    QFETCH(const QString, descending);
    PatientFilter filter;
    filter.sortBy = column;
    QCOMPARE(found(sample(), filter).join(u' '), ascending);
    filter.order = Qt::DescendingOrder;
    QCOMPARE(found(sample(), filter).join(u' '), descending);
}

void TestPatientList::equalOnesKeepTheOrderOfIdentifiers()
{
    using enum PatientStatus;
    const PatientList list({
        row(u"P001"_s, u"beta"_s, u"1"_s, Enrolled, DeliveryState::Synced, {}, {}, 0),
        row(u"P002"_s, u"Alpha"_s, u"1"_s, Enrolled, DeliveryState::Synced, {}, {}, 0),
        row(u"P003"_s, u"alpha"_s, u"1"_s, Enrolled, DeliveryState::Synced, {}, {}, 0),
    });
    PatientFilter filter;
    filter.sortBy = PatientColumn::Name;
    QCOMPARE(found(list, filter).join(u' '), u"P002 P003 P001"_s);
    filter.order = Qt::DescendingOrder;
    QCOMPARE(found(list, filter).join(u' '), u"P001 P002 P003"_s);
}

void TestPatientList::sitesAreListedOnce()
{
    QCOMPARE(sample().sites(), QStringList({u"701"_s, u"702"_s, u"703"_s}));
    QVERIFY(PatientList({}).sites().isEmpty());
}

void TestPatientList::rowsAreFoundByRecord()
{
    const PatientList list = sample();
    QCOMPARE(list.find(list.rows()[3].recordId), &list.rows()[3]);
    QCOMPARE(list.find(RecordId::create()), nullptr);
}

void TestPatientList::aHundredThousandAreFilteredWhileTyping()
{
    std::vector<PatientRow> rows;
    rows.reserve(100'000);
    for (int i = 0; i < 100'000; ++i)
        rows.push_back(row(u"P%1"_s.arg(i, 6, 10, QLatin1Char('0')), u"Patient %1"_s.arg(i % 977),
                           QString::number(i % 7), PatientStatus::Enrolled, DeliveryState::Synced, u"1961"_s, u"F"_s,
                           i % 5));
    const PatientList list(std::move(rows));
    PatientFilter filter;
    filter.text = u"patient 97"_s;
    filter.sortBy = PatientColumn::Name;
    QElapsedTimer timer;
    timer.start();
    const auto indexes = list.filter(filter);
    const qint64 elapsed = timer.elapsed();
    QVERIFY(!indexes.empty());
    QVERIFY2(elapsed < 1000, qPrintable(QString::number(elapsed)));
}

QTEST_GUILESS_MAIN(TestPatientList)
#include "tst_patientlist.moc"
