// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importers/planbuilder.h"

namespace sitebook {

// The data export of a REDCap project (CSV, raw values or labels) whose definition is the workspace's study: the record
// in the first column, then redcap_event_name, redcap_repeat_instrument and redcap_repeat_instance where the project
// has them, fields by variable, checkboxes as "field___code", and "form_complete" for each form. A row gives one report
// for each form that is answered in it. A record nobody here knows becomes a patient without name.
class RedcapTable final
{
public:
    // True when a column says how complete one of the study's forms is.
    [[nodiscard]] static bool recognises(const QStringList& header, const StudyDefinition& study);
    // Columns the study does not know become Warnings of the plan, which must outlive this.
    RedcapTable(const QStringList& header, PlanBuilder& plan);
    // Errors: Cancelled only.
    [[nodiscard]] Result<> add(const QStringList& cells, const QString& where);

private:
    struct Box
    {
        qsizetype column;
        QString code;
    };
    struct Field
    {
        const ItemDef* item;
        qsizetype column = -1;  // of a checkbox: none
        std::vector<Box> boxes; // of a checkbox
    };
    struct Form
    {
        const FormDef* form;
        std::vector<Field> fields;
        qsizetype complete = -1;
    };

    [[nodiscard]] Form layoutOf(const FormDef& form);
    [[nodiscard]] Field layoutOf(const ItemDef& item);
    qsizetype take(const QString& header);
    void noteUnknown(const QStringList& header);
    [[nodiscard]] Result<> addPatient(const QString& identifier, const QString& where);
    [[nodiscard]] SourceReport reportOf(const Form& form, const QStringList& cells, const QString& where) const;
    [[nodiscard]] QString eventFor(const FormDef& form, const QStringList& cells) const;
    [[nodiscard]] static SourceAnswer answerOf(const Field& field, const QStringList& cells);

    PlanBuilder& m_plan;
    QHash<QString, qsizetype> m_places;
    QSet<qsizetype> m_used;
    qsizetype m_event = -1;
    qsizetype m_instrument = -1;
    qsizetype m_instance = -1;
    std::vector<Form> m_forms;
    QSet<QString> m_seen; // records of earlier rows
};

} // namespace sitebook
