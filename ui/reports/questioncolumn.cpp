// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/questioncolumn.h"

#include "ui/reports/dateitemeditor.h"
#include "ui/reports/itemeditorfactory.h"
#include "ui/reports/linetable.h"
#include "ui/reports/questionrow.h"
#include "ui/reports/reportsession.h"
#include "ui/reports/whydialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/studywords.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr size_t madeAtOnce = 150; // rows
constexpr int rowsOfBlock = 40;

} // namespace

QuestionColumn::QuestionColumn(ReportSession& session, QWidget* parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_index(session.study())
    , m_column(new QWidget)
    , m_rowsLayout(new QVBoxLayout(m_column))
{
    const Theme& theme = Theme::of(this);
    auto* middle = new QWidget;
    auto* sides = new QHBoxLayout(middle);
    sides->setContentsMargins(theme.blocks(), theme.around(), theme.blocks(), theme.blocks());
    sides->addStretch(1);
    sides->addWidget(m_column, 1000);
    sides->addStretch(1);
    m_column->setMaximumWidth(theme.scaled(760));
    m_rowsLayout->setContentsMargins(0, 0, 0, 0);
    m_rowsLayout->setSpacing(0);
    setWidget(middle);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    connect(&m_session, &ReportSession::evaluated, this, &QuestionColumn::refresh);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &QuestionColumn::makeNear);
    connect(&m_session, &ReportSession::restored, this, &QuestionColumn::showRestored);
}

void QuestionColumn::build()
{
    m_column->hide(); // what is added to a column in sight lays it out again each time
    const QString instructions = m_session.form().description.in(studyLanguage()).section(u'\n', 1).trimmed();
    if (!instructions.isEmpty()) {
        auto* label = new QLabel(instructions, m_column);
        label->setWordWrap(true);
        label->setProperty("muted", true);
        m_rowsLayout->addWidget(label);
    }
    m_groups.reserve(static_cast<size_t>(m_session.form().groups.size())); // rows keep pointers to groups
    beginBlock();
    addDate();
    for (const ItemGroupRef& group : m_session.form().groups)
        addGroup(group.groupOid);
    m_rowsLayout->addStretch(1);
    refresh();
    // Most forms are made whole; a long one as far as one looks.
    for (size_t i = 0; i < std::min(m_rows.size(), madeAtOnce); ++i)
        m_rows[i]->make();
    m_column->show();
}

// Rows in the window and about one window above and below.
void QuestionColumn::makeNear()
{
    m_looking = false;
    if (m_rows.size() <= madeAtOnce || !isVisible())
        return;
    layOut();
    if (m_column->height() < m_rowsLayout->minimumSize().height())
        return; // the column is not as high yet as its rows, and they lie upon each other
    const int top = verticalScrollBar()->value() - viewport()->height();
    const int bottom = verticalScrollBar()->value() + 2 * viewport()->height();
    int grown = 0;
    for (QuestionRow* row : m_rows) {
        if (row->isMade() || row->isHidden())
            continue;
        const int y = row->mapTo(widget(), QPoint(0, 0)).y();
        if (y + row->height() < top || y > bottom)
            continue;
        const int before = row->height();
        row->make();
        if (y + before < verticalScrollBar()->value())
            grown += row->sizeHint().height() - before;
    }
    if (grown != 0) {
        layOut();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + grown); // what one reads stays where it is
    }
}

// Now, where otherwise it would be done with the next events.
void QuestionColumn::layOut()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

// Where rows are is known once the column was laid out.
bool QuestionColumn::eventFilter(QObject* object, QEvent* event)
{
    const bool placed = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    if (object == widget() && placed && !std::exchange(m_looking, true))
        QMetaObject::invokeMethod(this, &QuestionColumn::makeNear, Qt::QueuedConnection);
    return QScrollArea::eventFilter(object, event);
}

// Rows lie in blocks, so that one that changes its height moves its neighbours and the blocks, not thousands of rows.
void QuestionColumn::beginBlock()
{
    auto* block = new QWidget(m_column);
    m_block = new QVBoxLayout(block);
    m_block->setContentsMargins(0, 0, 0, 0);
    m_block->setSpacing(0);
    m_rowsLayout->addWidget(block);
    m_blockRows = 0;
}

