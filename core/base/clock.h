// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sitebook {

// An instant as it was captured: UTC milliseconds since 1970 and the wall clock's offset there.
struct Instant
{
    qint64 utcMs = 0;
    int offsetMinutes = 0;
    friend bool operator==(const Instant&, const Instant&) = default;
};

// The only way to ask for the time; tests pass FakeClock. Thread-safe. No order depends on it.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

} // namespace sitebook
