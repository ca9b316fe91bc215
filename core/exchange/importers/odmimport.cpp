// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/odmimport.h"

#include "core/exchange/recordforms.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

// Reads one file, subject by subject.
class OdmReader final
{
public:
    OdmReader(QIODevice& device, PlanBuilder& plan)
        : m_xml(&device)
        , m_plan(plan)
    {
    }

    Result<> read()
    {
        while (m_xml.readNext() != QXmlStreamReader::StartElement) {
            SB_TRY(check());
            if (m_xml.atEnd())
                break;
        }
        SB_TRY(check());
        if (m_xml.name() != u"ODM")
            return fail(ErrorCode::Unsupported,
                        QT_TRANSLATE_NOOP("messages", "This XML file is not ODM. Choose another one."));
        m_own = m_xml.attributes().value(u"SourceSystem"_s) == recordforms::program;
        m_plan.setFormat(u"ODM-XML "_s + m_xml.attributes().value(u"ODMVersion"_s).toString());
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            SB_TRY(check());
            if (m_xml.isStartElement()) {
                SB_TRY(element());
            }
        }
        SB_TRY(check());
        return m_clinical
                   ? Result<>()
                   : fail(ErrorCode::Unsupported,
                          QT_TRANSLATE_NOOP(
                              "messages",
                              "This ODM file holds a study definition but no patients. Choose an export of data."));
    }

