// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/connection.h"

#include "app/server/http/reactor.h"

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/string.hpp>
#include <charconv>

namespace sitebook::server {

namespace net = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
namespace {
// Logged in the place of a status when the answer did not reach the client.
constexpr int clientLeft = 499;
constexpr size_t readBytes = 8U * 1024;
constexpr size_t bodyReadBytes = 64U * 1024;
constexpr size_t lingerBytes = 4U * 1024 * 1024;
constexpr auto lingerTime = std::chrono::milliseconds(1000);

std::string_view view(boost::beast::string_view text)
{
    return {text.data(), text.size()};
}

void appendNumber(std::string& out, size_t number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), static_cast<size_t>(end - digits.data()));
}

void appendHex(std::string& out, size_t number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16).ptr;
    out.append(digits.data(), static_cast<size_t>(end - digits.data()));
}

// A request id goes into the log and back to the client, so it is taken only in a harmless alphabet.
bool isHarmlessId(std::string_view id)
{
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
               c == '.';
    });
}

void takeHeader(HttpRequest& request, http::field name, std::string_view nameText, std::string_view value)
{
    switch (name) {
    case http::field::authorization:
        request.authorization = value;
        return;
    case http::field::accept_language:
        request.acceptLanguage = value;
        return;
    case http::field::if_none_match:
        request.ifNoneMatch = value;
        return;
    case http::field::content_type:
        request.contentType = value;
        return;
    case http::field::content_encoding:
        request.contentEncoding = value;
        return;
    case http::field::unknown:
        break;
    default:
        return;
    }
    if (boost::beast::iequals(nameText, "x-request-id"))
        request.requestId = value;
    else if (boost::beast::iequals(nameText, "traceparent"))
        request.traceparent = value;
    else if (boost::beast::iequals(nameText, "content-digest"))
        request.contentDigest = value;
    else if (boost::beast::iequals(nameText, "idempotency-key"))
        request.idempotencyKey = value;
}

} // namespace

Connection::Connection(Reactor& owner, net::ip::tcp::socket socket)
    : m_reactor(owner)
    , m_socket(std::move(socket))
{
    reactor = m_reactor.index();
}

Connection::~Connection()
{
    if (m_stream)
        m_stream->abandon();
}

void Connection::start()
{
    nextRequest();
    enter(Phase::Header);
    read();
}

void Connection::enter(Phase phase)
{
    m_phase = phase;
    const HttpLimits& limits = m_reactor.limits();
    int milliseconds = 0;
    switch (phase) {
    case Phase::Idle:
        milliseconds = limits.idleMs;
        break;
    case Phase::Header:
        milliseconds = limits.headerMs;
        break;
    case Phase::Body:
        milliseconds = limits.bodyMs;
        break;
    case Phase::Writing:
        milliseconds = limits.writeMs;
        break;
    default:
        m_deadline = std::chrono::steady_clock::time_point::max();
        return;
    }
    m_deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
}

void Connection::checkDeadline(std::chrono::steady_clock::time_point now)
{
    if (now < m_deadline || m_phase == Phase::Closed)
        return;
    if (m_phase == Phase::Body || (m_phase == Phase::Header && m_buffer.size() > 0))
        fail(HttpFailure::TimedOut);
    else
        close();
}

void Connection::closeIfIdle()
{
    if (m_phase == Phase::Idle || (m_phase == Phase::Header && m_buffer.size() == 0))
        close();
}

void Connection::close()
{
    if (m_phase == Phase::Closed)
        return;
    if (m_phase == Phase::Handling || m_phase == Phase::Writing)
        m_reactor.handler().finished(*this, m_method, clientLeft, m_bodyBytes);
    m_phase = Phase::Closed;
    if (m_stream)
        m_stream->abandon();
    error_code ignored;
    m_socket.close(ignored);
    m_reactor.forget(this);
}

void Connection::read()
{
    if (m_reading || m_phase == Phase::Closed)
        return;
    m_reading = true;
    const size_t wanted = m_phase == Phase::Body ? bodyReadBytes : readBytes;
    m_socket.async_read_some(m_buffer.prepare(wanted),
                             [self = shared_from_this()](const error_code& error, size_t count) {
                                 self->m_reading = false;
                                 if (self->m_phase == Phase::Closed)
                                     return;
                                 if (error)
                                     self->close();
                                 else
                                     self->onRead(count);
                             });
}

void Connection::onRead(size_t count)
{
    if (m_phase == Phase::Lingering) {
        m_lingered += count;
        if (m_lingered > lingerBytes)
            close();
        else
            read();
        return;
    }
    m_buffer.commit(count);
    process();
    if (m_phase == Phase::Body)
        acknowledgeAtOnce();
}

