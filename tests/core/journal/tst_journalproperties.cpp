// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/hashchain.h"
#include "core/journal/merge.h"

#include <QJsonDocument>
#include <QTest>
#include <rapidcheck.h>

using namespace sitebook;
using namespace Qt::StringLiterals;

// Properties that hold for every history, 10,000 made-up cases each; a failing one is printed shrunk, with its seed.
class TestJournalProperties final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void bytesAndJsonGoThereAndBack();
    void theSameOrderGivesTheSameState();
    void disjointChangesCommuteInContent();
    void equalValuesAreNeverAConflict();
    void whatAnAuthorHasSeenIsNeverAConflict();
    void nothingSetIsLost();
    void whatIsInConflictChangesNoValue();
};

namespace {

const std::array<DeviceId, 3> devices{DeviceId::create(), DeviceId::create(), DeviceId::create()};

QString fieldName()
{
    return QString(QChar(u'a' + *rc::gen::inRange(0, 6)));
}

// Any text a person can type: no lone surrogates.
QString anyText()
{
    QString text;
    for (const char32_t letter : *rc::gen::container<std::u32string>(
             rc::gen::oneOf(rc::gen::cast<char32_t>(rc::gen::inRange(0x20, 0x7f)),
                            rc::gen::cast<char32_t>(rc::gen::inRange(0xa0, 0xd7ff)),
                            rc::gen::cast<char32_t>(rc::gen::inRange(0x10000, 0x10ffff)), rc::gen::just(U'\n'))))
        text += QString::fromUcs4(&letter, 1);
    return text;
}

FieldValue anyValue()
{
    const int kind = *rc::gen::inRange(0, 5);
    return kind == 0 ? FieldValue(static_cast<MissingReason>(*rc::gen::inRange(1, 5))) : FieldValue(anyText());
}

Fields anyFields()
{
    Fields fields;
    const int count = *rc::gen::inRange(0, 8);
    for (int i = 0; i < count; ++i)
        fields.set(anyText(), anyValue());
    return fields;
}

// Few values, so that they meet.
Fields smallSet(int least = 1)
{
    Fields fields;
    const int count = *rc::gen::inRange(least, 4);
    for (int i = 0; i < count; ++i)
        fields.set(fieldName(), QString::number(*rc::gen::inRange(0, 3)));
    return fields;
}

Operation operation(OpType type, const DeviceId& device, quint64 base, Fields set)
{
    Operation op;
    op.opId = OpId::create();
    op.type = type;
    op.device = device;
    op.baseVersion = base;
    op.set = std::move(set);
    return op;
}

DeviceId anyDevice()
{
    return devices.at(static_cast<size_t>(*rc::gen::inRange(0, 3)));
}

struct Step
{
    Operation op;
    Outcome outcome;
};

// A record's history as a server decides it: bases lie anywhere in the past.
std::vector<Step> anyHistory()
{
    RecordState state;
    std::vector<Step> steps;
    const int count = *rc::gen::inRange(1, 12);
    for (int i = 0; i < count; ++i) {
        const OpType type =
            i == 0 ? OpType::Create
                   : *rc::gen::element(OpType::Set, OpType::Set, OpType::Set, OpType::Void, OpType::Resolve);
        const quint64 base = *rc::gen::inRange<quint64>(0, state.version + 1);
        Operation op = operation(type, anyDevice(), base, type == OpType::Void ? Fields() : smallSet());
        if (type == OpType::Resolve && !state.openConflicts.empty())
            op.set.set(u"resolves"_s, state.openConflicts.front().toString());
        const Outcome outcome = decide(state, op).outcome;
        apply(state, op, outcome);
        steps.push_back({std::move(op), outcome});
    }
    return steps;
}

RecordState fold(const std::vector<Step>& steps)
{
    RecordState state;
    for (const Step& step : steps)
        apply(state, step.op, step.outcome);
    return state;
}

} // namespace

void TestJournalProperties::initTestCase()
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "max_success=10000 max_size=20");
}

void TestJournalProperties::bytesAndJsonGoThereAndBack()
{
    QVERIFY(rc::check([] {
        const Fields fields = anyFields();
        const auto decoded = Fields::decode(fields.encode());
        RC_ASSERT(decoded.has_value());
        RC_ASSERT(*decoded == fields);
        const QByteArray text = QJsonDocument(fields.toJson()).toJson(QJsonDocument::Compact);
        const auto read = Fields::fromJson(QJsonDocument::fromJson(text).object());
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == fields);
    }));
}

