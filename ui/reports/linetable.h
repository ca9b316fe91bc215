// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/linedelegate.h"
#include "ui/reports/linesmodel.h"

#include <QTableView>

class QPushButton;

namespace sitebook {

class FindingLines;

// A repeating group as a table: a line for each repeat, its fields in the cells. Enter and Tab go from cell to cell and
// behind the last one to "Add line"; arrows move between lines. Shift+F1 asks why.
class LineTable final : public QWidget
{
    Q_OBJECT

public:
    LineTable(ReportSession& session, const ItemGroupDef& group, const QString& title, QWidget* parent = nullptr);

    ~LineTable() override;

    [[nodiscard]] const QString& groupOid() const { return m_groupOid; }
    [[nodiscard]] LinesModel& model() { return m_model; }
    // A value's key, or the group's OID for its first cell. False: it is not here.
    bool focusKey(const QString& key);
    // From behind. False: there is no place for the keyboard.
    bool focusEnd();
    [[nodiscard]] QString focusedKey() const; // the group's OID while the keyboard is on a button
    void commitCurrent();
    void showValue(const QString& key); // in the field, when the keyboard is in it
    void refresh(const LinesModel::FindingsByKey& findings);

Q_SIGNALS:
    void endReached(); // the keyboard goes on behind the table
    void entered(const QString& key);
    void whyWanted(const QString& key);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    class View;
    void layOut(const QString& title);
    void setColumnWidths();
    void advance();
    void addLine();
    void removeLine();
    void showCurrent();
    void fitHeight();
    void closeWhenLeft(const QWidget* before, const QWidget* now);

    QString m_groupOid;
    LinesModel m_model;
    LineDelegate* m_delegate;
    View* m_view;
    FindingLines* m_findings;
    QPushButton* m_add;
    QPushButton* m_remove;
};

} // namespace sitebook
