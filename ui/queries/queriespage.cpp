// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queries/queriespage.h"

#include "ui/queries/querymodel.h"
#include "ui/queries/threadview.h"
#include "ui/queries/verificationview.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statetexts.h"

#include <QComboBox>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

const QString mineId = u"mine"_s;
const QString verificationId = u"verification"_s;

} // namespace

QueriesPage::QueriesPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_model(new QueryModel(workspace.study(), this))
    , m_stack(new QStackedWidget(this))
{
    const Theme& theme = Theme::of(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.around(), theme.around(), theme.around(), theme.around());
    column->setSpacing(theme.between());
    if (workspace.may(u"verify_source"_s) || workspace.may(u"lock_data"_s)) {
        m_rooms = new ChipBar(this);
        m_rooms->setObjectName(u"rooms"_s);
        m_rooms->setExclusive(true);
        m_rooms->addChip(u"queries"_s, tr("Queries"), u"queries"_s);
        m_rooms->addChip(verificationId, tr("Verification and locks"), u"sdv-done"_s);
        m_rooms->setChecked(u"queries"_s, true);
        column->addWidget(m_rooms);
        m_verification = new VerificationView(workspace, navigator, prompt, this);
    }
    m_stack->addWidget(workbench());
    if (m_verification) {
        m_stack->addWidget(m_verification);
        connect(m_rooms, &ChipBar::changed, this, [this] {
            m_stack->setCurrentIndex(m_rooms->isChecked(verificationId) ? 1 : 0);
            activated();
        });
    }
    column->addWidget(m_stack, 1);
    addShortcuts();
    connect(&workspace.queries(), &QueryService::listChanged, this, [this] { refresh(true); });
    readFilter();
}

QWidget* QueriesPage::filters()
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(Theme::of(this).between());
    m_chips = new ChipBar(line);
    m_chips->setObjectName(u"filters"_s);
    m_chips->addChip({}, tr("All"));
    for (const QueryStatus status : {QueryStatus::Open, QueryStatus::Answered, QueryStatus::Closed})
        m_chips->addChip(statusCode(status), statetexts::text(status), statetexts::iconName(status));
    m_chips->addChip(mineId, tr("Mine"), u"user"_s);
    m_chips->setCheckedIds({statusCode(QueryStatus::Open), statusCode(QueryStatus::Answered)});
    m_type = new QComboBox(line);
    m_type->setObjectName(u"type"_s);
    m_type->setAccessibleName(tr("Kind"));
    m_type->addItem(tr("All kinds"), -1);
    for (const QueryType type :
         {QueryType::Query, QueryType::FailedCheck, QueryType::Annotation, QueryType::ReasonForChange})
        m_type->addItem(statetexts::text(type), static_cast<int>(type));
    m_age = new QComboBox(line);
    m_age->setObjectName(u"age"_s);
    m_age->setAccessibleName(tr("Age"));
    m_age->addItem(tr("Any age"), 0);
    for (const int days : {3, 7, 14, 30})
        m_age->addItem(tr("%n day(s) and older", nullptr, days), days);
    auto* search = new SearchField(tr("Patient or message"), line);
    m_search = search;
    row->addWidget(m_chips, 1);
    row->addWidget(m_type);
    row->addWidget(m_age);
    row->addWidget(search);
    connect(m_chips, &ChipBar::changed, this, &QueriesPage::readFilter);
    connect(m_type, &QComboBox::currentIndexChanged, this, &QueriesPage::readFilter);
    connect(m_age, &QComboBox::currentIndexChanged, this, &QueriesPage::readFilter);
    connect(search, &QLineEdit::textChanged, this, &QueriesPage::readFilter);
    return line;
}

QWidget* QueriesPage::workbench()
{
    const Theme& theme = Theme::of(this);
    auto* whole = new QWidget(this);
    auto* rows = new QVBoxLayout(whole);
    rows->setContentsMargins({});
    rows->setSpacing(theme.between());
    rows->addWidget(filters());
    auto* middle = new QHBoxLayout;
    middle->setSpacing(theme.around());
    m_table = new RecordTable(u"queries"_s, whole);
    m_table->setObjectName(u"queriesTable"_s);
    m_table->setAccessibleName(tr("Queries"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setDefaultWidths({104, 86, 160, 146, -1, 0, 76, 0, 0});
    m_table->setEmptyState(u"queries"_s, tr("No query here"),
                           tr("What monitors and data managers ask, what checks found, and notes stand here with their "
                              "answers. In a form, F12 writes one about the field."));
    auto* card = new Card({}, whole);
    card->setFixedWidth(theme.scaled(380));
    m_thread = new ThreadView(m_workspace, card);
    card->body()->addWidget(m_thread, 1);
    m_side = card;
    middle->addWidget(m_table, 1);
    middle->addWidget(card);
    rows->addLayout(middle, 1);
    connect(m_table, &RecordTable::selectionChangedTo, this,
            [this](const QModelIndex& index) { showRow(index.isValid() ? index.row() : -1); });
    connect(m_table, &RecordTable::opened, this, [this](const QModelIndex& index) { openPlace(index.row()); });
    return whole;
}

void QueriesPage::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto action) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(Qt::Key_F8, [this] { goToOpen(1); });
    add(Qt::SHIFT | Qt::Key_F8, [this] { goToOpen(-1); });
}

