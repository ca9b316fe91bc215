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
    // A repeating group: its items stand together among `items`, and each has a value on every line.
    struct Lines
    {
        const ItemGroupDef* group = nullptr;
        int first = 0; // positions
        int end = 0;
        bool mandatory = false;              // at least one line
        std::optional<Expression> exception; // when true there are no lines
    };
    struct Item
    {
        const ItemDef* def = nullptr;
        int lines = -1;            // its repeating group among `lines`
        std::vector<int> sameLine; // items of that group its rules read, on the same line
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
    std::vector<Item> items; // in form order, each once
    std::vector<Lines> lines;
    std::vector<Place> places; // the items sorted by OID, as Fields are
    std::vector<int> order;    // items with an expression, each after those it depends on
    std::vector<ScoreDef> scores;

    // Error NotFound when the study has no such form.
    [[nodiscard]] static Result<FormPlan> make(std::shared_ptr<const StudyDefinition> study, const QString& formOid);
    // Null when the item is not on the form.
    [[nodiscard]] const Item* find(QStringView oid) const;
    // Where the value named `key` (core/model/itemkey.h) belongs; nothing when the form has no such place. A bare OID
    // in a repeating group is its line 1.
    struct Location
    {
        int position = 0;
        int line = 0; // 0: the item does not repeat
    };
    [[nodiscard]] std::optional<Location> locate(const QString& key) const;
    [[nodiscard]] QString keyOf(const Location& place) const;
    // The repeating group of an item that repeats.
    [[nodiscard]] const ItemGroupDef* groupOf(const Location& place) const;
};

} // namespace sitebook
