// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/odmlogic.h"

#include <QRegularExpression>
#include <array>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

using Operation = Expression::Operation;

constexpr int maximumDepth = 64;
constexpr qsizetype longest = 20'000;

struct Operator
{
    const char* symbol;
    Operation operation;
};

// Recursive descent over the text itself: or, and, comparison, sum, product, power, sign, primary.
class OpenEdcParser final
{
public:
    explicit OpenEdcParser(const QString& text)
        : m_text(text)
    {
    }

    Result<Expression> run()
    {
        if (m_text.size() > longest)
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression is too long."),
                        u"column 1"_s);
        SB_TRY_ASSIGN(Expression whole, either());
        skip();
        if (m_at < m_text.size())
            return unexpected();
        return whole;
    }

private:
    void skip()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(const char* symbol)
    {
        skip();
        if (!QStringView(m_text).sliced(m_at).startsWith(QLatin1String(symbol)))
            return false;
        m_at += static_cast<qsizetype>(qstrlen(symbol));
        return true;
    }
    bool takeWord(const QString& word)
    {
        skip();
        const QStringView rest = QStringView(m_text).sliced(m_at);
        if (!rest.startsWith(word) || (rest.size() > word.size() && rest[word.size()].isLetterOrNumber()))
            return false;
        m_at += word.size();
        return true;
    }
    tl::unexpected<Error> unexpected() const
    {
        const QString place = u"column %1"_s.arg(m_at + 1);
        if (m_at >= m_text.size())
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression ends too early."), place);
        return fail(ErrorCode::Invalid,
                    Message(QT_TRANSLATE_NOOP("messages", "The expression cannot go on here with: %1"), {m_text[m_at]}),
                    place);
    }

    Result<Expression> either()
    {
        if (++m_depth > maximumDepth)
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression is nested too deeply."),
                        u"column %1"_s.arg(m_at + 1));
        SB_TRY_ASSIGN(Expression left, both());
        while (take("||") || takeWord(u"or"_s)) {
            SB_TRY_ASSIGN(Expression right, both());
            left = made(Operation::Or, {std::move(left), std::move(right)});
        }
        --m_depth;
        return left;
    }

    Result<Expression> both()
    {
        SB_TRY_ASSIGN(Expression left, comparison());
        while (take("&&") || takeWord(u"and"_s)) {
            SB_TRY_ASSIGN(Expression right, comparison());
            left = made(Operation::And, {std::move(left), std::move(right)});
        }
        return left;
    }

    Result<Expression> comparison()
    {
        static constexpr std::array<Operator, 7> signs{{{"==", Operation::Equal},
                                                        {"!=", Operation::NotEqual},
                                                        {"<=", Operation::LessOrEqual},
                                                        {">=", Operation::GreaterOrEqual},
                                                        {"<", Operation::Less},
                                                        {">", Operation::Greater},
                                                        {"=", Operation::Equal}}};
        SB_TRY_ASSIGN(Expression left, sum());
        for (const Operator& sign : signs) {
            if (!take(sign.symbol))
                continue;
            SB_TRY_ASSIGN(Expression right, sum());
            return made(Operation::Surely, {made(sign.operation, {std::move(left), std::move(right)})});
        }
        return left;
    }

    Result<Expression> sum()
    {
        SB_TRY_ASSIGN(Expression left, product());
        for (;;) {
            const bool plus = take("+");
            if (!plus && !take("-"))
                return left;
            SB_TRY_ASSIGN(Expression right, product());
            left = made(plus ? Operation::Add : Operation::Subtract, {std::move(left), std::move(right)});
        }
    }

    Result<Expression> product()
    {
        SB_TRY_ASSIGN(Expression left, power());
        for (;;) {
            const bool times = take("*");
            if (!times && !take("/"))
                return left;
            SB_TRY_ASSIGN(Expression right, power());
            left = made(times ? Operation::Multiply : Operation::Divide, {std::move(left), std::move(right)});
        }
    }

    Result<Expression> power()
    {
        SB_TRY_ASSIGN(Expression base, primary());
        if (!take("^"))
            return base;
        SB_TRY_ASSIGN(Expression exponent, primary());
        return made(Operation::Power, {std::move(base), std::move(exponent)});
    }

    // A comparison that begins with '!' is followed by '=', which comparison() takes.
    Result<Expression> primary()
    {
        if (++m_depth > maximumDepth)
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression is nested too deeply."),
                        u"column %1"_s.arg(m_at + 1));
        Result<Expression> found = operand();
        --m_depth;
        return found;
    }

    Result<Expression> operand()
    {
        if (take("!") || takeWord(u"not"_s)) {
            SB_TRY_ASSIGN(Expression inner, primary());
            return made(Operation::Not, {std::move(inner)});
        }
        if (take("-")) {
            SB_TRY_ASSIGN(Expression inner, primary());
            return made(Operation::Negate, {std::move(inner)});
        }
        if (take("(")) {
            SB_TRY_ASSIGN(Expression inner, either());
            if (!take(")"))
                return unexpected();
            return inner;
        }
        return leaf();
    }

    Result<Expression> leaf()
    {
        static const QRegularExpression text(u"\"([^\"]*)\"|'([^']*)'"_s);
        static const QRegularExpression number(u"[0-9]+(?:\\.[0-9]+)?(?![\\w.-])"_s);
        static const QRegularExpression name(u"[\\w.]+(?:-[\\w.]+)*"_s, QRegularExpression::UseUnicodePropertiesOption);
        skip();
        const auto matched = [this](const QRegularExpression& pattern) {
            QRegularExpressionMatch match = pattern.match(m_text, m_at, QRegularExpression::NormalMatch,
                                                          QRegularExpression::AnchorAtOffsetMatchOption);
            if (match.hasMatch())
                m_at = match.capturedEnd();
            return match;
        };
        if (const auto match = matched(text); match.hasMatch())
            return madeText(match.captured(1) + match.captured(2));
        if (const auto match = matched(number); match.hasMatch())
            return madeNumber(match.captured().toDouble());
        if (const auto match = matched(name); match.hasMatch())
            return madeItem(match.captured().section(u'-', -1)); // of "section-item" the item
        return unexpected();
    }

    const QString& m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

Result<Expression> parseOpenEdc(const QString& text)
{
    return OpenEdcParser(text).run();
}

Result<Expression> parseOdmXpath(const QString& text)
{
    static const QRegularExpression value(
        u"(?:\\.\\./)?ItemData\\[\\s*@ItemOID\\s*=\\s*['\"]([^'\"\\]]+)['\"]\\s*\\]\\s*/\\s*@Value"
        "\\s*(=|!=|<=|>=|<|>)\\s*('[^']*'|\"[^\"]*\"|[0-9.]+)"_s);
    QString own = text;
    own.replace(value, u"surely([\\1] \\2 \\3)"_s);
    if (own.contains(u'@') || own.contains(u'/'))
        return fail(ErrorCode::Unsupported,
                    Message(QT_TRANSLATE_NOOP("messages", "The expression uses what cannot be run here: %1"), {text}),
                    u"column 1"_s);
    return parseExpression(own);
}

} // namespace sitebook
