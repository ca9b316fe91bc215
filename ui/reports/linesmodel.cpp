// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/linesmodel.h"

#include "core/model/itemkey.h"
#include "core/study/codeset.h"
#include "ui/reports/choices.h"
#include "ui/reports/missingreasons.h"
#include "ui/reports/reportsession.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook {

LinesModel::LinesModel(ReportSession& session, const ItemGroupDef& group, QObject* parent)
    : RecordTableModelBase(parent)
    , m_session(session)
    , m_group(group)
    , m_lines(session.lines(group.oid))
{
    for (const ItemRef& ref : group.items) {
        const ItemDef* def = session.study().item(ref.itemOid);
        if (def && !def->hidden && def->control != Control::Display)
            m_items.push_back({def, ref.mandatory, session.computes(def->oid)});
    }
}

int LinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LinesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QString LinesModel::key(const QModelIndex& index) const
{
    return ItemKey{item(index.column()).oid, m_lines[static_cast<size_t>(index.row())]}.text();
}

QModelIndex LinesModel::indexOf(const QString& key) const
{
    const ItemKey parts = ItemKey::of(key);
    const auto line = std::lower_bound(m_lines.begin(), m_lines.end(), parts.line);
    const auto column = std::find_if(m_items.begin(), m_items.end(),
                                     [&parts](const Column& each) { return each.def->oid == parts.oid; });
    if (line == m_lines.end() || *line != parts.line || column == m_items.end())
        return {};
    return index(static_cast<int>(line - m_lines.begin()), static_cast<int>(column - m_items.begin()));
}

QStringList LinesModel::someAnswers(int column) const
{
    constexpr size_t most = 40;
    const QString& oid = item(column).codeListOid;
    const CodeList* list = oid.isEmpty() ? nullptr : m_session.study().codeList(oid);
    QStringList answers;
    for (size_t i = 0; list && i < std::min(list->items.size(), most); ++i)
        answers.append(decoded(item(column), list->items[i].codedValue));
    return answers;
}

bool LinesModel::isEditable(const QModelIndex& index) const
{
    if (!index.isValid() || m_session.isReadOnly())
        return false;
    const Column& column = m_items[static_cast<size_t>(index.column())];
    return !column.computed && !column.def->readOnly && !m_hidden.contains(key(index));
}

Qt::ItemFlags LinesModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags shown = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return isEditable(index) ? shown | Qt::ItemIsEditable : shown;
}

QString LinesModel::decoded(const ItemDef& item, const QString& text) const
{
    if (item.dataType == DataType::Boolean && item.codeListOid.isEmpty()) {
        for (const Choice& choice : yesNoChoices())
            if (choice.code == text)
                return choice.label;
        return text;
    }
    const CodeList* list = item.codeListOid.isEmpty() ? nullptr : m_session.study().codeList(item.codeListOid);
    if (!list)
        return text;
    QStringList words;
    for (const QString& code : item.multiple ? codeset::split(text) : QStringList(text)) {
        const CodeListItem* answer = list->find(code);
        const QString word = answer ? answer->decode.in(studyLanguage()) : QString();
        words.append(word.isEmpty() ? code : word);
    }
    return words.join(u", "_s);
}

QString LinesModel::shown(const QModelIndex& index) const
{
    const QString at = key(index);
    if (m_hidden.contains(at))
        return u"–"_s;
    const Column& column = m_items[static_cast<size_t>(index.column())];
    if (column.computed)
        return decoded(*column.def, m_session.evaluation().computed.text(at));
    const FieldValue value = m_session.value(at);
    return value.missing == MissingReason::None ? decoded(*column.def, value.text)
                                                : MissingReasons::text(value.missing);
}

std::vector<Finding> LinesModel::findingsAt(const QModelIndex& index) const
{
    return index.isValid() ? m_findings.value(key(index)) : std::vector<Finding>();
}

QVariant LinesModel::data(const QModelIndex& index, int role) const
{
    const auto found = findingsAt(index);
    const auto worst = std::max_element(found.begin(), found.end(),
                                        [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    const bool problem = worst != found.end() && worst->severity != Severity::Information;
    switch (role) {
    case Qt::DisplayRole:
        return shown(index);
    case IconNameRole:
        return problem ? statetexts::iconName(worst->severity) : QString();
    case ToneRole:
        return QVariant::fromValue(problem ? statetexts::tone(worst->severity) : Tone::Neutral);
    case Qt::ToolTipRole:
        return problem                         ? worst->message.localised()
               : m_hidden.contains(key(index)) ? tr("Not asked now. Why? Shift+F1")
                                               : shown(index);
    case Qt::AccessibleTextRole: {
        const QString text = heading(m_items[static_cast<size_t>(index.column())]) + u": " + shown(index);
        return problem ? QString(text + u". " + worst->message.localised()) : text;
    }
    default:
        return {};
    }
}

QString LinesModel::heading(const Column& column) const
{
    const QString unit = column.def->unit;
    const QString name = itemTitle(m_session.study(), column.def->oid);
    const QString whole = unit.isEmpty() ? name : tr("%1 (%2)").arg(name, unit);
    return column.mandatory ? tr("%1 *").arg(whole) : whole;
}

QVariant LinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(m_lines[static_cast<size_t>(section)]) : QVariant();
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return heading(m_items[static_cast<size_t>(section)]);
    return {};
}

bool LinesModel::isReadOnly() const
{
    return m_session.isReadOnly();
}

bool LinesModel::mayAddLine() const
{
    const bool full = m_group.maxRepeats > 0 && static_cast<int>(m_lines.size()) >= m_group.maxRepeats;
    return !m_session.isReadOnly() && !full;
}

int LinesModel::addLine()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_lines.push_back(m_session.addLine(m_group.oid));
    endInsertRows();
    return row;
}

void LinesModel::removeLine(int row)
{
    const int line = m_lines[static_cast<size_t>(row)];
    beginRemoveRows({}, row, row);
    m_lines.erase(m_lines.begin() + row);
    endRemoveRows();
    m_session.removeLine(m_group.oid, line);
}

void LinesModel::refresh(const FindingsByKey& findings)
{
    m_findings = findings;
    const QStringList& hidden = m_session.evaluation().hidden;
    m_hidden = QSet<QString>(hidden.begin(), hidden.end());
    if (m_lines != m_session.lines(m_group.oid)) {
        beginResetModel();
        m_lines = m_session.lines(m_group.oid);
        endResetModel();
    } else if (!m_lines.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

} // namespace sitebook
