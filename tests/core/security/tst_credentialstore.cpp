// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/credentialstore.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

// tests/support/with-secret-service tells in SITEBOOK_KEYCHAIN which keychain there is: open, locked (filled by a run
// before it, "fill"), absent. Without it only the store in memory is tested.
class TestCredentialStore final : public QObject
{
    Q_OBJECT

    static bool runs(const char* state)
    {
        const QByteArray given = qgetenv("SITEBOOK_KEYCHAIN");
        return QByteArray(state).split(' ').contains(given);
    }
    template <class T>
    static T wait(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
            return fail(ErrorCode::Internal, "The keychain did not answer.");
        return future.result();
    }
    void keepsAndForgets(CredentialStore& store);

private Q_SLOTS:
    void memoryKeepsAndForgets()
    {
        const auto store = makeMemoryStore();
        keepsAndForgets(*store);
    }

    void openKeychainKeepsAndForgets()
    {
        if (!runs("open"))
            QSKIP("needs an open keychain (tests/support/with-secret-service open)");
        const auto store = makeKeychainStore();
        keepsAndForgets(*store);
        // Another store of the same person finds what the first one wrote.
        QVERIFY(wait(store->write(u"kept"_s, "value")).has_value());
        const auto read = wait(makeKeychainStore()->read(u"kept"_s));
        QVERIFY(read.has_value());
    }

    void fillsTheKeychainThatIsLockedLater()
    {
        if (!runs("fill"))
            QSKIP("runs before the test of a locked keychain");
        QVERIFY(wait(makeKeychainStore()->write(u"device"_s, "secret")).has_value());
    }

    void lockedKeychainAnswersNotFound()
    {
        if (!runs("locked"))
            QSKIP("needs a locked keychain (tests/support/with-secret-service locked)");
        const auto store = makeKeychainStore();
        const auto read = wait(store->read(u"device"_s));
        QVERIFY(!read || !read->has_value()); // never the secret; and never a reason to make a new one
        const auto written = wait(store->write(u"device"_s, "other"));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Keychain);
    }

    void absentKeychainIsSaid()
    {
        if (!runs("absent"))
            QSKIP("needs a system without D-Bus (tests/support/with-secret-service absent)");
        const auto store = makeKeychainStore();
        QCOMPARE(wait(store->read(u"device"_s)).error().code, ErrorCode::Keychain);
        QCOMPARE(wait(store->write(u"device"_s, "secret")).error().code, ErrorCode::Keychain);
        QCOMPARE(wait(store->remove(u"device"_s)).error().code, ErrorCode::Keychain);
    }
};

void TestCredentialStore::keepsAndForgets(CredentialStore& store)
{
    QByteArray binary(32, '\0');
    for (qsizetype i = 0; i < binary.size(); ++i)
        binary[i] = static_cast<char>(i * 9);
    const auto none = wait(store.read(u"refresh"_s));
    QVERIFY(none.has_value() && !none->has_value());
    QVERIFY(wait(store.write(u"refresh"_s, binary)).has_value());
    const auto kept = wait(store.read(u"refresh"_s));
    QVERIFY(kept.has_value() && kept->has_value());
    QCOMPARE(**kept, binary);
    QVERIFY(wait(store.write(u"refresh"_s, u"密码"_s.toUtf8())).has_value());
    QCOMPARE(wait(store.read(u"refresh"_s))->value_or(QByteArray()), u"密码"_s.toUtf8());
    QVERIFY(wait(store.remove(u"refresh"_s)).has_value());
    const auto gone = wait(store.read(u"refresh"_s));
    QVERIFY(gone.has_value() && !gone->has_value());
    QVERIFY(wait(store.remove(u"refresh"_s)).has_value());
}

QTEST_GUILESS_MAIN(TestCredentialStore)
#include "tst_credentialstore.moc"
