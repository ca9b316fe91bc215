// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/odmwriter.h"

#include "core/study/aliascontexts.h"
#include "core/study/languagetag.h"
#include "core/study/odmextras.h"
#include "core/study/readers/odmnames.h"

#include <QDateTime>
#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

QString yesNo(bool value)
{
    return value ? u"Yes"_s : u"No"_s;
}
// OIDs and names must not be empty.
QString orElse(const QString& text, const QString& fallback)
{
    return text.isEmpty() ? fallback : text;
}

// The order of the children is the schema's.
class Writer final
{
public:
    Writer(QXmlStreamWriter& xml, const StudyDefinition& study)
        : m_xml(xml)
        , m_study(study)
    {
        for (const ItemDef& item : study.items)
            if (!item.unit.isEmpty() && !m_units.contains(item.unit))
                m_units.append(item.unit);
    }

    void run()
    {
        m_xml.writeStartElement(u"Study"_s);
        attribute("OID", orElse(m_study.studyOid, u"S.1"_s));
        writeGlobals();
        writeUnits();
        writeVersion();
        m_xml.writeEndElement();
    }

private:
    void attribute(const char* name, const QString& value) { m_xml.writeAttribute(QLatin1String(name), value); }
    void optionalAttribute(const char* name, const QString& value)
    {
        if (!value.isEmpty())
            attribute(name, value);
    }
    void start(const char* name) { m_xml.writeStartElement(QLatin1String(name)); }
    void end() { m_xml.writeEndElement(); }
    void textElement(const char* name, const QString& text) { m_xml.writeTextElement(QLatin1String(name), text); }

    void writeGlobals()
    {
        start("GlobalVariables");
        textElement("StudyName", orElse(m_study.studyName, m_study.studyOid));
        textElement("StudyDescription", m_study.description);
        textElement("ProtocolName", m_study.protocolName);
        end();
    }

    QString unitOid(const QString& unit) const { return u"MU.%1"_s.arg(m_units.indexOf(unit) + 1); }

    void writeUnits()
    {
        if (m_units.isEmpty())
            return;
        start("BasicDefinitions");
        for (const QString& unit : std::as_const(m_units)) {
            start("MeasurementUnit");
            attribute("OID", unitOid(unit));
            attribute("Name", unit);
            start("Symbol");
            textElement("TranslatedText", unit);
            end();
            end();
        }
        end();
    }

    void writeVersion()
    {
        start("MetaDataVersion");
        attribute("OID", orElse(m_study.versionOid, u"MDV.1"_s));
        attribute("Name", orElse(m_study.versionName, orElse(m_study.versionOid, u"MDV.1"_s)));
        writeProtocol();
        for (const EventDef& event : m_study.events)
            writeEvent(event);
        for (const FormDef& form : m_study.forms)
            writeForm(form);
        for (const ItemGroupDef& group : m_study.groups)
            writeGroup(group);
        for (const ItemDef& item : m_study.items)
            writeItem(item);
        for (const CodeList& codes : m_study.codeLists)
            writeCodeList(codes);
        for (const ConditionDef& condition : m_study.conditions) {
            startDefinition("ConditionDef", condition);
            writeRule(condition);
        }
        for (const MethodDef& method : m_study.methods) {
            startDefinition("MethodDef", method);
            attribute("Type", method.type);
            writeRule(method);
        }
        end();
    }

    template <class T>
    void startDefinition(const char* element, const T& definition)
    {
        start(element);
        attribute("OID", definition.oid);
        attribute("Name", orElse(definition.name, definition.oid));
    }

    void writeText(const QString& language, const QString& text)
    {
        start("TranslatedText");
        optionalAttribute("xml:lang", languageForXml(language));
        m_xml.writeCharacters(text);
        end();
    }

