// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/recoverycode.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

QByteArray someSecret(quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray secret(32, '\0');
    for (char& byte : secret)
        byte = static_cast<char>(random.bounded(256));
    return secret;
}

} // namespace

class TestRecoveryCode final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasFourteenGroupsWithoutLookAlikes()
    {
        static const QRegularExpression shape(u"^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$"_s);
        for (quint32 seed = 0; seed < 50; ++seed) {
            const QString code = recoverycode::encode(someSecret(seed));
            QVERIFY2(shape.match(code).hasMatch(), qPrintable(code));
            QCOMPARE(recoverycode::decode(code).value_or(QByteArray()), someSecret(seed));
        }
    }

    void forgivesHowItIsWritten_data()
    {
        QTest::addColumn<QString>("typed");
        const QString code = recoverycode::encode(QByteArray(32, '\0'));
        QVERIFY(code.startsWith(u"0000-0000"));
        QTest::newRow("as printed") << code;
        QTest::newRow("lower case") << code.toLower();
        QTest::newRow("spaces") << QString(code).replace(u'-', u' ');
        QTest::newRow("no groups") << QString(code).remove(u'-');
        QTest::newRow("long dashes") << QString(code).replace(u'-', QChar(0x2013));
        QTest::newRow("O for 0") << QString(code).replace(u'0', u'O');
        QTest::newRow("o for 0") << QString(code).replace(u'0', u'o');
        QTest::newRow("I for 1") << QString(code).replace(u'1', u'I');
        QTest::newRow("l for 1") << QString(code).replace(u'1', u'l');
    }
    void forgivesHowItIsWritten()
    {
        QFETCH(const QString, typed);
        QCOMPARE(recoverycode::decode(typed).value_or("no"_ba), QByteArray(32, '\0'));
    }

    void findsEveryWrongLetter()
    {
        const QString code = recoverycode::encode(someSecret(1));
        for (qsizetype i = 0; i < code.size(); ++i) {
            if (code[i] == u'-')
                continue;
            QString wrong = code;
            wrong[i] = code[i] == u'7' ? u'8' : u'7';
            const auto decoded = recoverycode::decode(wrong);
            QVERIFY2(!decoded, qPrintable(wrong));
            QCOMPARE(decoded.error().code, ErrorCode::Invalid);
        }
    }

    void findsSwappedNeighbours()
    {
        const QString code = recoverycode::encode(someSecret(2));
        for (qsizetype i = 0; i + 1 < code.size(); ++i) {
            QString wrong = code;
            wrong[i] = code[i + 1];
            wrong[i + 1] = code[i];
            if (QString(wrong).remove(u'-') != QString(code).remove(u'-'))
                QVERIFY2(!recoverycode::decode(wrong), qPrintable(wrong));
        }
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("part");
        const QString code = recoverycode::encode(someSecret(3));
        QTest::newRow("nothing") << u""_s << u"has 0 letters"_s;
        QTest::newRow("cut") << code.left(30) << u"56 are needed"_s;
        QTest::newRow("too long") << QString(code + u"7") << u"has 57 letters"_s;
        QTest::newRow("letter never used") << QString(code).replace(5, 1, u"U"_s) << u"Group 2"_s;
        QTest::newRow("Chinese") << QString(code).replace(0, 1, u"李"_s) << u"Group 1"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, part);
        const auto decoded = recoverycode::decode(typed);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::Invalid);
        QVERIFY2(decoded.error().message.english().contains(part), qPrintable(decoded.error().message.english()));
    }
};

QTEST_GUILESS_MAIN(TestRecoveryCode)
#include "tst_recoverycode.moc"
