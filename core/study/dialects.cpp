// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/dialects.h"

#include "core/study/odmlogic.h"
#include "core/study/redcaplogic.h"
#include "core/study/xpathlogic.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

// Which languages of expressions are understood: one line for each.
struct Language
{
    const QString& context;
    Result<Expression> (*parse)(const QString&);
};

const Language* languageOf(QStringView context)
{
    static const std::array<Language, 7> languages{{{dialect::sitebook, &parseExpression},
                                                    {dialect::redcapBranching, &parseRedcapBranching},
                                                    {dialect::redcapCalculation, &parseRedcapCalculation},
                                                    {dialect::xformsRelevant, &parseXpathRelevant},
                                                    {dialect::xforms, &parseXpath},
                                                    {dialect::openEdc, &parseOpenEdc},
                                                    {dialect::odmXpath, &parseOdmXpath}}};
    const auto found =
        std::find_if(languages.begin(), languages.end(), [&](const Language& each) { return context == each.context; });
    return found == languages.end() ? nullptr : &*found;
}

// A tree is evaluated by recursion; the longest chains of real forms have some hundred links.
constexpr size_t deepest = 2'000;

bool isTooDeep(const Expression& tree)
{
    std::vector<std::pair<const Expression*, size_t>> open{{&tree, 1}};
    while (!open.empty()) {
        const auto [each, depth] = open.back();
        open.pop_back();
        if (depth > deepest)
            return true;
        for (const Expression& operand : each->operands)
            open.emplace_back(&operand, depth + 1);
    }
    return false;
}

Result<Expression> parsed(const Language& language, const QString& text)
{
    constexpr qsizetype longest = 65'536; // letters
    if (text.size() > longest)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression is too long."),
                    u"column %1"_s.arg(longest + 1));
    SB_TRY_ASSIGN(Expression tree, language.parse(text));
    if (isTooDeep(tree))
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression is nested too deeply."));
    return tree;
}

} // namespace

Result<Expression> parseFormal(const std::vector<FormalExpression>& expressions)
{
    std::optional<Error> first;
    for (const FormalExpression& each : expressions) {
        const Language* language = languageOf(each.context);
        if (language == nullptr)
            continue;
        Result<Expression> tree = parsed(*language, each.text);
        if (tree)
            return tree;
        if (!first)
            first = std::move(tree).error();
    }
    if (first)
        return fail(*std::move(first));
    return fail(ErrorCode::Unsupported,
                QT_TRANSLATE_NOOP("messages", "The expression is written in a language that is not known here."));
}

bool isKnownContext(QStringView context)
{
    return languageOf(context) != nullptr;
}

} // namespace sitebook