void QuestionColumn::add(QWidget* widget, Qt::Alignment alignment)
{
    m_block->addWidget(widget, 0, alignment);
}

void QuestionColumn::addDate()
{
    QuestionRow::Question question;
    question.field = field::reportDate;
    question.text = tr("Report date");
    question.readOnly = m_session.isReadOnly();
    question.height = heightOf(nullptr, {});
    question.makeEditor = [text = question.text](QWidget* parent) {
        auto* editor = new DateItemEditor(true, parent);
        editor->setLabel(text);
        return editor;
    };
    addRow(new QuestionRow(std::move(question), m_column), nullptr);
}

// About how high the row of an item will be: label, note, and a line for each answer that is in sight.
int QuestionColumn::heightOf(const ItemDef* item, const QString& note) const
{
    const Theme& theme = Theme::of(this);
    const int line = fontMetrics().height() + theme.inside();
    int lines = 1 + (note.isEmpty() ? 0 : 1);
    const bool choices = item && !item->codeListOid.isEmpty() && item->control != Control::List;
    const CodeList* list = choices ? m_index.codeList(item->codeListOid) : nullptr;
    if (list && (item->multiple || list->items.size() <= 7))
        lines += static_cast<int>(list->items.size());
    return lines * line + theme.scaled(34) + 2 * theme.between();
}

void QuestionColumn::addGroup(const QString& groupOid)
{
    const ItemGroupDef* definition = m_index.group(groupOid);
    if (!definition)
        return;
    beginBlock();
    Group& group = m_groups.emplace_back();
    group.oid = groupOid;
    const QString language = studyLanguage();
    QString title = definition->description.in(language);
    if (title.isEmpty() && m_session.form().groups.size() > 1)
        title = definition->name;
    if (!title.isEmpty()) {
        auto* label = new QLabel(title, m_column);
        label->setProperty("type", u"section"_s);
        label->setContentsMargins(0, Theme::of(this).around(), 0, 0);
        add(label);
        group.title = label;
    }
    if (definition->repeating) {
        addTable(*definition, title, group);
        return;
    }
    for (const ItemRef& reference : definition->items) {
        const ItemDef* item = m_index.item(reference.itemOid);
        if (item && !item->hidden)
            addItem(*item, reference, group);
    }
    addNotAsked(group);
}

// How many questions of a section are not asked now; the way to why.
void QuestionColumn::addNotAsked(Group& group)
{
    group.notAsked = makeLinkButton({}, m_column);
    group.notAsked->hide();
    add(group.notAsked, Qt::AlignLeft);
    connect(group.notAsked, &QPushButton::clicked, this, [this, &group] {
        QStringList hidden;
        for (const QuestionRow* row : group.rows)
            if (row->isHidden())
                hidden.append(row->field());
        showWhy(hidden);
    });
}

void QuestionColumn::addTable(const ItemGroupDef& definition, const QString& title, Group& group)
{
    group.table = new LineTable(m_session, definition, title, m_column);
    add(group.table);
    m_stops.push_back({nullptr, group.table});
    connect(group.table, &LineTable::endReached, this, [this, table = group.table] { advanceFrom(table); });
    connect(group.table, &LineTable::whyWanted, this, [this](const QString& key) { showWhy({key}); });
    connect(group.table, &LineTable::entered, this, [this, &group](const QString& key) {
        ensureWidgetVisible(group.table, 0, 40);
        m_session.enterField(key);
        Q_EMIT groupEntered(group.oid);
    });
}

LineTable* QuestionColumn::tableOf(const QString& field) const
{
    for (const Group& group : m_groups)
        if (group.table && (group.oid == field || group.table->model().indexOf(field).isValid()))
            return group.table;
    return nullptr;
}

void QuestionColumn::addItem(const ItemDef& item, const ItemRef& reference, Group& group)
{
    const QString language = studyLanguage();
    const bool computed = m_session.computes(item.oid);
    QuestionRow::Question question;
    question.field = item.oid;
    question.text = item.question.in(language).isEmpty() ? item.name : item.question.in(language);
    question.note = QStringList{item.description.in(language), item.hint.in(language)}.join(u'\n').trimmed();
    question.required = reference.mandatory;
    question.editable = !computed && item.control != Control::Display;
    question.readOnly = item.readOnly || m_session.isReadOnly();
    question.hasRules = m_session.hasRules(item.oid);
    question.height = heightOf(&item, question.note);
    question.makeEditor = [this, &item, computed, language](QWidget* parent) {
        return makeItemEditor(m_session.study(), item, computed, language, parent);
    };
    auto* row = new QuestionRow(std::move(question), m_column);
    connect(row, &QuestionRow::whyWanted, this, [this, oid = item.oid] { showWhy({oid}); });
    connect(row, &QuestionRow::historyWanted, this, [this, oid = item.oid] { Q_EMIT historyWanted(oid); });
    addRow(row, &group);
}

