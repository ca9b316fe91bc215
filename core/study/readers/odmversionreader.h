// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/odmitemreader.h"

#include <algorithm>

namespace sitebook {

// Reads one MetaDataVersion, whose start is the current element.
class OdmVersionReader final
{
public:
    // `earlier`: the version read before in the same study, which this one may include; may be null.
    OdmVersionReader(OdmSource& source, const QHash<QString, QString>& units, const StudyDefinition* earlier);

    [[nodiscard]] StudyDefinition read(OdmNode& node);
    // Whether the version read has taken over the earlier one.
    [[nodiscard]] bool includesEarlier() const { return m_includesEarlier; }

private:
    void readChild(OdmNode& child);
    void readInclude(OdmNode& node);
    void readProtocol(OdmNode& node);
    void readProtocolAliases(const OdmNode& node, const std::vector<Alias>& aliases);
    void readEvent(OdmNode& node);
    void readFormRef(OdmNode& node, EventDef& event, std::vector<int>& orders);
    void readForm(OdmNode& node);
    void readGroupRef(OdmNode& node, FormDef& form, std::vector<int>& orders);
    void readGroup(OdmNode& node);
    void readItemRef(OdmNode& node, ItemGroupDef& group, std::vector<int>& orders);
    void readCondition(OdmNode& node);
    void readMethod(OdmNode& node);
    template <class Rule>
    void readRule(OdmNode& node, Rule& rule);
    void orderEvents();
    void reportOptional();

    // Adds a definition; of two with one OID the first counts, unless it was included from an earlier version.
    template <class T>
    void put(std::vector<T>& list, T definition, const OdmNode& node);

    struct EventRef
    {
        QString oid;
        bool mandatory = false;
        QString condition;
    };
    OdmSource& m_source;
    OdmItemReader m_items;
    const StudyDefinition* m_earlier;
    StudyDefinition m_study;
    bool m_includesEarlier = false;
    QSet<QString> m_included; // kind and OID of what came from the earlier version
    std::vector<EventRef> m_eventRefs;
    std::vector<std::pair<QString, FidelityEntry>> m_optional; // sections that need not be filled, by GroupOID
};

template <class T>
void OdmVersionReader::put(std::vector<T>& list, T definition, const OdmNode& node)
{
    const auto same = std::find_if(list.begin(), list.end(), [&](const T& each) { return each.oid == definition.oid; });
    if (same == list.end())
        list.push_back(std::move(definition));
    else if (m_included.remove(node.name() + u' ' + definition.oid))
        *same = std::move(definition);
    else
        m_source.dropped(node, QStringLiteral("A second definition with the same OID."));
}

} // namespace sitebook
