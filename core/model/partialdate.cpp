// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/partialdate.h"

#include <QLocale>
#include <QRegularExpression>
#include <array>

namespace sitebook {

namespace {

constexpr std::array<const char*, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                             "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

std::optional<int> number(QStringView text)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<int> monthNumber(QStringView name)
{
    for (size_t i = 0; i < months.size(); ++i)
        if (name.compare(QLatin1String(months.at(i)), Qt::CaseInsensitive) == 0)
            return static_cast<int>(i) + 1;
    return std::nullopt;
}

QString padded(int value, int width)
{
    return QStringLiteral("%1").arg(value, width, 10, QLatin1Char('0'));
}

tl::unexpected<Error> notADate()
{
    return fail(ErrorCode::Invalid,
                QT_TRANSLATE_NOOP("messages", "This is not a date. Type it as 2003-12-15, 15-DEC-2003 or 15122003; "
                                              "for an unknown day type UN-DEC-2003."));
}

// Year, month and day of "1961-04-02"; nothing when the text has another form.
std::optional<std::array<int, 3>> wholeIsoDate(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return std::nullopt;
    std::array<int, 3> parts{};
    for (const qsizetype at : {0, 1, 2, 3, 5, 6, 8, 9}) {
        const char16_t digit = text[at].unicode();
        if (digit < u'0' || digit > u'9')
            return std::nullopt;
        int& part = parts.at(at < 4 ? 0 : at < 7 ? 1 : 2);
        part = part * 10 + (digit - u'0');
    }
    return parts;
}

} // namespace

PartialDate::PartialDate(QDate date)
{
    if (date.isValid()) {
        m_year = date.year();
        m_month = date.month();
        m_day = date.day();
    }
}

Result<PartialDate> PartialDate::fromParts(std::optional<int> year, std::optional<int> month, std::optional<int> day)
{
    const bool yearFits = !year || (*year >= 1 && *year <= 9999);
    const bool monthFits = !month || (*month >= 1 && *month <= 12);
    if (!yearFits || !monthFits || (day && *day < 1) || (!year && !month && !day))
        return notADate();
    const int longest = month ? QDate(year.value_or(2000), *month, 1).daysInMonth() : 31;
    if (day && *day > longest) {
        return fail(ErrorCode::Invalid,
                    Message(QT_TRANSLATE_NOOP("messages", "This date does not exist: that month has only %1 days."),
                            {QString::number(longest)}));
    }
    PartialDate date;
    date.m_year = year;
    date.m_month = month;
    date.m_day = day;
    return date;
}

Result<PartialDate> PartialDate::parse(QStringView text)
{
    // Nearly all stored dates are whole ISO ones, and lists of 100,000 patients are read at once.
    if (const auto whole = wholeIsoDate(text))
        return fromParts(whole->at(0), whole->at(1), whole->at(2));
    static const QRegularExpression iso(
        QStringLiteral("^(?:(?<y>\\d{4})(?:-(?<m>\\d{2})(?:-(?<d>\\d{2}))?|---(?<dm>\\d{2}))?|--(?<m2>\\d{2})(?:-(?<d2>"
                       "\\d{2}))?|----(?<d3>\\d{2}))$"));
    static const QRegularExpression digits(QStringLiteral("^(\\d{2})(\\d{2})(\\d{4})$"));
    static const QRegularExpression named(QStringLiteral("^(\\d{1,2}|UN|UNK)[-/ ]([A-Z]{3}|UN)[-/ ](\\d{4}|UNK|UN)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const QString trimmed = text.trimmed().toString();
    if (const auto match = digits.match(trimmed); match.hasMatch())
        return fromParts(number(match.captured(3)), number(match.captured(2)), number(match.captured(1)));
    if (const auto match = iso.match(trimmed); match.hasMatch()) {
        const auto part = [&match](std::initializer_list<const char*> names) -> std::optional<int> {
            for (const char* name : names)
                if (const QString found = match.captured(QString::fromLatin1(name)); !found.isEmpty())
                    return number(found);
            return std::nullopt;
        };
        return fromParts(part({"y"}), part({"m", "m2"}), part({"d", "dm", "d2", "d3"}));
    }
    if (const auto match = named.match(trimmed); match.hasMatch()) {
        const QString name = match.captured(2).toUpper();
        const auto month = monthNumber(name);
        if (!month && name != u"UN" && name != u"UNK")
            return notADate();
        return fromParts(number(match.captured(3)), month, number(match.captured(1)));
    }
    return notADate();
}

QString PartialDate::toString() const
{
    if (isEmpty())
        return {};
    if (!m_day)
        return (m_year ? padded(*m_year, 4) : QStringLiteral("-")) +
               (m_month ? QString(u'-' + padded(*m_month, 2)) : QString());
    const QString year = m_year ? padded(*m_year, 4) : QStringLiteral("-");
    const QString month = m_month ? padded(*m_month, 2) : QStringLiteral("-");
    return year + u'-' + month + u'-' + padded(*m_day, 2);
}

QString PartialDate::toDisplay() const
{
    if (isEmpty())
        return {};
    const QString day = m_day ? padded(*m_day, 2) : QStringLiteral("UN");
    const QString month =
        m_month ? QString::fromLatin1(months.at(static_cast<size_t>(*m_month - 1))) : QStringLiteral("UNK");
    const QString shown = m_month ? QString(month.left(1) + month.mid(1).toLower()) : month;
    return day + u'-' + shown + u'-' + (m_year ? padded(*m_year, 4) : QStringLiteral("UNK"));
}

QDate PartialDate::date() const
{
    return isComplete() ? QDate(*m_year, *m_month, *m_day) : QDate();
}

PartialDate::Order PartialDate::compare(const PartialDate& other) const
{
    const std::array mine{m_year, m_month, m_day};
    const std::array theirs{other.m_year, other.m_month, other.m_day};
    for (size_t i = 0; i < mine.size(); ++i) {
        if (!mine.at(i) || !theirs.at(i))
            return Order::CannotTell;
        if (*mine.at(i) != *theirs.at(i))
            return *mine.at(i) < *theirs.at(i) ? Order::Before : Order::After;
    }
    return Order::Same;
}

} // namespace sitebook
