// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/tempsettings.h"
#include "ui/visits/casebookpage.h"
#include "ui/visits/visitdialog.h"
#include "ui/widgets/recordtable.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

// The casebook of all patients, and saying something of a visit, by keys.
class CasebookPageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_study = fake::demoStudy();
        QVERIFY(m_study);
    }
    void init();
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
    }
    void cellsSayHowTheVisitStands();
    void theNextUrgentVisitIsOneKeyAway();
    void filtersLeaveWhoIsMeant();
    void enterOpensThePatientAndVTheVisit();
    void aVisitIsRecordedByKeys();
    void whatDidNotOccurAsksWhy();
    void whatIsRecordedCanBeTakenBack();

private:
    RecordId add(const QString& identifier, const QString& name, int daysSinceConsent);
    [[nodiscard]] int column(const QString& event) const;
    [[nodiscard]] QString cell(int row, const QString& event) const;
    [[nodiscard]] RecordTable& table() const { return *m_page->findChild<RecordTable*>(); }

    test::TempSettings m_settings;
    std::shared_ptr<const StudyDefinition> m_study;
    std::unique_ptr<fake::FakeWorkspace> m_workspace;
    std::unique_ptr<fake::FakeNavigator> m_navigator;
    std::unique_ptr<CasebookPage> m_page;
    RecordId m_late;
};

RecordId CasebookPageTest::add(const QString& identifier, const QString& name, int daysSinceConsent)
{
    Patient patient = fake::somebody(identifier, name, QDate(1961, 4, 2));
    patient.consentDate = PartialDate(QDate::currentDate().addDays(-daysSinceConsent));
    return m_workspace->patientFakes.add(patient);
}

void CasebookPageTest::init()
{
    m_workspace = std::make_unique<fake::FakeWorkspace>(m_study);
    m_navigator = std::make_unique<fake::FakeNavigator>();
    add(u"P001"_s, u"Garcia, Ana"_s, 0);
    add(u"P002"_s, u"Ono, Ken"_s, 21);
    m_late = add(u"P003"_s, u"Zhou, Min"_s, 60);
    m_page = std::make_unique<CasebookPage>(*m_workspace, *m_navigator);
    m_page->resize(1366, 700);
    m_page->show();
    QTRY_COMPARE(table().model()->rowCount(), 3);
    m_page->activated();
}

int CasebookPageTest::column(const QString& event) const
{
    for (size_t i = 0; i < m_study->events.size(); ++i)
        if (m_study->events[i].oid == event)
            return CasebookTableModel::firstVisit + static_cast<int>(i);
    return -1;
}

QString CasebookPageTest::cell(int row, const QString& event) const
{
    return table().model()->index(row, column(event)).data().toString();
}

