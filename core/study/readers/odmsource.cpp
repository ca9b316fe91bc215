// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/odmsource.h"

#include "core/study/languagetag.h"
#include "core/study/readers/cleantext.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String xmlNamespace("http://www.w3.org/XML/1998/namespace");
constexpr QLatin1String schemaInstance("http://www.w3.org/2001/XMLSchema-instance");

QString labelOf(const QString& name, const QXmlStreamAttributes& attributes)
{
    for (const QXmlStreamAttribute& each : attributes) {
        const QStringView key = each.qualifiedName();
        if (key.endsWith("OID"_L1) || key == "CodedValue"_L1 || key == "Context"_L1)
            return name + u' ' + each.value();
    }
    return name;
}

} // namespace

OdmNode::OdmNode(const XmlCursor& cursor)
    : m_name(cursor.name())
    , m_label(labelOf(cursor.qualifiedName(), cursor.attributes()))
    , m_place(cursor.place())
    , m_attributes(cursor.attributes())
{
}

QString OdmNode::take(QLatin1String attribute)
{
    for (qsizetype i = 0; i < m_attributes.size(); ++i) {
        if (m_attributes[i].namespaceUri().isEmpty() && m_attributes[i].name() == attribute) {
            m_taken.insert(i);
            return m_attributes[i].value().toString();
        }
    }
    return {};
}

int OdmNode::takeNumber(QLatin1String attribute, int absent)
{
    bool ok = false;
    const int number = take(attribute).toInt(&ok);
    return ok ? number : absent;
}

QString OdmNode::takeLanguage()
{
    for (qsizetype i = 0; i < m_attributes.size(); ++i) {
        if (m_attributes[i].namespaceUri() == xmlNamespace && m_attributes[i].name() == "lang"_L1) {
            m_taken.insert(i);
            return languageFromXml(m_attributes[i].value().toString());
        }
    }
    return {};
}

QStringList OdmNode::untaken() const
{
    QStringList names;
    for (qsizetype i = 0; i < m_attributes.size(); ++i)
        if (!m_taken.contains(i) && m_attributes[i].namespaceUri() != schemaInstance)
            names.append(m_attributes[i].qualifiedName().toString());
    return names;
}

OdmSource::OdmSource(XmlCursor& cursor, FidelityReport& report)
    : m_cursor(cursor)
    , m_report(report)
    , m_namespace(cursor.namespaceUri())
{
}

std::optional<OdmNode> OdmSource::nextChild()
{
    while (m_cursor.nextChild()) {
        const OdmNode node(m_cursor);
        if (m_cursor.namespaceUri() == m_namespace)
            return node;
        drop(node, u"An extension of another program."_s);
    }
    return std::nullopt;
}

void OdmSource::accept(const OdmNode& node)
{
    ++m_report.mapped;
    const QStringList attributes = node.untaken();
    for (const QString& attribute : attributes)
        m_report.dropped.push_back(
            {node.label() + u" @" + attribute, node.place(), u"The attribute has no use here."_s});
}

void OdmSource::approximated(const OdmNode& node, const QString& note)
{
    m_report.approximated.push_back({node.label(), node.place(), note});
}

void OdmSource::approximated(FidelityEntry entry)
{
    m_report.approximated.push_back(std::move(entry));
}

void OdmSource::dropped(const OdmNode& node, const QString& note)
{
    m_report.dropped.push_back({node.label(), node.place(), note});
}

void OdmSource::drop(const OdmNode& node, const QString& note)
{
    const int below = m_cursor.skip();
    dropped(node, below == 0 ? note : u"%1 With it %2 elements inside."_s.arg(note).arg(below));
}

void OdmSource::dropChildren()
{
    while (const std::optional<OdmNode> node = nextChild())
        drop(*node, u"The element has no use here."_s);
}

QString OdmSource::text(const OdmNode& node)
{
    int children = 0;
    QString text = cleanText(m_cursor.takeText(children));
    if (children > 0)
        approximated(node, u"The text is kept, its %1 elements of markup are not."_s.arg(children));
    return text;
}

TranslatedText OdmSource::texts()
{
    TranslatedText texts;
    while (std::optional<OdmNode> node = nextChild()) {
        if (!node->is("TranslatedText"_L1)) {
            drop(*node, u"The element has no use here."_s);
            continue;
        }
        const QString language = node->takeLanguage();
        accept(*node);
        const QString written = text(*node);
        if (written.isEmpty())
            continue;
        if (texts.all().contains(language)) {
            dropped(*node, u"A second text in the same language."_s);
            continue;
        }
        texts.set(language, written);
        if (!language.isEmpty() && !m_languages.contains(language))
            m_languages.append(language);
    }
    return texts;
}

void OdmSource::readAlias(OdmNode& node, std::vector<Alias>& aliases)
{
    Alias alias{node.take("Context"_L1), node.take("Name"_L1)};
    const bool known =
        std::any_of(aliases.begin(), aliases.end(), [&](const Alias& each) { return each.context == alias.context; });
    if (known || alias.context.isEmpty()) {
        drop(node, known ? u"A second Alias with the same Context."_s : u"The Alias has no Context."_s);
        return;
    }
    accept(node);
    dropChildren();
    aliases.push_back(std::move(alias));
}

QString OdmSource::takeOid(OdmNode& node)
{
    QString oid = node.take("OID"_L1);
    if (oid.isEmpty())
        drop(node, u"The element has no OID."_s);
    return oid;
}

QString OdmSource::takeName(OdmNode& node, const QString& oid)
{
    QString name = node.take("Name"_L1);
    if (!name.isEmpty())
        return name;
    approximated(node, u"It has no Name; the OID stands for it."_s);
    return oid;
}

OdmSource::Mark OdmSource::mark() const
{
    return {m_report.mapped, m_report.approximated.size(), m_report.dropped.size()};
}

void OdmSource::erase(const Mark& from, const Mark& to)
{
    const auto cut = [](std::vector<FidelityEntry>& entries, size_t begin, size_t end) {
        entries.erase(entries.begin() + static_cast<qsizetype>(begin), entries.begin() + static_cast<qsizetype>(end));
    };
    m_report.mapped -= to.mapped - from.mapped;
    cut(m_report.approximated, from.approximated, to.approximated);
    cut(m_report.dropped, from.dropped, to.dropped);
}

} // namespace sitebook
