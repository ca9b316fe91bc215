// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirloops.h"

#include <vector>

namespace sitebook::fhir {

namespace {

// Tarjan's strongly connected components with a stack of its own.
class Circles final
{
public:
    explicit Circles(const QHash<QString, QStringList>& uses)
        : m_uses(uses)
    {
    }

    QSet<QString> find()
    {
        for (auto each = m_uses.keyBegin(); each != m_uses.keyEnd(); ++each)
            if (!m_marks.contains(*each))
                walkFrom(*each);
        return m_found;
    }

private:
    struct Mark
    {
        int number = 0;
        int lowest = 0;
        bool open = true;
    };
    struct Step
    {
        QString node;
        qsizetype next = 0;
    };

    void enter(const QString& node)
    {
        const int number = static_cast<int>(m_marks.size());
        m_marks.insert(node, {number, number, true});
        m_open.push_back(node);
        m_steps.push_back({node, 0});
    }

    void walkFrom(const QString& start)
    {
        enter(start);
        while (!m_steps.empty()) {
            Step& step = m_steps.back();
            const QStringList uses = m_uses.value(step.node);
            if (step.next < uses.size()) {
                const QString& used = uses[step.next++];
                if (!m_marks.contains(used))
                    enter(used);
                else if (m_marks[used].open)
                    lower(m_marks[m_steps.back().node], m_marks[used].number);
                continue;
            }
            const QString done = step.node;
            m_steps.pop_back();
            const Mark mark = m_marks[done];
            if (!m_steps.empty())
                lower(m_marks[m_steps.back().node], mark.lowest);
            if (mark.lowest == mark.number)
                close(done);
        }
    }

    static void lower(Mark& mark, int number) { mark.lowest = std::min(mark.lowest, number); }

    // What is open from `first` on hangs together.
    void close(const QString& first)
    {
        const bool alone = m_open.back() == first && !m_uses.value(first).contains(first);
        QString node;
        do {
            node = m_open.back();
            m_open.pop_back();
            m_marks[node].open = false;
            if (!alone)
                m_found.insert(node);
        } while (node != first);
    }

    const QHash<QString, QStringList>& m_uses;
    QHash<QString, Mark> m_marks;
    std::vector<QString> m_open;
    std::vector<Step> m_steps;
    QSet<QString> m_found;
};

} // namespace

QSet<QString> nodesInCircles(const QHash<QString, QStringList>& uses)
{
    return Circles(uses).find();
}

} // namespace sitebook::fhir
