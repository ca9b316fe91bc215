// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/vault.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

const SiteId site{u"701"_s};

KdfParameters quick()
{
    return {.operations = 1, .memoryBytes = 16 * 1024, .salt = {}};
}

Account person(Role role, const QString& name = u"lin"_s)
{
    return {.userName = UserName(name), .displayName = u"Lin Wei"_s, .role = role, .siteId = site};
}

bool sameKeys(const KeyRing& a, const KeyRing& b, KeyClass keyClass)
{
    return a.rawKey(keyClass) == b.rawKey(keyClass);
}

} // namespace

class TestVault final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slotGivesTheKeysBack_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<QByteArray>("deviceSecret");
        QTest::addColumn<bool>("identities");
        const QByteArray secret(32, 's');
        QTest::newRow("coordinator") << Role::Coordinator << secret << true;
        QTest::newRow("coordinator, no keychain") << Role::Coordinator << QByteArray() << true;
        QTest::newRow("investigator") << Role::Investigator << secret << true;
        QTest::newRow("monitor") << Role::Monitor << secret << false;
        QTest::newRow("data manager") << Role::DataManager << QByteArray() << false;
        QTest::newRow("administrator") << Role::Administrator << secret << false;
    }
    void slotGivesTheKeysBack()
    {
        QFETCH(const Role, role);
        QFETCH(const QByteArray, deviceSecret);
        QFETCH(const bool, identities);
        const auto vault = vault::create(site);
        const auto slot =
            vault::makeSlot(*vault.keys, person(role), DeviceId::create(), u"pässwörd 李"_s, deviceSecret, quick());
        QVERIFY(slot.has_value());
        QCOMPARE(slot->usesDeviceSecret, !deviceSecret.isEmpty());
        QCOMPARE(!slot->wrappedIdentifiers.isEmpty(), identities);
        const auto keys = vault::unlock(*slot, u"pässwörd 李"_s, deviceSecret);
        QVERIFY(keys.has_value());
        QCOMPARE((*keys)->has(KeyClass::Identifiers), identities);
        QVERIFY(sameKeys(**keys, *vault.keys, KeyClass::Clinical));
        if (identities)
            QVERIFY(sameKeys(**keys, *vault.keys, KeyClass::Identifiers));
    }

    void composedAndDecomposedPasswordsAreOne()
    {
        const auto vault = vault::create(site);
        const auto slot =
            vault::makeSlot(*vault.keys, person(Role::Coordinator), DeviceId::create(), u"Zo\u00eb"_s, {}, quick());
        QVERIFY(vault::unlock(*slot, u"Zoe\u0308"_s, {}).has_value());
    }

    void changedSlotStaysShut_data()
    {
        QTest::addColumn<std::function<void(KeySlot&)>>("change");
        const auto row = [](const char* name, std::function<void(KeySlot&)> change) { QTest::newRow(name) << change; };
        row("other user", [](KeySlot& s) { s.user = UserName(u"eve"_s); });
        row("raised role", [](KeySlot& s) { s.role = Role::Investigator; });
        row("other site", [](KeySlot& s) { s.site = SiteId(u"702"_s); });
        row("other device", [](KeySlot& s) { s.device = DeviceId::create(); });
        row("other key id", [](KeySlot& s) { s.keyId = 2; });
        row("fewer passes", [](KeySlot& s) { s.kdf.operations = 1; });
        row("less memory", [](KeySlot& s) { s.kdf.memoryBytes = 8 * 1024; });
        row("absurd memory", [](KeySlot& s) { s.kdf.memoryBytes = 1ULL << 50; });
        row("absurd passes", [](KeySlot& s) { s.kdf.operations = 1ULL << 31; });
        row("other salt", [](KeySlot& s) { s.kdf.salt[0] = static_cast<char>(s.kdf.salt[0] ^ 1); });
        row("no salt", [](KeySlot& s) { s.kdf.salt.clear(); });
        row("device secret said to be unused", [](KeySlot& s) { s.usesDeviceSecret = false; });
        row("classes swapped", [](KeySlot& s) { std::swap(s.wrappedIdentifiers, s.wrappedClinical); });
        row("clinical for both", [](KeySlot& s) { s.wrappedIdentifiers = s.wrappedClinical; });
        row("flipped nonce", [](KeySlot& s) { s.wrappedClinical[0] = static_cast<char>(s.wrappedClinical[0] ^ 1); });
        row("flipped key",
            [](KeySlot& s) { s.wrappedIdentifiers[30] = static_cast<char>(s.wrappedIdentifiers[30] ^ 1); });
        row("cut", [](KeySlot& s) { s.wrappedClinical.chop(1); });
        row("empty", [](KeySlot& s) { s.wrappedClinical.clear(); });
    }
    void changedSlotStaysShut()
    {
        QFETCH(const std::function<void(KeySlot&)>, change);
        const auto vault = vault::create(site);
        const QByteArray secret(32, 's');
        KdfParameters kdf = quick();
        kdf.operations = 2;
        auto slot =
            vault::makeSlot(*vault.keys, person(Role::Coordinator), DeviceId::create(), u"right"_s, secret, kdf);
        QVERIFY(vault::unlock(*slot, u"right"_s, secret).has_value());
        change(*slot);
        const auto keys = vault::unlock(*slot, u"right"_s, secret);
        QVERIFY(!keys);
        QCOMPARE(keys.error().code, ErrorCode::WrongCredentials);
    }

    void slotOfAnotherPersonStaysShut()
    {
        const auto vault = vault::create(site);
        const DeviceId device = DeviceId::create();
        const auto mine = vault::makeSlot(*vault.keys, person(Role::Monitor, u"mo"_s), device, u"mine"_s, {}, quick());
        auto theirs =
            vault::makeSlot(*vault.keys, person(Role::Coordinator, u"co"_s), device, u"theirs"_s, {}, quick());
        QVERIFY(!vault::unlock(*theirs, u"mine"_s, {}));
        theirs->kdf = mine->kdf;
        theirs->wrappedClinical = mine->wrappedClinical;
        theirs->wrappedIdentifiers.clear();
        QVERIFY(!vault::unlock(*theirs, u"mine"_s, {}));
    }

    void wrongPasswordAndSecretAreRefused()
    {
        const auto vault = vault::create(site);
        const auto slot = vault::makeSlot(*vault.keys, person(Role::Coordinator), DeviceId::create(), u"right"_s,
                                          QByteArray(32, 's'), quick());
        QCOMPARE(vault::unlock(*slot, u"wrong"_s, QByteArray(32, 's')).error().code, ErrorCode::WrongCredentials);
        QCOMPARE(vault::unlock(*slot, u""_s, QByteArray(32, 's')).error().code, ErrorCode::WrongCredentials);
        QCOMPARE(vault::unlock(*slot, u"right"_s, QByteArray(32, 'x')).error().code, ErrorCode::WrongCredentials);
        // A locked keychain is not a wrong password, and must not count as one.
        QCOMPARE(vault::unlock(*slot, u"right"_s, {}).error().code, ErrorCode::Locked);
    }

    void nobodyGivesARightTheyLack()
    {
        const auto vault = vault::create(site);
        const auto part = KeyRing::fromKeys(1, {}, vault.keys->rawKey(KeyClass::Clinical));
        const auto device = DeviceId::create();
        QCOMPARE(vault::makeSlot(*part, person(Role::Coordinator), device, u"p"_s, {}, quick()).error().code,
                 ErrorCode::Denied);
        QVERIFY(vault::makeSlot(*part, person(Role::Monitor), device, u"p"_s, {}, quick()).has_value());
        QCOMPARE(vault::makeSlot(*vault.keys, person(Role::Monitor), device, u""_s, {}, quick()).error().code,
                 ErrorCode::Invalid);
    }

    void defaultParametersAreTheDocumentedOnes()
    {
        const auto vault = vault::create(site);
        const auto slot = vault::makeSlot(*vault.keys, person(Role::Coordinator), DeviceId::create(), u"right"_s, {});
        QVERIFY(slot.has_value());
        QCOMPARE(slot->kdf.operations, 3U);
        QCOMPARE(slot->kdf.memoryBytes, 256ULL * 1024 * 1024);
        QCOMPARE(slot->kdf.salt.size(), 16);
        QVERIFY(vault::unlock(*slot, u"right"_s, {}).has_value());
    }

    void recoveryCodeGivesTheKeysBack()
    {
        const auto vault = vault::create(site);
        const auto keys = vault::recover(vault.recovery, vault.recoveryCode.toLower());
        QVERIFY(keys.has_value());
        QVERIFY(sameKeys(**keys, *vault.keys, KeyClass::Identifiers));
        QVERIFY(sameKeys(**keys, *vault.keys, KeyClass::Clinical));
        QCOMPARE((*keys)->keyId(), vault.keys->keyId());
    }

    void recoveryRefusesOtherCodesAndTypingErrors()
    {
        const auto vault = vault::create(site);
        const auto other = vault::create(site);
        QCOMPARE(vault::recover(vault.recovery, other.recoveryCode).error().code, ErrorCode::WrongCredentials);
        QString typed = vault.recoveryCode;
        typed[0] = typed[0] == u'7' ? u'8' : u'7';
        QCOMPARE(vault::recover(vault.recovery, typed).error().code, ErrorCode::Invalid);
        RecoverySlot moved = vault.recovery;
        moved.site = SiteId(u"702"_s);
        QVERIFY(!vault::recover(moved, vault.recoveryCode));
        RecoverySlot swapped = vault.recovery;
        std::swap(swapped.sealedClinical, swapped.sealedIdentifiers);
        QVERIFY(!vault::recover(swapped, vault.recoveryCode));
    }

    void throttleWaits_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<qint64>("sinceMs");
        QTest::addColumn<int>("wait");
        const auto row = [](int failures, qint64 since, int wait) {
            QTest::addRow("%d failures, %lld ms ago", failures, static_cast<long long>(since))
                << failures << since << wait;
        };
        row(0, 0, 0);
        row(1, 0, 0);
        row(3, 0, 0);
        row(4, 0, 1);
        row(4, 1, 1);
        row(4, 999, 1);
        row(4, 1000, 0);
        row(5, 0, 2);
        row(6, 0, 4);
        row(7, 0, 8);
        row(8, 0, 16);
        row(9, 0, 32);
        row(9, 31'500, 1);
        row(10, 0, 60);
        row(40, 0, 60);
        row(40, 60'000, 0);
        row(5, -3'600'000, 2); // a clock put back
    }
    void throttleWaits()
    {
        QFETCH(const int, failures);
        QFETCH(const qint64, sinceMs);
        const SignInThrottle throttle{.failures = failures, .lastFailureUtcMs = 1'000'000'000};
        QTEST(throttle.waitSeconds(1'000'000'000 + sinceMs), "wait");
        QCOMPARE(throttle.exhausted(), failures >= 10);
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
