// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/dialects.h"

#include "core/study/odmlogic.h"
#include "core/study/redcaplogic.h"
#include "core/study/xpathlogic.h"

#include <algorithm>
#include <array>

namespace sitebook {

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

} // namespace

Result<Expression> parseFormal(const std::vector<FormalExpression>& expressions)
{
    std::optional<Error> first;
    for (const FormalExpression& each : expressions) {
        const Language* language = languageOf(each.context);
        if (language == nullptr)
            continue;
        Result<Expression> parsed = language->parse(each.text);
        if (parsed)
            return parsed;
        if (!first)
            first = std::move(parsed).error();
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
