// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/jsonline.h"
#include "core/telemetry/logsink.h"
#include "core/telemetry/metrics.h"
#include "core/telemetry/traceparent.h"

#include <QLoggingCategory>

using namespace sitebook;
using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcTest, "sitebook.test", QtInfoMsg)

class TestTelemetry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreJsonOnOneLine();
    void sinkWritesWholeLines();
    void sinkTakesQtMessages();
    void aFolderThatRefusesIsAnError();
    void metricsAreInPrometheusText();
    void sameNameAndLabelsAreOneMetric();
    void traceParents_data();
    void traceParents();
};

void TestTelemetry::linesAreJsonOnOneLine()
{
    JsonLine line(1795420842007, "info");
    line.add("text", "a\"b\\c\nd\x7f"
                     "é")
        .add("number", 42)
        .add("qt", u"漢"_s);
    const QByteArray written = QByteArray::fromStdString(line.finish());
    QCOMPARE(written.count('\n'), 1);
    QVERIFY(written.endsWith('\n'));
    const QJsonObject object = QJsonDocument::fromJson(written).object();
    QCOMPARE(object.value(u"ts"_s).toString(), u"2026-11-23T08:00:42.007Z"_s);
    QCOMPARE(object.value(u"text"_s).toString(), u"a\"b\\c\nd\u007fé"_s);
    QCOMPARE(object.value(u"number"_s).toInt(), 42);
    QCOMPARE(object.value(u"qt"_s).toString(), u"漢"_s);
}

void TestTelemetry::sinkWritesWholeLines()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"log"_s);
    {
        auto sink = LogSink::toFile(path);
        QVERIFY(sink);
        for (int i = 0; i < 1000; ++i)
            (*sink)->write(JsonLine(i, "info").add("i", i).finish());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int count = 0;
    while (!file.atEnd())
        QCOMPARE(QJsonDocument::fromJson(file.readLine()).object().value(u"i"_s).toInt(-1), count++);
    QCOMPARE(count, 1000);
    QVERIFY(!(file.permissions() & QFileDevice::ReadOther));
}

void TestTelemetry::sinkTakesQtMessages()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"log"_s);
    {
        auto sink = LogSink::toFile(path);
        (*sink)->captureQtMessages();
        qCWarning(lcTest, "something \"odd\"");
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(object.value(u"logger"_s).toString(), u"sitebook.test"_s);
    QCOMPARE(object.value(u"level"_s).toString(), u"warning"_s);
    QCOMPARE(object.value(u"message"_s).toString(), u"something \"odd\""_s);
}

void TestTelemetry::aFolderThatRefusesIsAnError()
{
    const auto sink = LogSink::toFile(u"/nonexistent/folder/log"_s);
    QVERIFY(!sink);
    QCOMPARE(sink.error().code, ErrorCode::NotWritable);
}

void TestTelemetry::metricsAreInPrometheusText()
{
    Metrics metrics;
    metrics.counter("t_total", "Things.", {{"kind", "a\"b"}}).add(3);
    metrics.gauge("t_now", "Now.").set(2);
    metrics.histogram("t_seconds", "Time.", {0.1, 1}).observe(0.5);
    const QByteArray text = QByteArray::fromStdString(metrics.text());
    QVERIFY(text.contains("# TYPE t_total counter\n"));
    QVERIFY(text.contains("t_total{kind=\"a\\\"b\"} 3\n"));
    QVERIFY(text.contains("t_now 2\n"));
    QVERIFY(text.contains("t_seconds_bucket{le=\"1\"} 1\n"));
}

void TestTelemetry::sameNameAndLabelsAreOneMetric()
{
    Metrics metrics;
    Counter& first = metrics.counter("t_total", "Things.", {{"kind", "a"}});
    QCOMPARE(&metrics.counter("t_total", "Things.", {{"kind", "a"}}), &first);
    QVERIFY(&metrics.counter("t_total", "Things.", {{"kind", "b"}}) != &first);
}

void TestTelemetry::traceParents_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("good");
    QTest::newRow("standard") << "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"_ba << true;
    QTest::newRow("later version") << "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"_ba << true;
    QTest::newRow("too long for 00") << "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"_ba << false;
    QTest::newRow("version ff") << "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"_ba << false;
    QTest::newRow("upper case") << "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"_ba << false;
    QTest::newRow("zero trace") << "00-00000000000000000000000000000000-00f067aa0ba902b7-01"_ba << false;
    QTest::newRow("zero parent") << "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"_ba << false;
    QTest::newRow("short") << "00-4bf9-00f067aa0ba902b7-01"_ba << false;
    QTest::newRow("line feed") << "00-4bf92f3577b34da6a3ce929d0e0e473\n-00f067aa0ba902b7-01"_ba << false;
    QTest::newRow("empty") << ""_ba << false;
}

void TestTelemetry::traceParents()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, good);
    const auto parsed = parseTraceParent({header.constData(), static_cast<size_t>(header.size())});
    QCOMPARE(parsed.has_value(), good);
    if (good) {
        QCOMPARE(parsed->traceId, std::string("4bf92f3577b34da6a3ce929d0e0e4736"));
        QVERIFY(parsed->sampled);
    }
}

QTEST_APPLESS_MAIN(TestTelemetry)
#include "tst_telemetry.moc"
