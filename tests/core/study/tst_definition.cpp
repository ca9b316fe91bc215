// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/definition.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sitebook;

class TestDefinition final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void identifiersFollowTheRule_data();
    void identifiersFollowTheRule();
    void theNextIdentifierIsWrittenByTheFormat_data();
    void theNextIdentifierIsWrittenByTheFormat();
    void aPatternThatIsNoneAcceptsNothing();
    void aTextIsNeverBlank_data();
    void aTextIsNeverBlank();
};

void TestDefinition::identifiersFollowTheRule_data()
{
    QTest::addColumn<QString>("pattern"); // empty: the rule without a study's own pattern
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<bool>("valid");
    QTest::newRow("P and three digits") << QString() << u"P001"_s << true;
    QTest::newRow("another letter") << QString() << u"A001"_s << false;
    QTest::newRow("too short") << QString() << u"P1"_s << false;
    QTest::newRow("too long") << QString() << u"P0001"_s << false;
    QTest::newRow("empty") << QString() << QString() << false;
    QTest::newRow("line break behind") << QString() << u"P001\n"_s << false;
    QTest::newRow("space before") << QString() << u" P001"_s << false;
    QTest::newRow("small letter") << QString() << u"p001"_s << false;
    QTest::newRow("digits of another script") << QString() << u"P٠٠١"_s << false;
    QTest::newRow("own pattern") << u"[0-9]{3}-[0-9]{4}"_s << u"101-0001"_s << true;
    QTest::newRow("own pattern, default identifier") << u"[0-9]{3}-[0-9]{4}"_s << u"P001"_s << false;
    QTest::newRow("alternatives match as a whole") << u"A|AB"_s << u"AB"_s << true;
    QTest::newRow("alternatives, more behind") << u"A|AB"_s << u"ABC"_s << false;
    QTest::newRow("a pattern that takes nothing") << u"x*"_s << QString() << false;
}

void TestDefinition::identifiersFollowTheRule()
{
    QFETCH(QString, pattern);
    QFETCH(QString, identifier);
    QFETCH(bool, valid);
    const IdentifierRule rule = pattern.isEmpty() ? IdentifierRule() : IdentifierRule(pattern, {});
    QCOMPARE(rule.accepts(identifier), valid);
}

void TestDefinition::theNextIdentifierIsWrittenByTheFormat_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("identifier");
    QTest::newRow("first") << u"P[0-9]{3}"_s << u"P%03d"_s << 1 << u"P001"_s;
    QTest::newRow("last") << u"P[0-9]{3}"_s << u"P%03d"_s << 999 << u"P999"_s;
    QTest::newRow("no more left") << u"P[0-9]{3}"_s << u"P%03d"_s << 1000 << QString();
    QTest::newRow("zero") << u"P[0-9]{3}"_s << u"P%03d"_s << 0 << QString();
    QTest::newRow("no width") << u"S-[0-9]+"_s << u"S-%d"_s << 12 << u"S-12"_s;
    QTest::newRow("percent sign") << u"%[0-9]+"_s << u"%%%d"_s << 3 << u"%3"_s;
    QTest::newRow("no number in the format") << u".*"_s << u"P"_s << 1 << QString();
    QTest::newRow("two numbers in the format") << u".*"_s << u"%d%d"_s << 1 << QString();
    QTest::newRow("format against the pattern") << u"P[0-9]{3}"_s << u"Q%03d"_s << 1 << QString();
    QTest::newRow("other conversions are text") << u".*"_s << u"%s%d"_s << 7 << u"%s7"_s;
}

void TestDefinition::theNextIdentifierIsWrittenByTheFormat()
{
    QFETCH(QString, pattern);
    QFETCH(QString, format);
    QFETCH(int, number);
    QTEST(IdentifierRule(pattern, format).nth(number), "identifier");
}

void TestDefinition::aPatternThatIsNoneAcceptsNothing()
{
    const IdentifierRule rule(u"P[0-9"_s, u"P%03d"_s);
    QVERIFY(!rule.isValid());
    QVERIFY(!rule.accepts(u"P001"));
    QCOMPARE(rule.example(), QString());
}

void TestDefinition::aTextIsNeverBlank_data()
{
    QTest::addColumn<QStringList>("texts"); // tag, text, tag, text, ...
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("shown");
    const QStringList both{u"en"_s, u"Yes"_s, u"zh"_s, u"是"_s};
    QTest::newRow("the language") << both << u"zh"_s << u"是"_s;
    QTest::newRow("its primary tag") << both << u"zh-Hans-CN"_s << u"是"_s;
    QTest::newRow("a locale's name") << both << u"zh_CN"_s << u"是"_s;
    QTest::newRow("a variant of it") << QStringList{u"en"_s, u"Yes"_s, u"zh-CN"_s, u"是"_s} << u"zh"_s << u"是"_s;
    QTest::newRow("untagged before English")
        << QStringList{QString(), u"Ja"_s, u"en"_s, u"Yes"_s} << u"fr"_s << u"Ja"_s;
    QTest::newRow("English") << both << u"fr"_s << u"Yes"_s;
    QTest::newRow("the first there is") << QStringList{u"de"_s, u"Ja"_s, u"it"_s, u"Si"_s} << u"fr"_s << u"Ja"_s;
    QTest::newRow("blank in the language") << QStringList{u"en"_s, u"Yes"_s, u"zh"_s, u" "_s} << u"zh"_s << u"Yes"_s;
    QTest::newRow("none") << QStringList{} << u"en"_s << QString();
}

void TestDefinition::aTextIsNeverBlank()
{
    QFETCH(QStringList, texts);
    QFETCH(QString, language);
    TranslatedText text;
    for (qsizetype i = 0; i + 1 < texts.size(); i += 2)
        text.set(texts[i], texts[i + 1]);
    QTEST(text.in(language), "shown");
}

QTEST_APPLESS_MAIN(TestDefinition)
#include "tst_definition.moc"
