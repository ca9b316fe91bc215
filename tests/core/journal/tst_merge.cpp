// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/merge.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

// The table of the three-way rule: what the record went through, what comes now, and what becomes of it.
class TestMerge final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theRule_data();
    void theRule();
    void aVoidMarksTheRecord();
    void aConflictKeepsTheHeadAndListsTheContender();
    void aDuplicatePatientStillMakesARecord();
    void resolveSetsItsFieldsAndClearsTheNamedContenders();
    void resolveLeavesOtherContendersOpen();
    void stampsSayWhoAndWhen();
    void outcomesHaveCodes();
};

namespace {

const DeviceId mine = DeviceId::create();
const DeviceId theirs = DeviceId::create();

Operation operation(OpType type, const DeviceId& device, quint64 base,
                    std::initializer_list<std::pair<QString, QString>> set)
{
    Operation op;
    op.opId = OpId::create();
    op.type = type;
    op.device = device;
    op.baseVersion = base;
    for (const auto& [name, value] : set)
        op.set.set(name, value);
    return op;
}

// A record created by `creator` at version 1: name "Ana", sex "F".
RecordState created(const DeviceId& creator)
{
    RecordState state;
    apply(state, operation(OpType::Create, creator, 0, {{u"name"_s, u"Ana"_s}, {u"sex"_s, u"F"_s}}), Outcome::Applied);
    return state;
}

void change(RecordState& state, const DeviceId& device, const QString& name, const QString& value)
{
    apply(state, operation(OpType::Set, device, state.version, {{name, value}}), Outcome::Applied);
}

} // namespace

Q_DECLARE_METATYPE(sitebook::RecordState)

void TestMerge::initTestCase()
{
    qRegisterMetaType<Operation>();
}

