// SPDX-License-Identifier: GPL-3.0-or-later
// The studies that ship with the program.
#include "core/study/formchecker.h"
#include "studysamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sitebook;

class TestStudies final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shippedStudiesReadWithoutLoss_data();
    void shippedStudiesReadWithoutLoss();
    void shippedStudiesAreValid_data() { shippedStudiesReadWithoutLoss_data(); }
    void shippedStudiesAreValid();
    void everyTextIsInBothLanguages_data() { shippedStudiesReadWithoutLoss_data(); }
    void everyTextIsInBothLanguages();
    void identifiersOfTheStudies_data();
    void identifiersOfTheStudies();
    void theDemoStudyHasItsVisitsAndForms();
    void theDemoStudyUsesEveryKindOfItem();
    void thePilotsDataFindItsPlace();
};

void TestStudies::shippedStudiesReadWithoutLoss_data()
{
    QTest::addColumn<QString>("study");
    QTest::newRow("demo") << u"demo"_s;
    QTest::newRow("cdisc-pilot") << u"cdisc-pilot"_s;
}

void TestStudies::shippedStudiesReadWithoutLoss()
{
    QFETCH(QString, study);
    const Result<StudyFile> file = samples::shipped(study);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    for (const FidelityEntry& entry : file->report.dropped)
        QFAIL(qPrintable(entry.element + u' ' + entry.note));
    for (const FidelityEntry& entry : file->report.approximated)
        QFAIL(qPrintable(entry.element + u' ' + entry.note));
    for (const FormDef& form : file->study->forms) {
        const Result<FormChecker> checker = FormChecker::create(file->study, form.oid);
        QVERIFY2(checker, qPrintable(checker ? QString() : checker.error().english()));
    }
}

void TestStudies::shippedStudiesAreValid()
{
    if (!samples::canValidate())
        QSKIP("xmllint or the CDISC schema is not on this machine.");
    QFETCH(QString, study);
    QCOMPARE(samples::schemaErrors(QStringLiteral(SITEBOOK_SOURCE_DIR "/resources/studies/") + study + u".xml"_s),
             QString());
}

void TestStudies::everyTextIsInBothLanguages()
{
    QFETCH(QString, study);
    const auto definition = samples::shipped(study).value().study;
    const auto both = [](const TranslatedText& text, const QString& where) {
        const bool translated = text.all().contains(u"en"_s) && text.all().contains(u"zh"_s);
        if (!translated)
            qWarning("%s", qPrintable(where));
        return translated;
    };
    for (const EventDef& event : definition->events)
        QVERIFY(both(event.description, event.oid));
    for (const FormDef& form : definition->forms) {
        QVERIFY(both(form.description, form.oid));
        QCOMPARE(form.description.in(u"en"_s).count(u'\n'), 1); // title and instruction
        QCOMPARE(form.description.in(u"zh"_s).count(u'\n'), 1);
    }
    for (const ItemDef& item : definition->items)
        QVERIFY(both(item.question, item.oid));
    for (const CodeList& codes : definition->codeLists)
        for (const CodeListItem& item : codes.items)
            QVERIFY(both(item.decode, codes.oid));
}

void TestStudies::identifiersOfTheStudies_data()
{
    QTest::addColumn<QString>("study");
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<bool>("valid");
    QTest::newRow("demo") << u"demo"_s << u"P001"_s << true;
    QTest::newRow("demo, another letter") << u"demo"_s << u"A001"_s << false;
    QTest::newRow("demo, too short") << u"demo"_s << u"P1"_s << false;
    QTest::newRow("demo, too long") << u"demo"_s << u"P0001"_s << false;
    QTest::newRow("demo, empty") << u"demo"_s << QString() << false;
    QTest::newRow("pilot DM") << u"cdisc-pilot"_s << u"CDISC001"_s << true;
    QTest::newRow("pilot ADSL") << u"cdisc-pilot"_s << u"01-701-1015"_s << true;
    QTest::newRow("pilot, the demo's") << u"cdisc-pilot"_s << u"P001"_s << false;
}

void TestStudies::identifiersOfTheStudies()
{
    QFETCH(QString, study);
    QFETCH(QString, identifier);
    const IdentifierRule rule = samples::shipped(study).value().study->identifiers;
    QTEST(rule.accepts(identifier), "valid");
    QCOMPARE(rule.example(), study == "demo"_L1 ? u"P001"_s : u"CDISC001"_s);
}