void CasebookPageTest::cellsSayHowTheVisitStands()
{
    QAbstractItemModelTester tester(table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(cell(0, u"SE.WEEK2"_s).startsWith(u"Upcoming"_s));
    QVERIFY(cell(1, u"SE.WEEK2"_s).startsWith(u"Due"_s));
    QVERIFY(cell(2, u"SE.WEEK2"_s).startsWith(u"Overdue"_s));
    QVERIFY(cell(2, u"SE.UNSCHEDULED"_s).isEmpty());
    const QModelIndex late = table().model()->index(2, column(u"SE.WEEK2"_s));
    QCOMPARE(late.data(RecordTableModelBase::IconNameRole).toString(), u"overdue"_s); // a shape, not colour alone
    QVERIFY(late.data(Qt::AccessibleTextRole).toString().startsWith(u"P003, Week 2: Overdue."_s));
}

void CasebookPageTest::theNextUrgentVisitIsOneKeyAway()
{
    table().setCurrentIndex(table().model()->index(0, column(u"SE.WEEK2"_s)));
    QTest::keyClick(&table(), Qt::Key_F8);
    const QString first = table().currentIndex().data().toString();
    QVERIFY2(first.startsWith(u"Due"_s) || first.startsWith(u"Overdue"_s), qPrintable(first));
    const QModelIndex before = table().currentIndex();
    QTest::keyClick(&table(), Qt::Key_F8);
    QVERIFY(table().currentIndex() != before);
    QTest::keyClick(&table(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(table().currentIndex(), before);
}

void CasebookPageTest::filtersLeaveWhoIsMeant()
{
    auto* search = qobject_cast<QLineEdit*>(m_page->searchField());
    QVERIFY(search);
    QTest::keyClicks(search, u"zhou"_s);
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QCOMPARE(table().model()->index(0, 0).data().toString(), u"P003"_s);
    QTest::keyClicks(search, u"xx"_s);
    QTRY_COMPARE(table().model()->rowCount(), 0);
}

void CasebookPageTest::enterOpensThePatientAndVTheVisit()
{
    table().setCurrentIndex(table().model()->index(2, column(u"SE.WEEK2"_s)));
    QTest::keyClick(&table(), Qt::Key_V);
    QCOMPARE(m_navigator->went.last(), QString(u"recordVisit "_s + m_late.toString() + u" SE.WEEK2 1"_s));
    QTest::keyClick(&table(), Qt::Key_Return);
    QCOMPARE(m_navigator->went.last(), QString(u"openPatient "_s + m_late.toString()));
    m_workspace->forbidden = {u"enter_data"_s};
    m_navigator->went.clear();
    QTest::keyClick(&table(), Qt::Key_V);
    QVERIFY(m_navigator->went.isEmpty());
}

void CasebookPageTest::aVisitIsRecordedByKeys()
{
    auto* dialog = new VisitDialog(*m_workspace, m_late, u"SE.WEEK2"_s, 1, m_page.get());
    const QPointer<VisitDialog> watched(dialog);
    dialog->show();
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto* planned = dialog->findChildren<QRadioButton*>().at(1);
    QTRY_COMPARE(QApplication::focusWidget(), dialog->findChildren<QRadioButton*>().at(0));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(planned->isChecked());
    QLineEdit* day = dialog->findChildren<QLineEdit*>().first();
    QTest::keyClicks(day, u"14032031"_s);
    QTest::keyClick(day, Qt::Key_Return);
    QTRY_VERIFY(!watched);
    const Visit* visit = m_workspace->visits().list()->at(m_late, u"SE.WEEK2"_s, 1);
    QVERIFY(visit);
    QCOMPARE(visit->status, VisitStatus::Planned);
    QCOMPARE(visit->date, u"2031-03-14"_s);
    QVERIFY(cell(2, u"SE.WEEK2"_s).startsWith(u"Overdue"_s)); // a plan stretches no window
}

void CasebookPageTest::whatDidNotOccurAsksWhy()
{
    auto* dialog = new VisitDialog(*m_workspace, m_late, u"SE.WEEK2"_s, 1, m_page.get());
    dialog->show();
    const auto lines = dialog->findChildren<QLineEdit*>();
    QVERIFY(!lines.at(1)->isVisible());
    dialog->findChildren<QRadioButton*>().at(3)->setChecked(true);
    QVERIFY(!lines.at(0)->isVisible());
    QVERIFY(lines.at(1)->isVisible());
    QTest::keyClicks(lines.at(1), u"Moved away"_s);
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"record"_s), Qt::LeftButton);
    QTRY_COMPARE(cell(2, u"SE.WEEK2"_s), u"Did not occur"_s);
    QCOMPARE(m_workspace->visitFakes.reasons.last(), u"Moved away"_s);
}

void CasebookPageTest::whatIsRecordedCanBeTakenBack()
{
    Visit visit;
    visit.patient = m_late;
    visit.eventOid = u"SE.WEEK2"_s;
    visit.status = VisitStatus::Skipped;
    m_workspace->visits().record(visit, u"Ill"_s).waitForFinished();
    QTRY_COMPARE(cell(2, u"SE.WEEK2"_s), u"Skipped"_s);
    auto* dialog = new VisitDialog(*m_workspace, m_late, u"SE.WEEK2"_s, 1, m_page.get());
    dialog->show();
    QVERIFY(dialog->findChildren<QRadioButton*>().at(2)->isChecked());
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"takeBack"_s), Qt::LeftButton);
    QTRY_VERIFY(cell(2, u"SE.WEEK2"_s).startsWith(u"Overdue"_s));
}

QTEST_MAIN(CasebookPageTest)
#include "tst_casebookpage.moc"
