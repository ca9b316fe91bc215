// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/sourcetree.h"

#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace sitebook::test;
using namespace Qt::StringLiterals;

class TestFormat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesAreAsClangFormatWritesThem()
    {
        const QString program = QStandardPaths::findExecutable(u"clang-format"_s);
        if (program.isEmpty())
            QSKIP("clang-format is not installed");
        QStringList arguments{u"--dry-run"_s, u"--style=file"_s};
        for (const SourceFile& file : sourceFiles({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s}, {u".h"_s, u".cpp"_s}))
            arguments.append(QStringLiteral(SITEBOOK_SOURCE_DIR "/") + file.path);
        QProcess process;
        process.start(program, arguments);
        QVERIFY(process.waitForFinished(280'000));
        QSet<QString> files;
        for (const QByteArray& line : process.readAllStandardError().split('\n'))
            if (line.contains("[-Wclang-format-violations]"))
                files.insert(QString::fromUtf8(line.left(line.indexOf(':'))));
        const QStringList wrong(files.begin(), files.end());
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(u"\nRun clang-format -i on:\n"_s + wrong.join(u'\n'))));
        QCOMPARE(process.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
