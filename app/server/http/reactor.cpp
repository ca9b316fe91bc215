// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/reactor.h"

#include "app/server/http/connection.h"

#include <QRandomGenerator>
#include <array>
#include <boost/asio/post.hpp>
#include <ctime>

namespace sitebook::server {

namespace net = boost::asio;

Reactor::Reactor(int index, const HttpLimits& limits, std::atomic<int>& connections)
    : m_index(index)
    , m_limits(limits)
    , m_connectionCount(connections)
    , m_work(net::make_work_guard(m_context))
    , m_timer(m_context)
    , m_idPrefix(QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0').toStdString())
{
    renewDate();
}

bool Reactor::isHere() const
{
    return const_cast<net::io_context&>(m_context).get_executor().running_in_this_thread();
}

void Reactor::post(std::function<void()> task)
{
    bool first = false;
    {
        const std::scoped_lock lock(m_mutex);
        first = m_posted.empty();
        m_posted.push_back(std::move(task));
    }
    if (first)
        net::post(m_context, [this] { runPosted(); });
}

void Reactor::runPosted()
{
    std::vector<std::function<void()>> tasks;
    {
        const std::scoped_lock lock(m_mutex);
        tasks.swap(m_posted);
    }
    for (const auto& task : tasks)
        task();
}

void Reactor::run(HttpHandler& handler)
{
    m_handler = &handler;
    tick();
    m_context.run();
}

void Reactor::adopt(net::ip::tcp::socket socket)
{
    boost::system::error_code ignored;
    socket.set_option(net::ip::tcp::no_delay(true), ignored);
    socket.non_blocking(true, ignored);
    const auto connection = std::make_shared<Connection>(*this, std::move(socket));
    m_connections.emplace(connection.get(), connection);
    connection->start();
}

void Reactor::refuse(net::ip::tcp::socket socket)
{
    boost::system::error_code ignored;
    socket.non_blocking(true, ignored);
    const auto connection = std::make_shared<Connection>(*this, std::move(socket));
    m_connections.emplace(connection.get(), connection);
    connection->fail(HttpFailure::TooManyConnections);
}

void Reactor::forget(Connection* connection)
{
    if (m_connections.erase(connection) > 0)
        m_connectionCount.fetch_sub(1, std::memory_order_relaxed);
    endWhenEmpty();
}

void Reactor::drain()
{
    if (m_draining)
        return;
    m_draining = true;
    m_stopBy = std::chrono::steady_clock::now() + std::chrono::milliseconds(m_limits.stopMs);
    std::vector<std::shared_ptr<Connection>> all;
    for (const auto& entry : m_connections)
        all.push_back(entry.second);
    for (const auto& connection : all)
        connection->closeIfIdle();
    endWhenEmpty();
}

void Reactor::endWhenEmpty()
{
    if (!m_draining || !m_connections.empty())
        return;
    m_timer.cancel();
    m_work.reset();
}

// One timer for all connections: their deadlines need no more than a quarter of the shortest time-out.
void Reactor::tick()
{
    const auto now = std::chrono::steady_clock::now();
    renewDate();
    std::vector<std::shared_ptr<Connection>> all;
    all.reserve(m_connections.size());
    for (const auto& entry : m_connections)
        all.push_back(entry.second);
    for (const auto& connection : all) {
        if (m_draining && now > m_stopBy)
            connection->close();
        else
            connection->checkDeadline(now);
    }
    if (m_draining && m_connections.empty())
        return;
    const int shortest =
        std::min({m_limits.headerMs, m_limits.bodyMs, m_limits.idleMs, m_limits.writeMs, m_limits.stopMs});
    m_timer.expires_after(std::chrono::milliseconds(std::clamp(shortest / 4, 5, 250)));
    m_timer.async_wait([this](const boost::system::error_code& error) {
        if (!error)
            tick();
    });
}

void Reactor::renewDate()
{
    const std::time_t second = std::time(nullptr);
    if (second == m_dateSecond)
        return;
    m_dateSecond = second;
    std::tm parts{};
    gmtime_r(&second, &parts);
    std::array<char, 48> text{};
    const size_t length = std::strftime(text.data(), text.size(), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts);
    m_dateLine.assign(text.data(), length);
}

std::string Reactor::nextRequestId()
{
    static constexpr std::string_view hex = "0123456789abcdef";
    std::string id = m_idPrefix;
    const quint64 number = ++m_idCounter;
    for (int shift = 36; shift >= 0; shift -= 4)
        id += hex[(number >> static_cast<unsigned>(shift)) & 15U];
    return id;
}

} // namespace sitebook::server