// A client that sends header and body in two pieces and waits for the first to be acknowledged (Nagle) would lose 40 ms
// to the delayed acknowledgement of a request that is not whole yet.
void Connection::acknowledgeAtOnce()
{
#ifdef TCP_QUICKACK
    error_code ignored;
    m_socket.set_option(net::detail::socket_option::boolean<IPPROTO_TCP, TCP_QUICKACK>(true), ignored);
#endif
}

// Requests that came together are answered one after another, in a loop instead of by recursion.
void Connection::process()
{
    if (m_processing)
        return;
    const auto self = shared_from_this();
    m_processing = true;
    while (m_buffer.size() > 0 && (m_phase == Phase::Idle || m_phase == Phase::Header || m_phase == Phase::Body)) {
        const size_t before = m_buffer.size();
        parse();
        if (m_buffer.size() == before || m_phase == Phase::Body)
            break;
    }
    m_processing = false;
    if (m_phase == Phase::Idle || m_phase == Phase::Header || m_phase == Phase::Body)
        read();
}

void Connection::parse()
{
    if (m_phase == Phase::Idle)
        enter(Phase::Header);
    error_code error;
    while (m_buffer.size() > 0 && !m_parser->is_done()) {
        const size_t used = m_parser->put(m_buffer.data(), error);
        m_buffer.consume(used);
        if (error || used == 0)
            break;
    }
    if (error && error != http::error::need_more) {
        if (error == http::error::header_limit || error == http::error::buffer_overflow)
            fail(HttpFailure::HeaderTooLarge);
        else if (error == http::error::body_limit)
            fail(HttpFailure::BodyTooLarge);
        else
            fail(HttpFailure::BadRequest);
        return;
    }
    // The parser leaves an unfinished header in the buffer, so its own limit is held here as well.
    if (!m_parser->is_header_done()) {
        if (m_buffer.size() > m_reactor.limits().headerBytes)
            fail(HttpFailure::HeaderTooLarge);
        return;
    }
    if (m_parser->is_done()) {
        dispatch();
        return;
    }
    if (m_phase == Phase::Header) {
        enter(Phase::Body);
        answerContinue();
    }
}

void Connection::answerContinue()
{
    if (m_continued || !boost::beast::iequals(m_parser->get()[http::field::expect], "100-continue"))
        return;
    m_continued = true;
    error_code ignored; // a client that does not get it sends its body anyway
    m_socket.write_some(net::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), ignored);
}

void Connection::dispatch()
{
    enter(Phase::Handling);
    startedAt = std::chrono::steady_clock::now();
    const auto& message = m_parser->get();
    HttpRequest request;
    request.method = view(message.method_string());
    const std::string_view target = view(message.target());
    const size_t question = target.find('?');
    request.path = target.substr(0, question);
    if (question != std::string_view::npos)
        request.query = target.substr(question + 1);
    request.body = message.body();
    for (const auto& header : message)
        takeHeader(request, header.name(), view(header.name_string()), view(header.value()));
    m_method.assign(request.method);
    m_isHead = message.method() == http::verb::head;
    m_http11 = message.version() >= 11;
    m_keepAlive = message.keep_alive() && !m_reactor.isDraining();
    if (isHarmlessId(request.requestId))
        requestId.assign(request.requestId);
    else
        requestId = m_reactor.nextRequestId();
    m_reactor.handler().handle(request, shared_from_this());
}

void Connection::send(HttpResponse response)
{
    if (m_reactor.isHere()) {
        answer(std::move(response));
        return;
    }
    m_reactor.post([self = shared_from_this(), shared = std::make_shared<HttpResponse>(std::move(response))] {
        self->answer(std::move(*shared));
    });
}

void Connection::defer(std::function<void()> task)
{
    m_reactor.post(std::move(task));
}

void Connection::fail(HttpFailure failure)
{
    if (m_phase == Phase::Closed)
        return;
    if (startedAt == std::chrono::steady_clock::time_point())
        startedAt = std::chrono::steady_clock::now();
    if (requestId.empty())
        requestId = m_reactor.nextRequestId();
    m_keepAlive = false;
    enter(Phase::Handling);
    answer(m_reactor.handler().failure(failure, *this));
}

