// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/changerules.h"
#include "core/model/query.h"
#include "core/model/report.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

// Who may do what to which query, and what a change may say: the table desk and server share.
class TestChangeRules final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rightsOfQueriesGoByTheirType_data();
    void rightsOfQueriesGoByTheirType();
    void rightsOfReports_data();
    void rightsOfReports();
    void stepsOfAQuerySayOnlyTheirOwn_data();
    void stepsOfAQuerySayOnlyTheirOwn();
    void changesOfAReportSayOnlyTheirOwn_data();
    void changesOfAReportSayOnlyTheirOwn();
    void aLockedReportStaysAsItIs();

private:
    static Fields queryOf(QueryType type)
    {
        Query query;
        query.patient = RecordId::create();
        query.type = type;
        query.status = firstStatus(type);
        return query.toFields();
    }
};

void TestChangeRules::rightsOfQueriesGoByTheirType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<OpType>("step");
    QTest::addColumn<bool>("isFirst");
    QTest::addColumn<QString>("allowed"); // c i m d a, by role

    const auto row = [](const char* name, const QString& type, OpType step, bool isFirst, const QString& allowed) {
        QTest::newRow(name) << type << step << isFirst << allowed;
    };
    row("query raised", u"Query"_s, OpType::Query, true, u"md"_s);
    row("query answered", u"Query"_s, OpType::Answer, false, u"ci"_s);
    row("query asked again", u"Query"_s, OpType::Query, false, u"md"_s);
    row("query closed", u"Query"_s, OpType::Close, false, u"md"_s);
    row("query given to somebody", u"Query"_s, OpType::Set, false, u"cimd"_s);
    row("query voided", u"Query"_s, OpType::Void, false, u"md"_s);
    row("check raised at saving", u"FailedCheck"_s, OpType::Query, true, u"ci"_s);
    row("check answered", u"FailedCheck"_s, OpType::Answer, false, u"ci"_s);
    row("check asked again", u"FailedCheck"_s, OpType::Query, false, u"md"_s);
    row("check closed", u"FailedCheck"_s, OpType::Close, false, u"cimd"_s);
    row("note written", u"Annotation"_s, OpType::Query, true, u"cimd"_s);
    row("note cancelled", u"Annotation"_s, OpType::Close, false, u"cimd"_s);
    row("reason written", u"ReasonForChange"_s, OpType::Query, true, u"cimd"_s);
}

void TestChangeRules::rightsOfQueriesGoByTheirType()
{
    QFETCH(QString, type);
    QFETCH(OpType, step);
    QFETCH(bool, isFirst);
    QFETCH(QString, allowed);
    const Fields fields = queryOf(*queryTypeFromCode(type));
    Operation op;
    op.entity = Entity::Query;
    op.type = step;
    if (isFirst)
        op.set = fields;
    const QString letters = u"cimda"_s;
    for (int role = 0; role < letters.size(); ++role) {
        const auto may = requireRight(static_cast<Role>(role), op, isFirst ? Fields() : fields);
        QCOMPARE(QString(letters[role]) + (may ? u" may"_s : u" may not"_s),
                 QString(letters[role]) + (allowed.contains(letters[role]) ? u" may"_s : u" may not"_s));
        QVERIFY(may || may.error().code == ErrorCode::Denied);
    }
}

void TestChangeRules::rightsOfReports_data()
{
    QTest::addColumn<OpType>("type");
    QTest::addColumn<QString>("allowed");
    QTest::newRow("entered") << OpType::Create << u"ci"_s;
    QTest::newRow("corrected") << OpType::Set << u"ci"_s;
    QTest::newRow("verified") << OpType::Verify << u"m"_s;
    QTest::newRow("locked") << OpType::Lock << u"d"_s;
    QTest::newRow("unlocked") << OpType::Unlock << u"d"_s;
    QTest::newRow("signed") << OpType::Sign << u"i"_s;
    QTest::newRow("told of") << OpType::Event << u"cimda"_s;
}

void TestChangeRules::rightsOfReports()
{
    QFETCH(OpType, type);
    QFETCH(QString, allowed);
    Operation op;
    op.entity = Entity::Report;
    op.type = type;
    const QString letters = u"cimda"_s;
    for (int role = 0; role < letters.size(); ++role)
        QCOMPARE(requireRight(static_cast<Role>(role), op, {}).has_value(), allowed.contains(letters[role]));
}

