// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditmodel.h"

#include "ui/audit/auditwords.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/whendone.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace sitebook {

AuditModel::AuditModel(AuditService& service, std::shared_ptr<const StudyDefinition> study, QObject* parent)
    : RecordTableModel(parent)
    , m_service(service)
    , m_study(std::move(study))
    , m_head([this] { return m_service.page(m_filter, 0, AuditCache::pageSize); },
             [this](Result<AuditService::Page> answer) { takeHead(std::move(answer)); })
{
}

void AuditModel::setFilter(const AuditFilter& filter)
{
    m_filter = filter;
    m_loaded = false;
    m_cache.cancelUnderWay();
    m_head.restart();
}

void AuditModel::refresh()
{
    m_head.refresh();
}

void AuditModel::takeHead(Result<AuditService::Page> answer)
{
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    answer->total = std::min<qint64>(answer->total, std::numeric_limits<int>::max());
    if (m_loaded && answer->total >= m_rows)
        slideIn(std::move(*answer));
    else
        replaceAll(std::move(*answer));
    m_loaded = true;
    showRows(m_firstSeen, m_lastSeen);
    Q_EMIT loaded(m_rows);
}

void AuditModel::replaceAll(AuditService::Page page)
{
    beginResetModel();
    m_firstSeen = m_lastSeen = 0;
    putHead(std::move(page));
    endResetModel();
}

void AuditModel::slideIn(AuditService::Page page)
{
    const int grown = static_cast<int>(page.total) - m_rows;
    if (grown > 0)
        beginInsertRows({}, 0, grown - 1);
    putHead(std::move(page));
    if (grown > 0)
        endInsertRows();
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
}

void AuditModel::putHead(AuditService::Page page)
{
    m_rows = static_cast<int>(page.total);
    const quint64 generation = m_cache.restart(page.total);
    if (m_cache.claim(0))
        m_cache.put(generation, 0, std::move(page.entries));
}

void AuditModel::showRows(int first, int last)
{
    m_firstSeen = std::max(0, first);
    m_lastSeen = std::max(m_firstSeen, last);
    for (const qint64 page : m_cache.want(m_firstSeen, m_lastSeen))
        fetch(page);
}

void AuditModel::fetch(qint64 page)
{
    const quint64 generation = m_cache.generation();
    whenDone(this, m_service.page(m_filter, page * AuditCache::pageSize, AuditCache::pageSize),
             [this, page, generation](Result<AuditService::Page> answer) {
                 if (!answer) {
                     m_cache.failed(generation, page);
                     if (generation == m_cache.generation())
                         Q_EMIT failed(answer.error());
                     return;
                 }
                 if (!m_cache.put(generation, page, std::move(answer->entries)))
                     return;
                 const int first = static_cast<int>(page * AuditCache::pageSize);
                 const int last = std::min(first + AuditCache::pageSize, m_rows) - 1;
                 Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
             });
}

QString AuditModel::text(const AuditEntry& entry, AuditColumn column) const
{
    switch (column) {
    case AuditColumn::When:
        return AuditWords::shortWhen(entry.capturedAt);
    case AuditColumn::Who:
        return entry.user.toString();
    case AuditColumn::UserRole:
        return statetexts::text(entry.role);
    case AuditColumn::Action:
        return AuditWords::action(entry);
    case AuditColumn::What:
        return AuditWords::what(*m_study, entry);
    case AuditColumn::Field:
        if (entry.changes.size() > 1)
            return tr("%n field(s)", nullptr, static_cast<int>(entry.changes.size()));
        return entry.changes.empty() ? QString() : AuditWords::field(*m_study, entry.changes.front().field);
    case AuditColumn::Change:
        return entry.changes.size() == 1 ? AuditWords::change(*m_study, entry, entry.changes.front()) : QString();
    case AuditColumn::Reason:
        return entry.reason;
    case AuditColumn::Device:
        return AuditWords::device(entry);
    case AuditColumn::Count:
        break;
    }
    return {};
}

QString AuditModel::toolTip(const AuditEntry& entry, AuditColumn column) const
{
    if (column == AuditColumn::When)
        return AuditWords::when(entry.capturedAt) + u'\n' + AuditWords::clock(entry.clockQuality);
    if (column == AuditColumn::Device)
        return entry.device.toString();
    if (column != AuditColumn::Field && column != AuditColumn::Change)
        return text(entry, column);
    QStringList lines;
    for (const AuditChange& change : entry.changes)
        lines << AuditWords::field(*m_study, change.field) + u": "_s + AuditWords::change(*m_study, entry, change);
    return lines.mid(0, 20).join(u'\n');
}

QVariant AuditModel::cell(int row, AuditColumn column, int role) const
{
    const AuditEntry* found = entry(row);
    if (found == nullptr)
        return role == Qt::DisplayRole && column == AuditColumn::When ? QVariant(u"…"_s) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, column);
    case Qt::ToolTipRole:
        return toolTip(*found, column);
    case IconNameRole:
        return column == AuditColumn::Action ? QVariant(statetexts::iconName(found->type)) : QVariant();
    case SortRole:
        return column == AuditColumn::When ? QVariant(found->capturedAt.utcMs) : QVariant(text(*found, column));
    case RecordIdRole:
        return found->recordId.toString();
    default:
        return {};
    }
}

QVariant AuditModel::header(AuditColumn column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case AuditColumn::When:
        return tr("When (UTC)");
    case AuditColumn::Who:
        return tr("Who");
    case AuditColumn::UserRole:
        return tr("Role");
    case AuditColumn::Action:
        return tr("Action");
    case AuditColumn::What:
        return tr("What");
    case AuditColumn::Field:
        return tr("Field");
    case AuditColumn::Change:
        return tr("Old → new");
    case AuditColumn::Reason:
        return tr("Reason");
    case AuditColumn::Device:
        return tr("Device");
    case AuditColumn::Count:
        break;
    }
    return {};
}

} // namespace sitebook
