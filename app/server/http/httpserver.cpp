// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/httpserver.h"

#include "app/server/http/reactor.h"

#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <thread>

namespace sitebook::server {

namespace net = boost::asio;
using boost::system::error_code;

namespace {
// So many clients over the limit are told why; the others are cut off at once.
constexpr int refusedAtOnce = 64;
} // namespace

struct HttpServer::Private
{
    explicit Private(const HttpLimits& wanted)
        : limits(wanted)
    {
        for (int i = 0; i < std::max(1, limits.threads); ++i)
            reactors.push_back(std::make_unique<Reactor>(i, limits, connections));
        acceptor.emplace(first().context());
        signals.emplace(first().context());
        pause.emplace(first().context());
    }

    Reactor& first() { return *reactors.front(); }
    void accept();
    void take(net::ip::tcp::socket socket, Reactor& reactor);
    void stop();

    HttpLimits limits;
    std::atomic<int> connections{0};
    std::vector<std::unique_ptr<Reactor>> reactors;
    std::optional<net::ip::tcp::acceptor> acceptor;
    std::optional<net::signal_set> signals;
    std::optional<net::steady_timer> pause;
    size_t turn = 0;
    bool stopping = false;
};

void HttpServer::Private::accept()
{
    Reactor& reactor = *reactors.at(turn++ % reactors.size());
    acceptor->async_accept(reactor.context(), [this, &reactor](const error_code& error, net::ip::tcp::socket socket) {
        if (stopping)
            return;
        if (!error) {
            take(std::move(socket), reactor);
            accept();
            return;
        }
        // Out of descriptors, or a client that left before it was taken: a breath, then on.
        pause->expires_after(std::chrono::milliseconds(50));
        pause->async_wait([this](const error_code& waited) {
            if (!waited && !stopping)
                accept();
        });
    });
}

void HttpServer::Private::take(net::ip::tcp::socket socket, Reactor& reactor)
{
    const int before = connections.fetch_add(1, std::memory_order_relaxed);
    const bool tooMany = before >= limits.connections;
    if (before >= limits.connections + refusedAtOnce) {
        connections.fetch_sub(1, std::memory_order_relaxed);
        return; // the socket closes with its object
    }
    const auto adopt = [&reactor, tooMany](net::ip::tcp::socket taken) {
        if (tooMany || reactor.isDraining())
            reactor.refuse(std::move(taken));
        else
            reactor.adopt(std::move(taken));
    };
    if (reactor.isHere()) {
        adopt(std::move(socket));
        return;
    }
    reactor.post(
        [adopt, shared = std::make_shared<net::ip::tcp::socket>(std::move(socket))] { adopt(std::move(*shared)); });
}

void HttpServer::Private::stop()
{
    if (stopping)
        return;
    stopping = true;
    error_code ignored;
    acceptor->close(ignored);
    signals->cancel(ignored);
    pause->cancel();
    for (const auto& reactor : reactors)
        reactor->post([target = reactor.get()] { target->drain(); });
}

HttpServer::HttpServer(const HttpLimits& limits)
    : m_private(std::make_unique<Private>(limits))
{
}

HttpServer::~HttpServer() = default;

Result<> HttpServer::listen(const QString& host, quint16 port)
{
    error_code error;
    const auto address =
        net::ip::make_address(host == QLatin1String("localhost") ? "127.0.0.1" : host.toStdString(), error);
    if (error)
        return fail(
            ErrorCode::Usage,
            QT_TRANSLATE_NOOP("messages", "This is not an address to listen on. Use an IP address, such as 127.0.0.1."),
            host);
    auto& acceptor = *m_private->acceptor;
    const net::ip::tcp::endpoint endpoint(address, port);
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(net::socket_base::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(1024, error);
    if (!error)
        return {};
    if (error == net::error::address_in_use)
        return fail(
            ErrorCode::Busy,
            Message(QT_TRANSLATE_NOOP("messages", "Port %1 is already in use. Stop the other program, or choose "
                                                  "another port with --listen."),
                    {QString::number(port)}));
    return fail(ErrorCode::Storage,
                Message(QT_TRANSLATE_NOOP("messages", "The server cannot listen on %1: %2. Choose another address with "
                                                      "--listen."),
                        {host, QString::fromStdString(error.message())}));
}

quint16 HttpServer::port() const
{
    error_code ignored;
    return m_private->acceptor->local_endpoint(ignored).port();
}

void HttpServer::run(HttpHandler& handler)
{
    m_private->signals->add(SIGTERM);
    m_private->signals->add(SIGINT);
    m_private->signals->async_wait([this](const error_code& error, int /*number*/) {
        if (!error)
            m_private->stop();
    });
    m_private->accept();
    std::vector<std::thread> threads;
    for (size_t i = 1; i < m_private->reactors.size(); ++i)
        threads.emplace_back([&handler, reactor = m_private->reactors.at(i).get()] { reactor->run(handler); });
    m_private->first().run(handler);
    for (std::thread& thread : threads)
        thread.join();
}

void HttpServer::stop()
{
    m_private->first().post([this] { m_private->stop(); });
}

int HttpServer::connections() const
{
    return m_private->connections.load(std::memory_order_relaxed);
}

} // namespace sitebook::server