private:
    Result<> check() const
    {
        const bool dtd = m_xml.tokenType() == QXmlStreamReader::DTD;
        if (!m_xml.hasError() && !dtd)
            return {};
        const QString place =
            QStringLiteral("line %1, column %2").arg(m_xml.lineNumber()).arg(m_xml.columnNumber() + 1);
        if (m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError) {
            return fail(ErrorCode::Unreadable,
                        QT_TRANSLATE_NOOP("messages", "The file ends in the middle. It may be cut off; get it again."),
                        place);
        }
        return fail(ErrorCode::Unreadable,
                    QT_TRANSLATE_NOOP("messages", "This is not valid XML. The file may be damaged; get it again."),
                    place);
    }

    Result<> element()
    {
        if (m_xml.name() == u"ClinicalData")
            m_clinical = true;
        else if (m_xml.name() == u"SubjectData")
            return subject();
        return {};
    }

    // Calls `sink` for each direct child element; the sink must read or skip it whole.
    template <class Sink>
    Result<> children(Sink sink)
    {
        while (m_xml.readNextStartElement()) {
            SB_TRY(sink());
        }
        return check();
    }

    Result<> subject()
    {
        m_patient = {};
        m_patient.where = where();
        m_patient.identifier = attribute(u"SubjectKey"_s);
        m_hasPatient = false;
        m_reports.clear();
        SB_TRY(children([this]() -> Result<> {
            if (m_xml.name() == u"StudyEventData")
                return event();
            if (m_xml.name() == u"SiteRef" && !m_own)
                m_patient.siteId = attribute(u"LocationOID"_s);
            m_xml.skipCurrentElement();
            return {};
        }));
        if (m_hasPatient || (!m_own && !m_plan.knowsPatient(m_patient.identifier))) {
            SB_TRY(m_plan.addPatient(m_patient));
        }
        for (const SourceReport& report : m_reports) {
            SB_TRY(m_plan.addReport(report));
        }
        return {};
    }

    Result<> event()
    {
        const QString oid = attribute(u"StudyEventOID"_s);
        const int repeat = attribute(u"StudyEventRepeatKey"_s).toInt();
        return children([&]() -> Result<> {
            if (m_xml.name() == u"FormData")
                return form(oid, repeat);
            m_xml.skipCurrentElement();
            return {};
        });
    }

    Result<> form(const QString& eventOid, int eventRepeat)
    {
        SourceReport report;
        report.where = where();
        report.patient = m_patient.identifier;
        report.eventOid = eventOid;
        const EventDef* known = m_plan.study().event(eventOid);
        report.visit = known && !known->name.isEmpty() ? known->name : eventOid;
        report.formOid = attribute(u"FormOID"_s);
        const int formRepeat = attribute(u"FormRepeatKey"_s).toInt();
        report.repeat = qMax(1, formRepeat > 0 ? formRepeat : eventRepeat);
        const bool isPatient = report.formOid == recordforms::patientForm;
        QHash<QString, int> lines; // ItemGroupData seen, by group
        m_hasPatient = m_hasPatient || isPatient;
        SB_TRY(children([&]() -> Result<> {
            if (m_xml.name() != u"ItemGroupData") {
                m_xml.skipCurrentElement();
                return {};
            }
            const int line = lineOf(lines);
            return children([&]() { return item(report, line); });
        }));
        if (!isPatient)
            m_reports.push_back(std::move(report));
        return {};
    }

    // The line of the ItemGroupData in hand: its repeat key, or which of its group it is where the key is no number.
    int lineOf(QHash<QString, int>& seen) const
    {
        constexpr int highest = 999'999;
        const int ordinal = ++seen[attribute(u"ItemGroupOID"_s)];
        const int key = attribute(u"ItemGroupRepeatKey"_s).toInt();
        return key > 0 && key <= highest ? key : ordinal;
    }

    Result<> item(SourceReport& report, int line)
    {
        // ItemDataInteger and its like hold the value as text.
        const bool typed = m_xml.name().startsWith(u"ItemData") && m_xml.name() != u"ItemData";
        if (!typed && m_xml.name() != u"ItemData") {
            m_xml.skipCurrentElement();
            return {};
        }
        const QString oid = attribute(u"ItemOID"_s);
        const bool null = attribute(u"IsNull"_s) == u"Yes";
        QString text = attribute(u"Value"_s);
        MissingReason missing = null ? MissingReason::Unknown : MissingReason::None;
        if (typed)
            text = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
        else {
            SB_TRY(annotations(missing));
        }
        if (oid.startsWith(recordforms::patientItemPrefix))
            patientField(oid.mid(recordforms::patientItemPrefix.size()), text);
        else if (oid.startsWith(recordforms::reportItemPrefix))
            reportField(oid.mid(recordforms::reportItemPrefix.size()), text, report);
        else if (null)
            report.answers.push_back({{}, oid, {}, missing, line});
        else if (!text.isEmpty())
            report.answers.push_back({{}, oid, {text}, MissingReason::None, line});
        return check();
    }

    Result<> annotations(MissingReason& missing)
    {
        return children([&]() -> Result<> {
            if (m_xml.name() != u"Annotation") {
                m_xml.skipCurrentElement();
                return {};
            }
            return children([&]() { return flag(missing); });
        });
    }

    Result<> flag(MissingReason& missing)
    {
        return children([&]() -> Result<> {
            const bool reason =
                m_xml.name() == u"FlagValue" && attribute(u"CodeListOID"_s) == recordforms::missingCodeList;
            const QString text = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
            if (const auto code = reason ? missingFromCode(text) : std::nullopt)
                missing = *code;
            return {};
        });
    }

    void patientField(const QString& name, const QString& text)
    {
        if (name == field::name)
            m_patient.name = text;
        else if (name == field::dateOfBirth)
            m_patient.dateOfBirth = text;
        else if (name == field::sex)
            m_patient.sex = text;
        else if (name == field::siteId)
            m_patient.siteId = text;
        else if (name == field::status)
            m_patient.status = text;
        else if (name == field::isEnrolled)
            m_patient.isEnrolled = text == u"true";
        else if (name == field::consentDate)
            m_patient.consentDate = text;
        else if (name == field::aliases)
            m_patient.aliases = text.split(u'\n');
    }

    static void reportField(const QString& name, const QString& text, SourceReport& report)
    {
        if (name == field::status)
            report.status = text;
        else if (name == field::reportDate)
            report.reportDate = text;
        else if (name == field::originator)
            report.originator = text;
    }

    QString attribute(const QString& name) const { return m_xml.attributes().value(name).toString(); }
    QString where() const { return QStringLiteral("line %1").arg(m_xml.lineNumber()); }

    QXmlStreamReader m_xml;
    PlanBuilder& m_plan;
    bool m_own = false;
    bool m_clinical = false;
    bool m_hasPatient = false;
    SourcePatient m_patient;
    std::vector<SourceReport> m_reports;
};

} // namespace

Result<> importOdm(QIODevice& device, PlanBuilder& plan)
{
    return OdmReader(device, plan).read();
}

} // namespace sitebook
