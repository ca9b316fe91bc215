// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"

#include <utility>
#include <vector>

namespace sitebook {

// The answers given one after the other, to take them back and give them again.
class AnswerSteps final
{
public:
    struct Change
    {
        QString field;
        FieldValue before;
        FieldValue after;
    };
    using Step = std::vector<Change>; // never empty

    void remember(Step step)
    {
        m_steps.resize(m_done);
        m_steps.push_back(std::move(step));
        ++m_done;
    }
    // Null when there is nothing to take back, or to give again.
    [[nodiscard]] const Step* back() { return m_done == 0 ? nullptr : &m_steps[--m_done]; }
    [[nodiscard]] const Step* forth() { return m_done == m_steps.size() ? nullptr : &m_steps[m_done++]; }
    void clear()
    {
        m_steps.clear();
        m_done = 0;
    }

private:
    std::vector<Step> m_steps;
    size_t m_done = 0; // of them, those in force
};

} // namespace sitebook
