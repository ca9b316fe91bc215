// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverprocess.h"
#include "tests/support/testworkspace.h"

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

// Two coordinators' desks of one site and the real server: what one says of a visit the other's casebook shows.
class TestVisitsWithServer final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whatOneSaysTheOtherSees();
    void bothSayItOfflineAndBothShowTheSame();
    void takenBackEverywhere();

private:
    void open(TestDesk& desk, const QString& user);
    bool eventually(const std::function<bool()>& isSo);
    RecordId known(const QString& identifier);
    static Visit visit(const RecordId& patient, VisitStatus status, const QString& date);
    static QString told(TestDesk& desk, const RecordId& patient); // "Planned 2031-03-14"
    static bool say(TestDesk& desk, const Visit& visit, const QString& reason = {});

    TempSettings m_settings;
    std::unique_ptr<ServerProcess> m_server;
    TestDesk anna;
    TestDesk boris;
};

void TestVisitsWithServer::open(TestDesk& desk, const QString& user)
{
    QVERIFY(m_server->addAccount(user, TestDesk::password, roleCode(Role::Coordinator)));
    WorkspaceSetup setup = desk.setup(u"demo.xml"_s, m_server->url());
    setup.user = UserName(user);
    desk.start(setup);
}

void TestVisitsWithServer::initTestCase()
{
    m_server = std::make_unique<ServerProcess>(studyFile(u"demo.xml"_s));
    open(anna, u"anna"_s);
    open(boris, u"boris"_s);
    QVERIFY(m_server->start());
    for (TestDesk* desk : {&anna, &boris}) {
        const auto signedIn = resultOf(desk->workspace->sync().signIn(TestDesk::password));
        QVERIFY2(signedIn, sentence(signedIn).constData());
    }
}

bool TestVisitsWithServer::eventually(const std::function<bool()>& isSo)
{
    for (int round = 0; round < 20; ++round) {
        for (TestDesk* desk : {&anna, &boris})
            if (desk->workspace->sync().isOnline())
                desk->workspace->sync().syncNow();
        if (QTest::qWaitFor(isSo, 1500))
            return true;
    }
    return false;
}

// A patient both desks have.
RecordId TestVisitsWithServer::known(const QString& identifier)
{
    const RecordId patient = anna.add(identifier);
    if (!eventually([&] { return boris.workspace->patients().list()->find(patient) != nullptr; }))
        qFatal("the patient does not arrive");
    return patient;
}

Visit TestVisitsWithServer::visit(const RecordId& patient, VisitStatus status, const QString& date)
{
    Visit visit;
    visit.patient = patient;
    visit.eventOid = u"SE.WEEK2"_s;
    visit.status = status;
    visit.date = date;
    return visit;
}

QString TestVisitsWithServer::told(TestDesk& desk, const RecordId& patient)
{
    const auto list = desk.workspace->visits().list();
    const Visit* visit = list->at(patient, u"SE.WEEK2"_s, 1);
    return visit ? QString(statusCode(visit->status) + u' ' + visit->date).trimmed() : QString();
}

bool TestVisitsWithServer::say(TestDesk& desk, const Visit& visit, const QString& reason)
{
    const auto done = resultOf(desk.workspace->visits().record(visit, reason));
    return done.has_value();
}

void TestVisitsWithServer::whatOneSaysTheOtherSees()
{
    const RecordId patient = known(u"P001"_s);
    QVERIFY(say(anna, visit(patient, VisitStatus::Planned, u"2031-03-14"_s)));
    QVERIFY(eventually([&] { return told(boris, patient) == u"Planned 2031-03-14"_s; }));
    boris.workspace->sync().setOnline(false);
    QVERIFY(say(boris, visit(patient, VisitStatus::Skipped, {}), u"Ill"_s));
    QCOMPARE(told(anna, patient), u"Planned 2031-03-14"_s);
    boris.workspace->sync().setOnline(true);
    QVERIFY(eventually([&] { return told(anna, patient) == u"Skipped"_s; }));
    const auto casebook = resultOf(anna.workspace->visits().casebook(QDate::currentDate()));
    QVERIFY(casebook);
    QCOMPARE((*casebook)->visitsAt(VisitState::Skipped), 1);
}

// Two records of one visit, each made without knowing of the other: none is lost, and both desks show the same one.
void TestVisitsWithServer::bothSayItOfflineAndBothShowTheSame()
{
    const RecordId patient = known(u"P002"_s);
    for (TestDesk* desk : {&anna, &boris})
        desk->workspace->sync().setOnline(false);
    QVERIFY(say(anna, visit(patient, VisitStatus::Planned, u"2031-03-14"_s)));
    QVERIFY(say(boris, visit(patient, VisitStatus::Planned, u"2031-03-15"_s)));
    for (TestDesk* desk : {&anna, &boris})
        desk->workspace->sync().setOnline(true);
    const auto both = [&](TestDesk& desk) { return desk.workspace->visits().list()->ofPatient(patient).size() == 2; };
    QVERIFY(eventually([&] { return both(anna) && both(boris) && told(anna, patient) == told(boris, patient); }));
}

void TestVisitsWithServer::takenBackEverywhere()
{
    const RecordId patient = known(u"P003"_s);
    QVERIFY(say(boris, visit(patient, VisitStatus::DidNotOccur, {}), u"Moved away"_s));
    QVERIFY(eventually([&] { return told(anna, patient) == u"DidNotOccur"_s; }));
    const auto list = anna.workspace->visits().list();
    QVERIFY(resultOf(anna.workspace->visits().takeBack(list->at(patient, u"SE.WEEK2"_s, 1)->recordId, u"Error"_s)));
    QVERIFY(eventually([&] { return told(boris, patient).isEmpty() && told(anna, patient).isEmpty(); }));
}

QTEST_GUILESS_MAIN(TestVisitsWithServer)
#include "tst_visitswithserver.moc"
