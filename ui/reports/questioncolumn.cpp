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

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook {

QuestionColumn::QuestionColumn(ReportSession& session, QWidget* parent)
    : QScrollArea(parent)
    , m_session(session)
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
    connect(&m_session, &ReportSession::restored, this, &QuestionColumn::showRestored);
}

void QuestionColumn::build()
{
    const QString instructions = m_session.form().description.in(studyLanguage()).section(u'\n', 1).trimmed();
    if (!instructions.isEmpty()) {
        auto* label = new QLabel(instructions, m_column);
        label->setWordWrap(true);
        label->setProperty("muted", true);
        m_rowsLayout->addWidget(label);
    }
    m_groups.reserve(static_cast<size_t>(m_session.form().groups.size())); // rows keep pointers to groups
    addDate();
    for (const ItemGroupRef& group : m_session.form().groups)
        addGroup(group.groupOid);
    m_rowsLayout->addStretch(1);
    if (m_session.isReadOnly())
        for (QuestionRow* row : m_rows)
            row->setReadOnly(true);
    showValues();
    refresh();
}

void QuestionColumn::addDate()
{
    auto* editor = new DateItemEditor(true);
    const QString question = tr("Report date");
    editor->setLabel(question);
    addRow(new QuestionRow(field::reportDate, question, {}, false, editor, m_column), nullptr);
}

void QuestionColumn::addGroup(const QString& groupOid)
{
    const ItemGroupDef* definition = m_session.study().group(groupOid);
    if (!definition)
        return;
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
        m_rowsLayout->addWidget(label);
        group.title = label;
    }
    if (definition->repeating) {
        addTable(*definition, title, group);
        return;
    }
    for (const ItemRef& reference : definition->items) {
        const ItemDef* item = m_session.study().item(reference.itemOid);
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
    m_rowsLayout->addWidget(group.notAsked, 0, Qt::AlignLeft);
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
    m_rowsLayout->addWidget(group.table);
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
    ItemEditor* editor = makeItemEditor(m_session.study(), item, m_session.computes(item.oid), language, m_column);
    const QString question = item.question.in(language).isEmpty() ? item.name : item.question.in(language);
    const QStringList notes{item.description.in(language), item.hint.in(language)};
    auto* row = new QuestionRow(item.oid, question, notes.join(u'\n').trimmed(), reference.mandatory, editor, m_column);
    if (item.readOnly)
        row->setReadOnly(true);
    row->setHasRules(!m_session.why(item.oid).empty());
    connect(row, &QuestionRow::whyWanted, this, [this, oid = item.oid] { showWhy({oid}); });
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
    m_rowsLayout->addWidget(row);
    m_rows.push_back(row);
    m_stops.push_back({row, nullptr});
    if (group)
        group->rows.push_back(row);
    ItemEditor* editor = &row->editor();
    const QString field = row->field();
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

void QuestionColumn::showValues()
{
    for (QuestionRow* row : m_rows)
        if (row->editor().isEditable())
            row->editor().setValue(m_session.value(row->field()));
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
    for (QuestionRow* row : m_rows) {
        if (row->editor().isEditable())
            continue;
        const FieldValue* computed = m_session.evaluation().computed.find(row->field());
        row->editor().setValue(computed ? *computed : FieldValue());
    }
}

void QuestionColumn::applyHidden()
{
    const QStringList& hidden = m_session.evaluation().hidden;
    const QSet<QString> gone(hidden.begin(), hidden.end());
    for (QuestionRow* row : m_rows)
        row->setVisible(!gone.contains(row->field()));
    for (const Group& group : m_groups) {
        if (group.table)
            continue;
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
        if (const QString key = group.table ? group.table->focusedKey() : QString(); !key.isEmpty())
            return key;
    return {};
}

QStringList QuestionColumn::visibleFields() const
{
    QStringList fields;
    for (const Stop& stop : m_stops)
        if (stop.table)
            fields.append(stop.table->groupOid());
        else if (!stop.row->isHidden() && stop.row->editor().isEditable())
            fields.append(stop.row->field());
    return fields;
}

bool QuestionColumn::focusField(const QString& field)
{
    if (LineTable* table = tableOf(field)) {
        ensureWidgetVisible(table, 0, 40);
        return table->focusKey(field);
    }
    QuestionRow* wanted = row(field);
    if (!wanted || wanted->isHidden() || !wanted->editor().isEditable())
        return false;
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