void TestMerge::theRule_data()
{
    QTest::addColumn<RecordState>("state");
    QTest::addColumn<Operation>("op");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QStringList>("fields");
    const QStringList none;
    const RecordState fresh = created(mine);
    RecordState theyChangedSex = fresh;
    change(theyChangedSex, theirs, u"sex"_s, u"M"_s);
    RecordState theyChangedBoth = theyChangedSex;
    change(theyChangedBoth, theirs, u"name"_s, u"Anna"_s);
    RecordState iChangedSex = fresh;
    change(iChangedSex, mine, u"sex"_s, u"M"_s);
    RecordState theyAddedPhone = fresh;
    change(theyAddedPhone, theirs, u"phone"_s, u"1"_s);

    QTest::newRow("create on nothing") << RecordState() << operation(OpType::Create, mine, 0, {{u"name"_s, u"Ana"_s}})
                                       << u"applied"_s << none;
    QTest::newRow("create again, same content")
        << fresh << operation(OpType::Create, theirs, 0, {{u"name"_s, u"Ana"_s}, {u"sex"_s, u"F"_s}}) << u"applied"_s
        << none;
    QTest::newRow("create again, other content")
        << fresh << operation(OpType::Create, theirs, 0, {{u"name"_s, u"Ana"_s}, {u"sex"_s, u"M"_s}}) << u"conflict"_s
        << QStringList{u"sex"_s};
    QTest::newRow("create again, more content") << fresh << operation(OpType::Create, theirs, 0, {{u"phone"_s, u"1"_s}})
                                                << u"conflict"_s << QStringList{u"phone"_s};
    QTest::newRow("base is current") << fresh << operation(OpType::Set, theirs, 1, {{u"sex"_s, u"M"_s}}) << u"applied"_s
                                     << none;
    QTest::newRow("base is current after others")
        << theyChangedSex << operation(OpType::Set, mine, 2, {{u"sex"_s, u"U"_s}}) << u"applied"_s << none;
    QTest::newRow("another field was changed")
        << theyChangedSex << operation(OpType::Set, mine, 1, {{u"name"_s, u"Anna"_s}}) << u"merged"_s
        << QStringList{u"sex"_s};
    QTest::newRow("another field was added")
        << theyAddedPhone << operation(OpType::Set, mine, 1, {{u"name"_s, u"Anna"_s}}) << u"merged"_s
        << QStringList{u"phone"_s};
    QTest::newRow("same field, same value")
        << theyChangedSex << operation(OpType::Set, mine, 1, {{u"sex"_s, u"M"_s}}) << u"applied"_s << none;
    QTest::newRow("same field, other value") << theyChangedSex << operation(OpType::Set, mine, 1, {{u"sex"_s, u"U"_s}})
                                             << u"conflict"_s << QStringList{u"sex"_s};
    QTest::newRow("one field equal, one not")
        << theyChangedBoth << operation(OpType::Set, mine, 1, {{u"sex"_s, u"M"_s}, {u"name"_s, u"Anne"_s}})
        << u"conflict"_s << QStringList{u"name"_s};
    QTest::newRow("one disputed, one merged")
        << theyChangedBoth << operation(OpType::Set, mine, 1, {{u"sex"_s, u"U"_s}}) << u"conflict"_s
        << QStringList{u"sex"_s};
    QTest::newRow("seen one of two changes") << theyChangedBoth << operation(OpType::Set, mine, 2, {{u"sex"_s, u"U"_s}})
                                             << u"merged"_s << QStringList{u"name"_s};
    QTest::newRow("own earlier change, old base")
        << iChangedSex << operation(OpType::Set, mine, 1, {{u"sex"_s, u"U"_s}}) << u"applied"_s << none;
    QTest::newRow("own earlier changes, no base at all")
        << iChangedSex << operation(OpType::Set, mine, 0, {{u"sex"_s, u"U"_s}}) << u"applied"_s << none;
    QTest::newRow("a base the restored server does not know")
        << theyChangedSex << operation(OpType::Set, mine, 9, {{u"sex"_s, u"U"_s}}) << u"conflict"_s
        << QStringList{u"sex"_s};
    QTest::newRow("clearing what they changed")
        << theyChangedSex << operation(OpType::Set, mine, 1, {{u"sex"_s, QString()}}) << u"conflict"_s
        << QStringList{u"sex"_s};
    QTest::newRow("void of what they changed")
        << theyChangedSex << operation(OpType::Void, mine, 1, {}) << u"merged"_s << QStringList{u"sex"_s};
    QTest::newRow("void with current base")
        << theyChangedSex << operation(OpType::Void, mine, 2, {}) << u"applied"_s << none;
    QTest::newRow("resolve always applies")
        << theyChangedSex << operation(OpType::Resolve, mine, 1, {{u"sex"_s, u"U"_s}}) << u"applied"_s << none;
}

void TestMerge::theRule()
{
    QFETCH(const RecordState, state);
    QFETCH(const Operation, op);
    QFETCH(const QString, outcome);
    QFETCH(const QStringList, fields);
    const MergeDecision decision = decide(state, op);
    QCOMPARE(outcomeCode(decision.outcome), outcome);
    QCOMPARE(decision.fields, fields);

    RecordState after = state;
    apply(after, op, decision.outcome);
    if (decision.outcome == Outcome::Conflict) {
        QCOMPARE(after.version, state.version);
        QCOMPARE(after.fields, state.fields);
        QCOMPARE(after.openConflicts.size(), state.openConflicts.size() + 1);
        return;
    }
    QCOMPARE(after.version, state.version + 1);
    for (const Fields::Entry& entry : op.set)
        QCOMPARE(*after.fields.find(entry.name), entry.value);
    for (const Fields::Entry& entry : state.fields)
        if (!op.set.contains(entry.name))
            QCOMPARE(*after.fields.find(entry.name), entry.value);
}

void TestMerge::aVoidMarksTheRecord()
{
    RecordState state = created(mine);
    apply(state, operation(OpType::Void, mine, 1, {}), Outcome::Applied);
    QCOMPARE(state.fields.text(u"voided"), u"true"_s);
    QCOMPARE(state.stamps.at(u"voided"_s).version, quint64(2));
    QCOMPARE(state.fields.text(u"name"), u"Ana"_s);
}

