// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/reports/newreportdialog.h"
#include "ui/reports/pages.h"
#include "ui/reports/reporttablemodel.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/recordtable.h"

#include <QAbstractItemModelTester>
#include <QStandardPaths>
#include <QTreeWidget>

using namespace sitebook;
using namespace Qt::StringLiterals;

class ReportsPagesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        QStandardPaths::setTestModeEnabled(true);
        m_study = fake::demoStudy();
        QVERIFY(m_study);
    }
    void init()
    {
        m_workspace = std::make_unique<fake::FakeWorkspace>(m_study);
        m_ana = m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
        m_bo = m_workspace->patientFakes.add(fake::somebody(u"P002"_s, u"Berg, Bo"_s, QDate(1970, 1, 1)));
        add(m_ana, u"SE.BASELINE"_s, u"F.PHQ9"_s, ReportStatus::Complete, DeliveryState::Synced);
        add(m_ana, u"SE.WEEK2"_s, u"F.GAD7"_s, ReportStatus::Incomplete, DeliveryState::ReadyToSend);
        m_newest = add(m_bo, u"SE.BASELINE"_s, u"F.PHQ9"_s, ReportStatus::Incomplete, DeliveryState::Conflict);
    }
    void cleanup() { m_workspace.reset(); }

    void theModelIsSound()
    {
        ReportTableModel model(m_study);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setList(m_workspace->reportFakes.list());
        ReportFilter filter;
        filter.text = u"p001"_s;
        model.setFilter(filter);
        model.sort(static_cast<int>(ReportColumn::Patient), Qt::AscendingOrder);
        model.setList(std::make_shared<const ReportList>());
        QCOMPARE(model.rowCount(), 0);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("form");
        QTest::addColumn<int>("delivery");
        QTest::addColumn<int>("rows");
        QTest::newRow("nothing") << QString() << -1 << QString() << -1 << 3;
        QTest::newRow("identifier") << u"p001"_s << -1 << QString() << -1 << 2;
        QTest::newRow("visit and form") << u"baseline phq"_s << -1 << QString() << -1 << 2;
        QTest::newRow("status") << QString() << int(ReportStatus::Complete) << QString() << -1 << 1;
        QTest::newRow("form") << QString() << -1 << u"F.GAD7"_s << -1 << 1;
        QTest::newRow("delivery") << QString() << -1 << QString() << int(DeliveryState::Conflict) << 1;
        QTest::newRow("all at once") << u"p001"_s << int(ReportStatus::Complete) << u"F.GAD7"_s << -1 << 0;
    }
    void filters()
    {
        QFETCH(QString, text);
        QFETCH(int, status);
        QFETCH(QString, form);
        QFETCH(int, delivery);
        QFETCH(int, rows);
        ReportTableModel model(m_study);
        model.setList(m_workspace->reportFakes.list());
        ReportFilter filter;
        filter.text = text;
        filter.formOid = form;
        if (status >= 0)
            filter.statuses = {static_cast<ReportStatus>(status)};
        if (delivery >= 0)
            filter.delivery = static_cast<DeliveryState>(delivery);
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), rows);
    }

    void sortsByEveryColumn()
    {
        ReportTableModel model(m_study);
        model.setList(m_workspace->reportFakes.list());
        QCOMPARE(model.row(0).recordId, m_newest); // newest first
        for (int column = 0; column < static_cast<int>(ReportColumn::Count); ++column) {
            for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                model.sort(column, order);
                for (int row = 1; row < model.rowCount(); ++row) {
                    const QVariant a = model.index(row - 1, column).data(RecordTableModelBase::SortRole);
                    const QVariant b = model.index(row, column).data(RecordTableModelBase::SortRole);
                    const auto relation = QVariant::compare(a, b);
                    QVERIFY(relation !=
                            (order == Qt::AscendingOrder ? QPartialOrdering::Greater : QPartialOrdering::Less));
                }
            }
        }
    }

    void aKeystrokeInAHundredThousandReportsIsQuick()
    {
        auto many = std::make_shared<ReportList>();
        for (int i = 0; i < 100'000; ++i) {
            ReportRow row;
            row.patientId = u"P%1"_s.arg(i);
            row.formOid = i % 2 ? u"F.PHQ9"_s : u"F.GAD7"_s;
            row.eventOid = u"SE.BASELINE"_s;
            row.changedUtcMs = 100'000 - i;
            many->push_back(row);
        }
        ReportTableModel model(m_study);
        model.setList(many);
        ReportFilter filter = model.filter();
        QElapsedTimer clock;
        qint64 worst = 0;
        for (const QString& text : {u"p"_s, u"p9"_s, u"p99"_s, u"p999"_s, u"p999 phq"_s}) {
            filter.text = text;
            clock.start();
            model.setFilter(filter);
            worst = std::max(worst, clock.elapsed());
        }
        QVERIFY(model.rowCount() > 0);
        QVERIFY2(worst < 500, qPrintable(QString::number(worst))); // far above the aim: 50 ms on a quiet machine
    }

    void thePageOpensTheReportFromTheKeyboard()
    {
        fake::FakeNavigator navigator;
        fake::FakePrompt prompt;
        const std::unique_ptr<Page> page(makeReportsPage(*m_workspace, navigator, prompt, nullptr));
        page->resize(1158, 600);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        auto* table = page->findChild<RecordTable*>();
        page->searchField()->setFocus();
        QTest::keyClicks(page->searchField(), u"p002"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        QTest::keyClick(page->searchField(), Qt::Key_Down);
        table->selectRow(0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3);
        QCOMPARE(navigator.went.last(), u"openReport "_s + m_newest.toString());
    }

    void draftsAreOfferedToGoOn()
    {
        fake::FakeNavigator navigator;
        fake::FakePrompt prompt;
        Draft draft;
        draft.info.key = u"report/new/x"_s;
        draft.info.formOid = u"F.PHQ9"_s;
        draft.info.patient = m_ana;
        m_workspace->draftFakes.stored[draft.info.key] = draft;
        const std::unique_ptr<Page> page(makeReportsPage(*m_workspace, navigator, prompt, nullptr));
        page->show();
        for (QPushButton* button : page->findChildren<QPushButton*>())
            if (button->text() == u"Go on with it")
                button->click();
        QCOMPARE(navigator.went, QStringList(u"resumeDraft report/new/x"_s));
    }

    void aNewReportShowsWhatExistsAndOpensIt()
    {
        fake::FakeNavigator navigator;
        auto* dialog = new NewReportDialog(*m_workspace, navigator, m_ana);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto* tree = dialog->findChild<QTreeWidget*>();
        QCOMPARE(tree->topLevelItemCount(), static_cast<int>(m_study->events.size()));
        QCOMPARE(tree->currentItem()->text(0), u"Visit check"_s); // the first that is not complete
        QCOMPARE(tree->currentItem()->text(1), u"Not started"_s);
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(navigator.went.size(), 1);
        QCOMPARE(navigator.went.front(), u"newReport "_s + m_ana.toString() + u" F.VS SE.SCREENING 1"_s);
    }

private:
    RecordId add(const RecordId& patient, const QString& event, const QString& form, ReportStatus status,
                 DeliveryState state)
    {
        Report report;
        report.patient = patient;
        report.eventOid = event;
        report.formOid = form;
        report.status = status;
        return m_workspace->reportFakes.add(report, state);
    }

    std::shared_ptr<const StudyDefinition> m_study;
    std::unique_ptr<fake::FakeWorkspace> m_workspace;
    RecordId m_ana;
    RecordId m_bo;
    RecordId m_newest;
};

QTEST_MAIN(ReportsPagesTest)
#include "tst_reportspages.moc"
