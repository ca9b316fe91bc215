// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visits/visitdialog.h"

#include "ui/widgets/errortext.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"
#include "ui/widgets/whendone.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr std::array statuses{VisitStatus::Occurred, VisitStatus::Planned, VisitStatus::Skipped,
                              VisitStatus::DidNotOccur};

// As typed, in the stored form: "t" is today; what is no date stays.
QString dayOf(const QString& typed)
{
    const QString text = typed.trimmed();
    if (text.compare("t"_L1, Qt::CaseInsensitive) == 0)
        return QDate::currentDate().toString(Qt::ISODate);
    const Result<PartialDate> date = PartialDate::parse(text);
    return date ? date->toString() : text;
}

} // namespace

VisitDialog::VisitDialog(Workspace& workspace, const RecordId& patient, const QString& eventOid, int repeat,
                         QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_patient(patient)
    , m_list(workspace.visits().list())
    , m_visit(new QComboBox)
    , m_statuses(new QButtonGroup(this))
    , m_date(new QLineEdit)
    , m_dateRow(new FieldRow(tr("Day"), m_date, this))
    , m_reason(new QLineEdit)
    , m_reasonRow(new FieldRow(tr("Reason"), m_reason, this))
    , m_error(makeParagraph({}, false, this))
    , m_takeBack(makeButton(tr("Take back"), {}, this))
    , m_record(makePrimaryButton(tr("Record"), {}, this))
{
    const Theme& theme = Theme::of(this);
    const PatientRow* row = workspace.patients().list()->find(patient);
    setWindowTitle(row ? tr("Visit of %1").arg(row->patientId) : tr("Visit"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(theme.scaled(440));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme.around(), theme.around(), theme.around(), theme.around());
    rows->setSpacing(theme.around());
    rows->addWidget(new FieldRow(tr("Visit"), m_visit, this));
    rows->addWidget(makeStatuses());
    m_dateRow->setHelp(tr("2026-03-14, 14032026 or t for today"));
    rows->addWidget(m_dateRow);
    rows->addWidget(m_reasonRow);
    m_reasonRow->setHelp(tr("It stays in the audit trail."));
    setTone(m_error, Tone::Danger);
    m_error->hide();
    rows->addWidget(m_error);
    rows->addStretch(1);
    rows->addWidget(makeButtons());
    fillVisits(eventOid, repeat);
    connect(m_visit, &QComboBox::currentIndexChanged, this, &VisitDialog::showRecorded);
    connect(m_statuses, &QButtonGroup::idToggled, this, &VisitDialog::refresh);
    connect(m_date, &QLineEdit::textChanged, this, &VisitDialog::refresh);
    connect(m_reason, &QLineEdit::textChanged, this, &VisitDialog::refresh);
    showRecorded();
    (eventOid.isEmpty() ? static_cast<QWidget*>(m_visit) : m_statuses->checkedButton())->setFocus();
}

QWidget* VisitDialog::makeStatuses()
{
    auto* column = new QWidget(this);
    auto* rows = new QVBoxLayout(column);
    rows->setContentsMargins({});
    rows->setSpacing(Theme::of(this).inside());
    for (const VisitStatus status : statuses) {
        auto* button = new QRadioButton(statetexts::text(status), column);
        button->setIcon(Theme::of(this).icon(statetexts::iconName(status), statetexts::tone(status)));
        m_statuses->addButton(button, static_cast<int>(status));
        rows->addWidget(button);
    }
    return column;
}

QWidget* VisitDialog::makeButtons()
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins({});
    auto* cancel = makeButton(tr("Cancel"), {}, line);
    row->addWidget(m_takeBack);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_record);
    m_takeBack->setObjectName(u"takeBack"_s);
    m_record->setObjectName(u"record"_s);
    for (QPushButton* button : {m_takeBack, cancel})
        button->setAutoDefault(false);
    m_record->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_record, &QPushButton::clicked, this, &VisitDialog::record);
    connect(m_takeBack, &QPushButton::clicked, this, &VisitDialog::takeBack);
    return line;
}

