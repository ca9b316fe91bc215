// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programrun.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(SITEBOOK_BINARY_DIR "/sitebook");
const QString password = u"four quiet words here"_s;

bool hasChinese(const QString& text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar sign) { return sign.unicode() >= 0x4E00 && sign.unicode() < 0xA000; });
}

} // namespace

// The real program, given what it cannot use: one sentence, the right exit status, and nothing changed. Places that
// nobody may write to, root included, lie below /proc or below a file.
class TestBadInput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusals_data();
    void refusals();
    void findings_data();
    void findings();
    void aTruncatedExportIsNeverTakenForAWholeOne_data();
    void aTruncatedExportIsNeverTakenForAWholeOne();
    void wrongUsage_data();
    void wrongUsage();
    void everyCommandHelps_data();
    void everyCommandHelps();

private:
    Ran run(const QStringList& words, const QString& given = password)
    {
        return runProgram(program, words, cleanEnvironment(m_home.path(), given), m_folder.path());
    }
    void write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray read(const QString& name)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void copyWorkspace(const QString& name)
    {
        QVERIFY(QDir(m_folder.path()).mkpath(name));
        for (const QString& file : {u"sitebook.db"_s, u"study.xml"_s})
            QVERIFY(QFile::copy(m_folder.filePath(u"desk/"_s + file), m_folder.filePath(name + u'/' + file)));
    }
    void makePlaces();
    void makeFiles();

    QTemporaryDir m_folder;
    QTemporaryDir m_home;
};

void TestBadInput::initTestCase()
{
    const QStringList setup{u"init"_s, u"desk"_s,   u"--study"_s, u"demo"_s,     u"--site"_s,
                            u"701"_s,  u"--user"_s, u"lin"_s,     u"--server"_s, u"http://127.0.0.1:9"_s};
    QCOMPARE(run(setup).status, 0);
    QCOMPARE(run({u"demo"_s, u"desk"_s, u"--patients"_s, u"3"_s, u"--reports"_s, u"6"_s}).status, 0);
    QCOMPARE(run({u"queue"_s, u"desk"_s}).status, 0);
    for (const QString& format : {u"csv"_s, u"json"_s, u"xml"_s}) {
        const QString path = u"whole."_s + format;
        QCOMPARE(run({u"export"_s, u"desk"_s, u"--format"_s, format, u"--out"_s, path}).status, 0);
    }
    makePlaces();
    makeFiles();
}

void TestBadInput::makePlaces()
{
    for (const QString& name : {u"empty"_s, u"text"_s, u"other"_s})
        QVERIFY(QDir(m_folder.path()).mkpath(name));
    write(u"text/sitebook.db"_s, "this is no database, whatever it is called"_ba);
    const auto other = Database::open(m_folder.filePath(u"other/sitebook.db"_s), Database::Mode::Create);
    QVERIFY(other && (*other)->exec("CREATE TABLE notes(text)"));
    copyWorkspace(u"asked"_s); // wrong passwords slow the next ones down
    copyWorkspace(u"newer"_s);
    {
        const auto newer = Database::open(m_folder.filePath(u"newer/sitebook.db"_s), Database::Mode::ReadWrite);
        QVERIFY(newer && (*newer)->exec("PRAGMA user_version=99") && (*newer)->checkpoint(true));
    }
    copyWorkspace(u"cut"_s);
    QVERIFY(QFile::resize(m_folder.filePath(u"cut/sitebook.db"_s), 5000));
}

void TestBadInput::makeFiles()
{
    const QByteArray header = "patientId,name,dateOfBirth,sex\r\n";
    write(u"cut.json"_s, read(u"whole.json"_s).left(600));
    write(u"cut.xml"_s, read(u"whole.xml"_s).left(3000));
    write(u"binary.dat"_s, "\x7f"
                           "ELF\x02\x01\x01\0\0\0"_ba +
                               QByteArray(200, '\0'));
    write(u"archive.gz"_s, "\x1f\x8b\x08\x06gzip\xff\xfe"_ba);
    write(u"latin.csv"_s, header + "P101,Ren\xe9,1980-01-02,F\r\n");
    write(u"empty.csv"_s, {});
    write(u"columns.csv"_s, "a,b\r\n1,2\r\n"_ba);
    write(u"other.json"_s, "{\"a\": 1}"_ba);
    write(u"other.xml"_s, "<html/>"_ba);
    write(u"good.csv"_s, header + "P101,Ann,1980-01-02,F\r\n");
    write(u"ragged.csv"_s, header + "P101,Ann\r\n");
    write(u"twice.csv"_s, header + "P101,Ann,1980-01-02,F\r\nP101,Bo,1981-01-02,M\r\n");
    write(u"known.csv"_s, header + "P001,Ann,1980-01-02,F\r\n");
    write(u"february.csv"_s, header + "P101,Ann,1981-02-31,F\r\n");
    write(u"rule.csv"_s, header + "A001,Ann,1981-02-01,F\r\n");
    write(u"stranger.csv"_s, "patientId,event,form\r\nP999,SE.BASELINE,F.PHQ9\r\n"_ba);
    write(u"header.csv"_s, header);
    write(u"file"_s, "in the way"_ba);
}

