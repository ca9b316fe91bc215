// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/todaypage.h"

#include "ui/dashboard/numbercard.h"
#include "ui/dashboard/placeline.h"
#include "ui/dashboard/worklines.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/plotbars.h"
#include "ui/widgets/whendone.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr int refreshMs = 150;
constexpr size_t shownDrafts = 6;
constexpr size_t shownReports = 6; // with the rest it fits 768 pixels

void clearLines(QVBoxLayout* lines)
{
    while (QLayoutItem* item = lines->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

TodayPage::TodayPage(Workspace& workspace, Navigator& navigator, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_enrolment(new Card(tr("Enrolment")))
    , m_plot(new PlotBars)
    , m_workCard(new Card(tr("Needs somebody")))
    , m_work(new QVBoxLayout)
    , m_draftCard(new Card(tr("Half-filled forms")))
    , m_drafts(new QVBoxLayout)
    , m_recentCard(new Card(tr("Last reports")))
    , m_recent(new QVBoxLayout)
{
    const Theme& theme = Theme::of(this);
    auto* body = new QWidget;
    body->setObjectName(u"page"_s);
    auto* numbers = new QWidget;
    auto* numberRow = new QHBoxLayout(numbers);
    numberRow->setContentsMargins(0, 0, 0, 0);
    numberRow->setSpacing(theme.scaled(12));
    m_patients = addNumber(u"patients"_s, tr("Patients"), PageId::Patients, numbers);
    m_reports = addNumber(u"reports"_s, tr("Reports"), PageId::Reports, numbers);
    m_waiting = addNumber(u"ready"_s, tr("Waiting for the server"), PageId::Sync, numbers);
    m_attention = addNumber(u"quarantined"_s, tr("Conflicts and quarantine"), PageId::Sync, numbers);
    m_enrolment->body()->addWidget(m_plot);
    for (const auto& [card, lines] :
         {std::pair{m_workCard, m_work}, std::pair{m_draftCard, m_drafts}, std::pair{m_recentCard, m_recent}}) {
        lines->setSpacing(0);
        card->body()->addLayout(lines);
        card->body()->addStretch(1);
    }
    auto* grid = new QGridLayout(body);
    grid->setContentsMargins(theme.around(), theme.around(), theme.around(), theme.around());
    grid->setSpacing(theme.scaled(12));
    grid->addWidget(numbers, 0, 0, 1, 2);
    grid->addWidget(m_workCard, 1, 0);
    grid->addWidget(m_enrolment, 1, 1);
    grid->addWidget(m_recentCard, 2, 0);
    grid->addWidget(m_draftCard, 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(3, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    connect(&workspace, &Workspace::changed, this, &TodayPage::scheduleRefresh);
    connect(&workspace.sync(), &SyncService::statusChanged, this, &TodayPage::scheduleRefresh);
    connect(&workspace.queue(), &QueueService::statusChanged, this, &TodayPage::scheduleRefresh);
    connect(&workspace.drafts(), &DraftService::listChanged, this, &TodayPage::scheduleRefresh);
    setFocusPolicy(Qt::ClickFocus);
    refresh();
}

NumberCard* TodayPage::addNumber(const QString& icon, const QString& caption, PageId place, QWidget* row)
{
    auto* card = new NumberCard(icon, caption, row);
    row->layout()->addWidget(card);
    connect(card, &QAbstractButton::clicked, this, [this, place] { m_navigator.openPage(place); });
    return card;
}

QString TodayPage::subtitle() const
{
    return QLocale().toString(QDate::currentDate(), QLocale::LongFormat);
}

QString TodayPage::primaryActionText() const
{
    return m_workspace.may(u"register_patient"_s) ? tr("Register patient") : QString();
}

void TodayPage::activated()
{
    refresh();
    // The first Tab leads to the first number; nothing looks chosen before.
    setFocus(Qt::OtherFocusReason);
}

void TodayPage::scheduleRefresh()
{
    // Bursts of changes are drawn once, and not at all behind another page.
    if (m_refreshPlanned || !isVisible())
        return;
    m_refreshPlanned = true;
    QTimer::singleShot(refreshMs, this, [this] {
        m_refreshPlanned = false;
        refresh();
    });
}

void TodayPage::refresh()
{
    const DashboardNumbers numbers = m_workspace.dashboard();
    refreshNumbers(numbers);
    refreshWork();
    countVisits();
    refreshDrafts();
    refreshRecent(numbers);
}

void TodayPage::refreshNumbers(const DashboardNumbers& numbers)
{
    const SyncStatus sync = m_workspace.sync().status();
    const QueueStatus queue = m_workspace.queue().status();
    const QLocale locale;
    m_patients->setNumber(numbers.patients, tr("%1 enrolled").arg(locale.toString(numbers.enrolled)));
    m_reports->setNumber(numbers.reports, tr("%1 complete").arg(locale.toString(numbers.reportsComplete)));
    const bool synced = sync.waiting() == 0 && sync.lastSuccessUtcMs > 0;
    const QString when = momentText(sync.lastSuccessUtcMs, QDateTime::currentMSecsSinceEpoch());
    m_waiting->setNumber(sync.waiting(), when.isEmpty() ? tr("Never synchronised yet") : tr("Last sync %1").arg(when),
                         synced ? Tone::Success : Tone::Neutral);
    const qint64 attention = sync.conflicts + sync.quarantined + queue.quarantined;
    m_attention->setNumber(attention, attention == 0 ? tr("Nothing to decide") : tr("Needs a decision"),
                           attention == 0 ? Tone::Success : Tone::Danger);
    m_plot->setPoints(numbers.enrolment);
    m_enrolment->setTitle(tr("Enrolment: %n patient(s) registered", nullptr, static_cast<int>(numbers.patients)));
}

void TodayPage::refreshWork()
{
    clearLines(m_work);
    m_study.openQueries = m_workspace.queries().list()->count(QueryStatus::Open);
    const auto lines = workLines(m_workspace.sync().status(), m_workspace.queue().status(), m_study);
    for (const WorkLine& line : lines) {
        auto* button = new PlaceLine(line.look, line.text, line.detail);
        connect(button, &QAbstractButton::clicked, this, [this, place = line.place] { m_navigator.openPage(place); });
        m_work->addWidget(button);
    }
    if (lines.empty())
        m_work->addWidget(makeParagraph(tr("Nothing waits and nothing is in conflict."), true));
}

// How the visits stand is counted on a worker; what was counted last stands until then.
void TodayPage::countVisits()
{
    using Counted = Result<std::shared_ptr<const Casebook>>;
    whenDone(this, m_workspace.visits().casebook(QDate::currentDate()), [this](const Counted& casebook) {
        if (!casebook)
            return;
        const int overdue = (*casebook)->visitsAt(VisitState::Overdue);
        const int due = (*casebook)->visitsAt(VisitState::Due);
        if (overdue == m_study.overdueVisits && due == m_study.dueVisits)
            return;
        m_study.overdueVisits = overdue;
        m_study.dueVisits = due;
        refreshWork();
    });
}

void TodayPage::refreshDrafts()
{
    clearLines(m_drafts);
    const auto drafts = m_workspace.drafts().list();
    const auto patients = m_workspace.patients().list();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (size_t i = 0; i < drafts.size() && i < shownDrafts; ++i) {
        const DraftInfo& draft = drafts[i];
        const PatientRow* patient = patients->find(draft.patient);
        QStringList words;
        if (patient)
            words << patient->patientId;
        words << (draft.formOid.isEmpty() ? tr("Patient") : formName(draft.formOid));
        if (!draft.eventOid.isEmpty())
            words << eventName(draft.eventOid);
        auto* button = new PlaceLine(statetexts::look(DeliveryState::Draft), words.join(u" · "_s),
                                     momentText(draft.savedUtcMs, now));
        connect(button, &QAbstractButton::clicked, this, [this, key = draft.key] { m_navigator.resumeDraft(key); });
        m_drafts->addWidget(button);
    }
    if (drafts.size() > shownDrafts)
        m_drafts->addWidget(
            makeLabel(tr("and %n more in Reports", nullptr, static_cast<int>(drafts.size() - shownDrafts)),
                      Theme::Type::Small, true));
    m_draftCard->setVisible(!drafts.empty());
    // Without drafts the last reports take both columns.
    auto* grid = static_cast<QGridLayout*>(m_recentCard->parentWidget()->layout());
    grid->addWidget(m_recentCard, 2, 0, 1, drafts.empty() ? 2 : 1);
}

void TodayPage::refreshRecent(const DashboardNumbers& numbers)
{
    clearLines(m_recent);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (size_t i = 0; i < numbers.recent.size() && i < shownReports; ++i) {
        const ReportRow& report = numbers.recent[i];
        const QString text =
            u"%1 · %2 · %3"_s.arg(report.patientId, formName(report.formOid), eventName(report.eventOid));
        auto* button = new PlaceLine(statetexts::look(report.status), text, momentText(report.changedUtcMs, now));
        connect(button, &QAbstractButton::clicked, this, [this, id = report.recordId] { m_navigator.openReport(id); });
        m_recent->addWidget(button);
    }
    if (numbers.recent.empty())
        m_recent->addWidget(makeParagraph(numbers.patients == 0
                                              ? tr("No reports yet. Register the first patient to begin.")
                                              : tr("No reports yet. Open a patient and start the first form."),
                                          true));
}

QString TodayPage::formName(const QString& formOid) const
{
    const FormDef* form = m_workspace.study()->form(formOid);
    return form ? form->name : formOid;
}

QString TodayPage::eventName(const QString& eventOid) const
{
    const EventDef* event = m_workspace.study()->event(eventOid);
    if (!event)
        return eventOid;
    const QString words = event->description.in(QLocale().name().left(2));
    return words.isEmpty() ? event->name : words;
}

} // namespace sitebook
