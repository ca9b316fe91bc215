// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/streampipe.h"

namespace sitebook::server {

namespace {
constexpr size_t readyLimit = 512U * 1024;
constexpr size_t gatherBytes = 32U * 1024;
} // namespace

bool StreamPipe::write(std::string_view bytes)
{
    std::function<void()> wake;
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [this] { return m_ready.size() < readyLimit || m_abandoned; });
        if (m_abandoned)
            return false;
        m_ready.append(bytes);
        wake = std::exchange(m_wake, nullptr);
    }
    if (wake)
        wake();
    return true;
}

void StreamPipe::finish(bool complete)
{
    std::function<void()> wake;
    {
        const std::scoped_lock lock(m_mutex);
        m_finished = true;
        m_complete = complete;
        wake = std::exchange(m_wake, nullptr);
    }
    if (wake)
        wake();
}

StreamPipe::State StreamPipe::take(std::string& bytes, std::function<void()> wake)
{
    const std::scoped_lock lock(m_mutex);
    bytes.clear();
    bytes.swap(m_ready);
    m_room.notify_one();
    if (!bytes.empty())
        return State::Data;
    if (m_finished)
        return m_complete ? State::Complete : State::Broken;
    m_wake = std::move(wake);
    return State::Wait;
}

void StreamPipe::abandon()
{
    const std::scoped_lock lock(m_mutex);
    m_abandoned = true;
    m_wake = nullptr;
    m_room.notify_all();
}

StreamDevice::StreamDevice(StreamPipe& pipe)
    : m_pipe(pipe)
{
    m_gathered.reserve(gatherBytes * 2);
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

bool StreamDevice::flush()
{
    const bool taken = m_gathered.empty() || m_pipe.write(m_gathered);
    m_gathered.clear();
    return taken;
}

qint64 StreamDevice::readData(char* /*data*/, qint64 /*size*/)
{
    return -1;
}

qint64 StreamDevice::writeData(const char* data, qint64 size)
{
    m_gathered.append(data, static_cast<size_t>(size));
    if (m_gathered.size() >= gatherBytes && !flush())
        return -1;
    return size;
}

} // namespace sitebook::server
