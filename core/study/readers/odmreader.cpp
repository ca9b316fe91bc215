// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/odmreader.h"

#include "core/study/readers/odmnames.h"
#include "core/study/readers/odmreferences.h"
#include "core/study/readers/odmversionreader.h"

#include <algorithm>
#include <array>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

struct Namespace
{
    const char* uri;
    const char* version; // when the root names none
};
// ODM 1.1 had no namespace.
constexpr std::array<Namespace, 4> namespaces{{{"http://www.cdisc.org/ns/odm/v1.3", "1.3"},
                                               {"http://www.cdisc.org/ns/odm/v1.2", "1.2"},
                                               {"http://www.cdisc.org/ns/odm/v1.1", "1.1"},
                                               {"", "1.1"}}};

const Namespace* namespaceOf(const QString& uri)
{
    const auto found = std::find_if(namespaces.begin(), namespaces.end(),
                                    [&](const Namespace& each) { return uri == QLatin1String(each.uri); });
    return found == namespaces.end() ? nullptr : &*found;
}

QString noteFor(const QString& element)
{
    if (element == "ClinicalData"_L1 || element == "ReferenceData"_L1)
        return u"Data, not a definition; import it as data."_s;
    if (element == "AdminData"_L1)
        return u"Users and sites are the server's."_s;
    return u"The element has no use here."_s;
}

} // namespace

bool OdmReader::claims(const DialectProbe& probe)
{
    return probe.rootName == "ODM"_L1 && namespaceOf(probe.rootNamespace) &&
           (probe.rootVersion.isEmpty() || probe.rootVersion.startsWith("1."_L1));
}

Result<StudyFile> OdmReader::read(const QByteArray& document)
{
    XmlCursor cursor(document);
    if (!cursor.nextChild())
        return fail(cursor.error().value_or(Error()));
    return OdmReader(cursor).readDocument();
}

OdmReader::OdmReader(XmlCursor& cursor)
    : m_cursor(cursor)
    , m_source(cursor, m_report)
{
}

Result<StudyFile> OdmReader::readDocument()
{
    readRoot();
    SB_TRY(m_cursor.finish());
    if (!m_study)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "This file holds no study definition. Choose the "
                                                                      "file with the study's metadata."));
    m_study->studyOid = m_globals.oid;
    m_study->studyName = m_globals.name;
    m_study->description = m_globals.description;
    m_study->protocolName = m_globals.protocol.isEmpty() ? m_study->studyName : m_globals.protocol; // never empty
    dropDanglingReferences(*m_study, m_report);
    return StudyFile{std::make_shared<const StudyDefinition>(std::move(*m_study)), std::move(m_report)};
}

void OdmReader::readRoot()
{
    OdmNode root(m_cursor);
    const QString version = root.take("ODMVersion"_L1);
    const Namespace* known = namespaceOf(m_cursor.namespaceUri());
    m_report.version = version.isEmpty() && known ? QString::fromLatin1(known->version) : version;
    m_report.dialect = u"ODM "_s + m_report.version;
    // Who made the file and when is not part of the study.
    for (const char* attribute :
         {"FileType", "FileOID", "CreationDateTime", "Granularity", "Originator", "SourceSystem", "SourceSystemVersion",
          "AsOfDateTime", "PriorFileOID", "Archival", "Description", "ID"})
        static_cast<void>(root.take(QLatin1String(attribute)));
    m_source.accept(root);
    while (std::optional<OdmNode> child = m_source.nextChild()) {
        if (child->is("Study"_L1))
            readStudy(*child);
        else
            m_source.drop(*child, noteFor(child->name()));
    }
}

void OdmReader::readStudy(OdmNode& node)
{
    if (m_studyDone) {
        m_source.drop(node, u"A second study; one file gives one."_s);
        return;
    }
    m_units.clear();
    m_globals = {};
    m_globals.oid = node.take("OID"_L1);
    if (m_globals.oid.isEmpty()) {
        m_globals.oid = u"S.1"_s;
        m_source.approximated(node, u"It has no OID; it is called S.1."_s);
    }
    m_source.accept(node);
    while (std::optional<OdmNode> child = m_source.nextChild()) {
        if (child->is("MetaDataVersion"_L1)) {
            readVersion(*child);
            continue;
        }
        const bool globals = child->is("GlobalVariables"_L1);
        if (!globals && !child->is("BasicDefinitions"_L1)) {
            m_source.drop(*child, noteFor(child->name()));
            continue;
        }
        m_source.accept(*child);
        globals ? readGlobals() : readUnits();
    }
    if (m_globals.name.isEmpty()) {
        m_globals.name = m_globals.oid;
        m_source.approximated(node, u"It has no StudyName; the OID stands for it."_s);
    }
    m_studyDone = m_study.has_value();
}

void OdmReader::readGlobals()
{
    while (std::optional<OdmNode> child = m_source.nextChild()) {
        QString* target = child->is("StudyName"_L1)          ? &m_globals.name
                          : child->is("StudyDescription"_L1) ? &m_globals.description
                          : child->is("ProtocolName"_L1)     ? &m_globals.protocol
                                                             : nullptr;
        if (!target) {
            m_source.drop(*child, noteFor(child->name()));
            continue;
        }
        m_source.accept(*child);
        *target = m_source.text(*child);
    }
}

void OdmReader::readUnits()
{
    while (std::optional<OdmNode> child = m_source.nextChild()) {
        if (child->is("MeasurementUnit"_L1))
            readUnit(*child);
        else
            m_source.drop(*child, noteFor(child->name()));
    }
}

void OdmReader::readUnit(OdmNode& node)
{
    const QString oid = m_source.takeOid(node);
    if (oid.isEmpty())
        return;
    const QString name = m_source.takeName(node, oid);
    m_source.accept(node);
    TranslatedText symbol;
    while (std::optional<OdmNode> child = m_source.nextChild()) {
        if (!child->is("Symbol"_L1)) {
            m_source.drop(*child, noteFor(child->name()));
            continue;
        }
        m_source.accept(*child);
        symbol = m_source.texts();
    }
    const QString text = symbol.isEmpty() ? name : symbol.in(u"en"_s);
    for (const auto& [language, other] : symbol.all())
        if (other != text)
            m_source.approximated(node, u"One symbol for all languages: %1 (not %2)."_s.arg(text, other));
    m_units.insert(oid, text);
    // A unit's symbol makes no language of the study.
    static_cast<void>(m_source.takeLanguages());
}

void OdmReader::readVersion(OdmNode& node)
{
    const OdmSource::Mark start = m_source.mark();
    const std::optional<StudyDefinition> earlier = std::exchange(m_study, std::nullopt);
    OdmVersionReader reader(m_source, m_units, earlier ? &*earlier : nullptr);
    m_study = reader.read(node);
    if (!earlier || reader.includesEarlier()) {
        m_versionStart = earlier ? m_versionStart : start;
        return;
    }
    m_source.erase(m_versionStart, start);
    m_source.dropped(node, u"The version before it (%1): the last one counts."_s.arg(earlier->versionOid));
}

} // namespace sitebook
