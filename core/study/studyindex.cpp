// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/studyindex.h"

namespace sitebook {

namespace {

template <class T>
void fill(QHash<QString, const T*>& index, const std::vector<T>& list)
{
    index.reserve(static_cast<qsizetype>(list.size()));
    for (const T& each : list)
        index.insert(each.oid, &each);
}

} // namespace

StudyIndex::StudyIndex(const StudyDefinition& study)
{
    fill(m_events, study.events);
    fill(m_forms, study.forms);
    fill(m_groups, study.groups);
    fill(m_items, study.items);
    fill(m_codeLists, study.codeLists);
    fill(m_conditions, study.conditions);
    fill(m_methods, study.methods);
}

} // namespace sitebook
