// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/logsink.h"

#include "core/telemetry/jsonline.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <atomic>
#include <fcntl.h>
#include <unistd.h>

namespace sitebook {

namespace {

constexpr size_t waitingLimit = 8U * 1024 * 1024;
constexpr auto flushEvery = std::chrono::milliseconds(200);

// Qt's message handler is a plain function; this is the sink it writes to while one captures.
std::atomic<LogSink*> qtTarget{nullptr}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

const char* levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    default:
        return "error";
    }
}

void writeQtMessage(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    JsonLine line(QDateTime::currentMSecsSinceEpoch(), levelName(type));
    line.add("logger", context.category != nullptr ? context.category : "default").add("message", text);
    const std::string finished = line.finish();
    if (LogSink* sink = qtTarget.load())
        sink->write(finished);
    if (type == QtFatalMsg)
        (void)::write(STDERR_FILENO, finished.data(), finished.size());
}

} // namespace

LogSink::LogSink()
    : LogSink(STDERR_FILENO, false)
{
}

LogSink::LogSink(int descriptor, bool owned)
    : m_descriptor(descriptor)
    , m_owned(owned)
    , m_thread([this] { run(); })
{
}

Result<std::unique_ptr<LogSink>> LogSink::toFile(const QString& path)
{
    const int descriptor = ::open(path.toLocal8Bit().constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(
            ErrorCode::NotWritable,
            QT_TRANSLATE_NOOP("messages", "The log file cannot be written. Check the folder and its permissions."),
            path);
    return std::unique_ptr<LogSink>(new LogSink(descriptor, true));
}

LogSink::~LogSink()
{
    LogSink* self = this;
    if (qtTarget.compare_exchange_strong(self, nullptr))
        qInstallMessageHandler(nullptr);
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
    if (m_owned)
        ::close(m_descriptor);
}

void LogSink::write(std::string_view lines)
{
    const std::scoped_lock lock(m_mutex);
    if (m_waiting.size() + lines.size() > waitingLimit)
        ++m_dropped;
    else
        m_waiting.append(lines);
}

void LogSink::captureQtMessages()
{
    qtTarget.store(this);
    qInstallMessageHandler(writeQtMessage);
}

void LogSink::run()
{
    std::string batch;
    for (bool stopping = false; !stopping;) {
        qint64 dropped = 0;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, flushEvery, [this] { return m_stopping; });
            stopping = m_stopping;
            batch.swap(m_waiting);
            dropped = std::exchange(m_dropped, 0);
        }
        if (dropped > 0)
            batch += JsonLine(QDateTime::currentMSecsSinceEpoch(), "warning")
                         .add("event", "log_dropped")
                         .add("lines", dropped)
                         .finish();
        put(batch);
        batch.clear();
    }
}

void LogSink::put(const std::string& lines) const
{
    for (size_t at = 0; at < lines.size();) {
        const ssize_t written = ::write(m_descriptor, lines.data() + at, lines.size() - at);
        if (written < 0 && errno != EINTR)
            return;
        at += static_cast<size_t>(std::max<ssize_t>(written, 0));
    }
}

} // namespace sitebook
