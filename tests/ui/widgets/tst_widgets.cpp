// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/plotbars.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/whendone.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;
using Points = std::vector<PlotBars::Point>;

class WidgetsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void aBannerShowsATroubleUntilItIsClosed()
    {
        Banner banner;
        QVERIFY(!banner.isVisibleTo(nullptr));
        banner.showError(Error(ErrorCode::DiskFull, {}), u"Open the folder"_s);
        QVERIFY(banner.isVisible());
        QCOMPARE(banner.tone(), Tone::Danger);
        QVERIFY(banner.text().contains(u"disk is full"_s));
        QSignalSpy acted(&banner, &Banner::actionTriggered);
        banner.findChild<QPushButton*>()->click();
        QCOMPARE(acted.size(), 1);
        banner.dismiss();
        QVERIFY(!banner.isVisible());
        banner.showError(Error(ErrorCode::Offline, {}));
        QCOMPARE(banner.tone(), Tone::Attention); // nobody has to do anything
    }

    void chipsFilter()
    {
        ChipBar bar;
        bar.addChip({}, u"All"_s);
        bar.addChip(u"s"_s, u"Screening"_s);
        bar.addChip(u"e"_s, u"Enrolled"_s);
        QVERIFY(bar.isChecked({}));
        QSignalSpy changed(&bar, &ChipBar::changed);
        const auto chips = bar.findChildren<QAbstractButton*>();
        chips[1]->click();
        chips[2]->click();
        QCOMPARE(bar.checkedIds(), (QStringList{u"s"_s, u"e"_s}));
        QVERIFY(!bar.isChecked({}));
        chips[0]->click();
        QCOMPARE(bar.checkedIds(), QStringList());
        QVERIFY(bar.isChecked({}));
        QCOMPARE(changed.size(), 3);
        bar.setExclusive(true);
        chips[1]->click();
        chips[2]->click();
        QCOMPARE(bar.checkedIds(), QStringList{u"e"_s});
        bar.setCount(u"e"_s, 1231);
        QCOMPARE(chips[2]->accessibleDescription(), u"1,231"_s);
    }

    void escapeAndTheCrossClearASearch()
    {
        SearchField field(u"Search"_s);
        QSignalSpy edited(&field, &QLineEdit::textEdited);
        QTest::keyClicks(&field, u"ab"_s);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(edited.size(), 3);
        QVERIFY(field.text().isEmpty());
        QWidget window;
        auto* list = new QWidget(&window);
        list->setFocusPolicy(Qt::StrongFocus);
        auto* inside = new SearchField({}, &window);
        inside->setList(list);
        window.show();
        inside->setFocus();
        QTest::keyClick(inside, Qt::Key_Down);
        QCOMPARE(window.focusWidget(), list);
    }

    void restTimeIsToldInMinutes_data()
    {
        QTest::addColumn<qint64>("elapsedMs");
        QTest::addColumn<qint64>("done");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<QString>("text");
        QTest::newRow("too early") << 500LL << 10LL << 100LL << QString();
        QTest::newRow("nothing done") << 5000LL << 0LL << 100LL << QString();
        QTest::newRow("finished") << 5000LL << 100LL << 100LL << QString();
        QTest::newRow("soon") << 10'000LL << 50LL << 100LL << u"less than a minute left"_s;
        QTest::newRow("later") << 60'000LL << 10LL << 40LL << u"about 3 minute(s) left"_s;
    }
    void restTimeIsToldInMinutes()
    {
        QFETCH(qint64, elapsedMs);
        QFETCH(qint64, done);
        QFETCH(qint64, total);
        QTEST(ProgressStrip::restText(elapsedMs, done, total), "text");
    }

    void progressCountsAndCancels()
    {
        ProgressStrip strip;
        strip.start(u"Exporting"_s);
        strip.setProgress(1200, 5000);
        QCOMPARE(strip.countText(), u"1,200 of 5,000"_s);
        QSignalSpy cancelled(&strip, &ProgressStrip::cancelRequested);
        strip.findChild<QPushButton*>()->click();
        QCOMPARE(cancelled.size(), 1);
        strip.setProgress(1300, 5000); // comes late; the strip stays with its word
        QCOMPARE(strip.countText(), u"Stopping…"_s);
    }

    void barsAreGroupedByDayWeekOrMonth_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("most");
        QTest::newRow("none") << 0 << 30 << 0;
        QTest::newRow("days") << 10 << 30 << 10;
        QTest::newRow("weeks") << 90 << 30 << 15;
        QTest::newRow("months") << 700 << 30 << 30;
        QTest::newRow("years") << 4000 << 30 << 30;
    }
    void barsAreGroupedByDayWeekOrMonth()
    {
        QFETCH(int, days);
        QFETCH(int, limit);
        QFETCH(int, most);
        Points points;
        for (int i = 0; i < days; ++i)
            points.emplace_back(QDate(2025, 1, 6).addDays(i), i + 1);
        const Points bars = PlotBars::grouped(points, limit);
        QVERIFY(static_cast<int>(bars.size()) <= most);
        if (days == 0)
            return;
        QCOMPARE(bars.back().second, days); // the last bar tells the present number
        QVERIFY(std::is_sorted(bars.begin(), bars.end()));
    }

    void gapsKeepTheNumberBefore()
    {
        const Points bars = PlotBars::grouped({{QDate(2025, 1, 6), 3}, {QDate(2025, 1, 9), 5}}, 30);
        QCOMPARE(
            bars,
            (Points{{QDate(2025, 1, 6), 3}, {QDate(2025, 1, 7), 3}, {QDate(2025, 1, 8), 3}, {QDate(2025, 1, 9), 5}}));
    }

    void theAxisEndsAtARoundNumber()
    {
        QCOMPARE(PlotBars::niceMaximum(0), 1);
        QCOMPARE(PlotBars::niceMaximum(7), 10);
        QCOMPARE(PlotBars::niceMaximum(62), 100);
        QCOMPARE(PlotBars::niceMaximum(101), 200);
        QCOMPARE(PlotBars::niceMaximum(4999), 5000);
    }

    void factsAreAddedChangedAndReplaced()
    {
        KeyValueList list;
        list.setRow(u"born"_s, u"Born"_s, u"1961"_s);
        list.setRow(u"born"_s, u"Born"_s, QString());
        QCOMPARE(list.value(u"born"_s), u"–"_s);
        list.setValue(u"born"_s, u"1962"_s);
        QCOMPARE(list.value(u"born"_s), u"1962"_s);
        auto* badge = new StateBadge;
        badge->setState(statetexts::look(PatientStatus::Enrolled));
        list.setRow(u"born"_s, u"Status"_s, badge);
        QVERIFY(badge->parentWidget() == &list);
        QCOMPARE(badge->accessibleName(), u"Enrolled"_s);
        list.clear();
        QVERIFY(list.findChildren<QLabel*>().isEmpty());
    }

    void aCardIsOpenedByKeyAndClick()
    {
        Card card(u"Study"_s);
        card.resize(200, 100);
        QSignalSpy clicked(&card, &Card::clicked);
        QTest::mouseClick(&card, Qt::LeftButton);
        QCOMPARE(clicked.size(), 0);
        card.setInteractive(true);
        QTest::mouseClick(&card, Qt::LeftButton);
        QTest::keyClick(&card, Qt::Key_Return);
        QCOMPARE(clicked.size(), 2);
    }

    void anAnswerForSomethingGoneIsDropped()
    {
        QPromise<int> promise;
        promise.start();
        auto context = std::make_unique<QObject>();
        int answered = 0;
        whenDone(context.get(), promise.future(), [&answered](int value) { answered = value; });
        context.reset();
        promise.addResult(7);
        promise.finish();
        QPromise<int> second;
        second.start();
        whenDone(this, second.future(), [&answered](int value) { answered = value; });
        second.addResult(8);
        second.finish();
        QTRY_COMPARE(answered, 8);
    }
};

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
