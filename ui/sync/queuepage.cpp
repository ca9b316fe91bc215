// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/queuepage.h"

#include "ui/sync/numbertile.h"
#include "ui/sync/queuemodel.h"
#include "ui/sync/syncwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/statetexts.h"

#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr int shownItems = 500;
constexpr int coalesceMs = 120;
constexpr int relativeTimesMs = 15'000;

} // namespace

QueuePage::QueuePage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_prompt(prompt)
    , m_model(new QueueModel(workspace.study(), this))
    , m_items([&workspace] { return workspace.queue().items(shownItems); },
              [this](Result<std::vector<QueueItem>> items) { showItems(std::move(items)); })
{
    const Theme& theme = Theme::of(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.around(), theme.around(), theme.around(), theme.around());
    column->setSpacing(theme.around());
    column->addWidget(statusCard());
    column->addWidget(tableCard(), 1);
    addTableActions();

    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(coalesceMs);
    connect(&m_coalesce, &QTimer::timeout, this, &QueuePage::refresh);
    connect(&workspace.queue(), &QueueService::statusChanged, this, [this] {
        if (!m_coalesce.isActive())
            m_coalesce.start();
    });
    m_minute.setInterval(relativeTimesMs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_model->setNow(SystemClock().now().utcMs);
    });
    m_minute.start();
    refresh();
}

QueuePage::~QueuePage() = default;

QWidget* QueuePage::statusCard()
{
    const Theme& theme = Theme::of(this);
    auto* card = new Card;
    m_sentence = makeParagraph({});
    m_sentence->setObjectName(u"sentence"_s);
    m_pause = makeButton({});
    m_pause->setObjectName(u"pause"_s);
    auto* head = new QHBoxLayout;
    head->addWidget(m_sentence, 1);
    head->addWidget(m_pause, 0, Qt::AlignTop);
    card->body()->addLayout(head);

    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the queue"));
    m_count = makeLabel({}, Theme::Type::Small, true);
    m_count->setObjectName(u"count"_s);
    auto* progress = new QHBoxLayout;
    progress->addWidget(m_bar, 1);
    progress->addWidget(m_count);
    card->body()->addLayout(progress);

    const auto tile = [this](const QString& name, const QString& word, const QString& icon, Tone tone) {
        auto* made = new NumberTile(word, icon, tone);
        made->setObjectName(name);
        return made;
    };
    m_queued = tile(u"queued"_s, statetexts::text(QueueItem::State::Queued), u"queue"_s, Tone::Information);
    m_claimed = tile(u"claimed"_s, statetexts::text(QueueItem::State::Claimed), u"play"_s, Tone::Primary);
    m_accepted = tile(u"accepted"_s, tr("Accepted since the start"), u"success"_s, Tone::Success);
    m_quarantined =
        tile(u"quarantined"_s, statetexts::text(QueueItem::State::Quarantined), u"quarantined"_s, Tone::Danger);
    m_speed = tile(u"speed"_s, tr("Reports per second"), u"score"_s, Tone::Neutral);
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(theme.blocks());
    for (NumberTile* each : {m_queued, m_claimed, m_accepted, m_quarantined, m_speed})
        tiles->addWidget(each, 1);
    card->body()->addLayout(tiles);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { m_workspace.queue().setPaused(!m_workspace.queue().status().paused); });
    return card;
}