void QuestionColumn::showWhy(const QStringList& fields)
{
    std::vector<WhyEntry> entries;
    for (const QString& field : fields)
        entries.push_back({field, m_session.why(field)});
    openWhyDialog(window(), m_session.study(), studyLanguage(), entries);
}

void QuestionColumn::addRow(QuestionRow* row, Group* group)
{
    if (++m_blockRows > rowsOfBlock)
        beginBlock();
    add(row);
    m_rows.push_back(row);
    m_stops.push_back({row, nullptr});
    if (group)
        group->rows.push_back(row);
    connect(row, &QuestionRow::made, this, [this, row, group](ItemEditor* editor) { follow(row, editor, group); });
}

// A field that was just made.
void QuestionColumn::follow(QuestionRow* row, ItemEditor* editor, const Group* group)
{
    const QString field = row->field();
    editor->setValue(shownValue(*row));
    connect(editor, &ItemEditor::committed, &m_session,
            [this, field](const FieldValue& value) { m_session.commit(field, value); });
    connect(editor, &ItemEditor::advanceRequested, this, [this, row] { advanceFrom(row); });
    connect(editor, &ItemEditor::undoRequested, &m_session, &ReportSession::undo);
    connect(editor, &ItemEditor::redoRequested, &m_session, &ReportSession::redo);
    connect(editor, &ItemEditor::entered, this, [this, row, field, group] {
        ensureWidgetVisible(row, 0, 40);
        m_session.enterField(field);
        Q_EMIT groupEntered(group ? group->oid : QString());
    });
}

FieldValue QuestionColumn::shownValue(const QuestionRow& row) const
{
    if (row.isEditable())
        return m_session.value(row.field());
    const FieldValue* computed = m_session.evaluation().computed.find(row.field());
    return computed ? *computed : FieldValue();
}

void QuestionColumn::showValues()
{
    for (QuestionRow* row : m_rows)
        if (row->isMade() && row->isEditable())
            row->editor().setValue(shownValue(*row));
}

void QuestionColumn::showRestored(const QString& field)
{
    showValues();
    if (LineTable* table = tableOf(field))
        table->showValue(field);
    focusField(field);
}

void QuestionColumn::refresh()
{
    if (m_rows.empty())
        return;
    applyHidden();
    applyFindings();
    for (QuestionRow* row : m_rows)
        if (row->isMade() && !row->isEditable())
            row->editor().setValue(shownValue(*row));
}

void QuestionColumn::applyHidden()
{
    const QStringList& hidden = m_session.evaluation().hidden;
    const QSet<QString> gone(hidden.begin(), hidden.end());
    for (QuestionRow* row : m_rows)
        row->setVisible(!gone.contains(row->field()));
    for (const Group& group : m_groups) {
        if (group.table) {
            const bool asked = !gone.contains(group.oid);
            group.table->setVisible(asked);
            if (group.title)
                group.title->setVisible(asked);
            continue;
        }
        const bool any =
            std::any_of(group.rows.begin(), group.rows.end(), [](const QuestionRow* row) { return !row->isHidden(); });
        if (group.title)
            group.title->setVisible(any);
        const auto hiddenRows =
            std::count_if(group.rows.begin(), group.rows.end(), [](const QuestionRow* row) { return row->isHidden(); });
        group.notAsked->setText(tr("%n question(s) not asked now. Why?", nullptr, static_cast<int>(hiddenRows)));
        group.notAsked->setVisible(hiddenRows > 0);
    }
}

void QuestionColumn::applyFindings()
{
    QHash<QString, std::vector<Finding>> byField;
    for (const Finding& finding : m_session.findings())
        byField[finding.field].push_back(finding);
    for (QuestionRow* row : m_rows)
        row->setFindings(byField.value(row->field()));
    for (const Group& group : m_groups)
        if (group.table)
            group.table->refresh(byField);
}

