// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/xformnodes.h"

namespace sitebook {

// What an XForm says about one node. Paths in its expressions are absolute.
struct XformBind
{
    QString type; // without prefix
    QString relevant;
    QString required;
    QString constraint;
    QString message; // jr:constraintMsg
    QString calculate;
    QString readOnly;
    QString preload;
    QString place;
};

// The binds of an XForm by the paths of their nodes.
class XformBinds final
{
public:
    explicit XformBinds(FidelityReport& report)
        : m_report(report)
    {
    }

    // A relative nodeset is seen from `root`.
    void read(const XmlElement& element, const QString& root);
    [[nodiscard]] XformBind of(const QString& path) const { return m_binds.value(path); }
    // The path of the bind with that id; empty when there is none.
    [[nodiscard]] QString pathOf(const QString& id) const { return m_ids.value(id); }
    // When a node is asked: its own relevance and that of all nodes around it, but for those `held` already.
    [[nodiscard]] QString relevanceOf(const QString& path, const QStringList& held) const;
    // Its own, or that of a node around it.
    [[nodiscard]] bool isReadOnly(const QString& path) const;
    // What binds say about nodes that are none, and about groups: only whether those are asked or can be changed
    // counts.
    void report(const XformNodes& nodes, const QSet<QString>& controlled);

    [[nodiscard]] static bool isTrue(const QString& expression);
    [[nodiscard]] static bool isFalse(const QString& expression); // also when there is none
    // One condition of two; either may be empty.
    [[nodiscard]] static QString both(const QString& one, const QString& other);

private:
    void reportGroup(const QString& path, const XformBind& bind);

    FidelityReport& m_report;
    QHash<QString, XformBind> m_binds;
    QHash<QString, QString> m_ids;
    QStringList m_order;
};

} // namespace sitebook