QWidget* QueuePage::tableCard()
{
    auto* card = new Card(tr("What is in the queue"));
    auto* corner = new QWidget;
    auto* buttons = new QHBoxLayout(corner);
    buttons->setContentsMargins({});
    buttons->setSpacing(Theme::of(this).between());
    m_retry = makeButton(tr("&Retry"), u"retry"_s);
    m_retry->setObjectName(u"retry"_s);
    m_retryAll = makeButton(tr("Retry &all quarantined"));
    m_retryAll->setObjectName(u"retryAll"_s);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_retryAll);
    card->setCorner(corner);
    m_table = new RecordTable(u"queue"_s);
    m_table->setObjectName(u"items"_s);
    m_table->setAccessibleName(tr("Queue"));
    m_table->setModel(m_model);
    m_table->setDefaultWidths({130, 130, 110, 95, -1, 120, 130});
    m_table->setEmptyState(u"queue"_s, tr("The queue is empty"),
                           tr("Imported files and bursts of reports pass through here: they are checked, scored and "
                              "sealed in the background. What cannot be stored stays here with its reason."),
                           tr("Import files…"));
    card->body()->addWidget(m_table, 1);
    m_more = makeLabel({}, Theme::Type::Small, true);
    card->body()->addWidget(m_more);
    connect(m_retry, &QPushButton::clicked, this, &QueuePage::retrySelected);
    connect(m_retryAll, &QPushButton::clicked, this, &QueuePage::retryAll);
    connect(m_table, &RecordTable::emptyActionTriggered, this, [this] { m_navigator.openImport(); });
    connect(m_table, &RecordTable::opened, this, [this](const QModelIndex& index) { openPatientOf(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &QueuePage::showSelection);
    return card;
}

void QueuePage::addTableActions()
{
    m_retryAction = new QAction(tr("Retry"), m_table);
    connect(m_retryAction, &QAction::triggered, this, &QueuePage::retrySelected);
    auto* open = new QAction(tr("Open patient"), m_table);
    connect(open, &QAction::triggered, this, [this] { openPatientOf(m_table->currentIndex().row()); });
    m_table->addActions({m_retryAction, open});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    showSelection();
}

QString QueuePage::subtitle() const
{
    const QueueStatus status = m_workspace.queue().status();
    return tr("%n waiting", nullptr, static_cast<int>(status.queued + status.claimed));
}

void QueuePage::activated()
{
    showStatus();
    m_items.refresh();
    m_table->setFocus();
}

void QueuePage::refresh()
{
    showStatus();
    if (isVisible()) // a hidden page asks when it is shown again
        m_items.refresh();
}

void QueuePage::showStatus()
{
    const QueueStatus status = m_workspace.queue().status();
    m_progress.update(status);
    m_queued->setValue(status.queued);
    m_claimed->setValue(status.claimed);
    m_accepted->setValue(status.accepted);
    m_quarantined->setValue(status.quarantined);
    m_speed->setText(QLocale().toString(status.perSecond, 'f', status.perSecond < 10 ? 1 : 0));
    m_sentence->setText(SyncWords::sentence(status, m_progress.restMs()));
    const bool active = m_progress.isActive();
    m_bar->setVisible(active);
    m_count->setVisible(active);
    if (active) {
        m_bar->setRange(0, 1000);
        m_bar->setValue(static_cast<int>(1000 * m_progress.done() / std::max<qint64>(1, m_progress.total())));
        m_count->setText(
            tr("%1 of %2").arg(QLocale().toString(m_progress.done()), QLocale().toString(m_progress.total())));
    }
    m_pause->setText(status.paused ? tr("Re&sume") : tr("&Pause"));
    m_pause->setIcon(Theme::of(this).icon(status.paused ? u"resume"_s : u"pause"_s));
    m_pause->setToolTip(status.paused ? tr("Goes on processing what waits")
                                      : tr("Finishes what is being processed and keeps the rest"));
    m_retryAll->setEnabled(status.quarantined > 0);
    Q_EMIT titleChanged();
}

void QueuePage::showItems(Result<std::vector<QueueItem>> items)
{
    if (!items) {
        m_navigator.showBanner(items.error());
        return;
    }
    const QueueStatus status = m_workspace.queue().status();
    const qint64 hidden = status.queued + status.claimed + status.quarantined - std::ssize(*items);
    m_more->setVisible(hidden > 0 && !items->empty());
    m_more->setText(tr("and %n more", nullptr, static_cast<int>(std::max<qint64>(0, hidden))));
    m_model->setRows(std::move(*items));
    m_model->setNow(SystemClock().now().utcMs);
    showSelection();
}

void QueuePage::showSelection()
{
    bool quarantined = false;
    for (const QModelIndex& index : m_table->selectedRowIndexes())
        quarantined = quarantined || m_model->rowAt(index.row())->state == QueueItem::State::Quarantined;
    m_retry->setEnabled(quarantined);
    m_retryAction->setEnabled(quarantined);
}

void QueuePage::retrySelected()
{
    std::vector<qint64> ids; // first collected: a retry changes the rows
    for (const QModelIndex& index : m_table->selectedRowIndexes())
        if (const QueueItem* item = m_model->rowAt(index.row()); item->state == QueueItem::State::Quarantined)
            ids.push_back(item->id);
    for (const qint64 id : ids)
        m_workspace.queue().retry(id);
}

void QueuePage::retryAll()
{
    const int count = static_cast<int>(m_workspace.queue().status().quarantined);
    m_prompt.decide(
        this, tr("Retry all quarantined?"),
        tr("%n report(s) will be checked again. Those that still cannot be stored come back here.", nullptr, count),
        {tr("Leave them"), tr("Retry all")}, [this](int choice) {
            if (choice == 1)
                m_workspace.queue().retry(0);
        });
}

void QueuePage::openPatientOf(int row)
{
    const QueueItem* item = m_model->rowAt(row);
    if (item == nullptr || item->patient.isEmpty())
        return;
    const auto list = m_workspace.patients().list();
    for (const PatientRow& patient : list->rows())
        if (patient.patientId == item->patient) {
            m_navigator.openPatient(patient.recordId);
            return;
        }
    m_navigator.showNotice(tr("No patient %1 is registered here.").arg(item->patient));
}

} // namespace sitebook
