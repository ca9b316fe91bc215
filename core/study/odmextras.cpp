// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/odmextras.h"

#include "core/study/aliascontexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace sitebook::odmextras {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<Control, const char*>, 11> controls{{{Control::Automatic, ""},
                                                                    {Control::Line, "line"},
                                                                    {Control::LongText, "long text"},
                                                                    {Control::Radio, "radio"},
                                                                    {Control::List, "list"},
                                                                    {Control::Slider, "slider"},
                                                                    {Control::File, "file"},
                                                                    {Control::Signature, "signature"},
                                                                    {Control::Barcode, "barcode"},
                                                                    {Control::Display, "display"},
                                                                    {Control::Location, "location"}}};

QString wordOf(Control control)
{
    for (const auto& [each, word] : controls)
        if (each == control)
            return QString::fromLatin1(word);
    return {};
}

Control controlOf(const QString& word)
{
    for (const auto& [control, each] : controls)
        if (word == QLatin1String(each))
            return control;
    return Control::Automatic;
}

QJsonObject jsonOf(const TranslatedText& texts)
{
    QJsonObject object;
    for (const auto& [language, text] : texts.all())
        object.insert(language, text);
    return object;
}

TranslatedText textsOf(const QJsonValue& value)
{
    TranslatedText texts;
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        texts.set(each.key(), each->toString());
    return texts;
}

// The flags and texts of an item, by the names they have in the file.
struct Flag
{
    const char* name;
    bool ItemDef::*member;
};
constexpr std::array<Flag, 5> flags{{{"multiple", &ItemDef::multiple},
                                     {"openChoice", &ItemDef::openChoice},
                                     {"identifying", &ItemDef::identifying},
                                     {"readOnly", &ItemDef::readOnly},
                                     {"hidden", &ItemDef::hidden}}};
struct Text
{
    const char* name;
    QString ItemDef::*member;
};
constexpr std::array<Text, 4> texts{{{"initial", &ItemDef::initial},
                                     {"pattern", &ItemDef::pattern},
                                     {"patternName", &ItemDef::patternName},
                                     {"matrix", &ItemDef::matrix}}};

std::vector<Alias> with(std::vector<Alias> aliases, const QJsonObject& more)
{
    if (!more.isEmpty())
        aliases.push_back({aliascontext::more, QString::fromUtf8(QJsonDocument(more).toJson(QJsonDocument::Compact))});
    return aliases;
}

QJsonObject takeFrom(std::vector<Alias>& aliases)
{
    const auto found = std::find_if(aliases.begin(), aliases.end(),
                                    [](const Alias& alias) { return alias.context == aliascontext::more; });
    if (found == aliases.end())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(found->name.toUtf8());
    if (document.isObject())
        aliases.erase(found);
    return document.object();
}

} // namespace

std::vector<Alias> aliasesOf(const ItemDef& item)
{
    QJsonObject more;
    if (item.control != Control::Automatic)
        more.insert(u"control"_s, wordOf(item.control));
    for (const Flag& flag : flags)
        if (item.*flag.member)
            more.insert(QLatin1String(flag.name), true);
    for (const Text& text : texts)
        if (!(item.*text.member).isEmpty())
            more.insert(QLatin1String(text.name), item.*text.member);
    if (!item.hint.isEmpty())
        more.insert(u"hint"_s, jsonOf(item.hint));
    QJsonArray anchors;
    for (const TranslatedText& anchor : item.anchors)
        anchors.append(jsonOf(anchor));
    if (!anchors.isEmpty())
        more.insert(u"anchors"_s, anchors);
    return with(item.aliases, more);
}

void take(ItemDef& item)
{
    const QJsonObject more = takeFrom(item.aliases);
    item.control = controlOf(more.value(u"control"_s).toString());
    for (const Flag& flag : flags)
        item.*flag.member = more.value(QLatin1String(flag.name)).toBool();
    for (const Text& text : texts)
        item.*text.member = more.value(QLatin1String(text.name)).toString();
    item.hint = textsOf(more.value(u"hint"_s));
    for (const auto& anchor : more.value(u"anchors"_s).toArray())
        item.anchors.push_back(textsOf(anchor));
}

std::vector<Alias> aliasesOf(const CodeListItem& item)
{
    return with(item.aliases, item.weight ? QJsonObject{{u"weight"_s, *item.weight}} : QJsonObject());
}

void take(CodeListItem& item)
{
    const QJsonObject more = takeFrom(item.aliases);
    if (more.value(u"weight"_s).isDouble())
        item.weight = more.value(u"weight"_s).toDouble();
}

std::vector<Alias> aliasesOf(const ItemGroupDef& group)
{
    QJsonObject more;
    if (group.level > 0)
        more.insert(u"level"_s, group.level);
    if (group.maxRepeats > 0)
        more.insert(u"maxRepeats"_s, group.maxRepeats);
    QJsonObject needed;
    for (const ItemRef& ref : group.items)
        if (!ref.mandatoryConditionOid.isEmpty())
            needed.insert(ref.itemOid, ref.mandatoryConditionOid);
    if (!needed.isEmpty())
        more.insert(u"mandatoryWhen"_s, needed);
    return with({}, more);
}

void take(ItemGroupDef& group, std::vector<Alias>& aliases)
{
    const QJsonObject more = takeFrom(aliases);
    group.level = more.value(u"level"_s).toInt();
    group.maxRepeats = more.value(u"maxRepeats"_s).toInt();
    const QJsonObject needed = more.value(u"mandatoryWhen"_s).toObject();
    for (ItemRef& ref : group.items)
        ref.mandatoryConditionOid = needed.value(ref.itemOid).toString();
}

std::vector<Alias> aliasesOf(const EventDef& event)
{
    QJsonObject more;
    if (!event.arm.isEmpty())
        more.insert(u"arm"_s, event.arm);
    if (event.targetDay)
        more.insert(u"targetDay"_s, *event.targetDay);
    if (event.windowBefore != 0)
        more.insert(u"windowBefore"_s, event.windowBefore);
    if (event.windowAfter != 0)
        more.insert(u"windowAfter"_s, event.windowAfter);
    return with(event.aliases, more);
}

void take(EventDef& event)
{
    const QJsonObject more = takeFrom(event.aliases);
    event.arm = more.value(u"arm"_s).toString();
    if (more.contains(u"targetDay"_s))
        event.targetDay = more.value(u"targetDay"_s).toInt();
    event.windowBefore = more.value(u"windowBefore"_s).toInt();
    event.windowAfter = more.value(u"windowAfter"_s).toInt();
}

} // namespace sitebook::odmextras
