// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace sitebook {

// Where the log lines of a process go: a file descriptor, written by a thread of its own, so that a slow disk or
// terminal never holds back a request. Lines wait at most 200 ms; beyond 8 MiB waiting they are dropped and counted.
class LogSink final
{
public:
    // Standard error.
    LogSink();
    // Appends to a file (mode 0600). Error NotWritable.
    [[nodiscard]] static Result<std::unique_ptr<LogSink>> toFile(const QString& path);
    // Writes what waits.
    ~LogSink();
    LogSink(const LogSink&) = delete;
    LogSink& operator=(const LogSink&) = delete;

    // One or more whole lines with their line feeds. Thread-safe.
    void write(std::string_view lines);
    // Makes Qt's messages (qCInfo ...) lines of this sink until it is destroyed; one sink at a time.
    void captureQtMessages();

private:
    LogSink(int descriptor, bool owned);
    void run();
    void put(const std::string& lines) const;

    int m_descriptor;
    bool m_owned;
    bool m_stopping = false;
    qint64 m_dropped = 0;
    std::string m_waiting;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::thread m_thread;
};

} // namespace sitebook
