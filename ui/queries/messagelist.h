// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/queryviews.h"

#include <QScrollArea>

namespace sitebook {

// The steps of a query, oldest first: who, when, what was written, and whether the server has it.
class MessageList final : public QScrollArea
{
    Q_OBJECT
public:
    explicit MessageList(QWidget* parent = nullptr);
    void setMessages(const std::vector<QueryMessage>& messages);
    [[nodiscard]] QString plainText() const { return m_plainText; }

private:
    [[nodiscard]] QWidget* bubble(const QueryMessage& message) const;
    QString m_plainText;
};

} // namespace sitebook
