// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/manifest.h"
#include "exchangefixture.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <csignal>
#include <sys/resource.h>

using namespace sitebook;
using namespace sitebook::exchangetest;

class TestManifest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_trial = studyFrom(u"tests/data/exchange/trial.xml"_s); }
    void manifestTellsWhatWasWritten_data();
    void manifestTellsWhatWasWritten();
    void cancelLeavesWhatWasThere();
    void cancelLeavesNoFile();
    void placesThatRefuseAreNamed_data();
    void placesThatRefuseAreNamed();
    void aFullDiskChangesNothing();

private:
    static QByteArray contentOf(const QString& path);
    [[nodiscard]] Result<ExportReceipt> exportTo(const QString& path, const QString& format,
                                                 const CancelToken& cancel = {}) const;
    std::shared_ptr<const StudyDefinition> m_trial;
};

QByteArray TestManifest::contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<ExportReceipt> TestManifest::exportTo(const QString& path, const QString& format,
                                             const CancelToken& cancel) const
{
    MemorySource source;
    fillTrial(source);
    ExportOptions options;
    options.exportedBy = u"coordinator"_s;
    options.scope = u"site 701"_s;
    options.nowUtcMs = 1700000000000;
    return exportToFile(*exporterNamed(format).value(), *m_trial, source, options, path, {}, cancel);
}

void TestManifest::manifestTellsWhatWasWritten_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("rows");
    QTest::newRow("csv") << u"csv"_s << 6;
    QTest::newRow("json") << u"json"_s << 8;
    QTest::newRow("xml") << u"xml"_s << 8;
}

void TestManifest::manifestTellsWhatWasWritten()
{
    QFETCH(QString, format);
    QFETCH(int, rows);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out."_s + format);
    const auto receipt = exportTo(path, format);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().english()));
    const QByteArray bytes = contentOf(path);
    QCOMPARE(receipt->bytes, bytes.size());
    QCOMPARE(receipt->sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QCOMPARE(receipt->rows, rows);
    QCOMPARE(receipt->patients, 3);
    QCOMPARE(receipt->reports, 5);
    QCOMPARE(receipt->format, format);
    QCOMPARE(receipt->manifestPath, path + u".manifest.json"_s);

    const QJsonObject manifest = QJsonDocument::fromJson(contentOf(receipt->manifestPath)).object();
    QCOMPARE(manifest.value(u"format").toString(), format);
    QCOMPARE(manifest.value(u"study").toObject().value(u"versionOid").toString(), u"MDV.TRIAL"_s);
    QCOMPARE(manifest.value(u"counts").toObject().value(u"rows").toInt(), rows);
    QCOMPARE(manifest.value(u"file").toObject().value(u"name").toString(), u"out."_s + format);
    QCOMPARE(manifest.value(u"file").toObject().value(u"sha256").toString(), QString::fromLatin1(receipt->sha256));
    QCOMPARE(manifest.value(u"options").toObject().value(u"scope").toString(), u"site 701"_s);
    QCOMPARE(manifest.value(u"createdAt").toString(), u"2023-11-14T22:13:20.000Z"_s);
    QCOMPARE(manifest.value(u"program").toObject().value(u"version").toString(), QStringLiteral(SITEBOOK_VERSION));
    QCOMPARE(manifest.value(u"columns").toArray().isEmpty(), format != u"csv");
}

void TestManifest::cancelLeavesNoFile()
{
    QTemporaryDir folder;
    CancelToken cancel;
    cancel.cancel();
    const auto receipt = exportTo(folder.filePath(u"out.csv"_s), u"csv"_s, cancel);
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().code, ErrorCode::Cancelled);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestManifest::cancelLeavesWhatWasThere()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    writeFile(path, "old");
    writeFile(path + u".manifest.json"_s, "old manifest");
    CancelToken cancel;
    cancel.cancel();
    QVERIFY(!exportTo(path, u"csv"_s, cancel));
    QCOMPARE(contentOf(path), "old"_ba);
    QCOMPARE(contentOf(path + u".manifest.json"_s), "old manifest"_ba);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

void TestManifest::placesThatRefuseAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no such folder") << u"nowhere/out.csv"_s;
    QTest::newRow("a folder") << u"folder"_s;
    QTest::newRow("under a file") << u"file/out.csv"_s;
}

void TestManifest::placesThatRefuseAreNamed()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"folder"_s));
    writeFile(folder.filePath(u"file"_s), "x");
    const auto receipt = exportTo(folder.filePath(name), u"csv"_s);
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().code, ErrorCode::NotWritable);
    QCOMPARE(receipt.error().where, folder.filePath(name));
    QCOMPARE(contentOf(folder.filePath(u"file"_s)), "x"_ba);
}

void TestManifest::aFullDiskChangesNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.json"_s);
    writeFile(path, "old");
    // A limit on the size of files behaves as a full disk.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = before;
    tight.rlim_cur = 1024;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto receipt = exportTo(path, u"json"_s);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().code, ErrorCode::DiskFull);
    QCOMPARE(contentOf(path), "old"_ba);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