void TestBadInput::refusals_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("given");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QStringList& words, const QString& sentence, int status = 1,
                        const QString& given = password) {
        QTest::newRow(name) << words << given << status << sentence;
    };
    const QString damaged = u"The database file is damaged. Keep it as it is and restore a backup beside it."_s;
    const QString notWorkspace = u"This folder is not a Sitebook workspace."_s;
    const QString noPlace =
        u"This place cannot be written to. Choose another folder or ask for the right to write there."_s;
    const QString noFolder = u"The folder cannot be written. Choose another one, or change its permissions."_s;
    const QString binary = u"This is a binary file, not a text. Choose a JSON, CSV or XML file."_s;
    const QString cut = u"The file ends in the middle. It may be cut off; get it again."_s;
    const QStringList init{u"--study"_s, u"demo"_s, u"--site"_s, u"701"_s, u"--user"_s, u"lin"_s};
    const auto exportTo = [](const QString& path) {
        return QStringList{u"export"_s, u"desk"_s, u"--format"_s, u"csv"_s, u"--out"_s, path};
    };
    const auto import = [](const QString& file) { return QStringList{u"import"_s, u"desk"_s, file}; };

    row("wrong password", {u"check"_s, u"asked"_s},
        u"asked: The name or the password is wrong. Check both and try again."_s, 1, u"wrong password"_s);
    row("unknown person", {u"check"_s, u"desk"_s, u"--user"_s, u"mo"_s},
        u"desk: The name or the password is wrong. Check both and try again."_s);
    row("no password file", {u"check"_s, u"desk"_s, u"--password-file"_s, u"gone"_s},
        u"gone: The password file cannot be read. Check its name and the right to read it."_s);
    row("no password", {u"check"_s, u"desk"_s},
        u"A password is needed and there is no terminal to ask on: use --password-file or the variable "
        "SITEBOOK_PASSWORD."_s,
        2, QString());
    row("no network", {u"sync"_s, u"desk"_s, u"--patience"_s, u"3"_s},
        u"http://127.0.0.1:9: The server cannot be reached, so signing in to it must wait; check the network. You can "
        "go on working."_s);
    row("no such folder", {u"check"_s, u"gone"_s}, u"gone: "_s + notWorkspace);
    row("an empty folder", {u"check"_s, u"empty"_s}, u"empty: "_s + notWorkspace);
    row("a file", {u"check"_s, u"file"_s}, u"file: "_s + notWorkspace);
    row("another program's database", {u"check"_s, u"other"_s}, u"other: "_s + notWorkspace);
    row("text for a database", {u"check"_s, u"text"_s}, u"text/sitebook.db: This file is not a Sitebook database."_s);
    row("newer", {u"check"_s, u"newer"_s},
        u"newer: This workspace was written by a newer Sitebook. Install the newer version to open it."_s);
    row("damaged", {u"check"_s, u"cut"_s}, u"cut/sitebook.db: "_s + damaged);

    row("set up below /proc", QStringList{u"init"_s, u"/proc/desk"_s} + init, u"/proc/desk: "_s + noFolder);
    row("set up below a file", QStringList{u"init"_s, u"file/desk"_s} + init, u"{dir}/file/desk: "_s + noFolder);
    row("set up on a file", QStringList{u"init"_s, u"file"_s} + init,
        u"{dir}/file: This is a file. Choose a folder."_s);
    row("set up twice", QStringList{u"init"_s, u"desk"_s} + init,
        u"{dir}/desk: There is a workspace at this place already. Open that one, or choose a new folder."_s);
    row("no such study",
        {u"init"_s, u"fresh"_s, u"--study"_s, u"gone.xml"_s, u"--site"_s, u"701"_s, u"--user"_s, u"lin"_s},
        u"gone.xml: There is no such file. Check the name and the folder."_s);
    row("binary study",
        {u"init"_s, u"fresh"_s, u"--study"_s, u"binary.dat"_s, u"--site"_s, u"701"_s, u"--user"_s, u"lin"_s},
        u"binary.dat, line 1, column 8: The file is not text. Choose a study definition."_s);
    row("short password", QStringList{u"init"_s, u"fresh"_s} + init,
        u"password: The password needs at least 8 characters."_s, 1, u"short"_s);

    row("unknown format", {u"export"_s, u"desk"_s, u"--format"_s, u"pdf"_s, u"--out"_s, u"whole.csv"_s},
        u"pdf: Unsupported format. Choose one of these: csv, json, xml."_s);
    row("export below /proc", exportTo(u"/proc/out.csv"_s), u"/proc/out.csv: "_s + noPlace);
    row("export below a file", exportTo(u"file/out.csv"_s), u"file/out.csv: "_s + noPlace);
    row("export onto a folder", exportTo(u"empty"_s), u"empty: "_s + noPlace);
    row("trail below /proc", {u"trail"_s, u"desk"_s, u"--out"_s, u"/proc/t.jsonl"_s},
        u"/proc/t.jsonl: The file cannot be written. Choose another folder."_s);

    row("truncated JSON", import(u"cut.json"_s), u"cut.json, line *: "_s + cut);
    row("truncated XML", import(u"cut.xml"_s), u"cut.xml, line *: "_s + cut);
    row("ragged table", import(u"ragged.csv"_s),
        u"ragged.csv, line 2, column 1: This row has 2 cells where the header has 4. The file may be cut off."_s);
    row("binary", import(u"binary.dat"_s), u"binary.dat, line 1, column 5: "_s + binary);
    row("archive", import(u"archive.gz"_s), u"archive.gz, line 1, column 1: "_s + binary);
    row("not UTF-8", import(u"latin.csv"_s),
        u"latin.csv, line 2, column 9: This text is not UTF-8. Save the file as UTF-8, then import it again."_s);
    row("empty file", import(u"empty.csv"_s),
        u"empty.csv, line 1, column 1: This file is empty. Choose another one."_s);
    row("no such file", import(u"gone.csv"_s),
        u"gone.csv: This file cannot be opened. Check the name and the right to read it."_s);
    row("a folder to import", import(u"empty"_s),
        u"empty: This file cannot be opened. Check the name and the right to read it."_s);
    row("unknown columns", import(u"columns.csv"_s),
        u"columns.csv, line 1: The columns of this table are not known. Its first line must name patientId and further "
        "columns as our own CSV export does."_s);
    row("unknown JSON", import(u"other.json"_s),
        u"other.json: This JSON file is neither CDISC Dataset-JSON nor an export of this program. Choose one of "
        "these."_s);
    row("unknown XML", import(u"other.xml"_s), u"other.xml: This XML file is not ODM. Choose another one."_s);
    row("a good file and a binary one", {u"import"_s, u"desk"_s, u"good.csv"_s, u"binary.dat"_s},
        u"binary.dat, line 1, column 5: "_s + binary);
}

