// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/fidelitymodel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/errortext.h"

namespace sitebook {

void FidelityModel::setReport(const FidelityReport& report)
{
    std::vector<FidelityRow> rows;
    rows.reserve(report.approximated.size() + report.dropped.size());
    for (const FidelityEntry& entry : report.dropped)
        rows.push_back({true, entry});
    for (const FidelityEntry& entry : report.approximated)
        rows.push_back({false, entry});
    setRows(std::move(rows));
}

bool FidelityModel::sameRow(const FidelityRow& a, const FidelityRow& b) const
{
    return a.dropped == b.dropped && a.entry.element == b.entry.element && a.entry.place == b.entry.place &&
           a.entry.note == b.entry.note;
}

QVariant FidelityModel::cell(int row, FidelityColumn column, int role) const
{
    const FidelityRow& shown = *rowAt(row);
    if (role == ToneRole && column == FidelityColumn::Kind)
        return QVariant::fromValue(shown.dropped ? Tone::Attention : Tone::Information);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != SortRole)
        return {};
    switch (column) {
    case FidelityColumn::Kind:
        return shown.dropped ? tr("Left out") : tr("Approximated");
    case FidelityColumn::Element:
        return shown.entry.element;
    case FidelityColumn::Place:
        return localisedPlace(shown.entry.place);
    case FidelityColumn::Note:
        return shown.entry.note;
    case FidelityColumn::Count:
        break;
    }
    return {};
}

QVariant FidelityModel::header(FidelityColumn column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case FidelityColumn::Kind:
        return tr("What became of it");
    case FidelityColumn::Element:
        return tr("In the file");
    case FidelityColumn::Place:
        return tr("Place");
    case FidelityColumn::Note:
        return tr("Note");
    case FidelityColumn::Count:
        break;
    }
    return {};
}

} // namespace sitebook
