// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/metrics.h"

#include <map>
#include <mutex>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace sitebook {

namespace {

prometheus::Labels labelsOf(const MetricLabels& labels)
{
    return prometheus::Labels(labels.begin(), labels.end());
}

class PrometheusCounter final : public Counter
{
public:
    explicit PrometheusCounter(prometheus::Counter& counter)
        : m_counter(counter)
    {
    }
    void add(double amount) override { m_counter.Increment(amount); }
    [[nodiscard]] double value() const override { return m_counter.Value(); }

private:
    prometheus::Counter& m_counter;
};

class PrometheusGauge final : public Gauge
{
public:
    explicit PrometheusGauge(prometheus::Gauge& gauge)
        : m_gauge(gauge)
    {
    }
    void set(double value) override { m_gauge.Set(value); }
    void add(double amount) override { m_gauge.Increment(amount); }
    [[nodiscard]] double value() const override { return m_gauge.Value(); }

private:
    prometheus::Gauge& m_gauge;
};

class PrometheusHistogram final : public Histogram
{
public:
    explicit PrometheusHistogram(prometheus::Histogram& histogram)
        : m_histogram(histogram)
    {
    }
    void observe(double value) override { m_histogram.Observe(value); }

private:
    prometheus::Histogram& m_histogram;
};

} // namespace

struct Metrics::Registry
{
    prometheus::Registry registry;
    mutable std::mutex mutex;
    std::map<std::pair<std::string, MetricLabels>, std::unique_ptr<Counter>> counters;
    std::map<std::pair<std::string, MetricLabels>, std::unique_ptr<Gauge>> gauges;
    std::map<std::pair<std::string, MetricLabels>, std::unique_ptr<Histogram>> histograms;
};

Metrics::Metrics()
    : m_registry(std::make_unique<Registry>())
{
}

Metrics::~Metrics() = default;

Counter& Metrics::counter(const char* name, const char* help, const MetricLabels& labels)
{
    const std::scoped_lock lock(m_registry->mutex);
    auto& known = m_registry->counters[{name, labels}];
    if (!known) {
        auto& family = prometheus::BuildCounter().Name(name).Help(help).Register(m_registry->registry);
        known = std::make_unique<PrometheusCounter>(family.Add(labelsOf(labels)));
    }
    return *known;
}

Gauge& Metrics::gauge(const char* name, const char* help, const MetricLabels& labels)
{
    const std::scoped_lock lock(m_registry->mutex);
    auto& known = m_registry->gauges[{name, labels}];
    if (!known) {
        auto& family = prometheus::BuildGauge().Name(name).Help(help).Register(m_registry->registry);
        known = std::make_unique<PrometheusGauge>(family.Add(labelsOf(labels)));
    }
    return *known;
}

Histogram& Metrics::histogram(const char* name, const char* help, const std::vector<double>& bounds,
                              const MetricLabels& labels)
{
    const std::scoped_lock lock(m_registry->mutex);
    auto& known = m_registry->histograms[{name, labels}];
    if (!known) {
        auto& family = prometheus::BuildHistogram().Name(name).Help(help).Register(m_registry->registry);
        known = std::make_unique<PrometheusHistogram>(family.Add(labelsOf(labels), bounds));
    }
    return *known;
}

std::string Metrics::text() const
{
    return prometheus::TextSerializer().Serialize(m_registry->registry.Collect());
}

} // namespace sitebook
