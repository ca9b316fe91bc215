// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/casebookmodel.h"

#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

#include <algorithm>
#include <set>

namespace sitebook {

namespace {

// Only what a person has to think of: whether forms are complete, the cells say.
std::optional<statetexts::Look> lookOf(const ScheduledVisit& visit)
{
    const auto look = [](const char* icon, const QString& text, Tone tone) {
        return statetexts::Look{QString::fromLatin1(icon), text, tone};
    };
    switch (visit.state) {
    case VisitState::Overdue:
        return look("overdue", CasebookModel::tr("overdue"), Tone::Danger);
    case VisitState::Due:
        return look("today", CasebookModel::tr("due"), Tone::Attention);
    case VisitState::Planned:
        return look("calendar", CasebookModel::tr("planned"), Tone::Information);
    case VisitState::Skipped:
        return look("skipped", CasebookModel::tr("skipped"), Tone::Attention);
    case VisitState::DidNotOccur:
        return look("not-occurred", CasebookModel::tr("did not occur"), Tone::Neutral);
    case VisitState::Started:
    case VisitState::Undated:
    case VisitState::Upcoming:
    case VisitState::Complete:
        break;
    }
    return std::nullopt;
}

} // namespace

CasebookModel::CasebookModel(std::shared_ptr<const StudyDefinition> study, QObject* parent)
    : RecordTableModelBase(parent)
    , m_study(std::move(study))
{
    for (const FormDef& form : m_study->forms) {
        const bool used = std::any_of(m_study->events.begin(), m_study->events.end(), [&form](const EventDef& event) {
            return std::any_of(event.forms.begin(), event.forms.end(),
                               [&form](const EventDef::FormRef& ref) { return ref.formOid == form.oid; });
        });
        if (used)
            m_forms.append(form.oid);
    }
    setReports({});
}

std::vector<CasebookModel::Visit> CasebookModel::visitsOf(const std::vector<ReportRow>& reports) const
{
    std::vector<Visit> visits;
    for (const EventDef& event : m_study->events) {
        std::set<int> repeats;
        if (event.repeating) {
            for (const ReportRow& row : reports)
                if (row.eventOid == event.oid)
                    repeats.insert(row.repeat);
            for (const sitebook::Visit& visit : m_course.visits)
                if (visit.eventOid == event.oid)
                    repeats.insert(visit.repeat);
        }
        // One more of a repeating visit can always be begun.
        repeats.insert(repeats.empty() ? 1 : *repeats.rbegin() + 1);
        for (const int repeat : repeats)
            visits.push_back({event.oid, repeat});
    }
    return visits;
}

CasebookModel::Cell CasebookModel::makeCell(const Visit& visit, const QString& formOid,
                                            const std::vector<ReportRow>& reports) const
{
    const EventDef* event = m_study->event(visit.eventOid);
    Cell cell{visit.eventOid, formOid, visit.repeat, false, {}};
    cell.planned = event && std::any_of(event->forms.begin(), event->forms.end(),
                                        [&](const EventDef::FormRef& ref) { return ref.formOid == formOid; });
    std::copy_if(reports.begin(), reports.end(), std::back_inserter(cell.reports), [&](const ReportRow& row) {
        return row.eventOid == visit.eventOid && row.formOid == formOid &&
               (!event->repeating || row.repeat == visit.repeat);
    });
    return cell;
}

void CasebookModel::setReports(const std::vector<ReportRow>& reports)
{
    beginResetModel();
    m_reports = reports;
    layOut();
    endResetModel();
}

void CasebookModel::setCourse(Course course, QDate today)
{
    beginResetModel();
    m_course = std::move(course);
    m_today = today;
    layOut();
    endResetModel();
}

void CasebookModel::layOut()
{
    m_visits = visitsOf(m_reports);
    schedule();
    for (const ReportRow& row : m_reports)
        if (!m_forms.contains(row.formOid) && m_study->form(row.formOid))
            m_forms.append(row.formOid);
    m_cells.clear();
    for (const Visit& visit : m_visits)
        for (const QString& form : m_forms)
            m_cells.push_back(makeCell(visit, form, m_reports));
}

void CasebookModel::schedule()
{
    if (!m_today.isValid())
        return;
    PatientCourse course{m_course.dayZero, m_course.visits, {}, m_course.ended};
    for (const ReportRow& row : m_reports)
        course.reports.push_back({row.eventOid, row.formOid, row.repeat, row.status});
    const std::vector<ScheduledVisit> planned = visitSchedule(*m_study, course, m_today);
    for (Visit& visit : m_visits) {
        const auto found = std::find_if(planned.begin(), planned.end(), [&visit](const ScheduledVisit& each) {
            return each.eventOid == visit.eventOid && each.repeat == visit.repeat;
        });
        visit.planned = found == planned.end() ? std::nullopt : std::optional(*found);
    }
}

std::pair<QString, int> CasebookModel::visitAt(int row) const
{
    const Visit& visit = m_visits[static_cast<size_t>(row)];
    return {visit.eventOid, visit.repeat};
}

const CasebookModel::Cell& CasebookModel::cellAt(const QModelIndex& index) const
{
    return m_cells[static_cast<size_t>(index.row() * m_forms.size() + index.column())];
}

const ReportRow* CasebookModel::leastComplete(const Cell& cell)
{
    const auto least = std::min_element(cell.reports.begin(), cell.reports.end(),
                                        [](const ReportRow& a, const ReportRow& b) { return a.status < b.status; });
    return least == cell.reports.end() ? nullptr : &*least;
}

std::vector<ReportStatus> CasebookModel::statesShown() const
{
    std::set<ReportStatus> states;
    for (const Cell& cell : m_cells) {
        const ReportRow* report = leastComplete(cell);
        if (report || cell.planned)
            states.insert(report ? report->status : ReportStatus::NotStarted);
    }
    return {states.begin(), states.end()};
}

int CasebookModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visits.size());
}

int CasebookModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_forms.size());
}

QVariant CasebookModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Cell& cell = cellAt(index);
    const ReportRow* report = leastComplete(cell);
    if (!report && !cell.planned)
        return {};
    const ReportStatus status = report ? report->status : ReportStatus::NotStarted;
    const auto count = cell.reports.size();
    switch (role) {
    case Qt::DisplayRole:
        return count > 1 ? tr("%1 (%2)").arg(statetexts::text(status)).arg(count) : statetexts::text(status);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString place = tr("%1, %2: %3")
                                  .arg(headerData(index.row(), Qt::Vertical).toString(),
                                       formTitle(*m_study, cell.formOid), statetexts::text(status));
        return report ? tr("%1, %2").arg(place, statetexts::text(report->delivery)) : place;
    }
    case ToneRole:
        return QVariant::fromValue(statetexts::tone(status));
    case IconNameRole:
        return statetexts::iconName(status);
    case SortRole:
        return static_cast<int>(status);
    case RecordIdRole:
        return report ? report->recordId.toString() : QString();
    default:
        return {};
    }
}

QVariant CasebookModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section >= 0 && section < m_forms.size()) {
        if (role == Qt::DisplayRole)
            return formName(*m_study, m_forms[section]);
        return role == Qt::ToolTipRole ? QVariant(formTitle(*m_study, m_forms[section])) : QVariant();
    }
    if (orientation != Qt::Vertical || section < 0 || section >= rowCount())
        return {};
    const Visit& visit = m_visits[static_cast<size_t>(section)];
    const auto look = visit.planned ? lookOf(*visit.planned) : std::nullopt;
    switch (role) {
    case Qt::DisplayRole:
        return visitName(visit);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return windowText(visit);
    case IconNameRole:
        return look ? look->icon : QString();
    case ToneRole:
        return QVariant::fromValue(look ? look->tone : Tone::Neutral);
    case StateRole:
        return look ? look->text : QString();
    default:
        return {};
    }
}

QString CasebookModel::visitName(const Visit& visit) const
{
    const QString name = eventTitle(*m_study, visit.eventOid);
    return visit.repeat > 1 ? tr("%1 (%2)").arg(name).arg(visit.repeat) : name;
}

// "Week 2: overdue. Planned for 2026-03-12, from 2026-03-10 to 2026-03-15."
QString CasebookModel::windowText(const Visit& visit) const
{
    QString name = visitName(visit);
    if (!visit.planned || (visit.planned->earliest.isNull() && visit.planned->date.isEmpty()))
        return name;
    const ScheduledVisit& planned = *visit.planned;
    const auto look = lookOf(planned);
    QString state = look ? tr("%1: %2.").arg(name, look->text) : tr("%1.").arg(name);
    if (!planned.date.isEmpty())
        state = tr("%1 Recorded for %2.").arg(state, planned.date);
    if (planned.earliest.isNull())
        return state;
    const QString from = planned.earliest.toString(Qt::ISODate);
    const QString until = planned.latest.toString(Qt::ISODate);
    return planned.target.isNull()
               ? tr("%1 From %2 to %3.").arg(state, from, until)
               : tr("%1 Planned for %2, from %3 to %4.").arg(state, planned.target.toString(Qt::ISODate), from, until);
}

} // namespace sitebook
