// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/requestlog.h"

#include "app/server/http/router.h"
#include "core/telemetry/jsonline.h"

namespace sitebook::server {

namespace {

const std::vector<double> seconds{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5};

// The slot after the routes is for what fits none.
size_t slotOf(int route)
{
    return route < 0 ? server::allRoutes().size() : static_cast<size_t>(route);
}

std::string_view templateOf(int route)
{
    return route < 0 ? "none" : server::allRoutes()[static_cast<size_t>(route)].path;
}

} // namespace

RequestLog::RequestLog(Metrics& metrics, LogSink& sink)
    : m_metrics(metrics)
    , m_sink(sink)
    , m_inFlight(metrics.gauge("sitebook_http_requests_in_flight", "Requests being answered."))
{
    for (int route = -1; route < static_cast<int>(server::allRoutes().size()); ++route) {
        const std::string method(route < 0 ? "" : server::allRoutes()[static_cast<size_t>(route)].method);
        m_durations.at(slotOf(route)) =
            &metrics.histogram("sitebook_http_request_seconds", "Time from a request to its answer.", seconds,
                               {{"route", std::string(templateOf(route))}, {"method", method}});
    }
}

void RequestLog::started()
{
    m_inFlight.add(1);
}

Counter& RequestLog::counterFor(int route, int status)
{
    auto& slot = m_counters.at(slotOf(route)).at(static_cast<size_t>(std::clamp(status, 0, 599)));
    Counter* counter = slot.load(std::memory_order_relaxed);
    if (counter == nullptr) {
        const std::string known(route < 0 ? std::string_view()
                                          : server::allRoutes()[static_cast<size_t>(route)].method);
        counter = &m_metrics.counter(
            "sitebook_http_requests_total", "Requests answered.",
            {{"route", std::string(templateOf(route))}, {"method", known}, {"status", std::to_string(status)}});
        slot.store(counter, std::memory_order_relaxed);
    }
    return *counter;
}

void RequestLog::finished(const Exchange& exchange, std::string_view method, int status, size_t bytes, qint64 nowMs)
{
    const auto taken = std::chrono::steady_clock::now() - exchange.startedAt;
    m_inFlight.add(-1);
    counterFor(exchange.route, status).add();
    m_durations.at(slotOf(exchange.route))->observe(std::chrono::duration<double>(taken).count());
    JsonLine line(nowMs, status < 500 ? "info" : "error");
    line.add("event", "request")
        .add("requestId", exchange.requestId)
        .add("method", method.substr(0, 16))
        .add("route", templateOf(exchange.route))
        .add("status", status)
        .add("durationUs", static_cast<qint64>(std::chrono::duration_cast<std::chrono::microseconds>(taken).count()))
        .add("bytes", static_cast<qint64>(bytes));
    if (!exchange.traceId.empty())
        line.add("traceId", exchange.traceId);
    m_sink.write(line.finish());
}

} // namespace sitebook::server
