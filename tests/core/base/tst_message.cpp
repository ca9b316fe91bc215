// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/message.h"

#include <QTest>
#include <QTranslator>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestMessage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placesAreFilled_data();
    void placesAreFilled();
    void theSentenceIsTranslatedAndThenFilled();
};

namespace {

// Knows one sentence, with its places the other way round.
class Reverser final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override
    {
        const bool known = qstrcmp(context, "messages") == 0 && qstrcmp(source, "%1 of %2") == 0;
        return known ? u"%2 中的 %1"_s : QString();
    }
};

} // namespace

void TestMessage::placesAreFilled_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << "All is well."_ba << QStringList() << u"All is well."_s;
    QTest::newRow("one") << "Wait %1 seconds."_ba << QStringList{u"4"_s} << u"Wait 4 seconds."_s;
    QTest::newRow("order") << "%2 before %1"_ba << QStringList{u"b"_s, u"a"_s} << u"a before b"_s;
    QTest::newRow("twice") << "%1 and %1"_ba << QStringList{u"x"_s} << u"x and x"_s;
    QTest::newRow("a place inside an argument") << "%1, %2"_ba << QStringList{u"%2"_s, u"b"_s} << u"%2, b"_s;
    QTest::newRow("per cent") << "100 % of %1"_ba << QStringList{u"5 %1"_s} << u"100 % of 5 %1"_s;
    QTest::newRow("too few arguments") << "%1 and %2"_ba << QStringList{u"x"_s} << u"x and %2"_s;
    QTest::newRow("at the end") << "only %"_ba << QStringList{u"x"_s} << u"only %"_s;
}

void TestMessage::placesAreFilled()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, args);
    QFETCH(const QString, shown);
    QCOMPARE(Message(text.constData(), args).english(), shown);
    QCOMPARE(Message(text.constData(), args).localised(), shown);
}

void TestMessage::theSentenceIsTranslatedAndThenFilled()
{
    Reverser reverser;
    QVERIFY(QCoreApplication::installTranslator(&reverser));
    const Message message("%1 of %2", {u"3"_s, u"9"_s});
    QCOMPARE(message.localised(), u"9 中的 3"_s);
    QCOMPARE(message.english(), u"3 of 9"_s);
    QCoreApplication::removeTranslator(&reverser);
}

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
