// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

// WCAG 2.2, relative luminance and contrast ratio.
double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double lighter = qMax(luminance(a), luminance(b));
    const double darker = qMin(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

constexpr Tone tones[] = {Tone::Primary, Tone::Success, Tone::Attention, Tone::Danger, Tone::Information};

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textReadsOnEverySurface_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("paper");
        QTest::addColumn<double>("least");
        for (const Colours* colours : {&Colours::light(), &Colours::dark()}) {
            const QByteArray name = colours == &Colours::light() ? "light " : "dark ";
            QList<std::pair<QByteArray, QColor>> papers{
                {"window", colours->window}, {"surface", colours->surface}, {"raised", colours->raised}};
            QList<std::pair<QByteArray, QColor>> inks{{"text", colours->text}, {"muted", colours->muted}};
            for (const Tone tone : tones) {
                papers.append({Theme::toneName(tone).toLatin1() + " soft", colours->soft(tone)});
                inks.append({Theme::toneName(tone).toLatin1(), colours->strong(tone)});
            }
            for (const auto& [inkName, ink] : inks)
                for (const auto& [paperName, paper] : papers)
                    QTest::newRow(QByteArray(name + inkName + " on " + paperName).constData()) << ink << paper << 5.0;
            QTest::newRow(QByteArray(name + "on primary").constData()) << colours->onPrimary << colours->primary << 5.0;
            for (const auto& paper : {colours->window, colours->surface})
                QTest::newRow(QByteArray(name + "edge of an input").constData()) << colours->outline << paper << 3.0;
        }
    }
    void textReadsOnEverySurface()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, paper);
        QFETCH(double, least);
        QVERIFY2(contrast(ink, paper) >= least, qPrintable(QString::number(contrast(ink, paper))));
    }

    void everyIconDrawsSomething_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = Theme::iconNames();
        QVERIFY(names.size() > 90);
        for (const QString& name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyIconDrawsSomething()
    {
        QFETCH(QString, name);
        const Theme theme;
        for (const qreal ratio : {1.0, 1.5, 2.0}) {
            const QImage image = theme.pixmap(name, Tone::Danger, 20, ratio).toImage();
            QCOMPARE(image.size(), QSize(qRound(20 * ratio), qRound(20 * ratio)));
            int drawn = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    drawn += qAlpha(image.pixel(x, y)) > 128;
            QVERIFY2(drawn >= 12, qPrintable(u"%1 pixels"_s.arg(drawn)));
        }
    }

    void aMissingIconIsSaidAndStillDrawn()
    {
        const Theme theme;
        QTest::ignoreMessage(QtWarningMsg, "no icon named \"no-such-thing\"");
        QVERIFY(!theme.pixmap(u"no-such-thing"_s, Tone::Neutral, 20, 1).isNull());
    }

    void iconsFollowTheThemeByThemselves()
    {
        Theme theme;
        theme.apply(*qApp, Theme::Mode::Light);
        const QIcon icon = theme.icon(u"patients"_s);
        const QImage light = icon.pixmap(20, 20).toImage();
        theme.apply(*qApp, Theme::Mode::Dark);
        QVERIFY(icon.pixmap(20, 20).toImage() != light);
    }

    void theStyleSheetHasNoOpenPlaces()
    {
        Theme theme;
        for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            theme.apply(*qApp, mode);
            const QString sheet = styleSheetFor(theme);
            QVERIFY(sheet.size() > 4000);
            const qsizetype comments = sheet.indexOf(u"*/\n\n"_s);
            QVERIFY2(!sheet.mid(comments).contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@', comments), 40)));
        }
    }

    void theModeDecidesAndTellsEverybody()
    {
        Theme theme;
        const QSignalSpy changed(&theme, &Theme::changed);
        theme.apply(*qApp, Theme::Mode::Dark);
        QVERIFY(theme.isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), Colours::dark().window);
        theme.apply(*qApp, Theme::Mode::Light);
        QVERIFY(!theme.isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Text), Colours::light().text);
        QCOMPARE(changed.size(), 2);
    }

    void sizesFollowTheTextScale()
    {
        Theme theme;
        theme.apply(*qApp, Theme::Mode::Light);
        QCOMPARE(theme.rowHeight(), 32);
        QCOMPARE(theme.font(Theme::Type::Body).pointSizeF(), 10.0);
        theme.setTextScale(2.0);
        QCOMPARE(theme.rowHeight(), 64);
        QCOMPARE(QApplication::font().pointSizeF(), 20.0);
        QLineEdit line;
        line.ensurePolished();
        QVERIFY(line.sizeHint().height() >= 60); // nothing is cut
        theme.setTextScale(9.0);
        QCOMPARE(theme.textScale(), 2.0);
        theme.setTextScale(1.0);
    }

    void placeholdersAreReadable()
    {
        Theme theme;
        theme.apply(*qApp, Theme::Mode::Light);
        QLineEdit line;
        line.setPlaceholderText(u"yyyy-mm-dd"_s);
        line.ensurePolished();
        const QColor colour = line.palette().color(QPalette::PlaceholderText);
        QCOMPARE(colour.alpha(), 255);
        QVERIFY(contrast(colour, theme.surface()) >= 5.0);
    }

    void widgetsFindTheThemeInForce()
    {
        {
            Theme theme;
            theme.apply(*qApp, Theme::Mode::Dark);
            const QLabel label;
            QCOMPARE(&Theme::of(&label), &theme);
        }
        const QLabel label;
        QVERIFY(!Theme::of(&label).isDark()); // a light one of the application's own
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
