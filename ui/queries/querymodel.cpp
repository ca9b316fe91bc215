// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queries/querymodel.h"

#include "ui/queries/querywords.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

namespace sitebook {

namespace {

// Closed from the start, since nobody has to answer.
bool isPlainNote(const QueryRow& row)
{
    return isNote(row.type) && row.status == QueryStatus::Closed;
}

} // namespace

QueryModel::QueryModel(std::shared_ptr<const StudyDefinition> study, QObject* parent)
    : RowListModel(parent)
    , m_study(std::move(study))
{
}

int QueryModel::rowOf(const RecordId& query) const
{
    const auto found = std::find_if(allRows().begin(), allRows().end(),
                                    [&query](const QueryRow& row) { return row.recordId == query; });
    return found == allRows().end() ? -1 : static_cast<int>(found - allRows().begin());
}

QString QueryModel::text(const QueryRow& row, QueryColumn column) const
{
    switch (column) {
    case QueryColumn::State:
        return isPlainNote(row) ? tr("Note") : statetexts::text(row.status);
    case QueryColumn::Patient:
        return row.patientId;
    case QueryColumn::Place:
        return row.report.isNull() ? QString()
                                   : tr("%1 · %2", "visit, form")
                                         .arg(eventTitle(*m_study, row.eventOid), formName(*m_study, row.formOid));
    case QueryColumn::Subject:
        return QueryWords::subject(*m_study, row);
    case QueryColumn::Message:
        return row.lastMessage.simplified();
    case QueryColumn::Kind:
        return statetexts::text(row.type);
    case QueryColumn::Age:
        return QueryWords::age(row.ageDays(m_nowUtcMs));
    case QueryColumn::Assignee:
        return row.assignee.isEmpty() ? QString() : QueryWords::assignee(row.assignee);
    case QueryColumn::Delivery:
        return statetexts::text(row.delivery);
    case QueryColumn::Count:
        break;
    }
    return {};
}

QVariant QueryModel::icon(const QueryRow& row, QueryColumn column)
{
    if (column == QueryColumn::State)
        return isPlainNote(row) ? statetexts::iconName(row.type) : statetexts::iconName(row.status);
    return column == QueryColumn::Delivery ? statetexts::iconName(row.delivery) : QVariant();
}

QVariant QueryModel::tone(const QueryRow& row, QueryColumn column)
{
    if (column == QueryColumn::State)
        return QVariant::fromValue(isPlainNote(row) ? statetexts::tone(row.type) : statetexts::tone(row.status));
    return column == QueryColumn::Delivery ? QVariant::fromValue(statetexts::tone(row.delivery)) : QVariant();
}

QVariant QueryModel::cell(int row, QueryColumn column, int role) const
{
    const QueryRow& query = *rowAt(row);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(query, column);
    case SortRole:
        return column == QueryColumn::Age ? QVariant(query.raisedUtcMs) : QVariant(text(query, column));
    case ToneRole:
        return tone(query, column);
    case IconNameRole:
        return icon(query, column);
    case RecordIdRole:
        return query.recordId.toString();
    default:
        return {};
    }
}

QVariant QueryModel::header(QueryColumn column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case QueryColumn::State:
        return tr("State");
    case QueryColumn::Patient:
        return tr("Patient");
    case QueryColumn::Place:
        return tr("Visit and form");
    case QueryColumn::Subject:
        return tr("About");
    case QueryColumn::Message:
        return tr("Last message");
    case QueryColumn::Kind:
        return tr("Kind");
    case QueryColumn::Age:
        return tr("Age");
    case QueryColumn::Assignee:
        return tr("Assigned to");
    case QueryColumn::Delivery:
        return tr("Delivery");
    case QueryColumn::Count:
        break;
    }
    return {};
}

} // namespace sitebook
