// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/queuemodel.h"

#include "ui/sync/relativetime.h"
#include "ui/sync/syncwords.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

using namespace Qt::StringLiterals;

namespace sitebook {

QueueModel::QueueModel(std::shared_ptr<const StudyDefinition> study, QObject* parent)
    : RowListModel(parent)
    , m_study(std::move(study))
{
}

void QueueModel::setNow(qint64 utcMs)
{
    m_nowUtcMs = utcMs;
    if (!allRows().empty())
        announce(0, static_cast<int>(allRows().size()) - 1);
}

QString QueueModel::fieldName(const QString& field) const
{
    // The reason may name an item of the form or a field of the report itself.
    return m_study->item(field) == nullptr ? statetexts::fieldText(field) : itemTitle(*m_study, field);
}

QString QueueModel::text(const QueueItem& item, QueueColumn column) const
{
    switch (column) {
    case QueueColumn::What:
        return item.patient.isEmpty()
                   ? formName(*m_study, item.formOid)
                   : tr("%1 of %2", "form of patient").arg(formName(*m_study, item.formOid), item.patient);
    case QueueColumn::State:
        return statetexts::text(item.state);
    case QueueColumn::Since:
        return RelativeTime::past(item.queuedUtcMs, m_nowUtcMs);
    case QueueColumn::Attempts:
        return QLocale().toString(item.attempts);
    case QueueColumn::Reason:
        return item.reason.isEmpty() ? SyncWords::why(item.state) : item.reason.localised();
    case QueueColumn::Field:
        return fieldName(item.field);
    case QueueColumn::Source:
        return item.source;
    case QueueColumn::Count:
        break;
    }
    return {};
}

QVariant QueueModel::sortValue(const QueueItem& item, QueueColumn column) const
{
    switch (column) {
    case QueueColumn::State:
        return static_cast<int>(item.state);
    case QueueColumn::Since:
        return item.queuedUtcMs;
    case QueueColumn::Attempts:
        return item.attempts;
    default:
        return text(item, column);
    }
}

QVariant QueueModel::cell(int row, QueueColumn column, int role) const
{
    const QueueItem& item = *rowAt(row);
    switch (role) {
    case Qt::DisplayRole:
        return text(item, column);
    case Qt::ToolTipRole:
        return column == QueueColumn::Since ? RelativeTime::exact(item.queuedUtcMs) : text(item, column);
    case Qt::TextAlignmentRole:
        return column == QueueColumn::Attempts ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case SortRole:
        return sortValue(item, column);
    case ToneRole:
        return column == QueueColumn::State ? QVariant::fromValue(statetexts::tone(item.state)) : QVariant();
    case IconNameRole:
        return column == QueueColumn::State ? statetexts::iconName(item.state) : QVariant();
    default:
        return {};
    }
}

QVariant QueueModel::header(QueueColumn column, int role) const
{
    if (role == Qt::TextAlignmentRole && column == QueueColumn::Attempts)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case QueueColumn::What:
        return tr("What");
    case QueueColumn::State:
        return tr("State");
    case QueueColumn::Since:
        return tr("Since");
    case QueueColumn::Attempts:
        return tr("Attempts");
    case QueueColumn::Reason:
        return tr("Why it is here");
    case QueueColumn::Field:
        return tr("Field");
    case QueueColumn::Source:
        return tr("Came from");
    case QueueColumn::Count:
        break;
    }
    return {};
}

} // namespace sitebook
