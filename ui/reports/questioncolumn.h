// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"
#include "core/model/finding.h"
#include "core/study/studyindex.h"

#include <QScrollArea>
#include <QSet>

class QPushButton;
class QVBoxLayout;

namespace sitebook {

class ItemEditor;
class LineTable;
class QuestionRow;
class ReportSession;

// The questions of a form, one below the other, in a column of at most 760 px. Follows the session: rows that are not
// asked disappear, findings stand beside their field, computed values change. Enter goes from question to question;
// after the last one endReached() is told.
class QuestionColumn final : public QScrollArea
{
    Q_OBJECT

public:
    explicit QuestionColumn(ReportSession& session, QWidget* parent = nullptr);

    void build(); // once, when the session is open
    void refresh();
    void showValues();                     // puts the session's values into all fields
    bool focusField(const QString& field); // false: not asked or unknown
    void focusFirst();                     // the first question without an answer, else the first
    void showGroup(const QString& groupOid);
    void commitCurrent();
    [[nodiscard]] QuestionRow* row(const QString& field) const;
    [[nodiscard]] const std::vector<QuestionRow*>& rows() const { return m_rows; }
    [[nodiscard]] QString focusedField() const;
    [[nodiscard]] QStringList visibleFields() const; // in focus order, those that can be answered

Q_SIGNALS:
    void historyWanted(const QString& field);
    void endReached();
    void groupEntered(const QString& groupOid);

protected:
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    struct Group
    {
        QString oid;
        QWidget* title = nullptr;
        QPushButton* notAsked = nullptr; // how many are hidden now, and why
        std::vector<QuestionRow*> rows;
        LineTable* table = nullptr; // instead of rows, where the group repeats
    };
    // Where the keyboard stops, in order.
    struct Stop
    {
        QuestionRow* row = nullptr;
        LineTable* table = nullptr;
    };
    void beginBlock();
    void add(QWidget* widget, Qt::Alignment alignment = {});
    void addDate();
    void addGroup(const QString& groupOid);
    void addNotAsked(Group& group);
    void addTable(const ItemGroupDef& definition, const QString& title, Group& group);
    [[nodiscard]] LineTable* tableOf(const QString& field) const;
    void addItem(const ItemDef& item, const ItemRef& reference, Group& group);
    void addRow(QuestionRow* row, Group* group);
    void follow(QuestionRow* row, ItemEditor* editor, const Group* group);
    [[nodiscard]] FieldValue shownValue(const QuestionRow& row) const;
    [[nodiscard]] int heightOf(const ItemDef* item, const QString& note) const;
    void makeNear();
    void layOut();
    void advanceFrom(const QWidget* stop);
    void showRestored(const QString& field);
    void applyFindings();
    void applyHidden();
    void showWhy(const QStringList& fields);

    ReportSession& m_session;
    StudyIndex m_index;
    QWidget* m_column;
    QVBoxLayout* m_rowsLayout;
    QVBoxLayout* m_block = nullptr;
    int m_blockRows = 0;
    std::vector<Group> m_groups;
    std::vector<QuestionRow*> m_rows;
    std::vector<Stop> m_stops;
    bool m_looking = false; // makeNear() is on its way
};

} // namespace sitebook
