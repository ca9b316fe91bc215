// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fields.h"

#include <QJsonArray>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestFields final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreSortedAndEachOnce();
    void bytesGoThereAndBack_data();
    void bytesGoThereAndBack();
    void equalContentGivesEqualBytes();
    void aCutIsDamagedOrShorterNeverAnother();
    void aFlippedByteNeverReadsAsTheSame();
    void foreignBytesAreDamaged_data();
    void foreignBytesAreDamaged();
    void jsonGoesThereAndBack();
    void badJsonNamesItsField_data();
    void badJsonNamesItsField();
    void differenceTellsNewAndOld_data();
    void differenceTellsNewAndOld();
    void missingReasonsHaveCodes();
};

namespace {

Fields fieldsOf(std::initializer_list<std::pair<QString, QString>> entries)
{
    Fields fields;
    for (const auto& [name, value] : entries)
        fields.set(name, value);
    return fields;
}

Fields many()
{
    Fields fields = fieldsOf({{u"name"_s, u"José O'Connor 王伟"_s}, {u"weight"_s, u"1.10"_s}, {u"empty"_s, QString()}});
    fields.set(u"item/IT.X"_s, FieldValue(MissingReason::NotDone));
    fields.set(u"item/IT.Y"_s, FieldValue(MissingReason::IntentionallyBlank));
    return fields;
}

} // namespace

void TestFields::namesAreSortedAndEachOnce()
{
    Fields fields;
    for (const auto& name : {u"b"_s, u"a"_s, u"c"_s, u"b"_s})
        fields.set(name, QString(name + u"1"_s));
    fields.set(u"b"_s, u"again"_s);
    QStringList names;
    for (const Fields::Entry& entry : fields)
        names << entry.name;
    QCOMPARE(names, QStringList({u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(fields.text(u"b"), u"again"_s);
    fields.remove(u"b"_s);
    fields.remove(u"none"_s);
    QVERIFY(!fields.contains(u"b"));
    QCOMPARE(fields.size(), size_t(2));
    QCOMPARE(fields.find(u"none"), nullptr);
    QVERIFY(fields.text(u"none").isEmpty());
}

void TestFields::bytesGoThereAndBack_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("none") << QStringList();
    QTest::newRow("plain") << QStringList{u"a"_s, u"1.10"_s};
    QTest::newRow("empty values") << QStringList{QString(), u""_s};
    QTest::newRow("line breaks and zero") << QStringList{u"a\nb\r\n"_s, QString(QChar(0))};
    QTest::newRow("beyond the first plane") << QStringList{u"𝔄 王 é"_s};
    QTest::newRow("long") << QStringList{QString(100'000, u'x')};
}

void TestFields::bytesGoThereAndBack()
{
    QFETCH(const QStringList, texts);
    Fields fields;
    for (qsizetype i = 0; i < texts.size(); ++i)
        fields.set(u"field/%1"_s.arg(i), texts[i]);
    fields.set(u"missing"_s, FieldValue(MissingReason::Unknown));
    const auto again = Fields::decode(fields.encode());
    QVERIFY(again);
    QCOMPARE(*again, fields);
    QCOMPARE(again->encode(), fields.encode());
}

void TestFields::equalContentGivesEqualBytes()
{
    QCOMPARE(fieldsOf({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}}).encode(),
             fieldsOf({{u"b"_s, u"2"_s}, {u"a"_s, u"1"_s}}).encode());
    QVERIFY(fieldsOf({{u"a"_s, u"1.1"_s}}).encode() != fieldsOf({{u"a"_s, u"1.10"_s}}).encode());
    Fields missing;
    missing.set(u"a"_s, FieldValue(MissingReason::NotDone));
    QVERIFY(missing.encode() != fieldsOf({{u"a"_s, QString()}}).encode());
    QVERIFY(fieldsOf({{u"ab"_s, u"c"_s}}).encode() != fieldsOf({{u"a"_s, u"bc"_s}}).encode());
}

void TestFields::aCutIsDamagedOrShorterNeverAnother()
{
    const Fields fields = many();
    const QByteArray bytes = fields.encode();
    int readable = 0;
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const auto cut = Fields::decode(bytes.left(length));
        if (!cut) {
            QCOMPARE(cut.error().code, ErrorCode::Damaged);
            continue;
        }
        ++readable; // a cut between two entries: the entries before it
        QVERIFY(cut->size() < fields.size());
        for (const Fields::Entry& entry : *cut)
            QCOMPARE(*fields.find(entry.name), entry.value);
    }
    QCOMPARE(readable, static_cast<int>(fields.size()));
}

void TestFields::aFlippedByteNeverReadsAsTheSame()
{
    const Fields fields = many();
    const QByteArray bytes = fields.encode();
    for (qsizetype at = 0; at < bytes.size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray flipped = bytes;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
            const auto read = Fields::decode(flipped);
            QVERIFY(!read || *read != fields);
        }
}

void TestFields::foreignBytesAreDamaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another version") << QByteArray("\x02", 1);
    QTest::newRow("text") << "patientId=P001"_ba;
    QTest::newRow("a size beyond the end") << QByteArray("\x01\xff\xff\xff\xff", 5) + "abc";
    QTest::newRow("an unknown reason") << QByteArray("\x01\0\0\0\1a\x09\0\0\0\0", 11);
    QTest::newRow("names out of order") << QByteArray("\x01\0\0\0\1b\0\0\0\0\0\0\0\0\1a\0\0\0\0\0", 21);
    QTest::newRow("a name twice") << QByteArray("\x01\0\0\0\1a\0\0\0\0\0\0\0\0\1a\0\0\0\0\0", 21);
}

void TestFields::foreignBytesAreDamaged()
{
    QFETCH(const QByteArray, bytes);
    const auto read = Fields::decode(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Damaged);
}

void TestFields::jsonGoesThereAndBack()
{
    const Fields fields = many();
    const QJsonObject json = fields.toJson();
    QCOMPARE(json.value(u"weight"_s).toString(), u"1.10"_s);
    QCOMPARE(json.value(u"item/IT.X"_s).toObject().value(u"missing"_s).toString(), u"ND"_s);
    const auto again = Fields::fromJson(json);
    QVERIFY(again);
    QCOMPARE(*again, fields);
}

void TestFields::badJsonNamesItsField_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("number") << QJsonValue(1.1);
    QTest::newRow("bool") << QJsonValue(true);
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("list") << QJsonValue(QJsonArray{u"a"_s});
    QTest::newRow("unknown reason") << QJsonValue(QJsonObject{{u"missing"_s, u"LOST"_s}});
    QTest::newRow("no reason") << QJsonValue(QJsonObject{{u"missing"_s, QString()}});
    QTest::newRow("another object") << QJsonValue(QJsonObject{{u"value"_s, u"x"_s}});
}

