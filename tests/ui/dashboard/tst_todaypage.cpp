// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/todaypage.h"

#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/dashboard/numbercard.h"
#include "ui/dashboard/placeline.h"
#include "ui/dashboard/worklines.h"

#include <QDateTime>
#include <QLabel>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TodayPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_study = fake::demoStudy();
        QVERIFY(m_study);
    }
    void init()
    {
        m_workspace = std::make_unique<fake::FakeWorkspace>(m_study);
        m_navigator = std::make_unique<fake::FakeNavigator>();
    }

    void aLongLineWrapsAndIsNotCut()
    {
        PlaceLine line(statetexts::look(DeliveryState::Draft), QStringLiteral("word ").repeated(40), {});
        const int narrow = line.heightForWidth(300);
        QVERIFY(narrow > line.heightForWidth(5000));
        QCOMPARE(line.heightForWidth(5000), line.sizeHint().height());
        QVERIFY(narrow >= 3 * line.fontMetrics().height());
    }

    void whatNeedsSomebodyComesFirst_data()
    {
        QTest::addColumn<SyncStatus>("sync");
        QTest::addColumn<QueueStatus>("queue");
        QTest::addColumn<QStringList>("lines");
        SyncStatus sync;
        QueueStatus queue;
        QTest::newRow("quiet") << sync << queue << QStringList();
        sync.phase = SyncPhase::Idle;
        sync.queued = 3;
        QTest::newRow("waiting") << sync << queue << QStringList{u"3 change(s) wait for the server"_s};
        sync.conflicts = 1;
        sync.quarantined = 2;
        queue.quarantined = 4;
        queue.queued = 9;
        QTest::newRow("all at once") << sync << queue
                                     << QStringList{u"1 change(s) in conflict with another desk"_s,
                                                    u"2 change(s) refused by the server"_s,
                                                    u"4 submission(s) quarantined"_s, u"9 submission(s) in the queue"_s,
                                                    u"3 change(s) wait for the server"_s};
        sync = {};
        sync.phase = SyncPhase::NeedsSignIn;
        QTest::newRow("sign in") << sync << QueueStatus() << QStringList{u"Sign in to the server"_s};
    }
    void whatNeedsSomebodyComesFirst()
    {
        QFETCH(SyncStatus, sync);
        QFETCH(QueueStatus, queue);
        QStringList texts;
        for (const WorkLine& line : workLines(sync, queue))
            texts << line.text;
        QTEST(texts, "lines");
    }

    void momentsAreToldShortly()
    {
        const qint64 now = QDateTime(QDate(2026, 4, 2), QTime(12, 0)).toMSecsSinceEpoch();
        const auto at = [](int day, int hour) {
            return QDateTime(QDate(2026, 4, day), QTime(hour, 41)).toMSecsSinceEpoch();
        };
        QCOMPARE(momentText(0, now), QString());
        QVERIFY(momentText(at(2, 9), now).startsWith(u"9:41"_s));
        QVERIFY(momentText(at(1, 9), now).startsWith(u"yesterday 9:41"_s));
        QVERIFY(!momentText(at(2, 9) - 40LL * 86'400'000, now).contains(u"41"_s));
    }

    void numbersOpenTheirPlaces()
    {
        m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
        m_workspace->syncFakes.current.queued = 2;
        TodayPage page(*m_workspace, *m_navigator);
        const auto cards = page.findChildren<NumberCard*>();
        QCOMPARE(cards.size(), 4);
        QCOMPARE(cards[0]->number(), 1);
        QCOMPARE(cards[2]->number(), 2);
        QTest::keyClick(cards[0], Qt::Key_Return);
        cards[2]->click();
        QCOMPARE(m_navigator->went, (QStringList{u"openPage 1"_s, u"openPage 4"_s}));
    }

    void aHalfFilledFormIsTakenUpAgain()
    {
        Draft draft;
        draft.info.key = u"report/new/1"_s;
        draft.info.formOid = u"F.PHQ9"_s;
        m_workspace->draftFakes.stored[draft.info.key] = draft;
        TodayPage page(*m_workspace, *m_navigator);
        const auto lines = page.findChildren<PlaceLine*>();
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines[0]->text().contains(u"PHQ-9"_s));
        QTest::keyClick(lines[0], Qt::Key_Return);
        QCOMPARE(m_navigator->went, QStringList{u"resumeDraft report/new/1"_s});
    }

    void changesAreSeenWithoutAsking()
    {
        TodayPage page(*m_workspace, *m_navigator);
        page.show();
        m_workspace->syncFakes.current.conflicts = 1;
        m_workspace->syncFakes.announce();
        QTRY_COMPARE(page.findChildren<PlaceLine*>().size(), 1);
        page.findChild<PlaceLine*>()->click();
        QCOMPARE(m_navigator->went, QStringList{u"openPage 4"_s});
    }

    void aMonitorIsNotOfferedToRegister()
    {
        m_workspace->forbidden << u"register_patient"_s;
        const TodayPage page(*m_workspace, *m_navigator);
        QVERIFY(page.primaryActionText().isEmpty());
    }

private:
    std::shared_ptr<const StudyDefinition> m_study;
    std::unique_ptr<fake::FakeWorkspace> m_workspace;
    std::unique_ptr<fake::FakeNavigator> m_navigator;
};

QTEST_MAIN(TodayPageTest)
#include "tst_todaypage.moc"
