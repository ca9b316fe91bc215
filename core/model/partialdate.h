// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <optional>

namespace sitebook {

// A date that keeps what is known and never invents the rest. Text form: ISO 8601 / SDTM --DTC: 2003-12-15, 2003-12,
// 2003, 2003---15 (month unknown), --12-15 (year unknown), --12 (month alone), ----15 (day alone). Order is
// three-valued.
class PartialDate final
{
public:
    PartialDate() = default; // nothing known
    explicit PartialDate(QDate date);

    // Accepts the text form above, ddmmyyyy, dd-MMM-yyyy and UN-DEC-2003 / UN-UNK-2003 (English months).
    // Error Invalid for anything else, such as 31 February; `where` is left to the caller.
    [[nodiscard]] static Result<PartialDate> parse(QStringView text);

    [[nodiscard]] QString toString() const;
    // dd-MMM-yyyy with UN / UNK for what is not known, as CRFs print it.
    [[nodiscard]] QString toDisplay() const;
    [[nodiscard]] bool isEmpty() const { return !m_year && !m_month && !m_day; }
    [[nodiscard]] bool isComplete() const { return m_year && m_month && m_day; }
    [[nodiscard]] QDate date() const; // null unless complete
    [[nodiscard]] std::optional<int> year() const { return m_year; }
    [[nodiscard]] std::optional<int> month() const { return m_month; }
    [[nodiscard]] std::optional<int> day() const { return m_day; }

    enum class Order { Before, Same, After, CannotTell };
    [[nodiscard]] Order compare(const PartialDate& other) const;
    friend bool operator==(const PartialDate&, const PartialDate&) = default;

private:
    [[nodiscard]] static Result<PartialDate> fromParts(std::optional<int> year, std::optional<int> month,
                                                       std::optional<int> day);
    std::optional<int> m_year;
    std::optional<int> m_month;
    std::optional<int> m_day;
};

} // namespace sitebook
