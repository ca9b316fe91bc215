// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/likeness.h"

#include "core/workspace/searchkey.h"

#include <algorithm>
#include <array>

namespace sitebook {

namespace {

constexpr int worthALook = 75;
constexpr int otherSex = -15;

constexpr int scoreOf(NameLikeness name)
{
    constexpr std::array<int, 4> scores{0, 35, 40, 50};
    return scores.at(static_cast<size_t>(name));
}

constexpr int scoreOf(BirthLikeness birth)
{
    constexpr std::array<int, 6> scores{0, 10, 30, 35, 40, 50};
    return scores.at(static_cast<size_t>(birth));
}

bool isIdeograph(QChar c)
{
    return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana ||
           c.script() == QChar::Script_Katakana || c.script() == QChar::Script_Hangul;
}

// The names a name is made of, in order of the alphabet; of ideographs all together, in their order.
QStringList partsOf(const QString& name)
{
    QStringList parts;
    QString ideographs;
    QString part;
    const auto end = [&] {
        if (!part.isEmpty())
            parts.append(std::exchange(part, {}));
    };
    for (const QChar c : foldedForSearch(name)) {
        if (isIdeograph(c))
            ideographs += c;
        else if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            part += c;
        else if (c != u'\'' && c != u'’')
            end();
    }
    end();
    if (!ideographs.isEmpty())
        parts.append(ideographs);
    std::sort(parts.begin(), parts.end());
    return parts;
}

// Single letters that are wrong, missing, too many or exchanged with their neighbour; more than `most` counts as most
// + 1.
int slips(QStringView a, QStringView b, int most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    const auto width = static_cast<size_t>(b.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> above(width);
    std::vector<int> row(width);
    for (size_t j = 0; j < width; ++j)
        above[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (size_t j = 1; j < width; ++j) {
            const auto at = static_cast<qsizetype>(j);
            const bool same = a[i - 1] == b[at - 1];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
            if (i > 1 && at > 1 && a[i - 1] == b[at - 2] && a[i - 2] == b[at - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(above);
        above.swap(row);
    }
    return std::min(above[width - 1], most + 1);
}

NameLikeness likeness(const QStringList& a, const QStringList& b)
{
    if (a.isEmpty() || b.isEmpty())
        return NameLikeness::Different;
    const QString wholeA = a.join(u' ');
    const QString wholeB = b.join(u' ');
    if (wholeA == wholeB)
        return NameLikeness::Same;
    const qsizetype length = std::min(wholeA.size(), wholeB.size());
    const bool ideographs = isIdeograph(wholeA.front()) || isIdeograph(wholeB.front());
    const int allowed = length >= 10 ? 2 : (length >= 5 || (ideographs && length >= 3)) ? 1 : 0;
    if (allowed > 0 && slips(wholeA, wholeB, allowed) <= allowed)
        return NameLikeness::Similar;
    const QStringList& fewer = a.size() <= b.size() ? a : b;
    const QStringList& more = a.size() <= b.size() ? b : a;
    const bool part = fewer.size() >= 2 && std::includes(more.begin(), more.end(), fewer.begin(), fewer.end());
    return part ? NameLikeness::Part : NameLikeness::Different;
}

// yyyymmdd as a number: a million of them are compared while somebody types.
int numberOf(const PartialDate& date)
{
    return (*date.year() * 100 + *date.month()) * 100 + *date.day();
}

// One digit is another, or two neighbours are exchanged: such numbers differ by at most 81 in some place.
bool isOneSlip(int a, int b)
{
    constexpr int mostInOnePlace = 81; // 90 - 09
    int difference = std::abs(a - b);
    int place = 1;
    for (; difference != 0 && difference % 10 == 0; difference /= 10)
        place *= 10;
    if (difference == 0 || difference > mostInOnePlace)
        return false;
    const auto digit = [](int number, int at) { return number / at % 10; };
    int wrong = 0;
    for (int at = 1; at <= 10'000'000; at *= 10)
        wrong += digit(a, at) != digit(b, at) ? 1 : 0;
    const bool exchanged =
        wrong == 2 && digit(a, place) == digit(b, place * 10) && digit(b, place) == digit(a, place * 10);
    return wrong == 1 || exchanged;
}

} // namespace

NameLikeness nameLikeness(const QString& a, const QString& b)
{
    return likeness(partsOf(a), partsOf(b));
}

BirthLikeness birthLikeness(const PartialDate& a, const PartialDate& b)
{
    if (!a.year() || !b.year())
        return BirthLikeness::Unknown;
    if (a.isComplete() && b.isComplete()) {
        const int one = numberOf(a);
        const int other = numberOf(b);
        if (one == other)
            return BirthLikeness::Same;
        if (*a.year() == *b.year() && *a.month() == *b.day() && *a.day() == *b.month())
            return BirthLikeness::DayMonthExchanged;
        return isOneSlip(one, other) ? BirthLikeness::OneSlip : BirthLikeness::Different;
    }
    const auto agree = [](std::optional<int> x, std::optional<int> y) { return !x || !y || *x == *y; };
    return agree(a.year(), b.year()) && agree(a.month(), b.month()) && agree(a.day(), b.day())
               ? BirthLikeness::Compatible
               : BirthLikeness::Different;
}

std::vector<Likeness> likePatients(const PatientList& list, const Patient& typed, size_t most)
{
    std::vector<Likeness> found;
    const QStringList parts = partsOf(typed.name);
    if (parts.isEmpty() || !typed.dateOfBirth.year())
        return found;
    for (const PatientRow& row : list.rows()) {
        const BirthLikeness birth = birthLikeness(typed.dateOfBirth, row.dateOfBirth);
        if (birth < BirthLikeness::Compatible || row.recordId == typed.recordId)
            continue; // no name alone is worth a look; dates are compared in no time
        Likeness each{&row, likeness(parts, partsOf(row.name)), birth, 0};
        if (each.name == NameLikeness::Different)
            continue;
        const bool sexes = !typed.sex.isEmpty() && !row.sex.isEmpty() && typed.sex != u"U" && row.sex != u"U";
        each.score = scoreOf(each.name) + scoreOf(each.birth) + (sexes && typed.sex != row.sex ? otherSex : 0);
        if (each.score >= worthALook)
            found.push_back(each);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Likeness& a, const Likeness& b) { return a.score > b.score; });
    if (found.size() > most)
        found.resize(most);
    return found;
}

} // namespace sitebook
