// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/linetable.h"

#include "ui/reports/findinglines.h"
#include "ui/reports/itemeditor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr int mostRowsShown = 12;

int widthOf(const ItemDef& item)
{
    switch (item.dataType) {
    case DataType::Text:
        return item.length > 0 && item.length <= 12 ? 112 : 192;
    case DataType::Date:
    case DataType::PartialDate:
        return 128;
    case DataType::Boolean:
    case DataType::DateTime:
        return 192;
    default:
        return 104;
    }
}

} // namespace

// Goes from field to field as the keyboard would in a form, and lets it out at both ends.
class LineTable::View final : public QTableView
{
public:
    explicit View(QWidget* parent)
        : QTableView(parent)
    {
    }

    bool goTo(const QModelIndex& index)
    {
        if (!index.isValid())
            return false;
        if (index == currentIndex())
            edit(index);
        else
            setCurrentIndex(index); // which begins the edit
        return true;
    }

    // The next field that can be filled, line by line; invalid behind the last one.
    [[nodiscard]] QModelIndex neighbour(const QModelIndex& from, int step) const
    {
        const auto& lines = static_cast<const LinesModel&>(*model());
        const int columns = lines.columnCount();
        const int cells = lines.rowCount() * columns;
        int at = from.isValid() ? from.row() * columns + from.column() : (step > 0 ? -1 : cells);
        for (at += step; at >= 0 && at < cells; at += step)
            if (const QModelIndex index = lines.index(at / columns, at % columns); lines.isEditable(index))
                return index;
        return {};
    }

    void closeCurrent()
    {
        if (QWidget* editor = indexWidget(currentIndex()); editor != nullptr)
            closeEditor(editor, QAbstractItemDelegate::NoHint);
    }

    void commitCurrent()
    {
        if (auto* editor = qobject_cast<ItemEditor*>(indexWidget(currentIndex())))
            editor->commit();
    }

protected:
    bool focusNextPrevChild(bool next) override
    {
        commitCurrent();
        if (goTo(neighbour(currentIndex(), next ? 1 : -1)))
            return true;
        closeCurrent(); // or the way out would lead back into it
        return QTableView::focusNextPrevChild(next);
    }

    void focusInEvent(QFocusEvent* event) override
    {
        QTableView::focusInEvent(event);
        if (event->reason() == Qt::TabFocusReason)
            goTo(neighbour({}, 1));
        else if (event->reason() == Qt::BacktabFocusReason)
            goTo(neighbour({}, -1));
    }
};

LineTable::LineTable(ReportSession& session, const ItemGroupDef& group, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_groupOid(group.oid)
    , m_model(session, group)
    , m_delegate(new LineDelegate(session, m_model, this))
    , m_view(new View(this))
    , m_findings(new FindingLines(this))
    , m_add(makeButton(tr("Add line"), u"add"_s, this))
    , m_remove(makeButton(tr("Remove line"), u"clear"_s, this))
{
    layOut(title);
    m_add->setObjectName(u"addLine"_s);
    m_remove->setObjectName(u"removeLine"_s);
    connect(m_add, &QPushButton::clicked, this, &LineTable::addLine);
    connect(m_remove, &QPushButton::clicked, this, &LineTable::removeLine);
    connect(m_delegate, &LineDelegate::advanceRequested, this, &LineTable::advance);
    connect(m_delegate, &LineDelegate::entered, this, &LineTable::entered);
    connect(qApp, &QApplication::focusChanged, this, &LineTable::closeWhenLeft);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &LineTable::showCurrent);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &LineTable::fitHeight);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &LineTable::fitHeight);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LineTable::fitHeight);
    fitHeight();
    showCurrent();
}

LineTable::~LineTable()
{
    disconnect(qApp, nullptr, this, nullptr); // the keyboard leaves while the table goes
}

void LineTable::layOut(const QString& title)
{
    const Theme& theme = Theme::of(this);
    m_view->setModel(&m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setObjectName(u"lines"_s);
    m_view->setAccessibleName(title.isEmpty() ? tr("Lines") : title);
    m_view->setEditTriggers(QAbstractItemView::CurrentChanged | QAbstractItemView::SelectedClicked |
                            QAbstractItemView::AnyKeyPressed);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setCornerButtonEnabled(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->verticalHeader()->setDefaultAlignment(Qt::AlignCenter);
    m_view->verticalHeader()->setDefaultSectionSize(theme.scaled(36));
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setHighlightSections(false);
    setColumnWidths();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, theme.between(), 0, theme.between());
    rows->setSpacing(theme.between());
    rows->addWidget(m_view);
    rows->addWidget(m_findings);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.between());
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    rows->addLayout(buttons);
}

