// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncpage.h"

#include "ui/sync/syncfacts.h"
#include "ui/sync/syncwords.h"
#include "ui/sync/waitingmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/whendone.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr int shownItems = 500;
constexpr int coalesceMs = 120;
constexpr int relativeTimesMs = 5'000;

} // namespace

SyncPage::SyncPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_prompt(prompt)
    , m_model(new WaitingModel(workspace.study(), this))
    , m_items([&workspace] { return workspace.sync().waiting(shownItems); },
              [this](Result<std::vector<WaitingItem>> items) { showItems(std::move(items)); })
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
    connect(&m_coalesce, &QTimer::timeout, this, &SyncPage::refresh);
    connect(&workspace.sync(), &SyncService::statusChanged, this, [this] {
        if (!m_coalesce.isActive())
            m_coalesce.start();
    });
    m_clock.setInterval(relativeTimesMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible())
            showTimes();
    });
    m_clock.start();
    refresh();
}

SyncPage::~SyncPage() = default;

QWidget* SyncPage::statusCard()
{
    const Theme& theme = Theme::of(this);
    auto* card = new Card;
    m_badge = new StateBadge;
    m_badge->setObjectName(u"phase"_s);
    m_conflictBadge = new StateBadge;
    m_conflictBadge->setObjectName(u"conflictBadge"_s);
    m_offline = new QCheckBox(tr("Work &offline"));
    m_offline->setObjectName(u"offline"_s);
    m_offline->setToolTip(tr("Sends and receives nothing until you go online again"));
    auto* head = new QHBoxLayout;
    head->setSpacing(theme.between());
    head->addWidget(m_badge);
    head->addWidget(m_conflictBadge);
    head->addStretch(1);
    head->addWidget(m_offline);
    card->body()->addLayout(head);

    m_sentence = makeParagraph({});
    m_sentence->setObjectName(u"sentence"_s);
    m_action = makePrimaryButton({});
    m_action->setObjectName(u"nextStep"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.around());
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action, 0, Qt::AlignTop);
    card->body()->addLayout(row);
    card->body()->addWidget(makeHairline(Qt::Horizontal));
    m_facts = new SyncFacts;
    card->body()->addWidget(m_facts);
    connect(m_action, &QPushButton::clicked, this, &SyncPage::doStep);
    connect(m_offline, &QCheckBox::toggled, this, [this](bool offline) { m_workspace.sync().setOnline(!offline); });
    return card;
}

