// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace sitebook {

// An entry of the list of problems: sign, question, and below it the sentence, wrapped to the width of the list.
class FindingDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { FieldRole = Qt::UserRole, SeverityRole, SentenceRole };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace sitebook
