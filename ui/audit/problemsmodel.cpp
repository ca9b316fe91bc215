// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/problemsmodel.h"

#include "ui/widgets/errortext.h"

#include "ui/theme/colours.h"

using namespace Qt::StringLiterals;

namespace sitebook {

QVariant ProblemsModel::cell(int row, ProblemColumn column, int role) const
{
    const Problem& problem = *rowAt(row);
    const bool isWhere = column == ProblemColumn::Where;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case SortRole:
        return isWhere ? localisedPlace(problem.where) : problem.message.localised();
    case IconNameRole:
        return isWhere ? QVariant(u"error"_s) : QVariant();
    case ToneRole:
        return isWhere ? QVariant::fromValue(Tone::Danger) : QVariant();
    default:
        return {};
    }
}

QVariant ProblemsModel::header(ProblemColumn column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return column == ProblemColumn::Where ? tr("Where") : tr("What was found");
}

} // namespace sitebook