void TestChangeRules::stepsOfAQuerySayOnlyTheirOwn_data()
{
    QTest::addColumn<OpType>("type");
    QTest::addColumn<QString>("name"); // "own": the message of this operation
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("fits");
    QTest::newRow("answer") << OpType::Answer << u"own"_s << u"It is 61."_s << u"Answered"_s << true;
    QTest::newRow("answer that closes") << OpType::Answer << u"own"_s << u"It is 61."_s << u"Closed"_s << false;
    QTest::newRow("answer with another's message")
        << OpType::Answer << u"message/0190aaaa-0000-7000-8000-000000000001"_s << u"x"_s << u"Answered"_s << false;
    QTest::newRow("answer that moves it") << OpType::Answer << u"item"_s << u"IT.X"_s << u"Answered"_s << false;
    QTest::newRow("close") << OpType::Close << u"own"_s << u"Thanks."_s << u"Closed"_s << true;
    QTest::newRow("cancel") << OpType::Close << u"own"_s << u"Mistaken."_s << u"Cancelled"_s << true;
    QTest::newRow("close that reopens") << OpType::Close << u"own"_s << u"?"_s << u"Open"_s << false;
    QTest::newRow("ask again") << OpType::Query << u"own"_s << u"Really?"_s << u"Open"_s << true;
    QTest::newRow("ask again as closed") << OpType::Query << u"own"_s << u"Really?"_s << u"Closed"_s << false;
    QTest::newRow("given") << OpType::Set << u"assignee"_s << u"investigator"_s << QString() << true;
    QTest::newRow("set closed") << OpType::Set << u"assignee"_s << u"x"_s << u"Closed"_s << false;
    QTest::newRow("void") << OpType::Void << QString() << QString() << QString() << false;
}

void TestChangeRules::stepsOfAQuerySayOnlyTheirOwn()
{
    QFETCH(OpType, type);
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, status);
    QFETCH(bool, fits);
    Operation op;
    op.opId = OpId::create();
    op.entity = Entity::Query;
    op.type = type;
    if (!name.isEmpty())
        op.set.set(name == u"own" ? QString(field::messagePrefix + op.opId.toString()) : name, value);
    if (!status.isEmpty())
        op.set.set(field::status, status);
    QCOMPARE(requireShape(op, queryOf(QueryType::Query)).has_value(), fits);
}

void TestChangeRules::changesOfAReportSayOnlyTheirOwn_data()
{
    QTest::addColumn<OpType>("type");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("fits");
    QTest::newRow("correction") << OpType::Set << u"item/IT.A"_s << u"2"_s << true;
    QTest::newRow("correction that verifies") << OpType::Set << u"verified/IT.A"_s << u"=2"_s << false;
    QTest::newRow("correction that locks") << OpType::Set << u"status"_s << u"Locked"_s << false;
    QTest::newRow("verification") << OpType::Verify << u"verified/IT.A"_s << u"=2"_s << true;
    QTest::newRow("verification that corrects") << OpType::Verify << u"item/IT.A"_s << u"2"_s << false;
    QTest::newRow("lock") << OpType::Lock << u"status"_s << u"Locked"_s << true;
    QTest::newRow("lock that is none") << OpType::Lock << u"status"_s << u"Complete"_s << false;
    QTest::newRow("unlock") << OpType::Unlock << u"status"_s << u"Complete"_s << true;
    QTest::newRow("unlock that signs") << OpType::Unlock << u"status"_s << u"Signed"_s << false;
}

void TestChangeRules::changesOfAReportSayOnlyTheirOwn()
{
    QFETCH(OpType, type);
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(bool, fits);
    Operation op;
    op.entity = Entity::Report;
    op.type = type;
    op.set.set(name, value);
    Fields before;
    before.set(field::statusBefore, u"Complete"_s);
    QCOMPARE(requireShape(op, before).has_value(), fits);
}

void TestChangeRules::aLockedReportStaysAsItIs()
{
    Fields locked;
    locked.set(field::status, u"Locked"_s);
    Operation op;
    op.entity = Entity::Report;
    for (const OpType type : {OpType::Set, OpType::Void, OpType::Verify, OpType::Sign, OpType::Lock, OpType::Resolve}) {
        op.type = type;
        const auto open = requireUnlocked(op, locked);
        QVERIFY(!open);
        QCOMPARE(open.error().code, ErrorCode::Denied);
    }
    op.type = OpType::Unlock;
    QVERIFY(requireUnlocked(op, locked));
    op.type = OpType::Set;
    QVERIFY(requireUnlocked(op, {}));
}

QTEST_GUILESS_MAIN(TestChangeRules)

#include "tst_changerules.moc"