void TestFields::badJsonNamesItsField()
{
    QFETCH(const QJsonValue, value);
    const auto read = Fields::fromJson({{u"item/IT.X"_s, value}});
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
    QCOMPARE(read.error().where, u"item/IT.X"_s);
}

void TestFields::differenceTellsNewAndOld_data()
{
    QTest::addColumn<Fields>("present");
    QTest::addColumn<Fields>("wanted");
    QTest::addColumn<Fields>("changed");
    QTest::addColumn<Fields>("old");
    const Fields a = fieldsOf({{u"x"_s, u"1"_s}, {u"y"_s, u"2"_s}});
    QTest::newRow("nothing") << a << a << Fields() << Fields();
    QTest::newRow("changed") << a << fieldsOf({{u"x"_s, u"1"_s}, {u"y"_s, u"3"_s}}) << fieldsOf({{u"y"_s, u"3"_s}})
                             << fieldsOf({{u"y"_s, u"2"_s}});
    QTest::newRow("added") << a << fieldsOf({{u"x"_s, u"1"_s}, {u"y"_s, u"2"_s}, {u"z"_s, u"9"_s}})
                           << fieldsOf({{u"z"_s, u"9"_s}}) << Fields();
    QTest::newRow("absent is cleared") << a << fieldsOf({{u"x"_s, u"1"_s}}) << fieldsOf({{u"y"_s, QString()}})
                                       << fieldsOf({{u"y"_s, u"2"_s}});
    QTest::newRow("empty and absent are alike")
        << fieldsOf({{u"x"_s, QString()}}) << fieldsOf({{u"z"_s, QString()}}) << Fields() << Fields();
    Fields missing;
    missing.set(u"x"_s, FieldValue(MissingReason::NotDone));
    QTest::newRow("a reason is a value") << fieldsOf({{u"x"_s, u"1"_s}}) << missing << missing
                                         << fieldsOf({{u"x"_s, u"1"_s}});
}

void TestFields::differenceTellsNewAndOld()
{
    QFETCH(const Fields, present);
    QFETCH(const Fields, wanted);
    QFETCH(const Fields, changed);
    QFETCH(const Fields, old);
    const FieldsDifference found = difference(present, wanted);
    QCOMPARE(found.changed, changed);
    QCOMPARE(found.old, old);
}

void TestFields::missingReasonsHaveCodes()
{
    for (const MissingReason reason : {MissingReason::None, MissingReason::NotDone, MissingReason::NotApplicable,
                                       MissingReason::Unknown, MissingReason::IntentionallyBlank})
        QCOMPARE(missingFromCode(missingCode(reason)), std::optional(reason));
    QCOMPARE(missingFromCode(u"nd"), std::nullopt);
}

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
