// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/passwordhash.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestPasswordHash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { qunsetenv("SITEBOOK_PASSWORD"); }
    void cleanup() { qunsetenv("SITEBOOK_PASSWORD"); }

    void verifiesOnlyTheRightPassword()
    {
        const auto hash = hashPassword(u"correct 马 battery"_s);
        QVERIFY(hash.has_value());
        QVERIFY(hash->startsWith("$argon2id$v=19$m="));
        QVERIFY(!hash->contains('\0'));
        QVERIFY(verifyPassword(*hash, u"correct 马 battery"_s));
        QVERIFY(!verifyPassword(*hash, u"correct 马 Battery"_s));
        QVERIFY(!verifyPassword(*hash, u""_s));
        QVERIFY(*hash != *hashPassword(u"correct 马 battery"_s));
    }

    void refusesAnEmptyPassword() { QCOMPARE(hashPassword(u""_s).error().code, ErrorCode::Invalid); }

    void refusesStrangeHashes_data()
    {
        QTest::addColumn<QByteArray>("hash");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << "password"_ba;
        QTest::newRow("other scheme") << "$2b$10$abcdefghijklmnopqrstuv"_ba;
        QTest::newRow("cut") << "$argon2id$v=19$m=65536,t=2,p=1$abc"_ba;
        QTest::newRow("too long") << QByteArray("$argon2id$" + QByteArray(500, 'a'));
    }
    void refusesStrangeHashes()
    {
        QFETCH(const QByteArray, hash);
        QVERIFY(!verifyPassword(hash, u"password"_s));
    }

    void readsTheFirstLineOfAFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("password");
        QTest::newRow("line") << "pass word\nmore\n"_ba << u"pass word"_s;
        QTest::newRow("no end") << "secret"_ba << u"secret"_s;
        QTest::newRow("DOS end") << "secret\r\n"_ba << u"secret"_s;
        QTest::newRow("UTF-8") << u"密码\n"_s.toUtf8() << u"密码"_s;
        QTest::newRow("empty") << "\n"_ba << QString();
    }
    void readsTheFirstLineOfAFile()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, password);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"password"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        qputenv("SITEBOOK_PASSWORD", "not this");
        const auto read = passwordFromSources(file.fileName(), "Password");
        QCOMPARE(read.has_value(), !password.isEmpty());
        if (read)
            QCOMPARE(*read, password);
        else
            QCOMPARE(read.error().code, ErrorCode::Invalid);
    }

    void saysWhichFileIsMissing()
    {
        const auto read = passwordFromSources(u"/nowhere/at/all"_s, "Password");
        QCOMPARE(read.error().code, ErrorCode::NotFound);
        QCOMPARE(read.error().where, u"/nowhere/at/all"_s);
    }

    void readsTheEnvironment()
    {
        qputenv("SITEBOOK_PASSWORD", "from outside");
        QCOMPARE(passwordFromSources({}, "Password").value_or(QString()), u"from outside"_s);
    }
};

QTEST_GUILESS_MAIN(TestPasswordHash)
#include "tst_passwordhash.moc"