void LineTable::setColumnWidths()
{
    const Theme& theme = Theme::of(this);
    const QFontMetrics metrics(m_view->horizontalHeader()->font());
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QString heading = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int words = metrics.horizontalAdvance(heading) + 2 * theme.around();
        for (const QString& answer : m_model.someAnswers(column)) // with the arrow of their box
            words = std::max(words, metrics.horizontalAdvance(answer) + theme.scaled(64));
        const int least = m_model.someAnswers(column).isEmpty() ? theme.scaled(widthOf(m_model.item(column))) : 0;
        m_view->setColumnWidth(column, std::max(least, std::min(words, theme.scaled(240))));
    }
}

// As high as its lines, up to a dozen; then it scrolls.
void LineTable::fitHeight()
{
    const int shown = std::min(m_model.rowCount(), mostRowsShown);
    const int bar = m_view->horizontalScrollBar()->sizeHint().height();
    m_view->setVisible(shown > 0);
    m_view->setFixedHeight(m_view->horizontalHeader()->sizeHint().height() +
                           shown * m_view->verticalHeader()->defaultSectionSize() + bar + 2 * m_view->frameWidth());
}

bool LineTable::focusKey(const QString& key)
{
    QModelIndex index = key == m_groupOid ? m_view->neighbour({}, 1) : m_model.indexOf(key);
    if (key == m_groupOid && !index.isValid() && m_add->isEnabled()) {
        m_add->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (!index.isValid())
        return false;
    if (!m_model.isEditable(index))
        m_view->setFocus(Qt::OtherFocusReason);
    return m_view->goTo(index);
}

bool LineTable::focusEnd()
{
    if (!m_add->isEnabled())
        return m_view->goTo(m_view->neighbour({}, -1));
    m_add->setFocus(Qt::BacktabFocusReason);
    return true;
}

QString LineTable::focusedKey() const
{
    const QWidget* focused = window()->focusWidget();
    if (!focused || !isAncestorOf(focused))
        return {};
    const bool inTable = focused == m_view || m_view->isAncestorOf(focused);
    const QModelIndex current = m_view->currentIndex();
    return inTable && current.isValid() ? m_model.key(current) : m_groupOid;
}

// A list or a menu of the field is a child of it, though a window of its own.
void LineTable::closeWhenLeft(const QWidget*, const QWidget* now)
{
    if (now == nullptr)
        return; // the program is not in front
    for (const QWidget* each = now; each != nullptr; each = each->parentWidget())
        if (each == m_view)
            return;
    m_view->closeCurrent();
}

void LineTable::commitCurrent()
{
    m_view->commitCurrent();
}

void LineTable::advance()
{
    if (m_view->goTo(m_view->neighbour(m_view->currentIndex(), 1)))
        return;
    m_view->closeCurrent();
    if (m_add->isEnabled())
        m_add->setFocus(Qt::TabFocusReason);
    else
        Q_EMIT endReached();
}

void LineTable::addLine()
{
    m_view->commitCurrent();
    const int row = m_model.addLine();
    showCurrent();
    m_view->scrollToBottom();
    m_view->goTo(
        m_view->neighbour(m_model.index(row - 1, m_model.columnCount() - 1), 1)); // the first one is before all
}

void LineTable::removeLine()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    m_view->closeCurrent();
    const int row = current.row();
    m_model.removeLine(row);
    showCurrent();
    if (m_model.rowCount() == 0)
        m_add->setFocus(Qt::TabFocusReason);
    else
        m_view->goTo(m_model.index(std::min(row, m_model.rowCount() - 1), current.column()));
}

void LineTable::showValue(const QString& key)
{
    const QModelIndex index = m_model.indexOf(key);
    if (QWidget* editor = m_view->indexWidget(index))
        m_delegate->setEditorData(editor, index);
}

void LineTable::refresh(const LinesModel::FindingsByKey& findings)
{
    m_model.refresh(findings);
    showCurrent();
}

// What the checks say of the group and of the field the keyboard is in.
void LineTable::showCurrent()
{
    std::vector<Finding> found = m_model.findingsOf(m_groupOid);
    const std::vector<Finding> own = m_model.findingsAt(m_view->currentIndex());
    found.insert(found.end(), own.begin(), own.end());
    m_findings->setFindings(std::move(found));
    m_add->setEnabled(m_model.mayAddLine());
    m_add->setVisible(!m_model.isReadOnly());
    m_remove->setVisible(!m_model.isReadOnly() && m_model.rowCount() > 0);
    m_remove->setEnabled(m_view->currentIndex().isValid());
}

void LineTable::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_F1 && event->modifiers() == Qt::ShiftModifier && !focusedKey().isEmpty())
        Q_EMIT whyWanted(focusedKey());
    else if (enter && m_add->hasFocus())
        Q_EMIT endReached(); // Space adds a line, Enter goes on, as everywhere in a form
    else
        QWidget::keyPressEvent(event);
}

} // namespace sitebook
