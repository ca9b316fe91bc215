// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/expressionlexer.h"

#include <array>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

using Kind = ExpressionToken::Kind;
constexpr size_t maximumTokens = 4096; // bounds the tree and with it every recursion over it

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
bool beginsName(QChar c)
{
    return c.isLetter() || c == u'_';
}
bool isInName(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.';
}

QString place(qsizetype at)
{
    return u"column %1"_s.arg(at + 1);
}

class Lexer final
{
public:
    explicit Lexer(const QString& text)
        : m_text(text)
    {
    }

    Result<std::vector<ExpressionToken>> run()
    {
        while (true) {
            while (m_at < m_text.size() && m_text[m_at].isSpace())
                ++m_at;
            if (m_at >= m_text.size())
                break;
            if (m_tokens.size() >= maximumTokens)
                return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression is too long."),
                            place(m_at));
            SB_TRY(next());
        }
        put(Kind::End, {}, m_at);
        return std::move(m_tokens);
    }

private:
    Result<> next()
    {
        const QChar c = m_text[m_at];
        if (isDigit(c) || (c == u'.' && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1])))
            return number();
        if (beginsName(c))
            return name();
        if (c == u'\'' || c == u'"')
            return quoted(c, Kind::Text);
        if (c == u'[')
            return quoted(u']', Kind::BracketedName);
        return symbol();
    }

    Result<> number()
    {
        const qsizetype start = m_at;
        bool point = false;
        while (m_at < m_text.size() && (isDigit(m_text[m_at]) || (!point && m_text[m_at] == u'.')))
            point = m_text[m_at++] == u'.' || point;
        put(Kind::Number, m_text.mid(start, m_at - start), start);
        return {};
    }

    Result<> name()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && isInName(m_text[m_at]))
            ++m_at;
        put(Kind::Name, m_text.mid(start, m_at - start), start);
        return {};
    }

    // A closing quote written twice stands for itself.
    Result<> quoted(QChar close, Kind kind)
    {
        const qsizetype start = m_at++;
        QString inner;
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == close) {
                if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != close) {
                    ++m_at;
                    put(kind, inner, start);
                    return {};
                }
                ++m_at;
            }
            inner += m_text[m_at];
        }
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "A quoted text in the expression has no end."),
                    place(start));
    }

    Result<> symbol()
    {
        static constexpr std::array<const char*, 14> symbols{"<=", ">=", "<>", "!=", "==", "<", ">",
                                                             "=",  "+",  "-",  "*",  "/",  "(", ")"};
        const QStringView rest = QStringView(m_text).mid(m_at);
        for (const char* each : symbols) {
            const QLatin1String text(each);
            if (rest.startsWith(text)) {
                put(Kind::Symbol, text, m_at);
                m_at += text.size();
                return {};
            }
        }
        if (rest.startsWith(u',')) {
            put(Kind::Symbol, u","_s, m_at++);
            return {};
        }
        return fail(ErrorCode::Invalid,
                    Message(QT_TRANSLATE_NOOP("messages", "The expression holds a sign that has no meaning: %1"),
                            {QString(rest.front())}),
                    place(m_at));
    }

    void put(Kind kind, const QString& text, qsizetype at)
    {
        m_tokens.push_back({kind, text, static_cast<int>(at) + 1});
    }

    const QString& m_text;
    qsizetype m_at = 0;
    std::vector<ExpressionToken> m_tokens;
};

} // namespace

Result<std::vector<ExpressionToken>> tokenise(const QString& text)
{
    return Lexer(text).run();
}

} // namespace sitebook
