// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recordtable.h"

#include "ui/theme/theme.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/emptystate.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace sitebook {

RecordTable::RecordTable(const QString& settingsKey, QWidget* parent)
    : QTableView(parent)
    , m_settingsKey(settingsKey)
    , m_empty(new EmptyState(this))
{
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSortIndicatorShown(false);
    applyMetrics();
    m_empty->hide();
    connect(m_empty, &EmptyState::actionTriggered, this, &RecordTable::emptyActionTriggered);
    connect(this, &QTableView::doubleClicked, this, &RecordTable::opened);
    connect(header, &QWidget::customContextMenuRequested, this, &RecordTable::showColumnMenu);
    connect(header, &QHeaderView::sectionResized, this, &RecordTable::saveColumns);
    connect(header, &QHeaderView::sectionMoved, this, &RecordTable::saveColumns);
}

RecordTable::~RecordTable() = default;

void RecordTable::applyMetrics()
{
    const Theme& theme = Theme::of(this);
    verticalHeader()->setDefaultSectionSize(qMax(theme.rowHeight(), fontMetrics().height() + theme.between()));
    horizontalHeader()->setMinimumSectionSize(theme.scaled(40));
}

void RecordTable::setModel(QAbstractItemModel* model)
{
    for (const auto& connection : std::as_const(m_modelConnections))
        disconnect(connection);
    m_modelConnections.clear();
    QTableView::setModel(model);
    if (!model)
        return;
    const auto watch = [this] { refreshEmptyState(); };
    m_modelConnections = {connect(model, &QAbstractItemModel::modelReset, this, watch),
                          connect(model, &QAbstractItemModel::rowsInserted, this, watch),
                          connect(model, &QAbstractItemModel::rowsRemoved, this, watch),
                          connect(model, &QAbstractItemModel::layoutChanged, this, watch)};
    restoreColumns();
    refreshEmptyState();
}

void RecordTable::setDefaultWidths(const QList<int>& widths)
{
    m_defaultWidths = widths;
    restoreColumns();
}

QString RecordTable::settingsGroup() const
{
    // Widths are in pixels: each text scale remembers its own.
    return u"tables/%1-%2"_s.arg(m_settingsKey).arg(Theme::of(this).scaled(100));
}

void RecordTable::restoreColumns()
{
    if (!model())
        return;
    m_restoring = true;
    QHeaderView* header = horizontalHeader();
    const Theme& theme = Theme::of(this);
    for (int column = 0; column < model()->columnCount() && column < m_defaultWidths.size(); ++column) {
        const int width = m_defaultWidths[column];
        header->setSectionHidden(column, width == 0);
        if (width > 0)
            header->resizeSection(column, theme.scaled(width));
        header->setSectionResizeMode(column, width < 0 ? QHeaderView::Stretch : QHeaderView::Interactive);
    }
    if (!m_settingsKey.isEmpty()) {
        const QSettings settings;
        const bool sameColumns = settings.value(settingsGroup() + u"/columns"_s).toInt() == model()->columnCount();
        if (sameColumns)
            header->restoreState(settings.value(settingsGroup() + u"/state"_s).toByteArray());
    }
    // Sorting belongs to the model; the header only shows what the model was asked for.
    header->setSectionsClickable(isSortingEnabled() || header->sectionsClickable());
    m_restoring = false;
}

void RecordTable::saveColumns() const
{
    // Layout also resizes; only what a person does while looking is remembered.
    if (m_restoring || m_settingsKey.isEmpty() || !model() || !isVisible())
        return;
    QSettings settings;
    settings.setValue(settingsGroup() + u"/columns"_s, model()->columnCount());
    settings.setValue(settingsGroup() + u"/state"_s, horizontalHeader()->saveState());
}

void RecordTable::setEmptyState(const QString& iconName, const QString& title, const QString& text,
                                const QString& actionText)
{
    m_empty->setContent(iconName, title, text, actionText);
    refreshEmptyState();
}

void RecordTable::refreshEmptyState()
{
    const bool isEmpty = model() && model()->rowCount() == 0 && !m_empty->title().isEmpty();
    m_empty->setVisible(isEmpty);
    horizontalHeader()->setVisible(!isEmpty);
    m_empty->setGeometry(rect());
    if (isEmpty)
        m_empty->raise();
}

QModelIndexList RecordTable::selectedRowIndexes() const
{
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    return rows;
}

void RecordTable::showColumnMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; model() && column < model()->columnCount(); ++column) {
        QAction* item = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        item->setCheckable(true);
        item->setChecked(!isColumnHidden(column));
        item->setEnabled(column > 0); // the first one names the row
        connect(item, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            saveColumns();
        });
    }
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

void RecordTable::copySelection() const
{
    QStringList lines;
    for (const QModelIndex& row : selectedRowIndexes()) {
        QStringList cells;
        for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column))
                cells.append(row.siblingAtColumn(column).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void RecordTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    const int rows = model() ? model()->rowCount() : 0;
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
        return;
    }
    const bool jumps = event->modifiers() == Qt::NoModifier && rows > 0 &&
                       (event->key() == Qt::Key_Home || event->key() == Qt::Key_End);
    if (jumps) {
        const int column = horizontalHeader()->logicalIndexAt(0);
        const QModelIndex target = model()->index(event->key() == Qt::Key_Home ? 0 : rows - 1, qMax(0, column));
        selectionModel()->setCurrentIndex(target, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(target);
        return;
    }
    QTableView::keyPressEvent(event);
}

void RecordTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    m_empty->setGeometry(rect());
}

void RecordTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyMetrics();
}

void RecordTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() == previous.row() && current.isValid() == previous.isValid())
        return;
    viewport()->update(); // the mark of the current row spans cells the view does not know of
    Q_EMIT selectionChangedTo(current);
}

} // namespace sitebook