void TestMerge::aConflictKeepsTheHeadAndListsTheContender()
{
    RecordState state = created(mine);
    change(state, theirs, u"sex"_s, u"M"_s);
    const Operation late = operation(OpType::Set, mine, 1, {{u"sex"_s, u"U"_s}, {u"name"_s, u"Anna"_s}});
    apply(state, late, decide(state, late).outcome);
    QCOMPARE(state.fields.text(u"sex"), u"M"_s);
    QCOMPARE(state.fields.text(u"name"), u"Ana"_s); // the whole operation waits
    QCOMPARE(state.openConflicts, std::vector<OpId>{late.opId});
}

void TestMerge::aDuplicatePatientStillMakesARecord()
{
    RecordState state;
    const Operation twice = operation(OpType::Create, theirs, 0, {{u"patientId"_s, u"P001"_s}});
    apply(state, twice, Outcome::Conflict);
    QCOMPARE(state.version, quint64(1));
    QCOMPARE(state.fields.text(u"patientId"), u"P001"_s);
    QCOMPARE(state.openConflicts, std::vector<OpId>{twice.opId});
}

void TestMerge::resolveSetsItsFieldsAndClearsTheNamedContenders()
{
    RecordState state = created(mine);
    change(state, theirs, u"sex"_s, u"M"_s);
    const Operation first = operation(OpType::Set, mine, 1, {{u"sex"_s, u"U"_s}});
    const Operation second = operation(OpType::Set, mine, 1, {{u"sex"_s, QString()}});
    apply(state, first, Outcome::Conflict);
    apply(state, second, Outcome::Conflict);
    Operation resolve = operation(OpType::Resolve, mine, 2, {{u"sex"_s, u"F"_s}});
    resolve.set.set(u"resolves"_s, QString(first.opId.toString() + u',' + second.opId.toString()));
    QCOMPARE(decide(state, resolve).outcome, Outcome::Applied);
    apply(state, resolve, Outcome::Applied);
    QVERIFY(state.openConflicts.empty());
    QCOMPARE(state.fields.text(u"sex"), u"F"_s);
    QVERIFY(!state.fields.contains(u"resolves"));
    QVERIFY(!state.stamps.contains(u"resolves"_s));
    QCOMPARE(state.version, quint64(3));
}

void TestMerge::resolveLeavesOtherContendersOpen()
{
    RecordState state = created(mine);
    change(state, theirs, u"sex"_s, u"M"_s);
    const Operation first = operation(OpType::Set, mine, 1, {{u"sex"_s, u"U"_s}});
    const Operation second = operation(OpType::Set, mine, 1, {{u"sex"_s, QString()}});
    apply(state, first, Outcome::Conflict);
    apply(state, second, Outcome::Conflict);
    Operation resolve = operation(OpType::Resolve, mine, 2, {{u"sex"_s, u"F"_s}});
    resolve.set.set(u"resolves"_s, first.opId.toString());
    apply(state, resolve, Outcome::Applied);
    QCOMPARE(state.openConflicts, std::vector<OpId>{second.opId});
}

void TestMerge::stampsSayWhoAndWhen()
{
    RecordState state = created(mine);
    change(state, theirs, u"sex"_s, u"M"_s);
    QCOMPARE(state.stamps.at(u"name"_s), (FieldStamp{1, mine}));
    QCOMPARE(state.stamps.at(u"sex"_s), (FieldStamp{2, theirs}));
}

void TestMerge::outcomesHaveCodes()
{
    for (const Outcome outcome : {Outcome::Applied, Outcome::Merged, Outcome::Conflict})
        QCOMPARE(outcomeFromCode(outcomeCode(outcome)), std::optional(outcome));
    QCOMPARE(outcomeFromCode(u"lost"), std::nullopt);
}

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