QWidget* SyncPage::tableCard()
{
    auto* card = new Card(tr("What waits"));
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
    m_table = new RecordTable(u"sync"_s);
    m_table->setObjectName(u"items"_s);
    m_table->setAccessibleName(tr("Changes that are not on the server yet"));
    m_table->setModel(m_model);
    m_table->setDefaultWidths({150, 90, 100, 140, 120, 100, -1});
    m_table->setEmptyState(
        u"synced"_s, tr("Nothing waits"),
        tr("Changes that have not reached the server yet are listed here, each with the reason why it "
           "waits."));
    card->body()->addWidget(m_table, 1);
    m_more = makeLabel({}, Theme::Type::Small, true);
    card->body()->addWidget(m_more);
    connect(m_retry, &QPushButton::clicked, this, [this] { retry(true); });
    connect(m_retryAll, &QPushButton::clicked, this, [this] { retry(false); });
    connect(m_table, &RecordTable::opened, this, [this](const QModelIndex& index) { openRecord(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SyncPage::showSelection);
    return card;
}

void SyncPage::addTableActions()
{
    auto* open = new QAction(tr("Open record"), m_table);
    connect(open, &QAction::triggered, this, [this] { openRecord(m_table->currentIndex().row()); });
    auto* history = new QAction(tr("Show in audit trail"), m_table);
    connect(history, &QAction::triggered, this, [this] {
        if (const WaitingItem* item = m_model->rowAt(m_table->currentIndex().row()))
            m_navigator.showAuditOf(item->recordId);
    });
    auto* again = new QAction(tr("Retry"), m_table);
    connect(again, &QAction::triggered, this, [this] { retry(true); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, again,
            [this, again] { again->setEnabled(m_retry->isEnabled()); });
    m_table->addActions({open, history, again});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    showSelection();
}

QString SyncPage::subtitle() const
{
    return tr("%n waiting", nullptr, static_cast<int>(m_workspace.sync().status().waiting()));
}

void SyncPage::activated()
{
    showStatus();
    m_items.refresh();
    (m_action->isVisibleTo(this) && m_action->isEnabled() ? static_cast<QWidget*>(m_action) : m_table)->setFocus();
}

void SyncPage::refresh()
{
    showStatus();
    if (isVisible()) // a hidden page asks when it is shown again
        m_items.refresh();
}

SyncPage::Step SyncPage::stepFor(const SyncStatus& status) const
{
    if (status.phase == SyncPhase::NotSetUp)
        return Step::OpenSettings;
    if (!m_workspace.sync().isOnline())
        return Step::GoOnline;
    return status.phase == SyncPhase::NeedsSignIn ? Step::SignIn : Step::SyncNow;
}

QString SyncPage::textOf(Step step) const
{
    switch (step) {
    case Step::SyncNow:
        return tr("&Sync now");
    case Step::SignIn:
        return tr("&Sign in…");
    case Step::OpenSettings:
        return tr("Open &settings");
    case Step::GoOnline:
        return tr("&Go online");
    case Step::None:
        break;
    }
    return {};
}

void SyncPage::showStatus()
{
    const SyncStatus status = m_workspace.sync().status();
    const bool online = m_workspace.sync().isOnline();
    m_step = stepFor(status);
    if (!online && status.phase != SyncPhase::NotSetUp)
        m_badge->setState(u"offline"_s, tr("Offline"), Tone::Neutral);
    else
        m_badge->setState(statetexts::look(status.phase));
    m_conflictBadge->setVisible(status.conflicts > 0);
    m_conflictBadge->setState(u"conflict"_s, tr("%n conflict(s)", nullptr, static_cast<int>(status.conflicts)),
                              Tone::Danger);
    m_sentence->setText(SyncWords::sentence(status, online));
    m_action->setText(textOf(m_step));
    m_action->setVisible(m_step != Step::None);
    m_action->setEnabled(status.phase != SyncPhase::Working || m_step != Step::SyncNow);
    {
        const QSignalBlocker quiet(m_offline);
        m_offline->setChecked(!online);
    }
    m_offline->setEnabled(status.phase != SyncPhase::NotSetUp);
    m_facts->showNumbers(status);
    m_retryAll->setEnabled(status.quarantined > 0);
    showTimes();
    Q_EMIT titleChanged();
}

void SyncPage::showTimes()
{
    const SyncStatus status = m_workspace.sync().status();
    const qint64 now = SystemClock().now().utcMs;
    m_facts->showTimes(status, now);
    m_model->setNow(now);
}

void SyncPage::showItems(Result<std::vector<WaitingItem>> items)
{
    if (!items) {
        m_navigator.showBanner(items.error());
        return;
    }
    const SyncStatus status = m_workspace.sync().status();
    const qint64 hidden = status.waiting() + status.conflicts + status.quarantined - std::ssize(*items);
    m_more->setVisible(std::ssize(*items) >= shownItems && hidden > 0);
    m_more->setText(tr("and %n more", nullptr, static_cast<int>(std::max<qint64>(0, hidden))));
    m_model->setRows(std::move(*items));
    showSelection();
}

void SyncPage::showSelection()
{
    bool quarantined = false;
    for (const QModelIndex& index : m_table->selectedRowIndexes())
        quarantined = quarantined || m_model->rowAt(index.row())->state == "quarantined"_L1;
    m_retry->setEnabled(quarantined);
}

void SyncPage::doStep()
{
    switch (m_step) {
    case Step::SyncNow:
        m_workspace.sync().syncNow();
        break;
    case Step::SignIn:
        askSignIn();
        break;
    case Step::OpenSettings:
        m_navigator.openPage(PageId::Settings);
        break;
    case Step::GoOnline:
        m_workspace.sync().setOnline(true);
        break;
    case Step::None:
        break;
    }
}

void SyncPage::askSignIn()
{
    const SyncStatus status = m_workspace.sync().status();
    m_prompt.askPassword(this, tr("Sign in to the server"),
                         tr("Password of %1 on %2").arg(m_workspace.user().userName.toString(), status.server),
                         [this](const QString& password) {
                             m_action->setEnabled(false);
                             whenDone(this, m_workspace.sync().signIn(password), [this](const Result<>& answer) {
                                 m_action->setEnabled(true);
                                 if (!answer)
                                     m_navigator.showBanner(answer.error());
                                 else
                                     m_navigator.showNotice(tr("You are signed in to the server."));
                                 refresh();
                             });
                         });
}

void SyncPage::retry(bool onlySelected)
{
    std::vector<OpId> ids; // first collected: a retry changes the rows
    const auto take = [this, &ids](int row) {
        if (const WaitingItem* item = m_model->rowAt(row); item->state == "quarantined"_L1)
            ids.push_back(item->opId);
    };
    if (onlySelected)
        for (const QModelIndex& index : m_table->selectedRowIndexes())
            take(index.row());
    else
        for (int row = 0; row < m_model->rowCount(); ++row)
            take(row);
    for (const OpId& id : ids)
        m_workspace.sync().retryQuarantined(id);
}

void SyncPage::openRecord(int row)
{
    const WaitingItem* item = m_model->rowAt(row);
    if (item == nullptr)
        return;
    if (item->entity == Entity::Patient)
        m_navigator.openPatient(item->recordId);
    else if (item->entity == Entity::Report)
        m_navigator.openReport(item->recordId);
}

} // namespace sitebook
