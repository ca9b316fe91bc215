// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/patients/pages.h"
#include "ui/patients/patientcard.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/recordtable.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

using namespace sitebook;
using namespace Qt::StringLiterals;

class PatientsPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_study = fake::demoStudy();
        QVERIFY(m_study);
    }
    void init()
    {
        m_workspace = std::make_unique<fake::FakeWorkspace>(m_study);
        m_navigator = std::make_unique<fake::FakeNavigator>();
        QSettings().clear(); // the order of the columns of another test
    }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
    }

    void anEmptyListSaysWhatBelongsHere()
    {
        open();
        auto* empty = m_page->findChild<EmptyState*>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->title(), u"No patients yet"_s);
        Q_EMIT empty->actionTriggered();
        QCOMPARE(m_navigator->went, QStringList(u"registerPatient"_s));
    }

    void nothingMatchesOffersToClear()
    {
        fill();
        open();
        type(u"zzz"_s);
        auto* empty = m_page->findChild<EmptyState*>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->title(), u"No patient matches"_s);
        QTRY_VERIFY(m_page->findChild<PatientCard*>()->findChild<QLabel*>()->isHidden()); // nobody is selected
        Q_EMIT empty->actionTriggered();
        QCOMPARE(table()->model()->rowCount(), 3);
        QVERIFY(!empty->isVisible());
    }

    void searchFiltersWithEveryKey()
    {
        fill();
        open();
        type(u"muller"_s); // accents are folded
        QCOMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->model()->index(0, 0).data().toString(), u"P002"_s);
        QCOMPARE(m_page->subtitle(), u"1 of 3"_s);
        QTest::keyClick(m_page->searchField(), Qt::Key_Escape);
        QCOMPARE(table()->model()->rowCount(), 3);
        QCOMPARE(m_page->subtitle(), u"3"_s);
    }

    void chipsCountAndFilter()
    {
        fill();
        open();
        auto* chips = m_page->findChild<ChipBar*>();
        chips->setChecked(statusCode(PatientStatus::Enrolled), true);
        Q_EMIT chips->changed(chips->checkedIds());
        QCOMPARE(table()->model()->rowCount(), 2);
    }

    void headerClickSorts()
    {
        fill();
        open();
        table()->sortByColumn(static_cast<int>(PatientColumn::Name), Qt::DescendingOrder);
        QCOMPARE(table()->model()->index(0, 0).data().toString(), u"P002"_s); // Müller
        table()->sortByColumn(static_cast<int>(PatientColumn::Name), Qt::AscendingOrder);
        QCOMPARE(table()->model()->index(0, 0).data().toString(), u"P003"_s); // Ek
    }

    void theCardShowsTheSelectedOneAndF3Opens()
    {
        fill();
        open();
        m_page->activated();
        QTRY_COMPARE(cardText(), u"P001"_s);
        QTest::keyClick(table(), Qt::Key_Down);
        QCOMPARE(cardText(), u"P002"_s);
        QTest::keyClick(table(), Qt::Key_F3);
        QCOMPARE(m_navigator->went.last(), u"openPatient "_s + m_second.toString());
        m_navigator->went.clear();
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(m_navigator->went, QStringList(u"openPatient "_s + m_second.toString()));
    }

    void aSelectionOfSeveralIsExported()
    {
        fill();
        open();
        table()->selectAll();
        QPushButton* button = nullptr;
        for (QPushButton* candidate : m_page->findChildren<QPushButton*>())
            if (candidate->text() == u"Export 3 selected")
                button = candidate;
        QVERIFY(button);
        button->click();
        QCOMPARE(m_navigator->went.last(), u"openExport 3"_s);
    }

    void aNewSnapshotKeepsTheSelection()
    {
        fill();
        open();
        table()->selectRow(1);
        m_workspace->patientFakes.add(fake::somebody(u"P000"_s, u"Aaa, Bbb"_s, QDate(1980, 1, 1)));
        QTRY_COMPARE(table()->currentIndex().row(), 2);
        QTRY_COMPARE(cardText(), u"P002"_s);
    }

    void theSiteFilterAppearsWithASecondSite()
    {
        fill();
        open();
        auto* sites = m_page->findChild<QComboBox*>();
        QVERIFY(!sites->isVisible());
        Patient other = fake::somebody(u"P009"_s, u"Else, Where"_s, QDate(1980, 1, 1));
        other.siteId = SiteId(u"702"_s);
        m_workspace->patientFakes.add(other);
        QVERIFY(sites->isVisible());
        sites->setCurrentIndex(sites->findData(u"702"_s));
        Q_EMIT sites->activated(sites->currentIndex());
        QCOMPARE(table()->model()->rowCount(), 1);
    }

    void whoMayNotRegisterIsNotOfferedIt()
    {
        m_workspace->forbidden = {u"register_patient"_s};
        open();
        QVERIFY(m_page->primaryActionText().isEmpty());
        m_page->triggerPrimaryAction();
        QVERIFY(m_navigator->went.isEmpty());
    }

private:
    void fill()
    {
        m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
        m_second = m_workspace->patientFakes.add(fake::somebody(u"P002"_s, u"Müller, Jörg"_s, QDate(1970, 1, 1)));
        m_workspace->patientFakes.add(
            fake::somebody(u"P003"_s, u"Ek, Åsa"_s, QDate(1982, 7, 9), PatientStatus::Screening));
    }
    void open()
    {
        fake::FakePrompt prompt;
        m_page.reset(makePatientsPage(*m_workspace, *m_navigator, prompt, nullptr));
        m_page->resize(1158, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    RecordTable* table() const { return m_page->findChild<RecordTable*>(); }
    QString cardText() const { return m_page->findChild<PatientCard*>()->findChild<QLabel*>()->text(); }
    void type(const QString& text) const
    {
        m_page->searchField()->setFocus();
        QTest::keyClicks(m_page->searchField(), text);
    }

    std::shared_ptr<const StudyDefinition> m_study;
    std::unique_ptr<fake::FakeWorkspace> m_workspace;
    std::unique_ptr<fake::FakeNavigator> m_navigator;
    std::unique_ptr<Page> m_page;
    RecordId m_second;
};

QTEST_MAIN(PatientsPageTest)
#include "tst_patientspage.moc"
