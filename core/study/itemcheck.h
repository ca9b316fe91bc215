// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/rangerule.h"

#include <QHash>
#include <QRegularExpression>

namespace sitebook {

// The checks of one item, compiled: no look-up in the study, no allocation while a value is good. Thread-safe.
class ItemCheck final
{
public:
    ItemCheck() = default; // of nothing
    // `codes` may be null; a code list without items (kept elsewhere) restricts nothing.
    ItemCheck(const ItemDef& item, const CodeList* codes, const QString& language);

    enum class Problem : quint8 { None, Type, Date, CodeList, Length, Precision, Pattern };
    struct Verdict
    {
        Problem problem = Problem::None;
        Value value; // what expressions see; Missing when the problem makes the value useless
    };
    // `text` is not empty; the value points into it.
    [[nodiscard]] Verdict check(const QString& text) const;
    // Findings of a value that check() has seen: its problem, or the ranges it breaks.
    void appendFindings(const Verdict& verdict, QStringView text, std::vector<Finding>& findings) const;
    [[nodiscard]] Finding requiredFinding() const;

private:
    [[nodiscard]] bool isWellTyped(QStringView text) const;
    [[nodiscard]] Value valueOf(QStringView text) const;
    [[nodiscard]] Problem sizeProblem(QStringView text) const;
    [[nodiscard]] Finding problemFinding(Problem problem) const;

    [[nodiscard]] Verdict checkCodes(const QString& text) const;

    QString m_oid;
    DataType m_type = DataType::Text;
    int m_length = 0;
    int m_significantDigits = 0;
    bool m_multiple = false;
    bool m_openChoice = false;
    QHash<QString, std::optional<double>> m_codes; // with their weights
    QRegularExpression m_pattern;                  // anchored
    QString m_patternName;
    std::vector<RangeRule> m_ranges;
};

} // namespace sitebook
