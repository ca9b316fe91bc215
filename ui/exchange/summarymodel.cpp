// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/summarymodel.h"

#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QLocale>

namespace sitebook {
namespace {

std::optional<qint64> number(const ImportSummary& summary, SummaryColumn column)
{
    switch (column) {
    case SummaryColumn::Read:
        return summary.read;
    case SummaryColumn::Accepted:
        return summary.imported;
    case SummaryColumn::Rejected:
        return summary.rejected;
    case SummaryColumn::Patients:
        return summary.patients;
    case SummaryColumn::Reports:
        return summary.reports;
    case SummaryColumn::Findings:
        return std::ssize(summary.findings);
    default:
        return std::nullopt;
    }
}

} // namespace

QVariant SummaryModel::cell(int row, SummaryColumn column, int role) const
{
    const ImportSummary& summary = *rowAt(row);
    const std::optional<qint64> count = number(summary, column);
    const QString text = column == SummaryColumn::File     ? QFileInfo(summary.file).fileName()
                         : column == SummaryColumn::Format ? summary.format
                                                           : QLocale().toString(count.value_or(0));
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
        return column == SummaryColumn::File ? summary.file : text;
    case Qt::TextAlignmentRole:
        return count ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case SortRole:
        return count ? QVariant(*count) : QVariant(text);
    case ToneRole:
        return column == SummaryColumn::Rejected && summary.rejected > 0 ? QVariant::fromValue(Tone::Danger)
                                                                         : QVariant();
    default:
        return {};
    }
}

QVariant SummaryModel::header(SummaryColumn column, int role) const
{
    if (role == Qt::TextAlignmentRole && column > SummaryColumn::Format)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case SummaryColumn::File:
        return tr("File");
    case SummaryColumn::Format:
        return tr("Format");
    case SummaryColumn::Read:
        return tr("Rows read");
    case SummaryColumn::Accepted:
        return tr("Accepted");
    case SummaryColumn::Rejected:
        return tr("Rejected");
    case SummaryColumn::Patients:
        return tr("Patients");
    case SummaryColumn::Reports:
        return tr("Reports");
    case SummaryColumn::Findings:
        return tr("Findings");
    case SummaryColumn::Count:
        break;
    }
    return {};
}

} // namespace sitebook
