// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/definition.h"

#include "core/study/aliascontexts.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

template <class T>
const T* byOid(const std::vector<T>& list, QStringView oid)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& each) { return each.oid == oid; });
    return found == list.end() ? nullptr : &*found;
}

// "zh" of "zh-Hans-CN" and of "zh_CN".
QString primaryTag(const QString& language)
{
    qsizetype end = 0;
    while (end < language.size() && language[end] != u'-' && language[end] != u'_')
        ++end;
    return language.left(end).toLower();
}

QString aliasOf(const std::vector<Alias>& aliases, const QString& context)
{
    const auto found =
        std::find_if(aliases.begin(), aliases.end(), [&](const Alias& alias) { return alias.context == context; });
    return found == aliases.end() ? QString() : found->name;
}

std::vector<ScoreBand> bandsFrom(const CodeList* codes)
{
    std::vector<ScoreBand> bands;
    if (!codes)
        return bands;
    for (const CodeListItem& item : codes->items) {
        const QStringList ends = item.codedValue.split(u".."_s);
        bool fromOk = false;
        bool toOk = false;
        const ScoreBand band{ends.first().toDouble(&fromOk), ends.last().toDouble(&toOk), item.decode};
        if (ends.size() == 2 && fromOk && toOk)
            bands.push_back(band);
    }
    std::sort(bands.begin(), bands.end(), [](const ScoreBand& a, const ScoreBand& b) { return a.from < b.from; });
    return bands;
}

QString expressionOf(const MethodDef& method)
{
    const auto own = std::find_if(method.expressions.begin(), method.expressions.end(),
                                  [](const FormalExpression& each) { return each.context == "sitebook"_L1; });
    return own == method.expressions.end() ? method.expressions.front().text : own->text;
}

std::optional<ScoreDef> scoreOf(const StudyDefinition& study, const ItemRef& ref)
{
    if (ref.methodOid.isEmpty())
        return std::nullopt;
    const ItemDef* item = study.item(ref.itemOid);
    const MethodDef* method = byOid(study.methods, ref.methodOid);
    if (!item || !method || method->type != "Computation"_L1 || method->expressions.empty())
        return std::nullopt;
    ScoreDef score;
    score.itemOid = item->oid;
    score.expression = expressionOf(*method);
    score.bands = bandsFrom(study.codeList(aliasOf(item->aliases, aliascontext::scoreBands)));
    bool ok = false;
    score.maximum = aliasOf(item->aliases, aliascontext::scoreMaximum).toDouble(&ok);
    if (!ok && !score.bands.empty())
        score.maximum = score.bands.back().to;
    return score;
}

} // namespace

QString TranslatedText::in(const QString& language) const
{
    const auto first = [this](auto&& matches) {
        const auto found = std::find_if(m_texts.begin(), m_texts.end(), [&](const auto& each) {
            return !each.second.trimmed().isEmpty() && matches(each.first);
        });
        return found == m_texts.end() ? nullptr : &found->second;
    };
    const QString primary = primaryTag(language);
    const QString* text = first([&](const QString& tag) { return tag.compare(language, Qt::CaseInsensitive) == 0; });
    if (!text)
        text = first([&](const QString& tag) { return tag == primary; });
    if (!text)
        text = first([&](const QString& tag) { return primaryTag(tag) == primary; });
    if (!text)
        text = first([](const QString& tag) { return tag.isEmpty(); });
    if (!text)
        text = first([](const QString& tag) { return primaryTag(tag) == "en"_L1; });
    if (!text)
        text = first([](const QString&) { return true; });
    return text ? *text : QString();
}

const CodeListItem* CodeList::find(QStringView codedValue) const
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const CodeListItem& item) { return item.codedValue == codedValue; });
    return found == items.end() ? nullptr : &*found;
}

namespace {

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar each : text)
        if (each >= u'0' && each <= u'9')
            digits += each;
    return digits;
}

} // namespace

IdentifierRule::IdentifierRule(const QString& pattern, QString format, CheckDigit checkDigit)
    : m_pattern(pattern)
    , m_whole(u"\\A(?:"_s + pattern + u")\\z"_s)
    , m_format(std::move(format))
    , m_checkDigit(checkDigit)
{
}

bool IdentifierRule::accepts(QStringView identifier) const
{
    return looksRight(identifier) && hasRightCheckDigit(m_checkDigit, identifier);
}

bool IdentifierRule::looksRight(QStringView identifier) const
{
    return m_whole.isValid() && !identifier.isEmpty() && m_whole.match(identifier.toString()).hasMatch();
}

QString IdentifierRule::nth(int number) const
{
    static const QRegularExpression place(u"%(?:(%)|(c)|(?:0([1-9]))?d)"_s);
    if (number < 1)
        return {};
    QString text;
    qsizetype from = 0;
    qsizetype checkAt = -1; // where the check digit goes
    int numbers = 0;
    bool named = false; // its place is
    for (auto each = place.globalMatch(m_format); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        text += QStringView(m_format).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (match.hasCaptured(1)) {
            text += u'%';
        } else if (match.hasCaptured(2)) {
            checkAt = text.size();
            named = true;
        } else {
            text += QString::number(number).rightJustified(match.captured(3).toInt(), u'0');
            ++numbers;
            if (!named)
                checkAt = text.size();
        }
    }
    text += QStringView(m_format).mid(from);
    if (m_checkDigit != CheckDigit::None && checkAt >= 0)
        text.insert(checkAt, checkDigitOf(m_checkDigit, digitsOf(QStringView(text).left(checkAt))));
    return numbers == 1 && accepts(text) ? text : QString();
}

const EventDef* StudyDefinition::event(QStringView oid) const
{
    return byOid(events, oid);
}
const FormDef* StudyDefinition::form(QStringView oid) const
{
    return byOid(forms, oid);
}
const ItemGroupDef* StudyDefinition::group(QStringView oid) const
{
    return byOid(groups, oid);
}
const ItemDef* StudyDefinition::item(QStringView oid) const
{
    return byOid(items, oid);
}
const CodeList* StudyDefinition::codeList(QStringView oid) const
{
    return byOid(codeLists, oid);
}

std::vector<ScoreDef> StudyDefinition::scoresOf(const FormDef& form) const
{
    std::vector<ScoreDef> scores;
    for (const ItemGroupRef& groupRef : form.groups) {
        const ItemGroupDef* section = group(groupRef.groupOid);
        if (!section)
            continue;
        for (const ItemRef& ref : section->items)
            if (std::optional<ScoreDef> score = scoreOf(*this, ref))
                scores.push_back(std::move(*score));
    }
    return scores;
}

} // namespace sitebook
