// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httptypes.h"
#include "app/server/http/streampipe.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

namespace sitebook::server {

class Reactor;

// One client. Reads one request at a time, hands it to the handler, sends its answer, reads the next. Asio asks the
// socket only when there may be something, and an answer is written at once where it fits, so that a small request
// costs two system calls. Lives on its reactor's thread; only send() may come from elsewhere.
class Connection final : public Exchange, public std::enable_shared_from_this<Connection>
{
public:
    Connection(Reactor& owner, boost::asio::ip::tcp::socket socket);
    ~Connection() override;

    void start();
    void send(HttpResponse response) override;
    void defer(std::function<void()> task) override;
    // Closes the connection when its deadline has passed, with 408 where a request had begun.
    void checkDeadline(std::chrono::steady_clock::time_point now);
    // Closes it if no request is being read or answered.
    void closeIfIdle();
    void close();
    void fail(HttpFailure failure);

private:
    enum class Phase { Idle, Header, Body, Handling, Writing, Lingering, Closed };
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

    void enter(Phase phase);
    void read();
    void onRead(size_t count);
    void acknowledgeAtOnce();
    void process();
    void parse();
    void answerContinue();
    void dispatch();
    void answer(HttpResponse response);
    void appendHead(const HttpResponse& response);
    void writeOut();
    void written();
    void pullStream();
    void answered();
    void linger();
    void nextRequest();

    Reactor& m_reactor;
    boost::asio::ip::tcp::socket m_socket;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    Phase m_phase = Phase::Idle;
    std::chrono::steady_clock::time_point m_deadline;
    std::string m_out;
    size_t m_outAt = 0;
    size_t m_bodyBytes = 0;
    int m_status = 0;
    size_t m_lingered = 0;
    std::shared_ptr<StreamPipe> m_stream;
    bool m_streamEnding = false;
    bool m_keepAlive = true;
    bool m_http11 = true;
    bool m_isHead = false;
    bool m_processing = false;
    bool m_continued = false;
    bool m_reading = false;
    std::string m_method;
};

} // namespace sitebook::server
