// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/choices.h"

#include <QAbstractListModel>

namespace sitebook {

// The answers of a list as a model, so that a box of tens of thousands of them costs no item each. The choices outlive
// it.
class ChoiceModel final : public QAbstractListModel
{
public:
    explicit ChoiceModel(const std::vector<Choice>& choices, QObject* parent = nullptr)
        : QAbstractListModel(parent)
        , m_choices(choices)
    {
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const Choice& choice = m_choices[static_cast<size_t>(index.row())];
        if (role == Qt::DisplayRole || role == Qt::EditRole)
            return choice.label;
        return role == Qt::UserRole ? QVariant(choice.code) : QVariant();
    }

private:
    const std::vector<Choice>& m_choices;
};

} // namespace sitebook
