// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/odmwriter.h"
#include "studysamples.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sitebook;

namespace {

constexpr qint64 someTime = 1736899200123; // 2025-01-15T00:00:00.123Z

QByteArray written(const StudyDefinition& study)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writeStudyFile(buffer, study, someTime) ? buffer.data() : QByteArray();
}

// A study that holds one of everything, with texts that need care.
StudyDefinition fullStudy()
{
    TranslatedText text;
    text.set({}, u"<&> \"quoted\"\nsecond line"_s);
    text.set(u"zh"_s, u"第一行"_s);
    text.set(u"en"_s, u"x"_s);
    text.set(u"Idioma del pueblo, número 2"_s, u"y"_s); // no tag, and kept all the same
    StudyDefinition study;
    study.studyOid = u"S & T"_s;
    study.studyName = u"Name"_s;
    study.protocolName = u"Protocol"_s;
    study.versionOid = u"MDV"_s;
    study.versionName = u"V"_s;
    study.languages = {u"zh"_s, u"en"_s, u"Idioma del pueblo, número 2"_s};
    study.identifiers = IdentifierRule(u"[0-9]{3}-[0-9]{4}|\\w\"<"_s, u"101-%04d"_s);
    EventDef event;
    event.oid = u"E"_s;
    event.name = u"Event"_s;
    event.repeating = true;
    event.type = EventType::Common;
    event.description = text;
    event.forms = {{u"F"_s, true, u"C"_s}};
    event.aliases = {{u"VISIT"_s, u"V\"1\""_s}};
    event.mandatory = true;
    event.collectionExceptionConditionOid = u"C"_s;
    event.arm = u"Drug \"A\""_s;
    event.targetDay = 0;
    event.windowBefore = 2;
    event.windowAfter = 3;
    study.events = {event};
    study.forms = {{u"F"_s, u"Form"_s, true, text, {{u"G"_s, false, u"C"_s}}, {{u"SDTM"_s, u"QS"_s}}}};
    ItemGroupDef group;
    group.oid = u"G"_s;
    group.name = u"Group"_s;
    group.repeating = true;
    group.description = text;
    group.items = {{u"I"_s, true, {}, u"C"_s, {}}, {u"J"_s, false, {}, {}, u"M"_s}};
    group.items[0].mandatoryConditionOid = u"C"_s;
    group.level = 2;
    group.maxRepeats = 9;
    study.groups = {group};
    ItemDef item;
    item.oid = u"I"_s;
    item.name = u"Item"_s;
    item.dataType = DataType::PartialDate;
    item.length = 10;
    item.significantDigits = 2;
    item.question = text;
    item.description = text;
    item.unit = u"mm[Hg]"_s;
    item.codeListOid = u"L"_s;
    item.rangeChecks = {{Comparator::NotIn, {u"1"_s, u"2"_s}, {}, false, text},
                        {Comparator::Less, {u"3"_s}, {}, true, {}}};
    item.aliases = {{u"A"_s, u"B"_s}};
    ItemDef computed;
    computed.oid = u"J"_s;
    computed.name = u"Computed"_s;
    computed.dataType = DataType::Decimal;
    computed.description = text;
    computed.unit = u"mm[Hg]"_s;
    computed.codeListOid = u"X"_s;
    ItemDef truth;
    truth.oid = u"K"_s;
    truth.name = u"K"_s;
    truth.dataType = DataType::Boolean;
    truth.codeListOid = u"EN"_s;
    truth.hint = text;
    truth.control = Control::Slider;
    truth.multiple = true;
    truth.openChoice = true;
    truth.identifying = true;
    truth.readOnly = true;
    truth.hidden = true;
    truth.initial = u"true"_s;
    truth.pattern = u"<\"[a-z]&\\d"_s;
    truth.patternName = u"a1"_s;
    truth.matrix = u"m"_s;
    truth.anchors = {text, TranslatedText()};
    truth.rangeChecks = {{Comparator::Equal, {}, {{u"sitebook"_s, u"J > 1 and J < 3"_s}}, false, text}};
    study.items = {item, computed, truth};
    TranslatedText plain;
    plain.set({}, u"a"_s);
    study.codeLists = {
        {u"L"_s, u"List"_s, DataType::Integer, {{u"1"_s, text, 2.5, {{u"SDTM"_s, u"One"_s}}}, {u"2"_s, text, {}, {}}}},
        {u"EN"_s, u"Enumerated"_s, DataType::Text, {{u"a"_s, plain, {}, {}}}},
        {u"X"_s, u"Elsewhere"_s, DataType::Text, {}}};
    study.conditions = {{u"C"_s, u"Condition"_s, text, {{u"XPath"_s, u"a < b"_s}, {u"sitebook"_s, u"J > 1"_s}}}};
    study.methods = {{u"M"_s, u"Method"_s, text, {{u"sitebook"_s, u"if(K = true, 1, 2)"_s}}, u"Computation"_s}};
    return study;
}

