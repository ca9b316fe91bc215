// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httptypes.h"

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace sitebook::server {

class Connection;

// One event loop, its connections and their deadlines. Everything but post() runs on its own thread.
class Reactor final
{
public:
    Reactor(int index, const HttpLimits& limits, std::atomic<int>& connections);

    // Runs `task` on the reactor's thread. Many tasks posted while it is busy cost one wake-up.
    void post(std::function<void()> task);
    void run(HttpHandler& handler);
    void adopt(boost::asio::ip::tcp::socket socket);
    // Answers the client with 503 and closes.
    void refuse(boost::asio::ip::tcp::socket socket);
    void forget(Connection* connection);
    // Closes what is idle, lets the rest finish until the deadline.
    void drain();

    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] bool isDraining() const { return m_draining; }
    [[nodiscard]] bool isHere() const;
    [[nodiscard]] const HttpLimits& limits() const { return m_limits; }
    [[nodiscard]] HttpHandler& handler() { return *m_handler; }
    [[nodiscard]] boost::asio::io_context& context() { return m_context; }
    // "Date: ...\r\n", renewed every second.
    [[nodiscard]] const std::string& dateLine() const { return m_dateLine; }
    [[nodiscard]] std::string nextRequestId();

private:
    void runPosted();
    void tick();
    void renewDate();
    void endWhenEmpty();

    int m_index;
    HttpLimits m_limits;
    HttpHandler* m_handler = nullptr;
    std::atomic<int>& m_connectionCount;
    boost::asio::io_context m_context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    boost::asio::steady_timer m_timer;
    std::unordered_map<Connection*, std::shared_ptr<Connection>> m_connections;
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_posted;
    std::string m_dateLine;
    std::string m_idPrefix;
    quint64 m_idCounter = 0;
    std::time_t m_dateSecond = 0;
    std::chrono::steady_clock::time_point m_stopBy;
    bool m_draining = false;
};

} // namespace sitebook::server
