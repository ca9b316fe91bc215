// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientspage.h"

#include "ui/patients/patientcard.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/selectionkeeper.h"
#include "ui/widgets/statetexts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr std::array statuses{PatientStatus::Screening, PatientStatus::Enrolled, PatientStatus::Completed,
                              PatientStatus::Withdrawn, PatientStatus::ScreenFailure};
constexpr std::array deliveries{DeliveryState::ReadyToSend,      DeliveryState::Uploading, DeliveryState::Synced,
                                DeliveryState::ChangedSinceSync, DeliveryState::Conflict,  DeliveryState::Quarantined};

} // namespace

PatientsPage::PatientsPage(Workspace& workspace, Navigator& navigator, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_search(new SearchField(tr("Search ID, name, alias"), this))
    , m_chips(new ChipBar(this))
    , m_sites(new QComboBox(this))
    , m_deliveries(new QComboBox(this))
    , m_export(makeButton(tr("Export"), u"export"_s, this))
    , m_table(new RecordTable(u"patients"_s, this))
    , m_card(new PatientCard(workspace, this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(makeTools());
    auto* line = new QHBoxLayout;
    line->setSpacing(0);
    line->addWidget(m_table, 1);
    line->addWidget(makeHairline(Qt::Vertical, this));
    line->addWidget(m_card);
    rows->addLayout(line, 1);
    fillChoices();
    setUpTable();
    connectParts();
    m_table->installEventFilter(this);
    refreshList();
}

QLayout* PatientsPage::makeTools()
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
    line->addWidget(m_sites);
    line->addWidget(m_deliveries);
    line->addWidget(m_export);
    tools->addLayout(line);
    tools->addWidget(m_chips);
    m_sites->setAccessibleName(tr("Site"));
    m_deliveries->setAccessibleName(tr("Delivery"));
    m_export->setVisible(m_workspace.may(u"export_data"_s));
    return tools;
}

void PatientsPage::fillChoices()
{
    m_deliveries->addItem(tr("Any delivery"), -1);
    for (const DeliveryState state : deliveries)
        m_deliveries->addItem(Theme::of(this).icon(statetexts::iconName(state), statetexts::tone(state)),
                              statetexts::text(state), static_cast<int>(state));
    m_chips->addChip({}, tr("All"));
    for (const PatientStatus status : statuses)
        m_chips->addChip(statusCode(status), statetexts::text(status), statetexts::iconName(status));
}

void PatientsPage::setUpTable()
{
    m_search->setList(m_table);
    m_table->setModel(&m_model);
    m_table->horizontalHeader()->setSortIndicator(static_cast<int>(PatientColumn::Identifier), Qt::AscendingOrder);
    m_table->setDefaultWidths({88, -1, 116, 84, 64, 132, 88, 148});
    m_table->setAccessibleName(tr("Patients"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    new SelectionKeeper(*m_table, [this](int row) { return m_model.row(row).recordId; });
    m_table->setSortingEnabled(true);
}

void PatientsPage::connectParts()
{
    connect(m_search, &QLineEdit::textEdited, this, &PatientsPage::applyFilter);
    connect(m_chips, &ChipBar::changed, this, &PatientsPage::applyFilter);
    connect(m_sites, &QComboBox::activated, this, &PatientsPage::applyFilter);
    connect(m_deliveries, &QComboBox::activated, this, &PatientsPage::applyFilter);
    connect(m_export, &QPushButton::clicked, this, &PatientsPage::exportSelection);
    connect(m_table, &RecordTable::opened, this, &PatientsPage::openCurrent);
    connect(m_table, &QWidget::customContextMenuRequested, this, &PatientsPage::showMenu);
    connect(m_table, &RecordTable::emptyActionTriggered, this, [this] {
        if (isFiltered())
            clearFilters();
        else
            m_navigator.registerPatient();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PatientsPage::refreshCard);
    connect(m_card, &PatientCard::openRequested, this, &PatientsPage::openCurrent);
    connect(m_card, &PatientCard::newReportRequested, this, [this] {
        if (const std::vector<RecordId> ids = selected(); ids.size() == 1)
            m_navigator.chooseNewReport(ids.front());
    });
    connect(m_card, &PatientCard::exportRequested, this, &PatientsPage::exportSelection);
    connect(&m_workspace.patients(), &PatientService::listChanged, this, &PatientsPage::refreshList);
}

// F3 belongs to the table while it has the keyboard, whatever the window does with it elsewhere.
bool PatientsPage::eventFilter(QObject* object, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_F3)
        return Page::eventFilter(object, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        openCurrent();
    return true;
}

RecordId PatientsPage::currentPatient() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model.row(current.row()).recordId : RecordId();
}

QString PatientsPage::subtitle() const
{
    const QLocale locale;
    return isFiltered() ? tr("%1 of %2").arg(locale.toString(m_model.rowCount()), locale.toString(m_model.total()))
                        : locale.toString(m_model.total());
}

QString PatientsPage::primaryActionText() const
{
    return m_workspace.may(u"register_patient"_s) ? tr("Register patient") : QString();
}

void PatientsPage::triggerPrimaryAction()
{
    if (m_workspace.may(u"register_patient"_s))
        m_navigator.registerPatient();
}

QWidget* PatientsPage::searchField() const
{
    return m_search;
}

void PatientsPage::activated()
{
    if (m_model.rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
    m_table->setFocus();
}

bool PatientsPage::isFiltered() const
{
    const PatientFilter& filter = m_model.filter();
    return !filter.text.trimmed().isEmpty() || !filter.statuses.empty() || !filter.sites.isEmpty() || filter.delivery;
}

void PatientsPage::applyFilter()
{
    PatientFilter filter = m_model.filter();
    filter.text = m_search->text();
    const QString site = m_sites->currentData().toString();
    filter.sites = site.isEmpty() ? QStringList() : QStringList(site);
    const int delivery = m_deliveries->currentData().toInt();
    filter.delivery = delivery < 0 ? std::nullopt : std::optional(static_cast<DeliveryState>(delivery));
    filter.statuses.clear();
    for (const QString& id : m_chips->checkedIds())
        if (const auto status = patientStatusFromCode(id))
            filter.statuses.push_back(*status);
    m_model.setFilter(filter);
    refreshEmptyState();
    QMetaObject::invokeMethod(this, &PatientsPage::refreshCard, Qt::QueuedConnection); // after the selection is back
    Q_EMIT titleChanged();
}

void PatientsPage::clearFilters()
{
    m_search->clear();
    m_chips->setCheckedIds({});
    m_sites->setCurrentIndex(0);
    m_deliveries->setCurrentIndex(0);
    applyFilter();
}

void PatientsPage::refreshSites()
{
    const QStringList sites = m_model.list().sites();
    m_sites->setVisible(sites.size() > 1 || !m_model.filter().sites.isEmpty());
    if (sites.size() + 1 == m_sites->count())
        return;
    const QSignalBlocker quiet(m_sites);
    const QString chosen = m_sites->currentData().toString();
    m_sites->clear();
    m_sites->addItem(tr("All sites"), QString());
    for (const QString& site : sites)
        m_sites->addItem(tr("Site %1").arg(site), site);
    m_sites->setCurrentIndex(std::max(0, m_sites->findData(chosen)));
}

void PatientsPage::refreshList()
{
    m_model.setList(m_workspace.patients().list());
    m_chips->setCount({}, m_model.total());
    for (const PatientStatus status : statuses)
        m_chips->setCount(statusCode(status), m_model.countOf(status));
    refreshSites();
    refreshEmptyState();
    QMetaObject::invokeMethod(this, &PatientsPage::refreshCard, Qt::QueuedConnection); // after the selection is back
    Q_EMIT titleChanged();
}

void PatientsPage::refreshEmptyState()
{
    if (isFiltered())
        m_table->setEmptyState(u"search"_s, tr("No patient matches"), tr("Nobody fits the search and the filters."),
                               tr("Clear search and filters"));
    else
        m_table->setEmptyState(
            u"patients"_s, tr("No patients yet"),
            tr("Patients of your site appear here, with their reports and how far they are. Register the "
               "first one, or import a file from the File menu."),
            primaryActionText());
}

std::vector<RecordId> PatientsPage::selected() const
{
    std::vector<RecordId> ids;
    for (const QModelIndex& index : m_table->selectedRowIndexes())
        ids.push_back(m_model.row(index.row()).recordId);
    return ids;
}

void PatientsPage::refreshCard()
{
    const QItemSelection selection = m_table->selectionModel()->selection();
    int count = 0;
    for (const QItemSelectionRange& range : selection)
        count += range.height();
    if (count == 1)
        m_card->showPatient(m_model.row(selection.first().top()));
    else
        m_card->showSelection(count);
    m_export->setText(count > 1 ? tr("Export %1 selected").arg(QLocale().toString(count)) : tr("Export"));
}

void PatientsPage::openCurrent()
{
    if (const RecordId patient = currentPatient(); !patient.isNull())
        m_navigator.openPatient(patient);
}

void PatientsPage::exportSelection()
{
    ExportRequest preset;
    if (std::vector<RecordId> ids = selected(); ids.size() > 1)
        preset.onlyPatients = std::move(ids);
    m_navigator.openExport(preset);
}

void PatientsPage::showMenu(const QPoint& position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        return;
    const PatientRow row = m_model.row(index.row());
    const int count = static_cast<int>(m_table->selectedRowIndexes().size());
    auto* menu = new QMenu(this);
    menu->setObjectName(u"patientMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open %1").arg(row.patientId), this, [this, row] { m_navigator.openPatient(row.recordId); });
    if (m_workspace.may(u"enter_data"_s))
        menu->addAction(tr("New report…"), this, [this, row] { m_navigator.chooseNewReport(row.recordId); });
    if (m_workspace.may(u"edit_patient"_s))
        menu->addAction(tr("Edit…"), this, [this, row] { m_navigator.editPatient(row.recordId); });
    menu->addAction(tr("History"), this, [this, row] { m_navigator.showAuditOf(row.recordId); });
    if (m_workspace.may(u"export_data"_s)) {
        menu->addSeparator();
        menu->addAction(count > 1 ? tr("Export %1 selected…").arg(count) : tr("Export this patient…"), this,
                        [this, row] {
                            ExportRequest preset;
                            preset.onlyPatients = selected();
                            if (preset.onlyPatients.size() < 2)
                                preset.onlyPatients = {row.recordId};
                            m_navigator.openExport(preset);
                        });
    }
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void PatientsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const Theme& theme = Theme::of(this);
    m_card->setVisible(width() >= theme.scaled(860));
    // Names keep their room: on a narrow page the table scrolls sideways instead.
    const bool room = width() >= theme.scaled(820);
    const int name = static_cast<int>(PatientColumn::Name);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(name, room ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!room)
        header->resizeSection(name, theme.scaled(180));
}

} // namespace sitebook
