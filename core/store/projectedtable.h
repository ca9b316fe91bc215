// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"
#include "core/journal/operation.h"
#include "core/security/keyring.h"

#include <span>
#include <variant>
#include <vector>

namespace sitebook {

// How the records of one kind stand in their table of the projections: some of what their fields say in clear (what is
// searched and sorted, never a value of a patient), all fields in sealed columns. Every such table also has record_id,
// version, trunk (the server's version), conflicts and changed_ms. A kind of record is described once, here; writing,
// rebuilding and checking follow.
class ProjectedTable final
{
public:
    using Value = std::variant<qint64, QString, QByteArray>;
    struct ClearColumn
    {
        const char* name;
        Value (*of)(const Fields& fields);
    };
    struct SealedColumn
    {
        const char* name;
        KeyClass keyClass;
        bool (*holds)(QStringView fieldName); // null: every field
    };
    struct Description
    {
        Entity entity;
        const char* table;
        std::vector<ClearColumn> clear;
        std::vector<SealedColumn> sealed;
    };

    // The table of that kind of record; null for what is no record.
    [[nodiscard]] static const ProjectedTable* of(Entity entity);
    [[nodiscard]] static std::span<const ProjectedTable> all();

    [[nodiscard]] Entity entity() const { return m_description.entity; }
    [[nodiscard]] const char* name() const { return m_description.table; }
    [[nodiscard]] const std::vector<ClearColumn>& clear() const { return m_description.clear; }
    [[nodiscard]] const std::vector<SealedColumn>& sealed() const { return m_description.sealed; }

    // Statements made once; the order of their columns: record_id, version, trunk, conflicts, changed_ms, clear,
    // sealed.
    [[nodiscard]] const char* insertNewSql() const { return m_insertNew.constData(); } // nothing when it is there
    [[nodiscard]] const char* replaceSql() const { return m_replace.constData(); }
    [[nodiscard]] const char* selectSql() const { return m_select.constData(); }   // of one record
    [[nodiscard]] const char* clearSql() const { return m_clear.constData(); }     // empties the table
    [[nodiscard]] const char* orphansSql() const { return m_orphans.constData(); } // record_id of rows without history
    static constexpr int firstClear = 5;                                           // column

    explicit ProjectedTable(Description description);

private:
    Description m_description;
    QByteArray m_insertNew;
    QByteArray m_replace;
    QByteArray m_select;
    QByteArray m_clear;
    QByteArray m_orphans;
};

} // namespace sitebook