void TestBadInput::refusals()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, given);
    QFETCH(const int, status);
    QFETCH(QString, sentence);
    sentence.replace(u"{dir}"_s, m_folder.path());
    const QList<qint64> before = recordsOf(m_folder.filePath(u"desk"_s));
    // The desk's own database changes with every sign-in; the rest of the folder never.
    const auto others = [this]() -> QByteArray {
        return contentOf(m_folder.path() + u"/newer"_s) + contentOf(m_folder.path() + u"/cut"_s) +
               contentOf(m_folder.path() + u"/text"_s) + read(u"whole.csv"_s) + read(u"file"_s) +
               QDir(m_folder.path())
                   .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)
                   .join(u'/')
                   .toUtf8();
    };
    const QByteArray kept = others();

    const Ran ran = run(words, given);
    QCOMPARE(ran.status, status);
    QVERIFY2(ran.out.isEmpty(), qPrintable(ran.out));
    const QString pattern = QRegularExpression::escape(u"sitebook: "_s + sentence + u'\n').replace(u"\\*"_s, u".*"_s);
    QVERIFY2(QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(ran.err).hasMatch(),
             qPrintable(ran.err));
    QCOMPARE(recordsOf(m_folder.filePath(u"desk"_s)), before);
    QCOMPARE(others(), kept);

    QProcessEnvironment chinese = cleanEnvironment(m_home.path(), given);
    chinese.insert(u"LANG"_s, u"zh_CN.UTF-8"_s);
    const Ran again = runProgram(program, words, chinese, m_folder.path());
    QCOMPARE(again.status, status);
    QVERIFY2(hasChinese(again.err), qPrintable(again.err));
}

