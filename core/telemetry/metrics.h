// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sitebook {

// Counts up for ever.
class Counter
{
public:
    Counter() = default;
    Counter(const Counter&) = delete;
    Counter& operator=(const Counter&) = delete;
    virtual ~Counter() = default;
    virtual void add(double amount = 1) = 0;
    [[nodiscard]] virtual double value() const = 0;
};

// Goes up and down.
class Gauge
{
public:
    Gauge() = default;
    Gauge(const Gauge&) = delete;
    Gauge& operator=(const Gauge&) = delete;
    virtual ~Gauge() = default;
    virtual void set(double value) = 0;
    virtual void add(double amount) = 0;
    [[nodiscard]] virtual double value() const = 0;
};

class Histogram
{
public:
    Histogram() = default;
    Histogram(const Histogram&) = delete;
    Histogram& operator=(const Histogram&) = delete;
    virtual ~Histogram() = default;
    virtual void observe(double value) = 0;
};

using MetricLabels = std::vector<std::pair<std::string, std::string>>;

// The process's metrics in Prometheus' model. Thread-safe; the objects given out live as long as this one, and the same
// name and labels give the same object. Names and help are literals; labels never carry a person's data.
class Metrics final
{
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    [[nodiscard]] Counter& counter(const char* name, const char* help, const MetricLabels& labels = {});
    [[nodiscard]] Gauge& gauge(const char* name, const char* help, const MetricLabels& labels = {});
    // `bounds`: upper bounds of the buckets, rising.
    [[nodiscard]] Histogram& histogram(const char* name, const char* help, const std::vector<double>& bounds,
                                       const MetricLabels& labels = {});
    // Text exposition format 0.0.4, as /metrics serves it.
    [[nodiscard]] std::string text() const;

private:
    struct Registry;
    std::unique_ptr<Registry> m_registry;
};

} // namespace sitebook
