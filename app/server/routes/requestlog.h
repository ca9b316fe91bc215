// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httptypes.h"
#include "core/telemetry/logsink.h"
#include "core/telemetry/metrics.h"

#include <array>
#include <atomic>

namespace sitebook::server {

// One line of JSON and two metrics for each request: template of the route, never its path, so that no identifier of a
// patient gets into either. Thread-safe.
class RequestLog final
{
public:
    RequestLog(Metrics& metrics, LogSink& sink);
    void started();
    void finished(const Exchange& exchange, std::string_view method, int status, size_t bytes, qint64 nowMs);

private:
    static constexpr size_t slots = 32;
    static constexpr size_t statuses = 600;
    [[nodiscard]] Counter& counterFor(int route, int status);

    Metrics& m_metrics;
    LogSink& m_sink;
    Gauge& m_inFlight;
    std::array<Histogram*, slots> m_durations{};
    std::array<std::array<std::atomic<Counter*>, statuses>, slots> m_counters{};
};

} // namespace sitebook::server
