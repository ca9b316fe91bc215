// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientpage.h"

#include "ui/patients/casebookgrid.h"
#include "ui/patients/patientheader.h"
#include "ui/queries/querypopover.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/studywords.h"
#include "ui/widgets/whendone.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

PatientPage::PatientPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, const RecordId& patient,
                         QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_prompt(prompt)
    , m_patient(patient)
    , m_reports(workspace.study())
    , m_banner(new Banner(this))
    , m_consent(new Banner(this))
    , m_header(new PatientHeader(this))
    , m_views(new ChipBar(this))
    , m_stack(new QStackedWidget(this))
    , m_grid(new CasebookGrid(workspace.study(), this))
    , m_table(new RecordTable(u"patient-reports"_s, this))
{
    const Theme& theme = Theme::of(this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_banner);
    rows->addWidget(m_consent);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(theme.around(), theme.around(), theme.around(), theme.around());
    body->setSpacing(theme.around());
    body->addWidget(makeHeaderCard());
    body->addWidget(makeReportsCard(), 1);
    rows->addLayout(body, 1);
    connectParts();
    refresh();
    refreshDrafts();
    loadPatient();
}

QWidget* PatientPage::makeHeaderCard()
{
    auto* card = new Card({}, this);
    auto* line = new QHBoxLayout;
    line->addWidget(m_header, 1);
    line->addWidget(makeActions(), 0, Qt::AlignTop);
    card->body()->addLayout(line);
    return card;
}

QWidget* PatientPage::makeActions()
{
    auto* actions = new QWidget(this);
    auto* line = new QHBoxLayout(actions);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::of(this).between());
    auto* edit = makeButton(tr("Edit"), u"edit"_s, actions);
    auto* history = makeButton(tr("History"), u"history"_s, actions);
    auto* more = makeButton(tr("More"), {}, actions);
    edit->setObjectName(u"editPatient"_s);
    history->setObjectName(u"patientHistory"_s);
    auto* menu = new QMenu(more);
    menu->addAction(tr("Record visit…"), this, [this] { m_navigator.recordVisit(m_patient, {}, 1); })
        ->setVisible(m_workspace.may(u"enter_data"_s));
    menu->addAction(tr("Query or note…"), this, &PatientPage::openQueries)->setToolTip(tr("About the patient (F12)"));
    menu->addAction(tr("Export this patient…"), this,
                    [this] {
                        ExportRequest preset;
                        preset.onlyPatients = {m_patient};
                        m_navigator.openExport(preset);
                    })
        ->setVisible(m_workspace.may(u"export_data"_s));
    menu->addAction(tr("Void patient…"), this, &PatientPage::voidPatient)
        ->setVisible(m_workspace.may(u"void_record"_s));
    more->setMenu(menu);
    edit->setVisible(m_workspace.may(u"edit_patient"_s));
    connect(edit, &QPushButton::clicked, this, [this] { m_navigator.editPatient(m_patient); });
    connect(history, &QPushButton::clicked, this, [this] { m_navigator.showAuditOf(m_patient); });
    for (QPushButton* button : {edit, history, more})
        line->addWidget(button);
    return actions;
}

QWidget* PatientPage::makeReportsCard()
{
    auto* card = new Card(tr("Reports"), this);
    m_views->setExclusive(true);
    m_views->addChip(u"grid"_s, tr("Casebook"));
    m_views->addChip(u"list"_s, tr("List"));
    m_views->setChecked(u"grid"_s, true);
    card->setCorner(m_views);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_table);
    m_table->setModel(&m_reports);
    m_table->setDefaultWidths({160, 160, 140, 160, 120, -1});
    m_table->setAccessibleName(tr("Reports of the patient"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setEmptyState(u"reports"_s, tr("No reports yet"), tr("Choose a visit and a form to begin the first one."),
                           primaryActionText());
    card->body()->addWidget(m_stack, 1);
    return card;
}

void PatientPage::connectParts()
{
    connect(m_views, &ChipBar::changed, this,
            [this](const QStringList& ids) { m_stack->setCurrentIndex(ids.contains(u"list"_s) ? 1 : 0); });
    connect(m_grid, &CasebookGrid::reportChosen, this, [this](const RecordId& id) { m_navigator.openReport(id); });
    connect(m_grid, &CasebookGrid::placeChosen, this, [this](const QString& event, const QString& form, int repeat) {
        if (mayBegin())
            m_navigator.newReport(m_patient, form, event, repeat);
    });
    connect(m_grid, &CasebookGrid::visitChosen, this, [this](const QString& event, int repeat) {
        if (m_workspace.may(u"enter_data"_s))
            m_navigator.recordVisit(m_patient, event, repeat);
    });
    connect(&m_workspace.visits(), &VisitService::listChanged, this, &PatientPage::refreshCourse);
    connect(m_table, &RecordTable::opened, this, [this](const QModelIndex& index) {
        if (const ReportRow* report = m_reports.rowAt(index.row()))
            m_navigator.openReport(report->recordId);
    });
    auto* note = new QShortcut(Qt::Key_F12, this);
    note->setContext(Qt::WidgetWithChildrenShortcut);
    connect(note, &QShortcut::activated, this, &PatientPage::openQueries);
    connect(m_table, &RecordTable::emptyActionTriggered, this, &PatientPage::triggerPrimaryAction);
    connect(m_table, &QWidget::customContextMenuRequested, this, &PatientPage::showMenu);
    connect(m_consent, &Banner::actionTriggered, this, [this] { m_navigator.editPatient(m_patient); });
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (!m_draftKey.isEmpty())
            m_navigator.resumeDraft(m_draftKey);
    });
    connect(&m_workspace.patients(), &PatientService::listChanged, this, [this] {
        refresh();
        loadPatient();
    });
    connect(&m_workspace.reports(), &ReportService::listChanged, this, &PatientPage::refresh);
    connect(&m_workspace.drafts(), &DraftService::listChanged, this, &PatientPage::refreshDrafts);
}