    // The study's own language first.
    void writeTexts(const char* element, const TranslatedText& texts)
    {
        if (texts.isEmpty())
            return;
        start(element);
        for (const QString& language : m_study.languages)
            if (const auto text = texts.all().find(language); text != texts.all().end())
                writeText(language, text->second);
        for (const auto& [language, text] : texts.all())
            if (!m_study.languages.contains(language))
                writeText(language, text);
        end();
    }

    void writeAliases(const std::vector<Alias>& aliases)
    {
        for (const Alias& alias : aliases) {
            start("Alias");
            attribute("Context", alias.context);
            attribute("Name", alias.name);
            end();
        }
    }

    void writeProtocol()
    {
        start("Protocol");
        for (const EventDef& event : m_study.events) {
            start("StudyEventRef");
            attribute("StudyEventOID", event.oid);
            attribute("Mandatory", yesNo(event.mandatory));
            optionalAttribute("CollectionExceptionConditionOID", event.collectionExceptionConditionOid);
            end();
        }
        const IdentifierRule& identifiers = m_study.identifiers;
        std::vector<Alias> aliases{{aliascontext::identifierPattern, identifiers.pattern()},
                                   {aliascontext::identifierFormat, identifiers.format()}};
        if (identifiers.checkDigit() != CheckDigit::None)
            aliases.push_back({aliascontext::identifierCheckDigit, checkDigitWord(identifiers.checkDigit())});
        if (m_study.consentFirst)
            aliases.push_back({aliascontext::consentFirst, QStringLiteral("yes")});
        writeAliases(aliases);
        end();
    }

    void writeEvent(const EventDef& event)
    {
        startDefinition("StudyEventDef", event);
        attribute("Repeating", yesNo(event.repeating));
        attribute("Type", odm::word(event.type));
        writeTexts("Description", event.description);
        for (const EventDef::FormRef& form : event.forms) {
            start("FormRef");
            attribute("FormOID", form.formOid);
            attribute("Mandatory", yesNo(form.mandatory));
            optionalAttribute("CollectionExceptionConditionOID", form.collectionExceptionConditionOid);
            end();
        }
        writeAliases(odmextras::aliasesOf(event));
        end();
    }

    void writeForm(const FormDef& form)
    {
        startDefinition("FormDef", form);
        attribute("Repeating", yesNo(form.repeating));
        writeTexts("Description", form.description);
        for (const ItemGroupRef& group : form.groups) {
            start("ItemGroupRef");
            attribute("ItemGroupOID", group.groupOid);
            attribute("Mandatory", yesNo(group.mandatory));
            optionalAttribute("CollectionExceptionConditionOID", group.collectionExceptionConditionOid);
            end();
        }
        writeAliases(form.aliases);
        end();
    }

    void writeGroup(const ItemGroupDef& group)
    {
        startDefinition("ItemGroupDef", group);
        attribute("Repeating", yesNo(group.repeating));
        writeTexts("Description", group.description);
        for (const ItemRef& ref : group.items) {
            start("ItemRef");
            attribute("ItemOID", ref.itemOid);
            attribute("Mandatory", yesNo(ref.mandatory));
            optionalAttribute("MethodOID", ref.methodOid);
            optionalAttribute("CollectionExceptionConditionOID", ref.collectionExceptionConditionOid);
            end();
        }
        writeAliases(odmextras::aliasesOf(group));
        end();
    }

    void writeItem(const ItemDef& item)
    {
        startDefinition("ItemDef", item);
        attribute("DataType", odm::word(item.dataType));
        if (item.length > 0)
            attribute("Length", QString::number(item.length));
        if (item.significantDigits > 0)
            attribute("SignificantDigits", QString::number(item.significantDigits));
        writeTexts("Description", item.description);
        writeTexts("Question", item.question);
        if (!item.unit.isEmpty()) {
            start("MeasurementUnitRef");
            attribute("MeasurementUnitOID", unitOid(item.unit));
            end();
        }
        for (const RangeCheck& range : item.rangeChecks)
            writeRange(range);
        if (!item.codeListOid.isEmpty()) {
            start("CodeListRef");
            attribute("CodeListOID", item.codeListOid);
            end();
        }
        writeAliases(odmextras::aliasesOf(item));
        end();
    }

