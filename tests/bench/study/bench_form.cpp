// SPDX-License-Identifier: GPL-3.0-or-later
// bench_form: what a long form costs on the screen. Opening 5,000 items until the first picture is painted, a keystroke
// in it, scrolling through it; adding lines to a repeating group of 5,000; a list of 50,000 answers.
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/reports/comboitemeditor.h"
#include "ui/reports/linetable.h"
#include "ui/reports/pages.h"
#include "ui/reports/questioncolumn.h"
#include "ui/reports/reportformpage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <algorithm>
#include <cstdio>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

std::shared_ptr<StudyDefinition> study(int items, bool repeating)
{
    auto made = std::make_shared<StudyDefinition>();
    made->studyName = u"Long"_s;
    made->languages = {u"en"_s};
    CodeList list{u"CL"_s, u"CL"_s, DataType::Text, {}};
    for (int i = 1; i <= 3; ++i)
        list.items.push_back({QString::number(i), {}, {}, {}});
    made->codeLists.push_back(std::move(list));
    FormDef form;
    form.oid = form.name = u"F"_s;
    ItemGroupDef group;
    for (int i = 0; i < items; ++i) {
        ItemDef item;
        item.oid = item.name = u"I%1"_s.arg(i, 5, 10, QLatin1Char('0'));
        item.question.set(u"en"_s, u"Question number %1 of this long form"_s.arg(i));
        item.length = 20;
        if (i % 2 == 0)
            item.codeListOid = u"CL"_s;
        if (i % 50 == 0) {
            if (!group.oid.isEmpty())
                made->groups.push_back(std::move(group));
            group = {};
            group.oid = group.name = u"G%1"_s.arg(i);
            group.repeating = repeating;
            form.groups.push_back({group.oid, false, {}});
        }
        group.items.push_back({item.oid, false, {}, {}, {}});
        made->items.push_back(std::move(item));
    }
    made->groups.push_back(std::move(group));
    made->forms.push_back(std::move(form));
    EventDef event;
    event.oid = event.name = u"E"_s;
    event.forms.push_back({u"F"_s, false, {}});
    made->events.push_back(std::move(event));
    return made;
}

struct Desk
{
    explicit Desk(const std::shared_ptr<StudyDefinition>& definition)
        : workspace(definition)
    {
        const RecordId patient =
            workspace.patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
        ReportFormTarget place;
        place.patient = patient;
        place.formOid = u"F"_s;
        place.eventOid = u"E"_s;
        (void)workspace.checker(u"F"_s); // a workspace has compiled its forms
        QElapsedTimer timer;
        timer.start();
        page.reset(makeReportForm(workspace, navigator, prompt, place, nullptr));
        page->resize(1158, 700);
        page->show();
        (void)QTest::qWaitFor([this] { return static_cast<ReportFormPage*>(page.get())->session().isOpen(); });
        page->activated();
        QCoreApplication::sendPostedEvents();
        page->grab();
        opened = milliseconds(timer);
    }
    fake::FakeWorkspace workspace;
    fake::FakeNavigator navigator;
    fake::FakePrompt prompt;
    std::unique_ptr<Page> page;
    double opened = 0;
};

void longForm()
{
    const auto definition = study(5000, false);
    std::vector<double> openings;
    for (int i = 0; i < 5; ++i)
        openings.push_back(Desk(definition).opened);
    Desk desk(definition);
    auto* column = desk.page->findChild<QuestionColumn*>();
    std::vector<double> keys;
    for (int i = 0; i < 40; ++i) {
        column->focusField(u"I%1"_s.arg(2 * i, 5, 10, QLatin1Char('0')));
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(QApplication::focusWidget(), i % 2 == 0 ? '1' : '2');
        QCoreApplication::sendPostedEvents();
        keys.push_back(milliseconds(timer));
    }
    std::vector<double> steps;
    QScrollBar* bar = column->verticalScrollBar();
    for (int i = 0; i < 60; ++i) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(bar->value() + 500);
        QCoreApplication::sendPostedEvents();
        column->grab();
        steps.push_back(milliseconds(timer));
    }
    std::printf(
        "5,000 items: opened and painted in %.0f ms, a keystroke %.1f ms, a scroll step with its picture %.1f ms "
        "(medians; longest %.1f)\n",
        median(openings), median(keys), median(steps), *std::max_element(steps.begin(), steps.end()));
}

void lines()
{
    Desk desk(study(10, true));
    auto* table = desk.page->findChild<LineTable*>();
    std::vector<double> early;
    std::vector<double> late;
    for (int i = 0; i < 5000; ++i) {
        QElapsedTimer timer;
        timer.start();
        (void)table->model().addLine();
        (i < 500 ? early : late).push_back(milliseconds(timer));
    }
    std::printf("Lines: adding one of the first 500 %.4f ms, one of the last 4,500 %.4f ms (medians)\n", median(early),
                median(late));
}

void manyChoices()
{
    std::vector<Choice> choices;
    for (int i = 0; i < 50000; ++i)
        choices.push_back({u"C%1"_s.arg(i), u"Answer %1 of a long dictionary"_s.arg(i), {}});
    std::vector<double> making;
    std::vector<double> finding;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        ComboItemEditor editor(choices);
        editor.show();
        QCoreApplication::sendPostedEvents();
        making.push_back(milliseconds(timer));
        editor.setFocus();
        for (const char key : {'4', '9', '9', '9', '9'}) {
            timer.start();
            QTest::keyClick(editor.focusProxy(), key);
            QCoreApplication::sendPostedEvents();
            finding.push_back(milliseconds(timer));
        }
    }
    std::printf("50,000 answers: field made in %.1f ms, a keystroke in it %.1f ms (medians)\n", median(making),
                median(finding));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English));
    longForm();
    lines();
    manyChoices();
    return 0;
}
