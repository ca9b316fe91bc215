// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportspage.h"

#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/selectionkeeper.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr std::array statuses{ReportStatus::Incomplete, ReportStatus::Unverified, ReportStatus::Complete,
                              ReportStatus::Signed, ReportStatus::Locked};
constexpr std::array deliveries{DeliveryState::ReadyToSend,      DeliveryState::Uploading, DeliveryState::Synced,
                                DeliveryState::ChangedSinceSync, DeliveryState::Conflict,  DeliveryState::Quarantined};

} // namespace

ReportsPage::ReportsPage(Workspace& workspace, Navigator& navigator, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_model(workspace.study())
    , m_drafts(new Banner(this))
    , m_search(new SearchField(tr("Search patient, visit, form"), this))
    , m_chips(new ChipBar(this))
    , m_forms(new QComboBox(this))
    , m_deliveries(new QComboBox(this))
    , m_table(new RecordTable(u"reports"_s, this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_drafts);
    rows->addLayout(makeTools());
    rows->addWidget(m_table, 1);
    m_search->setList(m_table);
    m_table->setModel(&m_model);
    m_table->horizontalHeader()->setSortIndicator(static_cast<int>(ReportColumn::Changed), Qt::DescendingOrder);
    m_table->setDefaultWidths({96, 176, 160, 140, 168, 124, -1});
    m_table->setAccessibleName(tr("Reports"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    new SelectionKeeper(*m_table, [this](int row) { return m_model.row(row).recordId; });
    fillChoices();
    connectParts();
    refreshList();
    refreshDrafts();
}

QLayout* ReportsPage::makeTools()
{
    const Theme& theme = Theme::of(this);
    auto* tools = new QVBoxLayout;
    tools->setContentsMargins(theme.around(), theme.between(), theme.around(), theme.between());
    tools->setSpacing(theme.between());
    auto* line = new QHBoxLayout;
    line->setSpacing(theme.between());
    m_search->setMaximumWidth(theme.scaled(360));
    line->addWidget(m_search, 1);
    line->addStretch(1);
    line->addWidget(m_forms);
    line->addWidget(m_deliveries);
    tools->addLayout(line);
    tools->addWidget(m_chips);
    m_forms->setAccessibleName(tr("Form"));
    m_deliveries->setAccessibleName(tr("Delivery"));
    return tools;
}

void ReportsPage::fillChoices()
{
    m_forms->addItem(tr("All forms"), QString());
    for (const FormDef& form : m_workspace.study()->forms)
        m_forms->addItem(formName(*m_workspace.study(), form.oid), form.oid);
    m_deliveries->addItem(tr("Any delivery"), -1);
    for (const DeliveryState state : deliveries)
        m_deliveries->addItem(Theme::of(this).icon(statetexts::iconName(state), statetexts::tone(state)),
                              statetexts::text(state), static_cast<int>(state));
    m_chips->addChip({}, tr("All"));
    for (const ReportStatus status : statuses)
        m_chips->addChip(statusCode(status), statetexts::text(status), statetexts::iconName(status));
}

void ReportsPage::connectParts()
{
    connect(m_search, &QLineEdit::textEdited, this, &ReportsPage::applyFilter);
    connect(m_chips, &ChipBar::changed, this, &ReportsPage::applyFilter);
    connect(m_forms, &QComboBox::activated, this, &ReportsPage::applyFilter);
    connect(m_deliveries, &QComboBox::activated, this, &ReportsPage::applyFilter);
    connect(m_table, &RecordTable::opened, this, &ReportsPage::openRow);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ReportsPage::showMenu);
    connect(m_table, &RecordTable::emptyActionTriggered, this, [this] {
        if (isFiltered())
            clearFilters();
        else
            m_navigator.openPage(PageId::Patients);
    });
    connect(m_drafts, &Banner::actionTriggered, this, [this] { m_navigator.resumeDraft(m_newestDraft); });
    connect(&m_workspace.reports(), &ReportService::listChanged, this, &ReportsPage::refreshList);
    connect(&m_workspace.drafts(), &DraftService::listChanged, this, &ReportsPage::refreshDrafts);
    m_table->setSortingEnabled(true);
    m_table->installEventFilter(this);
}

// F3 belongs to the table while it has the keyboard, whatever the window does with it elsewhere.
bool ReportsPage::eventFilter(QObject* object, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_F3)
        return Page::eventFilter(object, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        openRow(m_table->currentIndex());
    return true;
}

RecordId ReportsPage::currentPatient() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model.row(current.row()).patient : RecordId();
}

RecordId ReportsPage::currentReport() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model.row(current.row()).recordId : RecordId();
}

