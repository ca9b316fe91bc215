// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;

namespace sitebook {

class ReportSession;

// What is to be looked at, at the right of a form: "3 problems", each one click or F8 away.
class FindingsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPanel(ReportSession& session, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] QString heading() const;
    // The field of the next (1) or previous (-1) problem after `field`, round the end; empty when there is none.
    [[nodiscard]] QString neighbour(const QString& field, int step) const;

Q_SIGNALS:
    void fieldChosen(const QString& field);

private:
    [[nodiscard]] QString titleOf(const QString& field) const;

    ReportSession& m_session;
    QLabel* m_heading;
    QLabel* m_hint;
    QListWidget* m_list;
};

} // namespace sitebook