// What the schedule has, and of each visit that can come again or is not on it the next one.
std::vector<VisitDialog::Place> VisitDialog::places() const
{
    const StudyDefinition& study = *m_workspace.study();
    const PatientRow* row = m_workspace.patients().list()->find(m_patient);
    PatientCourse course;
    course.visits = m_list->ofPatient(m_patient);
    if (row) {
        course.dayZero = row->consentDate;
        course.ended = hasEnded(row->status);
    }
    for (const ReportRow& report : m_workspace.reports().ofPatient(m_patient))
        course.reports.push_back({report.eventOid, report.formOid, report.repeat, report.status});
    const std::vector<ScheduledVisit> planned = visitSchedule(study, course, QDate::currentDate());
    std::vector<Place> places;
    for (const EventDef& event : study.events) {
        int last = 0;
        for (const ScheduledVisit& visit : planned)
            if (visit.eventOid == event.oid) {
                places.push_back({event.oid, visit.repeat, visit.state});
                last = std::max(last, visit.repeat);
            }
        if (event.type != EventType::Common && (last == 0 || event.repeating))
            places.push_back({event.oid, last + 1, VisitState::Undated});
    }
    return places;
}

QString VisitDialog::nameOf(const Place& place) const
{
    const QString name = eventTitle(*m_workspace.study(), place.eventOid);
    return place.repeat > 1 ? tr("%1 (%2)").arg(name).arg(place.repeat) : name;
}

void VisitDialog::fillVisits(const QString& eventOid, int repeat)
{
    m_places = places();
    int current = 0;
    for (size_t i = 0; i < m_places.size(); ++i) {
        const Place& place = m_places[i];
        m_visit->addItem(Theme::of(this).icon(statetexts::iconName(place.state), statetexts::tone(place.state)),
                         tr("%1: %2").arg(nameOf(place), statetexts::text(place.state)));
        const bool wanted = eventOid.isEmpty() ? place.state < m_places[static_cast<size_t>(current)].state
                                               : place.eventOid == eventOid && place.repeat == repeat;
        if (wanted)
            current = static_cast<int>(i);
    }
    m_visit->setCurrentIndex(current);
}

const Visit* VisitDialog::recorded() const
{
    const auto at = static_cast<size_t>(std::max(0, m_visit->currentIndex()));
    return at < m_places.size() ? m_list->at(m_patient, m_places[at].eventOid, m_places[at].repeat) : nullptr;
}

void VisitDialog::showRecorded()
{
    const Visit* visit = recorded();
    m_statuses->button(static_cast<int>(visit ? visit->status : VisitStatus::Occurred))->setChecked(true);
    m_date->setText(visit ? visit->date : QString());
    m_reason->clear();
    m_takeBack->setVisible(visit != nullptr);
    refresh();
}

Visit VisitDialog::said() const
{
    Visit visit;
    visit.patient = m_patient;
    const auto at = static_cast<size_t>(std::max(0, m_visit->currentIndex()));
    if (at < m_places.size()) {
        visit.eventOid = m_places[at].eventOid;
        visit.repeat = m_places[at].repeat;
    }
    visit.status = static_cast<VisitStatus>(m_statuses->checkedId());
    const bool dated = visit.status == VisitStatus::Occurred || visit.status == VisitStatus::Planned;
    visit.date = dated ? dayOf(m_date->text()) : QString();
    return visit;
}

void VisitDialog::refresh()
{
    const Visit visit = said();
    const bool dated = visit.status == VisitStatus::Occurred || visit.status == VisitStatus::Planned;
    m_dateRow->setVisible(dated);
    m_reasonRow->setVisible(m_workspace.visits().needsReason(visit) || recorded() != nullptr);
    m_error->hide();
    std::optional<Finding> first;
    for (const Finding& finding : m_workspace.visits().check(visit))
        if (finding.code != "required"_L1 && !first)
            first = finding;
    m_dateRow->setFinding(first);
}

void VisitDialog::record()
{
    m_record->setEnabled(false);
    whenDone(this, m_workspace.visits().record(said(), m_reason->text()), [this](const Result<RecordId>& done) {
        m_record->setEnabled(true);
        if (!done)
            showError(done.error());
        else
            accept();
    });
}

void VisitDialog::takeBack()
{
    const Visit* visit = recorded();
    if (visit == nullptr)
        return;
    whenDone(this, m_workspace.visits().takeBack(visit->recordId, m_reason->text()), [this](const Result<>& done) {
        if (!done)
            showError(done.error());
        else
            accept();
    });
}

void VisitDialog::showError(const Error& error)
{
    m_error->setText(localisedText(error));
    m_error->show();
    (error.where == "reason"_L1 ? m_reason : m_date)->setFocus();
}

} // namespace sitebook