QString ReportsPage::subtitle() const
{
    const int shown = m_model.rowCount();
    return isFiltered() ? tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(m_model.total()))
                        : QLocale().toString(m_model.total());
}

QWidget* ReportsPage::searchField() const
{
    return m_search;
}

void ReportsPage::activated()
{
    m_table->setFocus();
}

bool ReportsPage::isFiltered() const
{
    const ReportFilter& filter = m_model.filter();
    return !filter.text.trimmed().isEmpty() || !filter.statuses.empty() || !filter.formOid.isEmpty() || filter.delivery;
}

void ReportsPage::applyFilter()
{
    ReportFilter filter = m_model.filter();
    filter.text = m_search->text();
    filter.formOid = m_forms->currentData().toString();
    const int delivery = m_deliveries->currentData().toInt();
    filter.delivery = delivery < 0 ? std::nullopt : std::optional(static_cast<DeliveryState>(delivery));
    filter.statuses.clear();
    for (const QString& id : m_chips->checkedIds())
        if (const auto status = reportStatusFromCode(id))
            filter.statuses.push_back(*status);
    m_model.setFilter(filter);
    refreshEmptyState();
    Q_EMIT titleChanged();
}

void ReportsPage::clearFilters()
{
    m_search->clear();
    m_chips->setCheckedIds({});
    m_forms->setCurrentIndex(0);
    m_deliveries->setCurrentIndex(0);
    applyFilter();
}

void ReportsPage::refreshList()
{
    m_model.setList(m_workspace.reports().list());
    m_chips->setCount({}, m_model.total());
    for (const ReportStatus status : statuses)
        m_chips->setCount(statusCode(status), m_model.countOf(status));
    refreshEmptyState();
    Q_EMIT titleChanged();
}

void ReportsPage::refreshEmptyState()
{
    if (isFiltered())
        m_table->setEmptyState(u"search"_s, tr("No report matches"), tr("Nothing fits the search and the filters."),
                               tr("Clear search and filters"));
    else
        m_table->setEmptyState(
            u"reports"_s, tr("No reports yet"),
            tr("A report is one filled form of one patient at one visit. Choose a patient to begin one."),
            tr("Go to the patients"));
}

void ReportsPage::refreshDrafts()
{
    qint64 newest = -1;
    int count = 0;
    for (const DraftInfo& draft : m_workspace.drafts().list()) {
        if (draft.formOid.isEmpty())
            continue;
        ++count;
        if (draft.savedUtcMs > newest) {
            newest = draft.savedUtcMs;
            m_newestDraft = draft.key;
        }
    }
    if (count == 0)
        m_drafts->dismiss();
    else
        m_drafts->showMessage(Tone::Information,
                              count == 1 ? tr("One form is half filled and kept as a draft.")
                                         : tr("%n forms are half filled and kept as drafts.", nullptr, count),
                              count == 1 ? tr("Go on with it") : tr("Go on with the newest"));
}

void ReportsPage::openRow(const QModelIndex& index)
{
    if (index.isValid())
        m_navigator.openReport(m_model.row(index.row()).recordId);
}

void ReportsPage::showMenu(const QPoint& position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        return;
    const ReportRow row = m_model.row(index.row());
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open report"), this, [this, row] { m_navigator.openReport(row.recordId); });
    menu->addAction(tr("Open patient %1").arg(row.patientId), this,
                    [this, row] { m_navigator.openPatient(row.patient); });
    menu->addSeparator();
    menu->addAction(tr("History"), this, [this, row] { m_navigator.showAuditOf(row.recordId); });
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace sitebook
