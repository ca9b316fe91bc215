// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/widgets/latestquery.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace sitebook {

class Banner;
class MessageList;
class StateBadge;

// One query: what it is about, its thread, and what this person may do with it. Ctrl+Enter answers or
// asks again. Follows the service by itself.
class ThreadView final : public QWidget
{
    Q_OBJECT
public:
    explicit ThreadView(Workspace& workspace, QWidget* parent = nullptr);
    void showQuery(const RecordId& query); // null: nothing
    [[nodiscard]] const RecordId& query() const { return m_query; }
    // Where the place is known, such as beside the field itself, only the thread is shown.
    void setPlaceShown(bool shown);
    void focusBox();
    [[nodiscard]] QString messages() const;

Q_SIGNALS:
    void taken(); // a step was stored

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void layOut();
    void refresh();
    void showSteps(const QueryRow& row);
    [[nodiscard]] std::optional<QueryStep> quickStep(const QueryRow& row) const;
    void fillPeople(const QueryRow& row);
    void take(QueryStep step);
    [[nodiscard]] const QueryRow* row() const;

    Workspace& m_workspace;
    RecordId m_query;
    std::shared_ptr<const QueryList> m_list;
    StateBadge* m_state;
    StateBadge* m_delivery;
    QLabel* m_place;
    QLabel* m_subject;
    QLabel* m_check;
    QComboBox* m_people;
    QWidget* m_peopleLine;
    MessageList* m_messages;
    Banner* m_banner;
    QPlainTextEdit* m_box;
    QHash<int, QPushButton*> m_steps;
    LatestQuery<std::vector<QueryMessage>> m_thread;
    bool m_placeShown = true;
    bool m_busy = false;
};

} // namespace sitebook
