// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/wire.h"
#include "core/text/strictjson.h"

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestStrictJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAndRefuses_data();
    void acceptsAndRefuses();
    void agreesWithTheLibraryOnWhatItAccepts();
    void everyCutIsRefused();
    void saysWhere_data();
    void saysWhere();
    void depthCostsNoStack();
    void stringsAreEscaped();
};

void TestStrictJson::acceptsAndRefuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("good");
    QTest::newRow("empty object") << "{}"_ba << true;
    QTest::newRow("spaces") << " \t\r\n{ \"a\" : [ 1 , 2 ] } \n"_ba << true;
    QTest::newRow("numbers") << R"({"a":[0,-1,1.5,1e3,1E-3,-0.0]})"_ba << true;
    QTest::newRow("escapes") << R"({"a":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"})"_ba << true;
    QTest::newRow("utf-8") << R"({"é":"漢字😀"})"_ba << true;
    QTest::newRow("same key in two objects") << R"({"a":{"b":1},"c":{"b":1}})"_ba << true;
    QTest::newRow("depth 32") << QByteArray(QByteArray(31, '[').prepend("{\"a\":") + QByteArray(31, ']') + '}') << true;
    QTest::newRow("nothing") << ""_ba << false;
    QTest::newRow("depth 33") << QByteArray(QByteArray(32, '[').prepend("{\"a\":") + QByteArray(32, ']') + '}')
                              << false;
    QTest::newRow("duplicate key") << R"({"a":1,"a":2})"_ba << false;
    QTest::newRow("duplicate key, escaped") << R"({"a":1,"\u0061":2})"_ba << false;
    QTest::newRow("duplicate key, deep") << R"([{"x":{"a":1,"b":2,"a":3}}])"_ba << false;
    QTest::newRow("trailing text") << "{} x"_ba << false;
    QTest::newRow("two values") << "{}{}"_ba << false;
    QTest::newRow("trailing comma") << R"({"a":1,})"_ba << false;
    QTest::newRow("single quotes") << "{'a':1}"_ba << false;
    QTest::newRow("comment") << "{}//"_ba << false;
    QTest::newRow("leading zero") << R"({"a":01})"_ba << false;
    QTest::newRow("plus") << R"({"a":+1})"_ba << false;
    QTest::newRow("NaN") << R"({"a":NaN})"_ba << false;
    QTest::newRow("bare fraction") << R"({"a":.5})"_ba << false;
    QTest::newRow("control character") << QByteArray("{\"a\":\"\x01\"}") << false;
    QTest::newRow("lone surrogate") << R"({"a":"\ud800"})"_ba << false;
    QTest::newRow("low surrogate first") << R"({"a":"\udc00\ud800"})"_ba << false;
    QTest::newRow("invalid utf-8") << QByteArray("{\"a\":\"\xff\"}") << false;
    QTest::newRow("overlong utf-8") << QByteArray("{\"a\":\"\xc0\xaf\"}") << false;
    QTest::newRow("utf-8 surrogate") << QByteArray("{\"a\":\"\xed\xa0\x80\"}") << false;
    QTest::newRow("cut utf-8") << QByteArray("{\"a\":\"\xe6\xbc\"}") << false;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}") << false;
    QTest::newRow("zero byte") << QByteArray("{}\0", 3) << false;
}

void TestStrictJson::acceptsAndRefuses()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, good);
    const auto checked = json::check({json.constData(), static_cast<size_t>(json.size())});
    QCOMPARE(checked.has_value(), good);
    if (!good)
        QCOMPARE(checked.error().code, ErrorCode::Protocol);
}

void TestStrictJson::agreesWithTheLibraryOnWhatItAccepts()
{
    const QByteArray json = R"({"a":[1,{"b":"x\u0041"}],"c":null,"d":true,"e":-1.25e2})";
    const auto object = api::parseObject(json);
    QVERIFY(object);
    QCOMPARE(*object, QJsonDocument::fromJson(json).object());
    QVERIFY(!api::parseObject("[1]"));
}

void TestStrictJson::everyCutIsRefused()
{
    const QByteArray json = R"({"count":2,"results":[{"op_id":"a"},{"op_id":"b"}],"end":true})";
    for (qsizetype length = 0; length < json.size(); ++length)
        QVERIFY2(!api::parseObject(json.left(length)), qPrintable(QString::number(length)));
}

void TestStrictJson::saysWhere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    QTest::newRow("first line") << R"({"a":x})"_ba << u"line 1, column 6"_s;
    QTest::newRow("third line") << "{\n\"a\": 1,\n  b}"_ba << u"line 3, column 3"_s;
    QTest::newRow("behind the end") << "{}\nx"_ba << u"line 2, column 1"_s;
    QTest::newRow("key twice") << R"({"a":1,"b":[{"é":1,"c":2,"é":3}]})"_ba << u"é"_s;
    QByteArray many = "{";
    for (int i = 0; i < 100; ++i)
        many += "\"k" + QByteArray::number(i) + "\":1,";
    QTest::newRow("key twice among many") << QByteArray(many + "\"k50\":2}") << u"k50"_s;
}

void TestStrictJson::saysWhere()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    const auto checked = json::check({json.constData(), static_cast<size_t>(json.size())});
    QVERIFY(!checked);
    QCOMPARE(checked.error().where, where);
}

void TestStrictJson::depthCostsNoStack()
{
    QVERIFY(!json::check(std::string(4'000'000, '[')));
}

void TestStrictJson::stringsAreEscaped()
{
    std::string out;
    json::appendString(out, "a\"b\\c\n\x01é");
    QCOMPARE(out, std::string(R"("a\"b\\c\u000a\u0001é")"));
    QVERIFY(json::check(out));
}

QTEST_APPLESS_MAIN(TestStrictJson)
#include "tst_strictjson.moc"
