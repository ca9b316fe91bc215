// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/expression.h"
#include "core/study/itemcheck.h"
#include "core/study/studyindex.h"
#include "core/study/why.h"

#include <memory>

namespace sitebook {

// One form of a study, compiled for checking: every look-up done, every expression parsed and bound.
struct FormPlan
{
    // A check by an expression that is TRUE for good values.
    struct Check
    {
        Expression expression;
        Severity severity = Severity::Error;
        Message message;
    };
    // Where a rule stands in the study, also one that cannot be run here; for explaining it.
    struct Source
    {
        RuleKind kind = RuleKind::Visibility;
        QString name;
        const std::vector<FormalExpression>* expressions = nullptr;
        std::optional<Expression> expression;
    };
    struct Item
    {
        const ItemDef* def = nullptr;
        bool mandatory = false;
        ItemCheck check;
        std::optional<Expression> exception;     // when true the item is not asked
        std::optional<Expression> method;        // computes the item
        std::optional<Expression> mandatoryWhen; // when true an answer is needed
        std::vector<Check> checks;
        std::vector<Source> sources;
        bool byHand = false; // a rule of the study about it cannot be run here: it hides, computes and blocks nothing
    };
    struct Place
    {
        QString oid;
        int position = 0;
    };

    std::shared_ptr<const StudyDefinition> study; // keeps every `def` alive
    const FormDef* form = nullptr;
    std::vector<Item> items;   // in form order, each once
    std::vector<Place> places; // the same sorted by OID, as Fields are
    std::vector<int> order;    // items with an expression, each after those it depends on
    std::vector<ScoreDef> scores;

    // Error NotFound when the study has no such form.
    [[nodiscard]] static Result<FormPlan> make(std::shared_ptr<const StudyDefinition> study, const QString& formOid);
    // Null when the item is not on the form.
    [[nodiscard]] const Item* find(QStringView oid) const;
};

} // namespace sitebook