QString QueriesPage::subtitle() const
{
    return tr("%n open", nullptr, m_workspace.queries().list()->count(QueryStatus::Open));
}

QWidget* QueriesPage::searchField() const
{
    return m_search;
}

void QueriesPage::activated()
{
    if (m_stack->currentWidget() == m_verification && m_verification) {
        m_verification->activated();
        return;
    }
    refresh(true);
    m_table->setFocus();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectRow(0);
}

const QueryRow* QueriesPage::selected() const
{
    return m_model->rowAt(m_table->currentIndex().row());
}

RecordId QueriesPage::currentPatient() const
{
    const QueryRow* row = selected();
    return row ? row->patient : RecordId();
}

RecordId QueriesPage::currentReport() const
{
    const QueryRow* row = selected();
    return row ? row->report : RecordId();
}

void QueriesPage::readFilter()
{
    m_filter = {};
    for (const QString& id : m_chips->checkedIds())
        if (const auto status = queryStatusFromCode(id))
            m_filter.statuses.push_back(*status);
    m_filter.mine = m_chips->isChecked(mineId);
    if (const int type = m_type->currentData().toInt(); type >= 0)
        m_filter.type = static_cast<QueryType>(type);
    m_filter.olderThan = m_age->currentData().toInt();
    m_filter.text = m_search->text().trimmed();
    refresh(false);
}

void QueriesPage::refreshCounts(const QueryList& list)
{
    for (const QueryStatus status : {QueryStatus::Open, QueryStatus::Answered, QueryStatus::Closed})
        m_chips->setCount(statusCode(status), list.count(status));
    const auto mine = [this](const QueryRow& row) { return isLive(row.status) && row.isFor(m_workspace.user()); };
    m_chips->setCount(mineId, std::count_if(list.rows().begin(), list.rows().end(), mine));
    Q_EMIT titleChanged();
}

// `keepShown`: what is being looked at stays where it is, also when it was just answered.
void QueriesPage::refresh(bool keepShown)
{
    const auto list = m_workspace.queries().list();
    const qint64 now = SystemClock().now().utcMs;
    const RecordId shown = m_thread->query();
    m_model->setNow(now);
    std::vector<QueryRow> rows = filtered(*list, m_filter, m_workspace.user(), now);
    const QueryRow* kept = list->find(shown);
    const auto isShown = [&shown](const QueryRow& row) { return row.recordId == shown; };
    if (keepShown && kept && m_model->rowOf(shown) >= 0 && std::none_of(rows.begin(), rows.end(), isShown)) {
        const auto place = std::upper_bound(rows.begin(), rows.end(), *kept, [](const QueryRow& a, const QueryRow& b) {
            return std::pair(a.raisedUtcMs, a.recordId) < std::pair(b.raisedUtcMs, b.recordId);
        });
        rows.insert(place, *kept);
    }
    m_model->setRows(std::move(rows));
    refreshCounts(*list);
    if (m_model->rowOf(shown) < 0)
        showRow(m_table->currentIndex().row());
}

void QueriesPage::showRow(int row)
{
    const QueryRow* query = m_model->rowAt(row);
    m_thread->showQuery(query ? query->recordId : RecordId());
    m_side->setVisible(query != nullptr);
}

void QueriesPage::openPlace(int row)
{
    const QueryRow* query = m_model->rowAt(row);
    if (!query)
        return;
    if (query->report.isNull())
        m_navigator.openPatient(query->patient);
    else
        m_navigator.openReportAt(query->report, query->itemOid);
}

// Open ones wait for those who enter data, answered ones for those who asked.
bool QueriesPage::waitsForMe(const QueryRow& row) const
{
    const bool answers = m_workspace.may(u"answer_query"_s);
    return answers ? row.status == QueryStatus::Open : isLive(row.status);
}

void QueriesPage::goToOpen(int step)
{
    const int count = m_model->rowCount();
    const int from = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : (step > 0 ? -1 : count);
    for (int i = 1; i <= count; ++i) {
        const int row = ((from + step * i) % count + count) % count;
        if (!waitsForMe(*m_model->rowAt(row)))
            continue;
        m_table->selectRow(row);
        m_thread->focusBox();
        return;
    }
    m_navigator.showNotice(tr("No open query is left here."));
}

} // namespace sitebook
