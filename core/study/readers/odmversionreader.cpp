// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/odmversionreader.h"

#include "core/study/aliascontexts.h"
#include "core/study/dialects.h"
#include "core/study/readers/odmnames.h"
#include "core/study/readers/odmorder.h"

#include <array>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

bool isOfProtocol(const Alias& alias)
{
    return alias.context.startsWith("sitebook:identifier-"_L1) || alias.context == aliascontext::consentFirst;
}

QString useless()
{
    return u"The element has no use here."_s;
}

template <class T>
void rememberOids(QSet<QString>& included, QLatin1String kind, const std::vector<T>& list)
{
    for (const T& each : list)
        included.insert(kind + u' ' + each.oid);
}

} // namespace

OdmVersionReader::OdmVersionReader(OdmSource& source, const QHash<QString, QString>& units,
                                   const StudyDefinition* earlier)
    : m_source(source)
    , m_items(source, units)
    , m_earlier(earlier)
{
}

StudyDefinition OdmVersionReader::read(OdmNode& node)
{
    const QString oid = node.take("OID"_L1);
    const QString versionOid = oid.isEmpty() ? u"MDV.1"_s : oid;
    if (oid.isEmpty())
        m_source.approximated(node, u"It has no OID; it is called MDV.1."_s);
    const QString name = m_source.takeName(node, versionOid);
    m_source.accept(node);
    while (std::optional<OdmNode> child = m_source.nextChild())
        readChild(*child);
    orderEvents();
    reportOptional();
    m_study.versionOid = versionOid;
    m_study.versionName = name;
    m_study.languages += m_source.takeLanguages();
    m_study.languages.removeDuplicates();
    return std::move(m_study);
}

// A repeating section that is optional simply has no lines.
void OdmVersionReader::reportOptional()
{
    QSet<QString> repeating;
    for (const ItemGroupDef& group : m_study.groups)
        if (group.repeating)
            repeating.insert(group.oid);
    for (auto& [oid, entry] : m_optional)
        if (!repeating.contains(oid))
            m_source.approximated(std::move(entry));
}

void OdmVersionReader::readChild(OdmNode& child)
{
    struct Handler
    {
        QLatin1String name;
        void (OdmVersionReader::*read)(OdmNode&);
    };
    static constexpr std::array<Handler, 7> handlers{{{"Include"_L1, &OdmVersionReader::readInclude},
                                                      {"Protocol"_L1, &OdmVersionReader::readProtocol},
                                                      {"StudyEventDef"_L1, &OdmVersionReader::readEvent},
                                                      {"FormDef"_L1, &OdmVersionReader::readForm},
                                                      {"ItemGroupDef"_L1, &OdmVersionReader::readGroup},
                                                      {"ConditionDef"_L1, &OdmVersionReader::readCondition},
                                                      {"MethodDef"_L1, &OdmVersionReader::readMethod}}};
    for (const Handler& each : handlers) {
        if (child.is(each.name)) {
            (this->*each.read)(child);
            return;
        }
    }
    if (child.is("ItemDef"_L1)) {
        if (ItemDef item = m_items.readItem(child); !item.oid.isEmpty())
            put(m_study.items, std::move(item), child);
    } else if (child.is("CodeList"_L1)) {
        if (CodeList codes = m_items.readCodeList(child); !codes.oid.isEmpty())
            put(m_study.codeLists, std::move(codes), child);
    } else {
        m_source.drop(child, useless());
    }
}

void OdmVersionReader::readInclude(OdmNode& node)
{
    const QString version = node.take("MetaDataVersionOID"_L1);
    static_cast<void>(node.take("StudyOID"_L1)); // a version of another study cannot be in this file's study
    if (!m_earlier || m_earlier->versionOid != version) {
        m_source.drop(node, u"It includes a version that does not stand before it in the file."_s);
        return;
    }
    m_study = *m_earlier;
    m_includesEarlier = true;
    rememberOids(m_included, "StudyEventDef"_L1, m_study.events);
    rememberOids(m_included, "FormDef"_L1, m_study.forms);
    rememberOids(m_included, "ItemGroupDef"_L1, m_study.groups);
    rememberOids(m_included, "ItemDef"_L1, m_study.items);
    rememberOids(m_included, "CodeList"_L1, m_study.codeLists);
    rememberOids(m_included, "ConditionDef"_L1, m_study.conditions);
    rememberOids(m_included, "MethodDef"_L1, m_study.methods);
    m_source.accept(node);
    m_source.dropChildren();
}

