// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/odmsource.h"

#include <QHash>

namespace sitebook {

// Reads one ItemDef or CodeList, whose start is the current element. The answer's OID is empty when it was dropped.
class OdmItemReader final
{
public:
    // `units`: symbols of the study's measurement units by OID.
    OdmItemReader(OdmSource& source, const QHash<QString, QString>& units)
        : m_source(source)
        , m_units(units)
    {
    }

    [[nodiscard]] ItemDef readItem(OdmNode& node);
    [[nodiscard]] CodeList readCodeList(OdmNode& node);

private:
    void readItemChild(OdmNode& child, ItemDef& item);
    void readUnit(OdmNode& node, ItemDef& item);
    void readRange(OdmNode& node, ItemDef& item);
    [[nodiscard]] DataType takeType(OdmNode& node);
    void readCodeListChild(OdmNode& child, CodeList& codes);
    [[nodiscard]] CodeListItem readCode(OdmNode& node);

    OdmSource& m_source;
    const QHash<QString, QString>& m_units;
    std::vector<int> m_orders; // OrderNumber of the codes read so far
};

} // namespace sitebook