    void writeRange(const RangeCheck& range)
    {
        start("RangeCheck");
        if (range.expressions.empty())
            attribute("Comparator", odm::word(range.comparator));
        attribute("SoftHard", range.hard ? u"Hard"_s : u"Soft"_s);
        writeExpressions(range.expressions);
        for (const QString& value : range.values)
            textElement("CheckValue", value);
        writeTexts("ErrorMessage", range.errorMessage);
        end();
    }

    void writeCodeList(const CodeList& codes)
    {
        startDefinition("CodeList", codes);
        attribute("DataType", odm::codeListWord(codes.dataType));
        if (codes.items.empty()) {
            start("ExternalCodeList");
            end();
        }
        // Items that have no name of their own were EnumeratedItems; a list has one kind.
        const bool enumerated = std::all_of(codes.items.begin(), codes.items.end(), [](const CodeListItem& item) {
            return item.decode.all().size() == 1 && item.decode.all().contains({}) &&
                   item.decode.in({}) == item.codedValue;
        });
        for (const CodeListItem& item : codes.items) {
            start(enumerated ? "EnumeratedItem" : "CodeListItem");
            attribute("CodedValue", item.codedValue);
            if (!enumerated)
                writeTexts("Decode", item.decode);
            writeAliases(odmextras::aliasesOf(item));
            end();
        }
        end();
    }

    // What conditions and methods have in common; closes the element.
    template <class Rule>
    void writeRule(const Rule& rule)
    {
        if (rule.description.isEmpty()) {
            start("Description");
            writeText({}, orElse(rule.name, rule.oid));
            end();
        }
        writeTexts("Description", rule.description);
        writeExpressions(rule.expressions);
        end();
    }

    void writeExpressions(const std::vector<FormalExpression>& expressions)
    {
        for (const FormalExpression& expression : expressions) {
            start("FormalExpression");
            attribute("Context", orElse(expression.context, u"unknown"_s));
            m_xml.writeCharacters(expression.text);
            end();
        }
    }

    QXmlStreamWriter& m_xml;
    const StudyDefinition& m_study;
    QStringList m_units;
};

} // namespace

void writeStudy(QXmlStreamWriter& xml, const StudyDefinition& study)
{
    Writer(xml, study).run();
}

Result<> writeStudyFile(QIODevice& device, const StudyDefinition& study, qint64 nowUtcMs)
{
    QXmlStreamWriter xml(&device);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"ODM"_s);
    xml.writeDefaultNamespace(odm::namespace13);
    xml.writeAttribute(u"FileType"_s, u"Snapshot"_s);
    xml.writeAttribute(u"FileOID"_s, study.studyOid + u'/' + study.versionOid);
    xml.writeAttribute(u"Granularity"_s, u"Metadata"_s);
    xml.writeAttribute(u"CreationDateTime"_s,
                       QDateTime::fromMSecsSinceEpoch(nowUtcMs, Qt::UTC).toString(Qt::ISODateWithMs));
    xml.writeAttribute(u"ODMVersion"_s, u"1.3.2"_s);
    xml.writeAttribute(u"SourceSystem"_s, u"Sitebook"_s);
    xml.writeAttribute(u"SourceSystemVersion"_s, QStringLiteral(SITEBOOK_VERSION));
    writeStudy(xml, study);
    xml.writeEndElement();
    xml.writeEndDocument();
    if (xml.hasError())
        return fail(ErrorCode::NotWritable,
                    Message(QT_TRANSLATE_NOOP("messages", "The study cannot be written: %1"), {device.errorString()}));
    return {};
}

} // namespace sitebook
