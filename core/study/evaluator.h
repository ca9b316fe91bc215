// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/expression.h"

#include <QDateTime>
#include <QStringView>
#include <concepts>
#include <deque>
#include <span>
#include <vector>

namespace sitebook {

// One value while an expression is evaluated. A text points to where it came from.
struct Value
{
    enum class Kind : quint8 { Missing, Boolean, Number, Text };
    Kind kind = Kind::Missing;
    double number = 0; // 0 or 1 for Boolean
    QStringView text;
    std::optional<double> weight; // of an answer from a code list that gives it one

    // Constrained: a pointer to characters must not become a truth value.
    [[nodiscard]] static Value of(std::same_as<bool> auto value) { return {Kind::Boolean, value ? 1.0 : 0.0, {}, {}}; }
    [[nodiscard]] static Value of(QStringView value) { return {Kind::Text, 0, value, {}}; }
    [[nodiscard]] static Value of(double value); // Missing unless finite
    [[nodiscard]] bool isMissing() const { return kind == Kind::Missing; }
    // True only for what is surely true: not for Missing, not for a text.
    [[nodiscard]] bool isTrue() const { return (kind == Kind::Boolean || kind == Kind::Number) && number != 0; }
};

// What an evaluation needs beside the items: the moment it happens, and room for the texts it makes, which the values
// point to. Reused from one evaluation to the next; one thread.
class EvaluationScratch final
{
public:
    // Without a moment it is the present one, which is asked for only when a rule needs it.
    explicit EvaluationScratch(std::optional<QDateTime> now = std::nullopt)
        : m_now(std::move(now))
    {
    }
    [[nodiscard]] const QDateTime& now()
    {
        if (!m_now)
            m_now = QDateTime::currentDateTime();
        return *m_now;
    }
    [[nodiscard]] QStringView keep(QString text) { return m_texts.emplace_back(std::move(text)); }

private:
    std::optional<QDateTime> m_now; // the desk's local time
    std::deque<QString> m_texts;
};

// The values of items on every line of their repeating group, by position; empty for those that do not repeat.
using LineColumns = std::span<const std::vector<Value>>;

// `items` are the values by position, as bindItems numbered them; of an item that repeats, the one on the line the rule
// is about. No side effects, bounded by the tree and the lines.
[[nodiscard]] Value evaluate(const Expression& expression, std::span<const Value> items, EvaluationScratch& scratch,
                             LineColumns columns = {});

} // namespace sitebook
