// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"
#include "core/model/partialdate.h"
#include "core/study/definition.h"
#include "core/study/evaluator.h"

namespace sitebook {

// One RangeCheck, ready to be used many times from any thread.
class RangeRule final
{
public:
    // `language` chooses the study's own sentence where the check has one.
    RangeRule(const RangeCheck& check, DataType type, const QString& language);

    // `value` is what the expression language sees of `text`. A date that cannot be compared passes.
    [[nodiscard]] bool passes(const Value& value, QStringView text) const;
    [[nodiscard]] Finding finding(const QString& itemOid) const;

private:
    [[nodiscard]] bool matches(Comparator comparator, size_t index, const Value& value, QStringView text) const;

    Comparator m_comparator;
    bool m_hard;
    DataType m_type;
    QStringList m_texts;
    std::vector<double> m_numbers;    // of number items, as m_texts; NaN when the study's value is no number
    std::vector<PartialDate> m_dates; // of date items, as m_texts
    Message m_message;
};

} // namespace sitebook
