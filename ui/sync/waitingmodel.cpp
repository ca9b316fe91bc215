// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/waitingmodel.h"

#include "ui/sync/relativetime.h"
#include "ui/sync/syncwords.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

using namespace Qt::StringLiterals;

namespace sitebook {

WaitingModel::WaitingModel(std::shared_ptr<const StudyDefinition> study, QObject* parent)
    : RowListModel(parent)
    , m_study(std::move(study))
{
}

void WaitingModel::setNow(qint64 utcMs)
{
    m_nowUtcMs = utcMs;
    if (!allRows().empty())
        announce(0, static_cast<int>(allRows().size()) - 1);
}

QString WaitingModel::text(const WaitingItem& item, WaitingColumn column) const
{
    switch (column) {
    case WaitingColumn::What:
        return SyncWords::operation(item.type, item.entity);
    case WaitingColumn::Patient:
        return item.patientId;
    case WaitingColumn::Form:
        return item.formOid.isEmpty() ? QString() : formName(*m_study, item.formOid);
    case WaitingColumn::State:
        return statetexts::opText(item.state);
    case WaitingColumn::Since:
        return RelativeTime::past(item.sinceUtcMs, m_nowUtcMs);
    case WaitingColumn::Attempts:
        return QLocale().toString(item.attempts);
    case WaitingColumn::Reason:
        return item.reason.isEmpty() ? SyncWords::why(item.state) : item.reason.localised();
    case WaitingColumn::Count:
        break;
    }
    return {};
}

QVariant WaitingModel::sortValue(const WaitingItem& item, WaitingColumn column) const
{
    switch (column) {
    case WaitingColumn::State:
        return item.state;
    case WaitingColumn::Since:
        return item.sinceUtcMs;
    case WaitingColumn::Attempts:
        return item.attempts;
    default:
        return text(item, column);
    }
}

QVariant WaitingModel::cell(int row, WaitingColumn column, int role) const
{
    const WaitingItem& item = *rowAt(row);
    switch (role) {
    case Qt::DisplayRole:
        return text(item, column);
    case Qt::ToolTipRole:
        return column == WaitingColumn::Since ? RelativeTime::exact(item.sinceUtcMs) : text(item, column);
    case Qt::TextAlignmentRole:
        return column == WaitingColumn::Attempts ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case SortRole:
        return sortValue(item, column);
    case ToneRole:
        return column == WaitingColumn::State ? QVariant::fromValue(statetexts::opTone(item.state)) : QVariant();
    case IconNameRole:
        return column == WaitingColumn::State ? statetexts::opIconName(item.state) : QVariant();
    case RecordIdRole:
        return item.recordId.toString();
    default:
        return {};
    }
}

QVariant WaitingModel::header(WaitingColumn column, int role) const
{
    if (role == Qt::TextAlignmentRole && column == WaitingColumn::Attempts)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case WaitingColumn::What:
        return tr("What");
    case WaitingColumn::Patient:
        return tr("Patient");
    case WaitingColumn::Form:
        return tr("Form");
    case WaitingColumn::State:
        return tr("State");
    case WaitingColumn::Since:
        return tr("Since");
    case WaitingColumn::Attempts:
        return tr("Attempts");
    case WaitingColumn::Reason:
        return tr("Why it waits");
    case WaitingColumn::Count:
        break;
    }
    return {};
}

} // namespace sitebook
