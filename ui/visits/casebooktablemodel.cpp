// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visits/casebooktablemodel.h"

#include "ui/widgets/studywords.h"

#include <algorithm>

namespace sitebook {

namespace {

// The day that matters for what is to be done: until when it is open, since when it is late, when it is expected or
// took place.
QDate dayOf(const ScheduledVisit& visit)
{
    switch (visit.state) {
    case VisitState::Overdue:
    case VisitState::Due:
        return visit.latest;
    case VisitState::Upcoming:
        return visit.target.isNull() ? visit.earliest : visit.target;
    case VisitState::Planned:
        return QDate::fromString(visit.date, Qt::ISODate);
    default:
        return {};
    }
}

} // namespace

CasebookTableModel::CasebookTableModel(std::shared_ptr<const StudyDefinition> study, QObject* parent)
    : RecordTableModelBase(parent)
    , m_study(std::move(study))
{
}

void CasebookTableModel::show(std::shared_ptr<const Casebook> casebook, std::vector<quint32> shown)
{
    beginResetModel();
    m_casebook = std::move(casebook);
    m_shown = std::move(shown);
    endResetModel();
}

const CasebookRow& CasebookTableModel::row(int row) const
{
    return m_casebook->rows[m_shown[static_cast<size_t>(row)]];
}

QString CasebookTableModel::eventAt(int column) const
{
    const auto place = static_cast<size_t>(column - firstVisit);
    return column < firstVisit || place >= m_study->events.size() ? QString() : m_study->events[place].oid;
}

const ScheduledVisit* CasebookTableModel::visitAt(const QModelIndex& index) const
{
    const QString event = eventAt(index.column());
    const ScheduledVisit* urgent = nullptr;
    for (const ScheduledVisit& visit : row(index.row()).visits)
        if (visit.eventOid == event && (urgent == nullptr || visit.state < urgent->state))
            urgent = &visit;
    return urgent;
}

int CasebookTableModel::repeatsAt(const QModelIndex& index) const
{
    const auto& visits = row(index.row()).visits;
    return static_cast<int>(
        std::count_if(visits.begin(), visits.end(), [event = eventAt(index.column())](const ScheduledVisit& visit) {
            return visit.eventOid == event;
        }));
}

int CasebookTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int CasebookTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : firstVisit + static_cast<int>(m_study->events.size());
}

QVariant CasebookTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CasebookRow& patient = row(index.row());
    if (role == RecordIdRole)
        return patient.patient.toString();
    if (index.column() >= firstVisit)
        return visitData(index, role);
    return role == Qt::DisplayRole ? QVariant(index.column() == 0 ? patient.patientId : patient.name) : QVariant();
}

QVariant CasebookTableModel::visitData(const QModelIndex& index, int role) const
{
    const ScheduledVisit* visit = visitAt(index);
    if (visit == nullptr)
        return {};
    const QString state = statetexts::text(visit->state);
    switch (role) {
    case Qt::DisplayRole: {
        const int repeats = repeatsAt(index);
        const QDate day = dayOf(*visit);
        const QString dated = day.isNull() ? state : tr("%1 %2").arg(state, day.toString(Qt::ISODate));
        return repeats > 1 ? tr("%1 (%2)").arg(dated).arg(repeats) : dated;
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return sentence(index, *visit);
    case IconNameRole:
        return statetexts::iconName(visit->state);
    case ToneRole:
        return QVariant::fromValue(statetexts::tone(visit->state));
    case SortRole:
        return static_cast<int>(visit->state);
    default:
        return {};
    }
}

// "P001, Week 2: Overdue. Window 2026-03-10 to 2026-03-15. Recorded for 2026-03-12."
QString CasebookTableModel::sentence(const QModelIndex& index, const ScheduledVisit& visit) const
{
    QStringList words{
        tr("%1, %2: %3.")
            .arg(row(index.row()).patientId, eventTitle(*m_study, visit.eventOid), statetexts::text(visit.state))};
    if (!visit.earliest.isNull())
        words << tr("Window %1 to %2.").arg(visit.earliest.toString(Qt::ISODate), visit.latest.toString(Qt::ISODate));
    if (!visit.date.isEmpty())
        words << tr("Recorded for %1.").arg(visit.date);
    return words.join(u' ');
}

QVariant CasebookTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (section == 0)
        return tr("ID");
    return section == 1 ? tr("Name") : eventTitle(*m_study, eventAt(section));
}

} // namespace sitebook
