// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyvaluelist.h"

#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

// Below every row: takes the room that is left.
constexpr int stretchLine = 1000;

} // namespace

KeyValueList::KeyValueList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    const Theme& theme = Theme::of(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.around());
    m_grid->setVerticalSpacing(theme.scaled(6));
    m_grid->setColumnStretch(1, 1);
    m_grid->setRowStretch(stretchLine, 1);
}

KeyValueList::Row& KeyValueList::rowFor(const QString& key, const QString& label)
{
    const auto found = m_rows.find(key);
    if (found != m_rows.end()) {
        found->label->setText(label);
        return *found;
    }
    Row row{makeLabel(label, Theme::Type::Body, true, this), nullptr};
    m_grid->addWidget(row.label, m_nextLine++, 0, Qt::AlignTop | Qt::AlignLeading);
    return *m_rows.insert(key, row);
}

void KeyValueList::setRow(const QString& key, const QString& label, const QString& value)
{
    Row& row = rowFor(key, label);
    auto* text = qobject_cast<QLabel*>(row.value);
    if (!text) {
        delete row.value;
        text = makeParagraph({}, false, this);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row.value = text;
        int line = 0, column = 0, rowSpan = 0, columnSpan = 0;
        m_grid->getItemPosition(m_grid->indexOf(row.label), &line, &column, &rowSpan, &columnSpan);
        m_grid->addWidget(text, line, 1);
    }
    text->setText(value.isEmpty() ? u"–"_s : value);
}

void KeyValueList::setRow(const QString& key, const QString& label, QWidget* value)
{
    Row& row = rowFor(key, label);
    delete row.value;
    row.value = value;
    int line = 0, column = 0, rowSpan = 0, columnSpan = 0;
    m_grid->getItemPosition(m_grid->indexOf(row.label), &line, &column, &rowSpan, &columnSpan);
    m_grid->addWidget(value, line, 1, Qt::AlignLeading);
}

void KeyValueList::setValue(const QString& key, const QString& value)
{
    const auto found = m_rows.constFind(key);
    if (found == m_rows.constEnd())
        return;
    if (auto* text = qobject_cast<QLabel*>(found->value))
        text->setText(value.isEmpty() ? u"–"_s : value);
}

QString KeyValueList::value(const QString& key) const
{
    const auto* text = qobject_cast<QLabel*>(m_rows.value(key).value);
    return text ? text->text() : QString();
}

void KeyValueList::clear()
{
    for (const Row& row : std::as_const(m_rows)) {
        delete row.label;
        delete row.value;
    }
    m_rows.clear();
    m_nextLine = 0;
}

} // namespace sitebook
