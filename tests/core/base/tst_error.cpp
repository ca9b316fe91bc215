// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <QMetaEnum>
#include <QSet>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestError final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWordOfACode_data();
    void theWordOfACode();
    void everyCodeHasAWordOfItsOwn();
    void thePlaceStandsBeforeTheSentence();
    void aFailureLeavesTheFunction();
};

void TestError::theWordOfACode_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("one word") << ErrorCode::Invalid << u"invalid"_s;
    QTest::newRow("two words") << ErrorCode::NotFound << u"not_found"_s;
    QTest::newRow("three words") << ErrorCode::NotAWorkspace << u"not_a_workspace"_s;
    QTest::newRow("disk") << ErrorCode::DiskFull << u"disk_full"_s;
    QTest::newRow("credentials") << ErrorCode::WrongCredentials << u"wrong_credentials"_s;
    QTest::newRow("last") << ErrorCode::Internal << u"internal"_s;
}

void TestError::theWordOfACode()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, word);
    QCOMPARE(Error(code, {}).word(), word);
}

void TestError::everyCodeHasAWordOfItsOwn()
{
    const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
    QSet<QString> words;
    for (int i = 0; i < codes.keyCount(); ++i)
        words.insert(Error(static_cast<ErrorCode>(codes.value(i)), {}).word());
    QCOMPARE(words.size(), codes.keyCount());
    QVERIFY(!words.contains(QString()));
}

void TestError::thePlaceStandsBeforeTheSentence()
{
    const Error error(ErrorCode::Unreadable, Message("The file ends too early."), u"line 3"_s);
    QCOMPARE(error.english(), u"line 3: The file ends too early."_s);
    QCOMPARE(Error(ErrorCode::Unreadable, Message("The file ends too early.")).english(),
             u"The file ends too early."_s);
}

void TestError::aFailureLeavesTheFunction()
{
    const auto half = [](int number) -> Result<int> {
        if (number % 2 != 0)
            return fail(ErrorCode::Invalid, "odd", u"number"_s);
        return number / 2;
    };
    const auto quarter = [&half](int number) -> Result<int> {
        SB_TRY_ASSIGN(const int first, half(number));
        return half(first);
    };
    QCOMPARE(quarter(8).value_or(-1), 2);
    QCOMPARE(quarter(6).error().where, u"number"_s);
    QCOMPARE(quarter(7).error().code, ErrorCode::Invalid);
}

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
