// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QHash>
#include <QPointer>

namespace sitebook {

class QuestionColumn;
class QuestionRow;
class ReportSession;
class RowMarks;

// What a form shows of its queries and of its verification: marks at the end of each row, F12 on a field, and F8 that
// goes to open queries as well as to findings.
class FormQueries final : public QObject
{
    Q_OBJECT
public:
    FormQueries(Workspace& workspace, ReportSession& session, QuestionColumn& questions, QObject* parent);
    void refresh();
    // The next (1) or previous (-1) place of the form with a finding or a query that waits; the keyboard goes there.
    void goToProblem(int step);
    void openPopover(const QString& field); // empty: about the whole report
    [[nodiscard]] RowMarks* marksOf(const QString& field) const;

Q_SIGNALS:
    void notStored(); // a note was wanted on a report that is not there yet

private:
    RowMarks* marks(QuestionRow* row);
    void loadVerified();
    void verify(const QString& field, bool verified);
    void refreshSoon();
    [[nodiscard]] QStringList problems() const;
    bool goTo(const QString& field);

    Workspace& m_workspace;
    ReportSession& m_session;
    QuestionColumn& m_questions;
    QHash<QuestionRow*, QPointer<RowMarks>> m_marks;
    bool m_soon = false;
    Fields m_verified; // as it stands in the store, which may be newer than the form
};

} // namespace sitebook
