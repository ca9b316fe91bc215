// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/findingsmodel.h"

#include "ui/widgets/errortext.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sitebook {
FindingsModel::FindingsModel(std::shared_ptr<const StudyDefinition> study, QObject* parent)
    : RowListModel(parent)
    , m_study(std::move(study))
{
}

void FindingsModel::setSummaries(const std::vector<ImportSummary>& summaries)
{
    std::vector<FindingRow> rows;
    for (const ImportSummary& summary : summaries)
        for (const ImportFindingView& finding : summary.findings)
            rows.push_back({QFileInfo(summary.file).fileName(), finding});
    setRows(std::move(rows));
}

bool FindingsModel::sameRow(const FindingRow& a, const FindingRow& b) const
{
    return a.file == b.file && a.finding.where == b.finding.where && a.finding.code == b.finding.code &&
           a.finding.item == b.finding.item;
}

QString FindingsModel::text(const FindingRow& row, FindingColumn column) const
{
    const ImportFindingView& finding = row.finding;
    switch (column) {
    case FindingColumn::Kind:
        return statetexts::text(finding.severity);
    case FindingColumn::File:
        return row.file;
    case FindingColumn::Where:
        return localisedPlace(finding.where);
    case FindingColumn::Patient:
        return finding.patient;
    case FindingColumn::Visit:
        return eventTitle(*m_study, finding.visit);
    case FindingColumn::Item:
        return itemTitle(*m_study, finding.item);
    case FindingColumn::Message:
        return finding.message.localised();
    case FindingColumn::Count:
        break;
    }
    return {};
}

QVariant FindingsModel::cell(int row, FindingColumn column, int role) const
{
    const FindingRow& shown = *rowAt(row);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(shown, column);
    case SortRole:
        return column == FindingColumn::Kind ? QVariant(-static_cast<int>(shown.finding.severity))
                                             : QVariant(text(shown, column));
    case ToneRole:
        return column == FindingColumn::Kind ? QVariant::fromValue(statetexts::tone(shown.finding.severity))
                                             : QVariant();
    case IconNameRole:
        return column == FindingColumn::Kind ? QVariant(statetexts::iconName(shown.finding.severity)) : QVariant();
    default:
        return {};
    }
}

QVariant FindingsModel::header(FindingColumn column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case FindingColumn::Kind:
        return tr("Kind");
    case FindingColumn::File:
        return tr("File");
    case FindingColumn::Where:
        return tr("Where");
    case FindingColumn::Patient:
        return tr("Patient");
    case FindingColumn::Visit:
        return tr("Visit");
    case FindingColumn::Item:
        return tr("Item");
    case FindingColumn::Message:
        return tr("What is wrong");
    case FindingColumn::Count:
        break;
    }
    return {};
}

} // namespace sitebook
