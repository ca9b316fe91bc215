// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/projectedtable.h"

#include "core/model/patient.h"
#include "core/model/query.h"
#include "core/model/report.h"
#include "core/model/visit.h"
#include "core/store/notnull.h"

#include <algorithm>
#include <array>

namespace sitebook {

namespace {

using Value = ProjectedTable::Value;

template <const QString& name>
Value text(const Fields& fields)
{
    return notNull(fields.text(name));
}

template <const QString& name>
Value number(const Fields& fields)
{
    return fields.text(name).toLongLong();
}

template <const QString& name>
Value truth(const Fields& fields)
{
    return static_cast<qint64>(fields.text(name) == u"true" ? 1 : 0);
}

// The id of another record; empty for none.
template <const QString& name>
Value record(const Fields& fields)
{
    const RecordId id = RecordId::fromString(fields.text(name));
    return id.isNull() ? QByteArray("") : id.bytes();
}

template <const QString& name, auto fromCode>
Value word(const Fields& fields)
{
    using Word = typename decltype(fromCode(QStringView()))::value_type;
    return static_cast<qint64>(fromCode(fields.text(name)).value_or(Word{}));
}

bool isClinical(QStringView fieldName)
{
    return !isIdentifying(fieldName);
}

ProjectedTable patientTable()
{
    return ProjectedTable(
        {Entity::Patient,
         "patients",
         {{"patient_id", text<field::patientId>},
          {"site_id", text<field::siteId>},
          {"status", word<field::status, patientStatusFromCode>},
          {"enrolled", truth<field::isEnrolled>},
          {"voided", truth<field::voided>}},
         {{"ident", KeyClass::Identifiers, isIdentifying}, {"clin", KeyClass::Clinical, isClinical}}});
}

ProjectedTable reportTable()
{
    return ProjectedTable({Entity::Report,
                           "reports",
                           {{"patient", record<field::patient>},
                            {"event", text<field::event>},
                            {"form", text<field::form>},
                            {"repeat", number<field::repeat>},
                            {"status", word<field::status, reportStatusFromCode>},
                            {"report_date", text<field::reportDate>},
                            {"voided", truth<field::voided>}},
                           {{"body", KeyClass::Clinical, nullptr}}});
}

ProjectedTable visitTable()
{
    return ProjectedTable({Entity::Visit,
                           "visits",
                           {{"patient", record<field::patient>},
                            {"event", text<field::event>},
                            {"repeat", number<field::repeat>},
                            {"status", word<field::status, visitStatusFromCode>},
                            {"visit_date", text<field::visitDate>},
                            {"voided", truth<field::voided>}},
                           {{"body", KeyClass::Clinical, nullptr}}});
}

ProjectedTable queryTable()
{
    return ProjectedTable({Entity::Query,
                           "queries",
                           {{"patient", record<field::patient>},
                            {"report", record<field::report>},
                            {"item", text<field::item>},
                            {"type", word<field::queryType, queryTypeFromCode>},
                            {"status", word<field::status, queryStatusFromCode>},
                            {"assignee", text<field::assignee>},
                            {"raised_at", text<field::raisedAt>},
                            {"voided", truth<field::voided>}},
                           {{"body", KeyClass::Clinical, nullptr}}});
}

} // namespace

ProjectedTable::ProjectedTable(Description description)
    : m_description(std::move(description))
{
    const QByteArray table = m_description.table;
    QByteArray columns = "record_id,version,trunk,conflicts,changed_ms";
    QByteArray places = "?,?,?,?,?";
    const auto add = [&](const auto& column) {
        columns += QByteArray(",") + column.name;
        places += ",?";
    };
    std::for_each(clear().begin(), clear().end(), add);
    std::for_each(sealed().begin(), sealed().end(), add);
    const QByteArray into = " INTO " + table + "(" + columns + ") VALUES(" + places + ")";
    m_insertNew = "INSERT" + into + " ON CONFLICT(record_id) DO NOTHING";
    m_replace = "INSERT OR REPLACE" + into;
    m_select = "SELECT " + columns + " FROM " + table + " WHERE record_id=?";
    m_clear = "DELETE FROM " + table;
    m_orphans =
        "SELECT record_id FROM " + table + " p WHERE NOT EXISTS(SELECT 1 FROM journal j WHERE j.record_id=p.record_id)";
}

std::span<const ProjectedTable> ProjectedTable::all()
{
    static const std::array<ProjectedTable, 4> tables{patientTable(), reportTable(), visitTable(), queryTable()};
    return tables;
}

const ProjectedTable* ProjectedTable::of(Entity entity)
{
    const auto tables = all();
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [entity](const ProjectedTable& table) { return table.entity() == entity; });
    return found == tables.end() ? nullptr : &*found;
}

} // namespace sitebook