void TestStudies::theDemoStudyHasItsVisitsAndForms()
{
    const auto study = samples::shipped(u"demo"_s).value().study;
    QCOMPARE(study->studyOid, u"S.DEMO"_s);
    QStringList visits;
    for (const EventDef& event : study->events) {
        QVERIFY(!event.forms.empty());
        visits.append(event.aliases.back().name);
    }
    QCOMPARE(visits.join(u','), u"SCREENING,BASELINE,WEEK 2,WEEK 4,WEEK 8,END OF STUDY,LOGS,UNSCHEDULED"_s);
    QCOMPARE(study->events.back().type, EventType::Unscheduled);
    const std::pair<const char*, int> maxima[] = {{"F.PHQ9", 27}, {"F.GAD7", 21}, {"F.CESD", 60}};
    for (const auto& [form, maximum] : maxima) {
        const std::vector<ScoreDef> scores = study->scoresOf(*study->form(QString::fromLatin1(form)));
        QCOMPARE(scores.size(), 1U);
        QCOMPARE(scores.front().maximum, maximum);
        QCOMPARE(scores.front().bands.front().from, 0.0);
        QCOMPARE(scores.front().bands.back().to, maximum);
        for (size_t i = 1; i < scores.front().bands.size(); ++i) // no gap between whole numbers
            QCOMPARE(scores.front().bands[i].from, scores.front().bands[i - 1].to + 1);
    }
    QVERIFY(study->scoresOf(*study->form(u"F.VS")).empty());
}

void TestStudies::theDemoStudyUsesEveryKindOfItem()
{
    const auto study = samples::shipped(u"demo"_s).value().study;
    QSet<int> types;
    bool hard = false;
    bool soft = false;
    for (const ItemDef& item : study->items) {
        types.insert(static_cast<int>(item.dataType));
        for (const RangeCheck& range : item.rangeChecks)
            (range.hard ? hard : soft) = true;
    }
    for (const DataType type :
         {DataType::Text, DataType::Integer, DataType::Decimal, DataType::Date, DataType::PartialDate})
        QVERIFY(types.contains(static_cast<int>(type)));
    QVERIFY(hard && soft);
}

// Every answer, item, visit and form of the published data has its place in the study, but for the two answers of
// CDISC014 that are in no code list.
void TestStudies::thePilotsDataFindItsPlace()
{
    const QString path = samples::realData(u"datasetjson-sdtm/qsph.json"_s);
    if (path.isEmpty())
        QSKIP("The pilot's data are not on this machine.");
    QFile data(path);
    QVERIFY(data.open(QIODevice::ReadOnly));
    const auto study = samples::shipped(u"cdisc-pilot"_s).value().study;
    const QJsonObject json = QJsonDocument::fromJson(data.readAll()).object();
    QCOMPARE(json.value("studyOID"_L1).toString(), study->studyOid);
    QHash<QString, int> column;
    const QJsonArray columns = json.value("columns"_L1).toArray();
    for (const QJsonValue& each : columns)
        column.insert(each.toObject().value("name"_L1).toString(), static_cast<int>(column.size()));
    QStringList unplaced;
    const QJsonArray rows = json.value("rows"_L1).toArray();
    for (const QJsonValue& each : rows) {
        const QJsonArray row = each.toArray();
        const auto cell = [&](const char* name) {
            return row.at(column.value(QString::fromLatin1(name))).toVariant().toString();
        };
        const ItemDef* item = study->item(QString(u"IT."_s + cell("QSTESTCD")));
        QVERIFY(item);
        QCOMPARE(item->aliases.front(), (Alias{u"SDTM"_s, cell("QSTEST")}));
        QVERIFY(std::any_of(study->events.begin(), study->events.end(), [&](const EventDef& event) {
            return event.aliases == std::vector<Alias>{{u"VISITNUM"_s, cell("VISITNUM")}, {u"VISIT"_s, cell("VISIT")}};
        }));
        const CodeList* codes = study->codeList(item->codeListOid);
        if (codes && std::none_of(codes->items.begin(), codes->items.end(), [&](const CodeListItem& code) {
                return code.aliases == std::vector<Alias>{{u"SDTM"_s, cell("QSORRES")}} &&
                       (code.codedValue == cell("QSSTRESC") || cell("QSSTRESC") == cell("QSORRES"));
            }))
            unplaced.append(cell("USUBJID") + u' ' + cell("QSTESTCD"));
    }
    QCOMPARE(rows.size(), 330);
    QCOMPARE(unplaced, (QStringList{u"CDISC014 PHQ0110"_s, u"CDISC014 PHQ0110"_s}));
}

QTEST_GUILESS_MAIN(TestStudies)
#include "tst_studies.moc"
