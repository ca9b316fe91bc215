// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/reader.h"
#include "core/study/readers/xmlcursor.h"

#include <QHash>

namespace sitebook {

// The nodes of an XForm's first instance, by absolute path ("/data/group/age"), and what they hold at first. A node
// that stands there several times is a repeat: its template, or else its first row, says what every new row holds.
class XformNodes final
{
public:
    explicit XformNodes(FidelityReport& report)
        : m_report(report)
    {
    }

    void read(const XmlElement& root);
    [[nodiscard]] const QString& root() const { return m_root; } // "/data"; empty before there is one
    [[nodiscard]] const QStringList& leaves() const { return m_leaves; }
    [[nodiscard]] bool has(const QString& path) const { return m_nodes.contains(path); }
    [[nodiscard]] bool isLeaf(const QString& path) const { return m_nodes.value(path).leaf; }
    [[nodiscard]] QString place(const QString& path) const { return m_nodes.value(path).place; }
    [[nodiscard]] QString initial(const QString& path) const { return m_nodes.value(path).initial; }
    void setInitial(const QString& path, const QString& text) { m_nodes[path].initial = text; }
    // What OpenRosa keeps about the device and the sending, and nothing a study asks.
    [[nodiscard]] bool isMeta(const QString& path) const;

private:
    struct Node
    {
        QString place;
        QString initial;
        bool leaf = true;
    };
    void learnChildren(const XmlElement& holder, const QString& path);
    void learn(const XmlElement& node, const QString& here);
    void reportRows(const std::vector<const XmlElement*>& rows, const XmlElement& pattern, const QString& here);

    FidelityReport& m_report;
    QString m_root;
    QHash<QString, Node> m_nodes;
    QStringList m_leaves; // nodes without children, in order
};

} // namespace sitebook