const PatientRow* PatientPage::row() const
{
    return m_workspace.patients().list()->find(m_patient);
}

QString PatientPage::title() const
{
    return m_title.isEmpty() ? tr("Patient") : m_title;
}

QString PatientPage::primaryActionText() const
{
    return m_workspace.may(u"enter_data"_s) ? tr("New report") : QString();
}

void PatientPage::triggerPrimaryAction()
{
    if (mayBegin())
        m_navigator.chooseNewReport(m_patient);
    else
        refreshConsent(); // says it again where it was put away
}

void PatientPage::activated()
{
    if (m_stack->currentIndex() == 0)
        m_grid->view().setFocus();
    else
        m_table->setFocus();
}

RecordId PatientPage::currentReport() const
{
    const QModelIndex current = m_stack->currentIndex() == 0 ? m_grid->view().currentIndex() : m_table->currentIndex();
    return RecordId::fromString(current.data(RecordTableModelBase::RecordIdRole).toString());
}

void PatientPage::refresh()
{
    const auto list = m_workspace.patients().list();
    if (const PatientRow* patient = list->find(m_patient)) {
        m_header->showRow(*patient);
        m_title = tr("Patient %1").arg(patient->patientId);
    }
    const std::vector<ReportRow> reports = m_workspace.reports().ofPatient(m_patient);
    m_grid->setReports(reports);
    m_reports.setRows(reports);
    m_views->setCount(u"list"_s, static_cast<qint64>(reports.size()));
    refreshCourse();
    Q_EMIT titleChanged();
}

void PatientPage::refreshDrafts()
{
    m_draftKey.clear();
    qint64 newest = -1;
    QString form;
    for (const DraftInfo& draft : m_workspace.drafts().list()) {
        if (draft.patient != m_patient || draft.formOid.isEmpty() || draft.savedUtcMs <= newest)
            continue;
        newest = draft.savedUtcMs;
        m_draftKey = draft.key;
        form = tr("%1, %2").arg(formName(*m_workspace.study(), draft.formOid),
                                eventTitle(*m_workspace.study(), draft.eventOid));
    }
    if (m_draftKey.isEmpty())
        m_banner->dismiss();
    else
        m_banner->showMessage(Tone::Information, tr("%1 is half filled and kept as a draft.").arg(form),
                              tr("Go on with it"));
}

void PatientPage::loadPatient()
{
    whenDone(this, m_workspace.patients().load(m_patient), [this](const Result<Patient>& patient) {
        if (!patient) {
            m_banner->showError(patient.error());
            return;
        }
        m_header->showPatient(*patient);
    });
}

// A study's days count from the consent.
void PatientPage::refreshCourse()
{
    const PatientRow* patient = row();
    if (patient == nullptr)
        return;
    m_grid->setCourse(
        {patient->consentDate, m_workspace.visits().list()->ofPatient(m_patient), hasEnded(patient->status)},
        QDate::currentDate());
    refreshConsent();
}

// Where the study asks for consent first, nothing clinical is begun without its date.
void PatientPage::refreshConsent()
{
    if (!isConsentMissing())
        m_consent->dismiss();
    else
        m_consent->showMessage(Tone::Attention, tr("Consent first: the date of consent is not recorded yet."),
                               m_workspace.may(u"edit_patient"_s) ? tr("Enter it") : QString());
}

bool PatientPage::mayBegin() const
{
    return m_workspace.may(u"enter_data"_s) && !isConsentMissing();
}

bool PatientPage::isConsentMissing() const
{
    const PatientRow* patient = row();
    return m_workspace.study()->consentFirst && patient && patient->consentDate.isEmpty();
}

void PatientPage::showMenu(const QPoint& position)
{
    const ReportRow* found = m_reports.rowAt(m_table->indexAt(position).row());
    if (!found)
        return;
    const RecordId id = found->recordId;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open report"), this, [this, id] { m_navigator.openReport(id); });
    menu->addAction(tr("History"), this, [this, id] { m_navigator.showAuditOf(id); });
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

// About the patient as such; F12 in a form is about its field.
void PatientPage::openQueries()
{
    Query about;
    about.patient = m_patient;
    auto* popover = new QueryPopover(m_workspace, about, title(), window());
    popover->setWindowModality(Qt::WindowModal);
    popover->show();
}

void PatientPage::voidPatient()
{
    m_prompt.askReason(this, tr("Void patient"),
                       tr("%1 disappears from the lists; the record and its history are kept. Why?").arg(title()),
                       [this](const QString& reason) {
                           whenDone(this, m_workspace.patients().voidPatient(m_patient, reason),
                                    [this](const Result<>& done) {
                                        if (!done) {
                                            m_banner->showError(done.error());
                                            return;
                                        }
                                        m_navigator.showNotice(tr("%1 is void.").arg(title()));
                                        m_navigator.openPage(PageId::Patients);
                                    });
                       });
}

} // namespace sitebook