void OdmVersionReader::readProtocol(OdmNode& node)
{
    std::vector<Alias> aliases;
    std::vector<int> orders;
    m_source.accept(node);
    m_eventRefs.clear();
    while (std::optional<OdmNode> child = m_source.nextChild()) {
        if (child->is("StudyEventRef"_L1)) {
            m_eventRefs.push_back({child->take("StudyEventOID"_L1), child->takeYes("Mandatory"_L1),
                                   child->take("CollectionExceptionConditionOID"_L1)});
            orders.push_back(child->takeNumber("OrderNumber"_L1, odm::noOrder));
            m_source.accept(*child);
            m_source.dropChildren();
        } else if (child->is("Alias"_L1)) {
            m_source.readAlias(*child, aliases);
            if (!aliases.empty() && !isOfProtocol(aliases.back())) {
                m_source.dropped(*child, u"The protocol keeps no such name."_s);
                aliases.pop_back();
            }
        } else {
            m_source.drop(*child, useless());
        }
    }
    odm::sortByOrder(m_eventRefs, orders);
    readProtocolAliases(node, aliases);
}

void OdmVersionReader::readProtocolAliases(const OdmNode& node, const std::vector<Alias>& aliases)
{
    QString pattern;
    QString format;
    std::optional<CheckDigit> checkDigit = CheckDigit::None;
    for (const Alias& alias : aliases) {
        if (alias.context == aliascontext::identifierPattern)
            pattern = alias.name;
        else if (alias.context == aliascontext::identifierFormat)
            format = alias.name;
        else if (alias.context == aliascontext::identifierCheckDigit)
            checkDigit = checkDigitFromWord(alias.name);
        else if (alias.context == aliascontext::consentFirst)
            m_study.consentFirst = alias.name == "yes"_L1;
    }
    if (!checkDigit)
        m_source.cursor().stop(
            Error(ErrorCode::Unreadable,
                  QT_TRANSLATE_NOOP("messages", "The study's check digit is not known. Name luhn, verhoeff or damm."),
                  node.place()));
    if (pattern.isEmpty())
        return;
    m_study.identifiers = IdentifierRule(pattern, format, checkDigit.value_or(CheckDigit::None));
    if (!m_study.identifiers.isValid())
        m_source.cursor().stop(
            Error(ErrorCode::Unreadable,
                  QT_TRANSLATE_NOOP("messages", "The study's identifier pattern is not a valid regular expression."),
                  node.place()));
}

template <class Rule>
void OdmVersionReader::readRule(OdmNode& node, Rule& rule)
{
    m_source.accept(node);
    while (std::optional<OdmNode> child = m_source.nextChild()) {
        if (child->is("Description"_L1)) {
            m_source.accept(*child);
            rule.description = m_source.texts();
        } else if (child->is("FormalExpression"_L1)) {
            const QString context = child->take("Context"_L1);
            m_source.accept(*child);
            rule.expressions.push_back({context, m_source.text(*child)});
        } else {
            m_source.drop(*child, useless());
        }
    }
    if (rule.description.isEmpty()) {
        rule.description.set({}, rule.name);
        m_source.approximated(node, u"It has no Description; the Name stands for it."_s);
    }
}

void OdmVersionReader::readCondition(OdmNode& node)
{
    ConditionDef condition;
    condition.oid = m_source.takeOid(node);
    if (condition.oid.isEmpty())
        return;
    condition.name = m_source.takeName(node, condition.oid);
    readRule(node, condition);
    const Result<Expression> expression = parseFormal(condition.expressions);
    if (!expression)
        m_source.approximated(
            node, expression.error().code == ErrorCode::Unsupported
                      ? u"No expression in a language known here; its items are always asked, and checked by hand."_s
                      : u"The expression is not readable: %1"_s.arg(expression.error().english()));
    put(m_study.conditions, std::move(condition), node);
}

void OdmVersionReader::readMethod(OdmNode& node)
{
    MethodDef method;
    method.oid = m_source.takeOid(node);
    if (method.oid.isEmpty())
        return;
    method.name = m_source.takeName(node, method.oid);
    const QString type = node.take("Type"_L1);
    if (!type.isEmpty())
        method.type = type;
    readRule(node, method);
    const Result<Expression> expression = parseFormal(method.expressions);
    if (method.expressions.empty())
        m_source.approximated(node, u"A method in words; its items are typed."_s);
    else if (!expression)
        m_source.approximated(
            node, expression.error().code == ErrorCode::Unsupported
                      ? u"No expression in a language known here; its items are typed and checked by hand."_s
                      : u"The expression is not readable: %1"_s.arg(expression.error().english()));
    put(m_study.methods, std::move(method), node);
}

// The protocol's order; events it does not name come after, as in the file.
void OdmVersionReader::orderEvents()
{
    std::vector<int> orders;
    for (EventDef& event : m_study.events) {
        const auto ref = std::find_if(m_eventRefs.begin(), m_eventRefs.end(),
                                      [&](const EventRef& each) { return each.oid == event.oid; });
        orders.push_back(ref == m_eventRefs.end() ? odm::noOrder : static_cast<int>(ref - m_eventRefs.begin()));
        if (ref == m_eventRefs.end())
            continue;
        event.mandatory = ref->mandatory;
        event.collectionExceptionConditionOid = ref->condition;
    }
    odm::sortByOrder(m_study.events, orders);
}

} // namespace sitebook
