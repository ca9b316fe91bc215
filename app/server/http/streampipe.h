// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>

namespace sitebook::server {

// Carries a body from the worker that makes it to the connection that sends it, in bounded memory: the worker waits
// while more than 512 KiB lie ready. Thread-safe.
class StreamPipe final
{
public:
    // Worker: false when the client is gone.
    [[nodiscard]] bool write(std::string_view bytes);
    // Worker: no more bytes; an incomplete body makes the connection end without its last chunk.
    void finish(bool complete);

    enum class State { Data, Wait, Complete, Broken };
    // Connection: takes what lies ready. On Wait, `wake` is called once, from the worker, when there is more to take.
    [[nodiscard]] State take(std::string& bytes, std::function<void()> wake);
    // Connection: the client is gone; the worker's next write fails.
    void abandon();

private:
    std::mutex m_mutex;
    std::condition_variable m_room;
    std::string m_ready;
    std::function<void()> m_wake;
    bool m_finished = false;
    bool m_complete = false;
    bool m_abandoned = false;
};

// The worker's end as a device, for exporters. Gathers 32 KiB before it hands over.
class StreamDevice final : public QIODevice
{
    Q_OBJECT

public:
    explicit StreamDevice(StreamPipe& pipe);
    // Hands over the rest. False when the client is gone.
    [[nodiscard]] bool flush();
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 size) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    StreamPipe& m_pipe;
    std::string m_gathered;
};

} // namespace sitebook::server
