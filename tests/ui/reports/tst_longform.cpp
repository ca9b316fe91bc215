// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/reports/itemeditor.h"
#include "ui/reports/pages.h"
#include "ui/reports/questioncolumn.h"
#include "ui/reports/questionrow.h"
#include "ui/reports/reportformpage.h"

#include <QScrollBar>

using namespace sitebook;
using namespace Qt::StringLiterals;

// A form of 2,000 questions: made where one looks, whole for the keyboard.
class LongFormTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        auto study = std::make_shared<StudyDefinition>();
        study->studyName = u"Long"_s;
        study->languages = {u"en"_s};
        study->codeLists.push_back({u"CL"_s, u"CL"_s, DataType::Text, {{u"1"_s, {}, {}, {}}, {u"2"_s, {}, {}, {}}}});
        ItemGroupDef group;
        group.oid = group.name = u"G"_s;
        for (int i = 0; i < count; ++i) {
            ItemDef item;
            item.oid = item.name = u"I%1"_s.arg(i, 4, 10, QLatin1Char('0'));
            item.dataType = DataType::Text;
            item.length = 20;
            if (i % 3 == 0)
                item.codeListOid = u"CL"_s;
            group.items.push_back({item.oid, i == count - 1, {}, {}, {}});
            study->items.push_back(std::move(item));
        }
        FormDef form;
        form.oid = form.name = u"F"_s;
        form.groups.push_back({u"G"_s, false, {}});
        EventDef event;
        event.oid = event.name = u"E"_s;
        event.forms.push_back({u"F"_s, false, {}});
        study->groups.push_back(std::move(group));
        study->forms.push_back(std::move(form));
        study->events.push_back(std::move(event));
        m_workspace = std::make_unique<fake::FakeWorkspace>(study);
        m_navigator = std::make_unique<fake::FakeNavigator>();
        m_prompt = std::make_unique<fake::FakePrompt>();
        m_patient = m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
        open();
    }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
    }

    void onlyWhatIsNearIsMade()
    {
        QVERIFY2(made() < 400, qPrintable(QString::number(made())));
        QVERIFY(column()->row(u"I0000"_s)->isMade());
        QVERIFY(!column()->row(u"I1900"_s)->isMade());
    }

    void theKeyboardReachesEveryQuestion()
    {
        QVERIFY(column()->focusField(u"I1999"_s));
        QCOMPARE(column()->focusedField(), u"I1999"_s);
        const QuestionRow* row = column()->row(u"I1999"_s);
        const QRect seen(QPoint(0, 0), column()->viewport()->size());
        QVERIFY(seen.intersects(QRect(row->mapTo(column()->viewport(), QPoint(0, 0)), row->size())));
        QTest::keyClicks(QApplication::focusWidget(), u"words"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(page()->session().value(u"I1999"_s).text, u"words"_s);
    }

    void tabGoesOnInTheOrderOfTheQuestions()
    {
        QVERIFY(column()->focusField(u"I1500"_s)); // made long before its neighbours
        for (const QString& next : {u"I1501"_s, u"I1502"_s, u"I1503"_s, u"I1504"_s}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(column()->focusedField(), next);
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(column()->focusedField(), u"I1503"_s);
    }

    void scrollingShowsNoEmptyPlaces()
    {
        QScrollBar* bar = column()->verticalScrollBar();
        for (const int percent : {10, 37, 62, 99, 20}) {
            bar->setValue(bar->maximum() * percent / 100);
            QCoreApplication::sendPostedEvents();
            const QRect seen(QPoint(0, 0), column()->viewport()->size());
            int shown = 0;
            for (const QuestionRow* row : column()->findChildren<QuestionRow*>()) {
                if (!seen.intersects(QRect(row->mapTo(column()->viewport(), QPoint(0, 0)), row->size())))
                    continue;
                ++shown;
                QVERIFY2(row->isMade(), qPrintable(row->field()));
            }
            QVERIFY(shown > 3);
        }
    }

    void aProblemFarAwayIsFound()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return,
                        Qt::ControlModifier); // save: asks for what is needed
        QCOMPARE(column()->focusedField(), u"I1999"_s);
        QVERIFY(!column()->row(u"I1999"_s)->findingText().isEmpty());
    }

private:
    static constexpr int count = 2000;
    void open()
    {
        ReportFormTarget place;
        place.patient = m_patient;
        place.formOid = u"F"_s;
        place.eventOid = u"E"_s;
        m_page.reset(makeReportForm(*m_workspace, *m_navigator, *m_prompt, place, nullptr));
        m_page->resize(1158, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_VERIFY(page()->session().isOpen());
        m_page->activated();
        column()->focusField(u"I0001"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
    }
    [[nodiscard]] qsizetype made() const
    {
        const auto rows = column()->findChildren<QuestionRow*>();
        return std::count_if(rows.begin(), rows.end(), [](const QuestionRow* row) { return row->isMade(); });
    }
    ReportFormPage* page() const { return static_cast<ReportFormPage*>(m_page.get()); }
    QuestionColumn* column() const { return m_page->findChild<QuestionColumn*>(); }

    std::unique_ptr<fake::FakeWorkspace> m_workspace;
    std::unique_ptr<fake::FakeNavigator> m_navigator;
    std::unique_ptr<fake::FakePrompt> m_prompt;
    std::unique_ptr<Page> m_page;
    RecordId m_patient;
};

QTEST_MAIN(LongFormTest)
#include "tst_longform.moc"
