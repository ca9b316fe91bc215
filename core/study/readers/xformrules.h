// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/formplan.h"
#include "core/study/readers/xformbinds.h"
#include "core/study/readers/xformtexts.h"

#include <QSet>

namespace sitebook {

// The rules of an XForm: puts them into the study as they are written, and says of each that cannot be run why.
class XformRules final
{
public:
    XformRules(StudyDefinition& study, FidelityReport& report)
        : m_study(study)
        , m_report(report)
    {
    }

    // When the section or item `oid` is asked: the OID of the condition; empty for none.
    [[nodiscard]] QString relevance(const QString& oid, const QString& text, const QString& place);
    // What the bind of `path` says of its item but its relevance.
    void apply(const QString& path, const XformBind& bind, ItemDef& item, ItemRef& ref, XformTexts& texts);
    // Rules in one of the `repeats` (paths) over all its rows are not run: inside of it a rule means its own row.
    void setAsideRowRules(const QSet<QString>& repeats);
    // To be called with the finished study: reports what cannot be run, and lets be typed what cannot be computed.
    void report(const std::shared_ptr<StudyDefinition>& study, const XformNodes& nodes);

private:
    using Expressions = std::vector<FormalExpression>;
    [[nodiscard]] QString condition(const QString& oid, const QString& what, const QString& language,
                                    const QString& text, const QString& place);
    void setAside(Expressions& expressions, const QString& node, const QSet<QString>& repeats) const;
    void nameRules(const StudyDefinition& study);
    [[nodiscard]] QString reasonOf(const Expressions& expressions, const FormPlan& plan, int lines,
                                   const XformNodes& nodes) const;

    void reportOf(const FormPlan::Item& item, const FormPlan& plan, const XformNodes& nodes);

    StudyDefinition& m_study;
    FidelityReport& m_report;
    QHash<QString, QString> m_places;           // by the rule's name
    QHash<QString, QString> m_nodes;            // the rule's name -> the node it stands at
    QHash<const Expressions*, QString> m_names; // of the finished study
    QSet<const Expressions*> m_told;
    QSet<QString> m_typed; // items whose computation cannot be run
};

} // namespace sitebook
