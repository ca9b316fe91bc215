// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/redcaplexer.h"

#include <algorithm>
#include <array>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

using Kind = RedcapToken::Kind;

constexpr qsizetype longest = 100'000;
constexpr std::array<const char*, 16> symbols{"<>", "!=", "<=", ">=", "==", "<", ">", "=",
                                              "+",  "-",  "*",  "/",  "^",  "(", ")", ","};

class Lexer final
{
public:
    explicit Lexer(const QString& text)
        : m_text(text)
    {
    }

    Result<std::vector<RedcapToken>> run()
    {
        if (m_text.size() > longest)
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression is too long."), place(0));
        for (skip(); m_at < m_text.size(); skip())
            if (Result<> read = next(); !read)
                return fail(std::move(read).error());
        add(Kind::End, m_at, m_at, {});
        return std::move(m_tokens);
    }

private:
    static QString place(qsizetype at) { return u"column %1"_s.arg(at + 1); }

    QChar at(qsizetype index) const { return index < m_text.size() ? m_text[index] : QChar(); }

    void add(Kind kind, qsizetype start, qsizetype end, const QString& text)
    {
        m_tokens.push_back({kind, text, static_cast<int>(start) + 1});
        m_at = end;
    }

    void skip()
    {
        for (bool lineStart = m_at == 0; m_at < m_text.size();) {
            if (m_text[m_at].isSpace()) {
                lineStart = lineStart || m_text[m_at] == u'\n';
                ++m_at;
            } else if ((m_text[m_at] == u'/' && at(m_at + 1) == u'/') || (lineStart && m_text[m_at] == u'#')) {
                const qsizetype end = m_text.indexOf(u'\n', m_at);
                m_at = end < 0 ? m_text.size() : end;
            } else {
                return;
            }
        }
    }

    Result<> next()
    {
        const QChar letter = m_text[m_at];
        if (letter == u'\'' || letter == u'"')
            return enclosed(letter, Kind::Text);
        if (letter == u'[')
            return enclosed(u']', Kind::Field);
        if (letter.isDigit() || (letter == u'.' && at(m_at + 1).isDigit()))
            return number();
        if (letter.isLetter())
            return name();
        const auto symbol = std::find_if(symbols.begin(), symbols.end(), [this](const char* each) {
            return QStringView(m_text).sliced(m_at).startsWith(QLatin1String(each));
        });
        if (symbol == symbols.end())
            return fail(ErrorCode::Invalid,
                        Message(QT_TRANSLATE_NOOP("messages", "The expression cannot go on here with: %1"), {letter}),
                        place(m_at));
        const QString text = QString::fromLatin1(*symbol);
        add(Kind::Symbol, m_at, m_at + text.size(), text);
        return {};
    }

    Result<> enclosed(QChar end, Kind kind)
    {
        const qsizetype close = m_text.indexOf(end, m_at + 1);
        if (close < 0)
            return fail(ErrorCode::Invalid,
                        QT_TRANSLATE_NOOP("messages", "A quote or bracket of the expression is not closed."),
                        place(m_at));
        add(kind, m_at, close + 1, m_text.sliced(m_at + 1, close - m_at - 1));
        return {};
    }

    Result<> number()
    {
        qsizetype end = m_at;
        while (at(end).isDigit() || at(end) == u'.')
            ++end;
        const QString digits = m_text.sliced(m_at, end - m_at);
        bool good = false;
        (void)digits.toDouble(&good);
        if (!good)
            return fail(ErrorCode::Invalid,
                        Message(QT_TRANSLATE_NOOP("messages", "The expression cannot go on here with: %1"), {digits}),
                        place(m_at));
        add(Kind::Number, m_at, end, digits);
        return {};
    }

    Result<> name()
    {
        qsizetype end = m_at;
        while (at(end).isLetterOrNumber() || at(end) == u'_')
            ++end;
        add(Kind::Name, m_at, end, m_text.sliced(m_at, end - m_at).toLower());
        return {};
    }

    const QString& m_text;
    qsizetype m_at = 0;
    std::vector<RedcapToken> m_tokens;
};

} // namespace

Result<std::vector<RedcapToken>> tokeniseRedcap(const QString& text)
{
    return Lexer(text).run();
}

} // namespace sitebook