void TestBadInput::findings_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("stored");
    QTest::newRow("patient twice in the file")
        << u"twice.csv"_s << u"row 3, P101, patientId: A patient with this identifier is there already. [duplicate]"_s
        << 1;
    QTest::newRow("patient known") << u"known.csv"_s
                                   << u"row 2, P001, patientId: A patient with this identifier is there already. "
                                      "[duplicate]"_s
                                   << 0;
    QTest::newRow("31 February") << u"february.csv"_s
                                 << u"row 2, P101, dateOfBirth: This date does not exist: that month has only 28 days. "
                                    "[date]"_s
                                 << 0;
    QTest::newRow("identifier") << u"rule.csv"_s
                                << u"row 2, A001, patientId: The study does not accept this identifier; it must look "
                                   "like P001. Let identifiers be assigned, or correct the file. [identifier]"_s
                                << 0;
    QTest::newRow("report for an unknown patient")
        << u"stranger.csv"_s
        << u"row 2, P999, Baseline: This report is for a patient nobody here knows. Import or register the patient "
           "first. [unknown_patient]"_s
        << 0;
    QTest::newRow("header alone") << u"header.csv"_s
                                  << u"line 1: This file holds no records; it may be cut off. Get it again. [empty]"_s
                                  << 0;
}

void TestBadInput::findings()
{
    QFETCH(const QString, file);
    QFETCH(const QString, line);
    QFETCH(const int, stored);
    const QString desk = m_folder.filePath(u"desk"_s);
    const QList<qint64> before = recordsOf(desk);
    const Ran ran = run({u"import"_s, u"desk"_s, file, u"--dry-run"_s});
    QCOMPARE(ran.status, 3);
    QVERIFY2(ran.err.isEmpty(), qPrintable(ran.err));
    QVERIFY2(ran.out.contains(QString(u"  "_s + line + u'\n')), qPrintable(ran.out));
    QCOMPARE(recordsOf(desk), before);
    if (stored > 0)
        return;
    QCOMPARE(run({u"import"_s, u"desk"_s, file}).status, 3);
    QCOMPARE(recordsOf(desk), before);
}

void TestBadInput::aTruncatedExportIsNeverTakenForAWholeOne_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<double>("part");
    for (const char* format : {"csv", "json", "xml"})
        for (const double part : {0.02, 0.3, 0.77, 0.999})
            QTest::newRow(qPrintable(u"%1 at %2"_s.arg(QLatin1String(format)).arg(part)))
                << QString::fromLatin1(format) << part;
}

void TestBadInput::aTruncatedExportIsNeverTakenForAWholeOne()
{
    QFETCH(const QString, format);
    QFETCH(const double, part);
    const QByteArray whole = read(u"whole."_s + format);
    write(u"part."_s + format, whole.left(qsizetype(part * double(whole.size()))));
    const QList<qint64> before = recordsOf(m_folder.filePath(u"desk"_s));
    const Ran ran = run({u"import"_s, u"desk"_s, u"part."_s + format, u"--dry-run"_s});
    QVERIFY2(ran.status == 1 || ran.status == 3, qPrintable(ran.out + ran.err));
    QVERIFY2(format == u"csv"_s || ran.status == 1, qPrintable(ran.out));
    QCOMPARE(recordsOf(m_folder.filePath(u"desk"_s)), before);
    QVERIFY(QFile::remove(m_folder.filePath(u"part."_s + format)));
}

void TestBadInput::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("unknown command") << QStringList{u"fly"_s, u"desk"_s}
                                     << u"'fly' is neither a command nor an existing workspace."_s;
    QTest::newRow("no workspace") << QStringList{u"check"_s}
                                  << u"Wrong number of arguments; for example: sitebook check ~/desk --json."_s;
    QTest::newRow("unknown option") << QStringList{u"check"_s, u"desk"_s, u"--password=x"_s}
                                    << u"This command has no option --password."_s;
    QTest::newRow("option without value") << QStringList{u"check"_s, u"desk"_s, u"--user"_s}
                                          << u"An option stands without its value, or has one that it does not take."_s;
}

void TestBadInput::wrongUsage()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, sentence);
    const Ran ran = run(words);
    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.out, QString());
    QCOMPARE(ran.err,
             QString(u"sitebook: "_s + sentence + u"\nsitebook: Try: sitebook --help, or --help after a command.\n"_s));
}

void TestBadInput::everyCommandHelps_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("example");
    for (const char* name : {"init", "study", "import", "queue", "sync", "export", "check", "trail", "screens"})
        QTest::newRow(name) << QStringList{QLatin1String(name), u"--help"_s}
                            << QString(u"Example: sitebook "_s + QLatin1String(name) + u' ');
    QTest::newRow("all") << QStringList{u"--help"_s} << u"sitebook export ~/desk"_s;
}

void TestBadInput::everyCommandHelps()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, example);
    const Ran ran = run(words, QString());
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.out.contains(example), qPrintable(ran.out));
    QVERIFY2(ran.err.isEmpty(), qPrintable(ran.err));
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
