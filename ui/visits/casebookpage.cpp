// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visits/casebookpage.h"

#include "ui/visits/casebookfilter.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/whendone.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr int coalesceMs = 150;
constexpr std::array filters{VisitState::Overdue, VisitState::Due, VisitState::Planned, VisitState::Started,
                             VisitState::Upcoming};

QString idOf(VisitState state)
{
    return QString::number(static_cast<int>(state));
}

} // namespace

CasebookPage::CasebookPage(Workspace& workspace, Navigator& navigator, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_model(workspace.study())
    , m_search(new SearchField(tr("Search ID, name, alias"), this))
    , m_chips(new ChipBar(this))
    , m_table(new RecordTable(u"casebook"_s, this))
    , m_legend(new QHBoxLayout)
{
    const Theme& theme = Theme::of(this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(makeTools());
    rows->addWidget(m_table, 1);
    rows->addWidget(makeHairline(Qt::Horizontal, this));
    m_legend->setContentsMargins(theme.around(), theme.between(), theme.around(), theme.between());
    m_legend->setSpacing(theme.around());
    rows->addLayout(m_legend);
    setUpTable();
    m_timer.setSingleShot(true);
    m_timer.setInterval(coalesceMs);
    connect(&m_timer, &QTimer::timeout, this, &CasebookPage::read);
    connect(&workspace, &Workspace::changed, this, &CasebookPage::planReading);
    connect(m_search, &QLineEdit::textEdited, this, &CasebookPage::showRows);
    connect(m_chips, &ChipBar::changed, this, &CasebookPage::showRows);
    read();
}

QLayout* CasebookPage::makeTools()
{
    const Theme& theme = Theme::of(this);
    auto* tools = new QVBoxLayout;
    tools->setContentsMargins(theme.around(), theme.between(), theme.around(), theme.between());
    tools->setSpacing(theme.between());
    m_search->setMaximumWidth(theme.scaled(360));
    tools->addWidget(m_search);
    m_chips->addChip({}, tr("All"));
    for (const VisitState state : filters)
        m_chips->addChip(idOf(state), statetexts::text(state), statetexts::iconName(state));
    tools->addWidget(m_chips);
    return tools;
}

void CasebookPage::setUpTable()
{
    m_search->setList(m_table);
    m_table->setModel(&m_model);
    QList<int> widths{88, 180};
    for (int column = CasebookTableModel::firstVisit; column < m_model.columnCount(); ++column)
        widths.append(168);
    m_table->setDefaultWidths(widths);
    m_table->setAccessibleName(tr("Casebook: patients and visits"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    connect(m_table, &RecordTable::opened, this,
            [this](const QModelIndex& index) { m_navigator.openPatient(m_model.row(index.row()).patient); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &CasebookPage::showMenu);
    for (const auto& [keys, step] :
         {std::pair{QKeySequence(Qt::Key_F8), 1}, std::pair{QKeySequence(Qt::SHIFT | Qt::Key_F8), -1}}) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step = step] { toNextUrgent(step); });
    }
}

void CasebookPage::planReading()
{
    // Not behind another page: it reads when it comes back.
    if (isVisible() && !m_timer.isActive())
        m_timer.start();
}

void CasebookPage::read()
{
    using Counted = Result<std::shared_ptr<const Casebook>>;
    whenDone(this, m_workspace.visits().casebook(QDate::currentDate()), [this](const Counted& casebook) {
        if (!casebook) {
            m_navigator.showBanner(casebook.error());
            return;
        }
        m_casebook = *casebook;
        m_read = true;
        for (const VisitState state : filters)
            m_chips->setCount(idOf(state), patientsWith(*m_casebook, state));
        m_chips->setCount({}, static_cast<qint64>(m_casebook->rows.size()));
        showRows();
        refreshLegend();
        Q_EMIT titleChanged();
    });
}

void CasebookPage::showRows()
{
    CasebookFilter filter;
    filter.text = m_search->text();
    for (const QString& id : m_chips->checkedIds())
        filter.states.push_back(static_cast<VisitState>(id.toInt()));
    const QModelIndex before = m_table->currentIndex();
    const RecordId patient = currentPatient();
    m_model.show(m_casebook, filter.of(*m_casebook));
    int row = 0;
    for (int i = 0; i < m_model.rowCount(); ++i)
        if (m_model.row(i).patient == patient)
            row = i;
    m_table->setCurrentIndex(m_model.index(row, before.isValid() ? before.column() : 0));
    if (m_casebook->rows.empty())
        m_table->setEmptyState(u"visit"_s, m_read ? tr("No patients yet") : tr("Reading…"),
                               m_read ? tr("Visits stand here as soon as a patient is registered.") : QString());
    else
        m_table->setEmptyState(u"search"_s, tr("Nobody found"), tr("No patient matches the search and the filters."));
}

// The shapes that occur, with their words.
void CasebookPage::refreshLegend()
{
    while (QLayoutItem* item = m_legend->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const VisitState state : visitStateOrder) {
        if (m_casebook->visitsAt(state) == 0)
            continue;
        auto* badge = new StateBadge(this);
        badge->setPlain(true);
        badge->setState(statetexts::look(state));
        m_legend->addWidget(badge);
    }
    m_legend->addStretch(1);
}

QString CasebookPage::subtitle() const
{
    return tr("%n patient(s)", nullptr, static_cast<int>(m_casebook->rows.size()));
}

QWidget* CasebookPage::searchField() const
{
    return m_search;
}

void CasebookPage::activated()
{
    m_timer.start(); // what changed meanwhile; it may be another day
    m_table->setFocus();
}

RecordId CasebookPage::currentPatient() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model.row(current.row()).patient : RecordId();
}

void CasebookPage::record()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || !m_workspace.may(u"enter_data"_s))
        return;
    const ScheduledVisit* visit = m_model.visitAt(current);
    m_navigator.recordVisit(currentPatient(), m_model.eventAt(current.column()), visit ? visit->repeat : 1);
}

// Cell by cell, row after row, around the end.
void CasebookPage::toNextUrgent(int step)
{
    const int columns = m_model.columnCount();
    const int cells = m_model.rowCount() * columns;
    const QModelIndex current = m_table->currentIndex();
    int at = current.isValid() ? current.row() * columns + current.column() : 0;
    for (int i = 0; i < cells; ++i) {
        at = (at + step + cells) % cells;
        const QModelIndex index = m_model.index(at / columns, at % columns);
        const ScheduledVisit* visit = m_model.visitAt(index);
        if (visit && (visit->state == VisitState::Overdue || visit->state == VisitState::Due)) {
            m_table->setCurrentIndex(index);
            return;
        }
    }
    m_navigator.showNotice(tr("No visit of these patients is due or overdue."));
}

void CasebookPage::showMenu(const QPoint& position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        return;
    m_table->setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open patient"), this, [this] { m_navigator.openPatient(currentPatient()); });
    menu->addAction(tr("Record visit…"), this, &CasebookPage::record)->setVisible(m_workspace.may(u"enter_data"_s));
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

bool CasebookPage::eventFilter(QObject* object, QEvent* event)
{
    if (object == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_V && key->modifiers() == Qt::NoModifier) {
            record();
            return true;
        }
    }
    return Page::eventFilter(object, event);
}

} // namespace sitebook
