// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/dialect.h"
#include "core/study/readers/redcapfield.h"
#include "core/study/readers/xmlcursor.h"

#include <QHash>
#include <QSet>

namespace sitebook {

// Reads REDCap's project XML: ODM 1.3.1 with attributes of its own, which say everything the data dictionary says, and
// events besides. The fields become the same items as from the dictionary (RedcapBuilder); a checkbox, in ODM one item
// a choice, is one item again. Project settings, users and patients' data are reported as left out.
class RedcapOdmReader final
{
public:
    // ODM 1.x that declares REDCap's namespace.
    [[nodiscard]] static bool claims(const DialectProbe& probe);
    [[nodiscard]] static Result<StudyFile> read(const QByteArray& document);

private:
    explicit RedcapOdmReader(const QByteArray& document)
        : m_cursor(document)
    {
    }
    [[nodiscard]] Result<StudyFile> readDocument();
    void readStudy();
    void readGlobals();
    void readRepeating();
    void readVersion();
    void readEvent();
    void readForm();
    void readGroup();
    void readItem();
    void readRange(RedcapField& field);
    void readCodeList();
    [[nodiscard]] QString question();
    [[nodiscard]] QString choiceText();
    [[nodiscard]] StudyDefinition assembled();
    void addEvents(StudyDefinition& study);

    [[nodiscard]] QString attribute(const char* name) const
    {
        return m_cursor.attributes().value(QLatin1String(name)).toString();
    }
    void drop(const QString& note);
    [[nodiscard]] QString text();

    struct Form
    {
        QString name;
        QStringList groups;
    };
    XmlCursor m_cursor;
    FidelityReport m_report;
    StudyDefinition m_study; // names and events
    std::vector<Form> m_forms;
    QHash<QString, QStringList> m_groups; // OID -> variables, each once
    QHash<QString, RedcapField> m_fields; // by variable
    QHash<QString, QString> m_choices;    // code list OID -> choices as in a dictionary's cell
    QHash<QString, QString> m_listOf;     // variable -> code list OID
    QStringList m_eventOrder;
    QSet<QString> m_repeatingForms;  // by form name
    QSet<QString> m_repeatingEvents; // by unique event name
    bool m_hasVersion = false;
};

} // namespace sitebook
