// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace sitebook {

class KeyValueList;
class StateBadge;

// One entry of the trail with everything it changed.
class AuditDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit AuditDetails(std::shared_ptr<const StudyDefinition> study, QWidget* parent = nullptr);
    // Null: nothing is selected.
    void show(const AuditEntry* entry);

Q_SIGNALS:
    void openRequested();
    void historyRequested();

private:
    void showChanges(const AuditEntry& entry);

    std::shared_ptr<const StudyDefinition> m_study;
    QLabel* m_hint = nullptr;
    QWidget* m_content = nullptr;
    StateBadge* m_badge = nullptr;
    QLabel* m_what = nullptr;
    KeyValueList* m_facts = nullptr;
    QLabel* m_changesTitle = nullptr;
    QWidget* m_changes = nullptr;
    QGridLayout* m_grid = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_history = nullptr;
};

} // namespace sitebook
