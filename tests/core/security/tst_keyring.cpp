// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keyring.h"

#include <QSet>
#include <QTest>
#include <QtConcurrent>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

SealContext place()
{
    return {.site = u"701"_s, .table = "patients", .column = "name", .recordId = "0123456789abcdef"_ba, .version = 3};
}

} // namespace

class TestKeyRing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatItSealed_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("text") << u"Zoë 李明 O’Brien"_s.toUtf8();
        QTest::newRow("zeros") << QByteArray(100, '\0');
        QTest::newRow("a megabyte") << QByteArray(1 << 20, 'm');
    }
    void opensWhatItSealed()
    {
        QFETCH(const QByteArray, plain);
        const auto keys = KeyRing::generate(7);
        for (const KeyClass keyClass : {KeyClass::Identifiers, KeyClass::Clinical}) {
            const QByteArray sealed = keys->seal(keyClass, place(), plain);
            QCOMPARE(sealed.size(), plain.size() + KeyRing::overhead);
            QVERIFY(plain.size() < 4 || !sealed.contains(plain));
            const auto opened = keys->open(keyClass, place(), sealed);
            QVERIFY(opened.has_value());
            QCOMPARE(*opened, plain);
        }
    }

    void envelopeCarriesVersionAndKeyInClear()
    {
        const QByteArray sealed = KeyRing::generate(0x01020304)->seal(KeyClass::Clinical, place(), "x");
        QCOMPARE(sealed.left(5).toHex(), "0101020304"_ba);
    }

    void refusesEveryFlippedBit()
    {
        const auto keys = KeyRing::generate(1);
        const QByteArray sealed = keys->seal(KeyClass::Clinical, place(), "total=27");
        for (qsizetype i = 0; i < sealed.size() * 8; ++i) {
            QByteArray bad = sealed;
            bad[i / 8] = static_cast<char>(bad[i / 8] ^ (1 << (i % 8)));
            const auto opened = keys->open(KeyClass::Clinical, place(), bad);
            QVERIFY2(!opened, QByteArray::number(i).constData());
            QCOMPARE(opened.error().code, ErrorCode::Damaged);
        }
        for (qsizetype size = 0; size < sealed.size(); ++size)
            QVERIFY(!keys->open(KeyClass::Clinical, place(), sealed.left(size)));
        QVERIFY(!keys->open(KeyClass::Clinical, place(), sealed + 'x'));
    }

    void refusesAnotherPlace_data()
    {
        QTest::addColumn<QString>("site");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<quint64>("version");
        const QByteArray record = place().recordId;
        QTest::newRow("site") << u"702"_s << "patients"_ba
                              << "name"_ba << record << quint64(3);
        QTest::newRow("table") << u"701"_s << "reports"_ba
                               << "name"_ba << record << quint64(3);
        QTest::newRow("column") << u"701"_s << "patients"_ba
                                << "birth"_ba << record << quint64(3);
        QTest::newRow("row") << u"701"_s << "patients"_ba
                             << "name"_ba
                             << "fedcba9876543210"_ba << quint64(3);
        QTest::newRow("version") << u"701"_s << "patients"_ba
                                 << "name"_ba << record << quint64(4);
        QTest::newRow("moved border") << u"701"_s << "patientsn"_ba
                                      << "ame"_ba << record << quint64(3);
        QTest::newRow("site takes from table") << u"701p"_s << "atients"_ba
                                               << "name"_ba << record << quint64(3);
    }
    void refusesAnotherPlace()
    {
        QFETCH(const QString, site);
        QFETCH(const QByteArray, table);
        QFETCH(const QByteArray, column);
        QFETCH(const QByteArray, record);
        QFETCH(const quint64, version);
        const auto keys = KeyRing::generate(1);
        const QByteArray sealed = keys->seal(KeyClass::Identifiers, place(), "secret");
        const SealContext other{.site = site,
                                .table = table.constData(),
                                .column = column.constData(),
                                .recordId = record,
                                .version = version};
        const auto opened = keys->open(KeyClass::Identifiers, other, sealed);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Damaged);
    }

    void refusesAnotherKey()
    {
        const auto keys = KeyRing::generate(1);
        const QByteArray sealed = keys->seal(KeyClass::Clinical, place(), "secret");
        QVERIFY(!KeyRing::generate(1)->open(KeyClass::Clinical, place(), sealed));
        QVERIFY(!keys->open(KeyClass::Identifiers, place(), sealed));
        const auto sameKeyOtherId =
            KeyRing::fromKeys(2, keys->rawKey(KeyClass::Identifiers), keys->rawKey(KeyClass::Clinical));
        QVERIFY(!sameKeyOtherId->open(KeyClass::Clinical, place(), sealed));
        const auto same = KeyRing::fromKeys(1, keys->rawKey(KeyClass::Identifiers), keys->rawKey(KeyClass::Clinical));
        QCOMPARE(same->open(KeyClass::Clinical, place(), sealed).value_or("no"_ba), "secret"_ba);
    }

    void withoutARightNothingOpens()
    {
        const auto all = KeyRing::generate(1);
        const auto part = KeyRing::fromKeys(1, {}, all->rawKey(KeyClass::Clinical));
        QVERIFY(!part->has(KeyClass::Identifiers));
        QVERIFY(part->has(KeyClass::Clinical));
        QVERIFY(part->rawKey(KeyClass::Identifiers).isEmpty());
        const auto opened =
            part->open(KeyClass::Identifiers, place(), all->seal(KeyClass::Identifiers, place(), "name"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Denied);
    }

    void auditKeyIsSharedByAllWhoHoldTheClinicalKey()
    {
        const auto all = KeyRing::generate(1);
        const auto part = KeyRing::fromKeys(1, {}, all->rawKey(KeyClass::Clinical));
        QCOMPARE(all->auditKey(), part->auditKey());
        QCOMPARE(all->auditKey().size(), 32);
        QVERIFY(all->auditKey() != all->rawKey(KeyClass::Clinical));
        QVERIFY(all->auditKey() != KeyRing::generate(1)->auditKey());
    }

    void sealsFromManyThreadsWithoutRepeatingANonce()
    {
        const auto keys = KeyRing::generate(1);
        QList<int> workers{0, 1, 2, 3};
        const auto work = [&keys](int) {
            QSet<QByteArray> nonces;
            for (int i = 0; i < 2000; ++i)
                nonces.insert(keys->seal(KeyClass::Clinical, place(), "x").mid(5, 24));
            return nonces;
        };
        QSet<QByteArray> all;
        for (const auto& nonces : QtConcurrent::blockingMapped<QList<QSet<QByteArray>>>(workers, work))
            all.unite(nonces);
        QCOMPARE(all.size(), 8000);
    }
};

QTEST_GUILESS_MAIN(TestKeyRing)
#include "tst_keyring.moc"