template <class T>
QString differenceOf(const std::vector<T>& one, const std::vector<T>& other)
{
    for (size_t i = 0; i < std::max(one.size(), other.size()); ++i)
        if (i >= one.size() || i >= other.size() || !(one[i] == other[i]))
            return i < other.size() ? other[i].oid : one[i].oid;
    return {};
}

// The first definition that is not the same, by its OID.
QString difference(const StudyDefinition& one, const StudyDefinition& other)
{
    for (const QString& found :
         {differenceOf(one.events, other.events), differenceOf(one.forms, other.forms),
          differenceOf(one.groups, other.groups), differenceOf(one.items, other.items),
          differenceOf(one.codeLists, other.codeLists), differenceOf(one.conditions, other.conditions),
          differenceOf(one.methods, other.methods)})
        if (!found.isEmpty())
            return found;
    if (one.languages != other.languages)
        return u"languages "_s + one.languages.join(u' ') + u" / "_s + other.languages.join(u' ');
    return one == other ? QString() : u"names"_s;
}

} // namespace

class TestOdmWriter final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenReadsBackEqual_data();
    void whatIsWrittenReadsBackEqual();
    void whatIsWrittenIsValid_data() { whatIsWrittenReadsBackEqual_data(); }
    void whatIsWrittenIsValid();
    void realStudiesReadBackEqual();
    void aDeviceThatRefusesIsReported();
    void theHeadTellsWhenAndByWhat();
};

Q_DECLARE_METATYPE(std::shared_ptr<const sitebook::StudyDefinition>)

void TestOdmWriter::whatIsWrittenReadsBackEqual_data()
{
    QTest::addColumn<std::shared_ptr<const StudyDefinition>>("study");
    QTest::newRow("one of everything") << std::make_shared<const StudyDefinition>(fullStudy());
    QTest::newRow("demo") << samples::shipped(u"demo"_s).value().study;
    QTest::newRow("cdisc-pilot") << samples::shipped(u"cdisc-pilot"_s).value().study;
}

void TestOdmWriter::whatIsWrittenReadsBackEqual()
{
    QFETCH(std::shared_ptr<const StudyDefinition>, study);
    const QByteArray document = written(*study);
    const Result<StudyFile> file = samples::read(document);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    QVERIFY(*file->study == *study);
    QVERIFY(file->report.dropped.empty() || !study->codeLists.back().items.size());
    QCOMPARE(written(*file->study), document);
}

void TestOdmWriter::whatIsWrittenIsValid()
{
    if (!samples::canValidate())
        QSKIP("xmllint or the CDISC schema is not on this machine.");
    QFETCH(std::shared_ptr<const StudyDefinition>, study);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"study.xml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(writeStudyFile(file, *study, someTime));
    file.close();
    QCOMPARE(samples::schemaErrors(file.fileName()), QString());
}

void TestOdmWriter::realStudiesReadBackEqual()
{
    const QString folder = samples::realData(u"odm132-cdisc/.."_s);
    QTemporaryDir out;
    if (folder.isEmpty())
        QSKIP("The real study files are not on this machine.");
    QStringList invalid;
    int compared = 0;
    QDirIterator files(folder, {u"*.xml"_s, u"*.XML"_s, u"*.csv"_s, u"*.json"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const Result<StudyFile> file = readStudyFile(path);
        if (!file)
            continue;
        const Result<StudyFile> again = samples::read(written(*file->study));
        QVERIFY2(again, qPrintable(path));
        const QString different = difference(*again->study, *file->study);
        if (!different.isEmpty())
            invalid.append(path + u" reads back otherwise: "_s + different);
        ++compared;
        if (!samples::canValidate())
            continue;
        QFile study(out.filePath(u"%1.xml"_s.arg(compared)));
        QVERIFY(study.open(QIODevice::WriteOnly));
        QVERIFY(writeStudyFile(study, *file->study, someTime));
        study.close();
        const QString errors = samples::schemaErrors(study.fileName());
        if (!errors.isEmpty())
            invalid.append(path + u'\n' + errors);
    }
    QVERIFY2(invalid.isEmpty(), qPrintable(invalid.join(u'\n')));
    QVERIFY(compared > 100);
}

void TestOdmWriter::aDeviceThatRefusesIsReported()
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("This system has no /dev/full.");
    const Result<> result = writeStudyFile(full, fullStudy(), someTime);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NotWritable);
}

void TestOdmWriter::theHeadTellsWhenAndByWhat()
{
    const QByteArray document = written(fullStudy());
    QVERIFY(document.contains("CreationDateTime=\"2025-01-15T00:00:00.123Z\""));
    QVERIFY(document.contains("ODMVersion=\"1.3.2\""));
    QVERIFY(document.contains("SourceSystem=\"Sitebook\""));
}

QTEST_GUILESS_MAIN(TestOdmWriter)
#include "tst_odmwriter.moc"