QuestionRow* QuestionColumn::row(const QString& field) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&field](const QuestionRow* row) { return row->field() == field; });
    return found == m_rows.end() ? nullptr : *found;
}

QString QuestionColumn::focusedField() const
{
    const QWidget* focused = window()->focusWidget();
    for (const QuestionRow* row : m_rows)
        if (focused && row->isAncestorOf(focused))
            return row->field();
    for (const Group& group : m_groups)
        if (QString key = group.table ? group.table->focusedKey() : QString(); !key.isEmpty())
            return key;
    return {};
}

QStringList QuestionColumn::visibleFields() const
{
    QStringList fields;
    for (const Stop& stop : m_stops)
        if (stop.table ? !stop.table->isHidden() : !stop.row->isHidden() && stop.row->isEditable())
            fields.append(stop.table ? stop.table->groupOid() : stop.row->field());
    return fields;
}

bool QuestionColumn::focusField(const QString& field)
{
    if (LineTable* table = tableOf(field)) {
        if (table->isHidden())
            return false;
        ensureWidgetVisible(table, 0, 40);
        return table->focusKey(field);
    }
    QuestionRow* wanted = row(field);
    if (!wanted || wanted->isHidden() || !wanted->isEditable())
        return false;
    wanted->make();
    layOut();
    ensureWidgetVisible(wanted, 0, 40);
    makeNear();
    wanted->editor().setFocus(Qt::TabFocusReason);
    ensureWidgetVisible(wanted, 0, 40);
    return true;
}

void QuestionColumn::focusFirst()
{
    const QStringList fields = visibleFields();
    const auto open = std::find_if(fields.begin(), fields.end(), [this](const QString& field) {
        return field != field::reportDate && row(field) && m_session.value(field).isEmpty();
    });
    if (open != fields.end() && m_session.isStored())
        focusField(*open);
    else if (!fields.isEmpty())
        focusField(fields.front());
}

// Fields are made in the order they are looked at, which need not be the order of the questions.
bool QuestionColumn::focusNextPrevChild(bool next)
{
    const QWidget* focus = window()->focusWidget();
    const QWidget* following = focus ? (next ? focus->nextInFocusChain() : focus->previousInFocusChain()) : nullptr;
    const auto holds = [](const Stop& stop, const QWidget* widget) {
        const QWidget* whole = stop.table ? static_cast<const QWidget*>(stop.table) : stop.row;
        return widget && whole->isAncestorOf(widget);
    };
    const auto at = std::find_if(m_stops.begin(), m_stops.end(), [&](const Stop& stop) { return holds(stop, focus); });
    while (following && following != focus && (following->focusPolicy() & Qt::TabFocus) == 0)
        following = next ? following->nextInFocusChain() : following->previousInFocusChain();
    if (at == m_stops.end() || (holds(*at, following) && following->isVisible()))
        return QScrollArea::focusNextPrevChild(next);
    if (next) {
        advanceFrom(at->table ? static_cast<QWidget*>(at->table) : at->row);
        return true;
    }
    for (auto before = std::make_reverse_iterator(at); before != m_stops.rend(); ++before)
        if (before->table ? !before->table->isHidden() && before->table->focusEnd() : focusField(before->row->field()))
            return true;
    return QScrollArea::focusNextPrevChild(next);
}

void QuestionColumn::advanceFrom(const QWidget* stop)
{
    auto at = std::find_if(m_stops.begin(), m_stops.end(),
                           [stop](const Stop& each) { return each.row == stop || each.table == stop; });
    while (at != m_stops.end() && ++at != m_stops.end())
        if (focusField(at->table ? at->table->groupOid() : at->row->field()))
            return;
    Q_EMIT endReached();
}

void QuestionColumn::showGroup(const QString& groupOid)
{
    for (const Group& group : m_groups) {
        if (group.oid != groupOid)
            continue;
        if (group.table) {
            focusField(groupOid);
            return;
        }
        for (const QuestionRow* row : group.rows)
            if (focusField(row->field()))
                return;
    }
}

void QuestionColumn::commitCurrent()
{
    const QString field = focusedField();
    if (LineTable* table = tableOf(field))
        table->commitCurrent();
    else if (QuestionRow* current = row(field))
        current->editor().commit();
}

} // namespace sitebook
