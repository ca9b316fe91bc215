// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/sourcetree.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace sitebook::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList house{u"core"_s, u"ui"_s, u"app"_s};
const QStringList code{u".h"_s, u".cpp"_s};

} // namespace

// Manners that a compiler does not check.
class TestManners final : public QObject
{
    Q_OBJECT

    static void report(const QStringList& wrong)
    {
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(u'\n' + wrong.join(u'\n'))));
    }

private Q_SLOTS:
    void filesAreShort_data()
    {
        QTest::addColumn<QStringList>("folders");
        QTest::addColumn<int>("most");
        QTest::newRow("the house") << house << 500;
        // Tables of cases make tests longer.
        QTest::newRow("its tests") << QStringList{u"tests"_s} << 800;
    }
    void filesAreShort()
    {
        QFETCH(const QStringList, folders);
        QFETCH(const int, most);
        QStringList wrong;
        for (const SourceFile& file : sourceFiles(folders, code))
            if (file.lines.size() - 1 > most)
                wrong.append(QString(file.path + u": "_s + QString::number(file.lines.size() - 1) + u" lines"_s));
        report(wrong);
    }

    void filesNameTheirLicence()
    {
        QStringList wrong;
        const QStringList all{u"core"_s, u"ui"_s, u"app"_s, u"tests"_s, u"resources/cmake"_s};
        for (const SourceFile& file :
             sourceFiles(all, code + QStringList{u"CMakeLists.txt"_s, u".cmake"_s, u".sh"_s})) {
            const QString top = file.lines.mid(0, 3).join(u' ');
            if (!top.contains(u"SPDX-License-Identifier: GPL-3.0-or-later"))
                wrong.append(file.path);
        }
        report(wrong);
    }

    void headersGuardThemselves()
    {
        QStringList wrong;
        for (const SourceFile& file : sourceFiles(house, {u".h"_s}))
            if (!file.lines.contains(u"#pragma once"_s))
                wrong.append(file.path);
        report(wrong);
    }

    void nothingWaitsInAPlaceThatMustNot_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QStringList>("folders");
        const QStringList everywhere = house + QStringList{u"tests"_s};
        QTest::newRow("processEvents") << u"\\bprocessEvents\\s*\\("_s << everywhere;
        QTest::newRow("qWait") << u"\\bqWait\\s*\\("_s << everywhere;
        QTest::newRow("qSleep") << u"\\bqSleep\\s*\\("_s << everywhere;
        QTest::newRow("QThread::sleep") << u"QThread::[mu]?sleep\\s*\\("_s << house;
        QTest::newRow("nested event loop") << u"\\bQEventLoop\\b"_s << house;
        QTest::newRow("modal exec") << u"(dialog|menu|box|Dialog|Menu|Box)(\\.|->)exec\\s*\\("_s << house;
        QTest::newRow("sender()") << u"\\bsender\\s*\\(\\s*\\)"_s << everywhere;
        QTest::newRow("string connects") << u"\\b(SIGNAL|SLOT)\\s*\\("_s << everywhere;
        QTest::newRow("keywords of moc") << u"^\\s*(signals|public slots|private slots|slots)\\s*:"_s << everywhere;
    }
    void nothingWaitsInAPlaceThatMustNot()
    {
        QFETCH(const QString, word);
        QFETCH(const QStringList, folders);
        const QRegularExpression banned(word);
        QStringList wrong;
        for (const SourceFile& file : sourceFiles(folders, code)) {
            if (file.room() == u"tests/architecture")
                continue;
            for (qsizetype i = 0; i < file.lines.size(); ++i)
                if (banned.match(codeOf(file.lines[i])).hasMatch())
                    wrong.append(
                        QString(file.path + u':' + QString::number(i + 1) + u": "_s + file.lines[i].trimmed()));
        }
        report(wrong);
    }

    void coloursComeFromTheTheme()
    {
        static const QRegularExpression colour(
            u"#[0-9A-Fa-f]{6}\\b|\\bQt::(red|green|blue|yellow|darkGray|lightGray)\\b"_s);
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({u"ui"_s}, code)) {
            if (file.room() == u"ui/theme")
                continue;
            for (qsizetype i = 0; i < file.lines.size(); ++i)
                if (colour.match(file.lines[i].section(u"//"_s, 0, 0)).hasMatch())
                    wrong.append(QString(file.path + u':' + QString::number(i + 1)));
        }
        report(wrong);
    }

    void everyTestIsInItsMirror()
    {
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({u"tests/core"_s, u"tests/ui"_s, u"tests/app"_s}, {u".cpp"_s})) {
            const QString mirror = file.path.section(u'/', 1, 2);
            if (!mirror.endsWith(u".cpp") && !QFile::exists(QStringLiteral(SITEBOOK_SOURCE_DIR "/") + mirror))
                wrong.append(QString(file.path + u": there is no "_s + mirror));
        }
        report(wrong);
    }
};

QTEST_GUILESS_MAIN(TestManners)
#include "tst_manners.moc"
