// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/xpathlexer.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <array>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

using Kind = XpathToken::Kind;

constexpr qsizetype longest = 100'000;
constexpr std::array<const char*, 14> symbols{"!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "(", ")", ",", "[", "]"};

class Lexer final
{
public:
    explicit Lexer(const QString& text)
        : m_text(text)
    {
    }

    Result<std::vector<XpathToken>> run()
    {
        if (m_text.size() > longest)
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression is too long."),
                        u"column 1"_s);
        while (true) {
            while (m_at < m_text.size() && m_text[m_at].isSpace())
                ++m_at;
            if (m_at >= m_text.size())
                break;
            if (!next())
                return fail(
                    ErrorCode::Invalid,
                    Message(QT_TRANSLATE_NOOP("messages", "The expression cannot go on here with: %1"), {m_text[m_at]}),
                    u"column %1"_s.arg(m_at + 1));
        }
        add(Kind::End, m_at, {});
        return std::move(m_tokens);
    }

private:
    void add(Kind kind, qsizetype end, const QString& text)
    {
        m_tokens.push_back({kind, text, m_at, end});
        m_at = end;
    }

    // A word can be an operator only behind an operand.
    bool behindOperand() const
    {
        if (m_tokens.empty())
            return false;
        const XpathToken& last = m_tokens.back();
        return last.kind == Kind::Number || last.kind == Kind::Text || last.kind == Kind::Path ||
               (last.kind == Kind::Symbol && (last.text == ")"_L1 || last.text == "]"_L1));
    }

    // [L] is a letter a name begins with, N in brackets one it goes on with, in all scripts.
    static QRegularExpression pattern(QString shape)
    {
        static const QString further = u"\\w\\p{M}.\\-"_s;
        shape.replace(u"[L]"_s, u"[\\p{L}_]"_s).replace(u"[N"_s, u"["_s + further);
        shape.replace(u"[^N"_s, u"[^"_s + further);
        return QRegularExpression(shape, QRegularExpression::UseUnicodePropertiesOption);
    }

    bool take(const QRegularExpression& shape, Kind kind)
    {
        const QRegularExpressionMatch match =
            shape.match(m_text, m_at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return false;
        add(kind, match.capturedEnd(), match.captured(match.lastCapturedIndex()));
        return true;
    }

    bool next()
    {
        static const QRegularExpression number(u"[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+"_s);
        static const QRegularExpression operatorWord = pattern(u"(and|or|div|mod)(?![N])"_s);
        static const QRegularExpression function = pattern(u"([L][N]*(?::[L][N]*)?)(?=\\s*\\()"_s);
        static const QRegularExpression path = pattern(u"(?:current\\(\\)|\\.\\.?|\\$\\{[N]+\\}|[L][N:]*|/)"
                                                       "(?:/?(?:\\.\\.?|[L][N:]*)(?=/|[^N:]|$)|/)*"_s);
        const QChar letter = m_text[m_at];
        if (letter == u'\'' || letter == u'"') {
            const qsizetype close = m_text.indexOf(letter, m_at + 1);
            if (close < 0)
                return false;
            add(Kind::Text, close + 1, m_text.sliced(m_at + 1, close - m_at - 1));
            return true;
        }
        if (take(number, Kind::Number) || (behindOperand() && take(operatorWord, Kind::Symbol)))
            return true;
        if (!QStringView(m_text).sliced(m_at).startsWith(u"current()/") && take(function, Kind::Function))
            return true;
        for (const char* symbol : symbols)
            if (QStringView(m_text).sliced(m_at).startsWith(QLatin1String(symbol))) {
                add(Kind::Symbol, m_at + static_cast<qsizetype>(qstrlen(symbol)), QString::fromLatin1(symbol));
                return true;
            }
        return take(path, Kind::Path);
    }

    const QString& m_text;
    qsizetype m_at = 0;
    std::vector<XpathToken> m_tokens;
};

QString absolute(QString path, const QString& node)
{
    if (path.startsWith(u"${"))
        return path;
    QStringList steps;
    if (path.startsWith(u"current()"))
        path.remove(0, 9).prepend(u'.');
    if (!path.startsWith(u'/'))
        steps = node.split(u'/', Qt::SkipEmptyParts);
    // A bare name is a child of the node the expression stands at; prefixes tell no nodes apart here.
    for (const QString& step : path.split(u'/', Qt::SkipEmptyParts)) {
        if (step == ".."_L1) {
            if (!steps.isEmpty())
                steps.removeLast();
        } else if (step != "."_L1) {
            steps.append(step.mid(step.lastIndexOf(u':') + 1));
        }
    }
    return u'/' + steps.join(u'/');
}

} // namespace

Result<std::vector<XpathToken>> tokeniseXpath(const QString& text)
{
    return Lexer(text).run();
}

QString withAbsolutePaths(const QString& expression, const QString& node)
{
    const auto tokens = tokeniseXpath(expression);
    const bool filters = tokens && std::any_of(tokens->begin(), tokens->end(), [](const XpathToken& token) {
                             return token.kind == Kind::Symbol && token.text == "["_L1;
                         });
    if (!tokens || filters)
        return expression.trimmed();
    QString whole;
    qsizetype at = 0;
    for (const XpathToken& token : *tokens) {
        if (token.kind != Kind::Path)
            continue;
        whole += QStringView(expression).sliced(at, token.start - at);
        whole += absolute(expression.sliced(token.start, token.end - token.start), node);
        at = token.end;
    }
    whole += QStringView(expression).sliced(at);
    return whole.trimmed();
}

} // namespace sitebook
