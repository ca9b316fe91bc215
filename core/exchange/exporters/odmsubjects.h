// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exporters/subjectreader.h"

#include <QXmlStreamWriter>

namespace sitebook {

// Writes SubjectData elements. Reports are put in the study's order of events and forms, because ODM wants each
// (event, form, group) once in its parent.
class OdmSubjects final
{
public:
    // All must outlive the writer. `withPatient`: the patient's own fields are written too.
    OdmSubjects(const StudyDefinition& study, QXmlStreamWriter& xml, bool withPatient);

    void write(Subject& subject);

    [[nodiscard]] static QString locationOid(const SiteId& site);

private:
    struct GroupPlan
    {
        QString oid;
        bool repeating = false;
        QStringList items;
    };
    struct FormPlan
    {
        qsizetype order = 0;
        bool repeating = false;
        std::vector<GroupPlan> groups;
    };
    struct EventPlan
    {
        qsizetype order = 0;
        bool repeating = false;
    };
    struct Keys
    {
        int event = 0; // 0: no repeat key
        int form = 0;
    };

    [[nodiscard]] FormPlan planOf(const FormDef& form, qsizetype order) const;
    [[nodiscard]] Keys keysOf(const Report& report) const;
    void sort(std::vector<Report>& reports) const;
    void writePatient(const Patient& patient);
    void writeReports(const std::vector<Report>& reports);
    void writeForm(const Report& report);
    void writeGroup(const GroupPlan& group, const Fields& items);
    void writeLine(const GroupPlan& group, const Fields& items, int line); // 0: the group does not repeat
    void writeReportGroup(const Report& report);
    void writeItem(const QString& oid, const FieldValue& value);
    void writeText(const QString& oid, const QString& text);

    const StudyDefinition& m_study;
    QXmlStreamWriter& m_xml;
    bool m_withPatient;
    QHash<QString, FormPlan> m_forms;
    QHash<QString, EventPlan> m_events;
};

// The text without the characters XML 1.0 cannot hold (they become U+FFFD).
[[nodiscard]] QString xmlText(const QString& text);

} // namespace sitebook