void TestJournalProperties::theSameOrderGivesTheSameState()
{
    QVERIFY(rc::check([] {
        const auto steps = anyHistory();
        const RecordState once = fold(steps);
        RC_ASSERT(once == fold(steps));
        // The decisions can be made again on the way and come out the same.
        RecordState again;
        for (const Step& step : steps) {
            RC_ASSERT(decide(again, step.op).outcome == step.outcome);
            apply(again, step.op, step.outcome);
        }
        RC_ASSERT(again == once);
    }));
}

void TestJournalProperties::disjointChangesCommuteInContent()
{
    QVERIFY(rc::check([] {
        RecordState base = fold(anyHistory());
        Fields left;
        Fields right;
        for (const Fields::Entry& entry : smallSet())
            left.set(QString(u"left/" + entry.name), entry.value);
        for (const Fields::Entry& entry : smallSet())
            right.set(QString(u"right/" + entry.name), entry.value);
        const Operation a = operation(OpType::Set, devices[0], base.version, left);
        const Operation b = operation(OpType::Set, devices[1], base.version, right);
        RecordState ab = base;
        apply(ab, a, decide(ab, a).outcome);
        RC_ASSERT(decide(ab, b).outcome == Outcome::Merged);
        apply(ab, b, Outcome::Merged);
        RecordState ba = base;
        apply(ba, b, decide(ba, b).outcome);
        RC_ASSERT(decide(ba, a).outcome == Outcome::Merged);
        apply(ba, a, Outcome::Merged);
        RC_ASSERT(ab.fields == ba.fields);
        RC_ASSERT(ab.version == ba.version);
    }));
}

void TestJournalProperties::equalValuesAreNeverAConflict()
{
    QVERIFY(rc::check([] {
        const RecordState state = fold(anyHistory());
        Fields same;
        for (const Fields::Entry& entry : state.fields)
            if (*rc::gen::arbitrary<bool>())
                same.set(entry.name, entry.value);
        const OpType type = *rc::gen::element(OpType::Set, OpType::Create);
        const quint64 base = *rc::gen::inRange<quint64>(0, state.version + 1);
        RC_ASSERT(decide(state, operation(type, anyDevice(), base, same)).outcome != Outcome::Conflict);
    }));
}

void TestJournalProperties::whatAnAuthorHasSeenIsNeverAConflict()
{
    QVERIFY(rc::check([] {
        const RecordState state = fold(anyHistory());
        const Operation op = operation(OpType::Set, anyDevice(), state.version, smallSet(0));
        RC_ASSERT(decide(state, op).outcome == Outcome::Applied);
    }));
}

// Every value somebody set is the head's, or was overwritten by a later one that took effect, or waits as a contender.
void TestJournalProperties::nothingSetIsLost()
{
    QVERIFY(rc::check([] {
        const auto steps = anyHistory();
        const RecordState state = fold(steps);
        for (size_t i = 0; i < steps.size(); ++i) {
            const auto& [op, outcome] = steps[i];
            const auto open = std::find(state.openConflicts.begin(), state.openConflicts.end(), op.opId);
            const bool resolved = std::any_of(steps.begin(), steps.end(), [&op = op](const Step& step) {
                return step.op.set.text(u"resolves") == op.opId.toString();
            });
            if (outcome == Outcome::Conflict) {
                RC_ASSERT(open != state.openConflicts.end() || resolved);
                continue;
            }
            for (const Fields::Entry& entry : op.set) {
                if (entry.name == u"resolves")
                    continue;
                const bool later =
                    std::any_of(steps.begin() + static_cast<std::ptrdiff_t>(i) + 1, steps.end(), [&](const Step& step) {
                        return step.outcome != Outcome::Conflict && step.op.set.contains(entry.name);
                    });
                RC_ASSERT(later || *state.fields.find(entry.name) == entry.value);
            }
        }
    }));
}

void TestJournalProperties::whatIsInConflictChangesNoValue()
{
    QVERIFY(rc::check([] {
        const RecordState state = fold(anyHistory());
        const Operation op =
            operation(OpType::Set, anyDevice(), *rc::gen::inRange<quint64>(0, state.version + 1), smallSet());
        const MergeDecision decision = decide(state, op);
        RecordState after = state;
        apply(after, op, decision.outcome);
        if (decision.outcome == Outcome::Conflict) {
            RC_ASSERT(after.fields == state.fields);
            RC_ASSERT(after.version == state.version);
            for (const QString& name : decision.fields)
                RC_ASSERT(state.stamps.at(name).version > op.baseVersion && state.stamps.at(name).device != op.device);
        } else {
            RC_ASSERT(after.openConflicts == state.openConflicts);
        }
    }));
}

QTEST_GUILESS_MAIN(TestJournalProperties)
#include "tst_journalproperties.moc"