void Connection::answer(HttpResponse response)
{
    if (m_phase != Phase::Handling) {
        if (response.stream)
            response.stream->abandon();
        return;
    }
    m_keepAlive = m_keepAlive && !m_reactor.isDraining();
    m_status = response.status;
    m_bodyBytes = response.body.size();
    m_out.clear();
    m_outAt = 0;
    m_streamEnding = false;
    if (response.stream && !m_http11)
        m_keepAlive = false; // an old client reads to the end of the connection
    appendHead(response);
    if (!m_isHead)
        m_out += response.body;
    m_stream = std::move(response.stream);
    enter(Phase::Writing);
    writeOut();
}

void Connection::appendHead(const HttpResponse& response)
{
    m_out += "HTTP/1.1 ";
    appendNumber(m_out, static_cast<size_t>(response.status));
    m_out += ' ';
    m_out += view(http::obsolete_reason(static_cast<http::status>(response.status)));
    m_out += "\r\n";
    m_out += m_reactor.dateLine();
    if (response.status != 204 && response.status != 304) {
        m_out += "Content-Type: ";
        m_out += response.contentType;
        m_out += "\r\n";
        if (response.stream) {
            if (m_http11)
                m_out += "Transfer-Encoding: chunked\r\n";
        } else {
            m_out += "Content-Length: ";
            appendNumber(m_out, response.body.size());
            m_out += "\r\n";
        }
    }
    m_out += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nX-Request-Id: ";
    m_out += requestId;
    m_out += "\r\n";
    m_out += response.headers;
    if (!m_keepAlive)
        m_out += "Connection: close\r\n";
    else if (!m_http11)
        m_out += "Connection: keep-alive\r\n";
    m_out += "\r\n";
}

void Connection::writeOut()
{
    error_code error;
    while (m_outAt < m_out.size()) {
        const size_t count = m_socket.write_some(net::buffer(m_out.data() + m_outAt, m_out.size() - m_outAt), error);
        m_outAt += count;
        if (error)
            break;
    }
    if (!error) {
        written();
        return;
    }
    if (error != net::error::would_block && error != net::error::try_again) {
        close();
        return;
    }
    enter(Phase::Writing);
    m_socket.async_wait(net::ip::tcp::socket::wait_write, [self = shared_from_this()](const error_code& waited) {
        if (self->m_phase == Phase::Closed)
            return;
        if (waited)
            self->close();
        else
            self->writeOut();
    });
}

void Connection::written()
{
    if (m_stream && !m_streamEnding && !m_isHead) {
        net::post(m_reactor.context(), [self = shared_from_this()] {
            if (self->m_phase != Phase::Closed)
                self->pullStream();
        });
        return;
    }
    answered();
}

void Connection::pullStream()
{
    std::string bytes;
    const auto state = m_stream->take(bytes, [weak = weak_from_this(), &owner = m_reactor] {
        owner.post([weak] {
            if (const auto self = weak.lock(); self && self->m_phase != Phase::Closed)
                self->pullStream();
        });
    });
    if (state == StreamPipe::State::Wait) {
        m_deadline = std::chrono::steady_clock::time_point::max();
        return;
    }
    if (state == StreamPipe::State::Broken) {
        close();
        return;
    }
    m_out.clear();
    m_outAt = 0;
    m_bodyBytes += bytes.size();
    m_streamEnding = state == StreamPipe::State::Complete;
    if (m_http11) {
        appendHex(m_out, bytes.size());
        m_out += "\r\n";
        m_out += bytes;
        m_out += "\r\n";
    } else {
        m_out = std::move(bytes);
    }
    enter(Phase::Writing);
    writeOut();
}

void Connection::answered()
{
    m_reactor.handler().finished(*this, m_method, m_status, m_bodyBytes);
    if (m_stream) {
        m_stream->abandon();
        m_stream.reset();
    }
    if (!m_keepAlive || m_reactor.isDraining()) {
        linger();
        return;
    }
    nextRequest();
    if (!m_processing) {
        if (m_buffer.size() > 0)
            process();
        else
            read();
    }
}

// Closing with unread bytes in the socket would reset it and could take the answer back out of the client's hands.
void Connection::linger()
{
    error_code ignored;
    m_socket.shutdown(net::ip::tcp::socket::shutdown_send, ignored);
    m_phase = Phase::Lingering;
    m_deadline = std::chrono::steady_clock::now() + lingerTime;
    m_buffer.clear();
    read();
}

void Connection::nextRequest()
{
    m_parser.emplace();
    m_parser->eager(true);
    m_parser->header_limit(static_cast<std::uint32_t>(m_reactor.limits().headerBytes));
    m_parser->body_limit(m_reactor.limits().bodyBytes);
    m_continued = false;
    route = -1;
    chinese = false;
    requestId.clear();
    traceId.clear();
    enter(Phase::Idle);
}

} // namespace sitebook::server
