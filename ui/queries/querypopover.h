// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QDialog>

class QComboBox;
class QVBoxLayout;

namespace sitebook {

class NoteBox;
class ThreadView;

// Queries and notes about one field of a report, or about a patient as such (F12): the most urgent thread, the others
// to choose from, and a box for a new one. Escape closes it.
class QueryPopover final : public QDialog
{
    Q_OBJECT
public:
    // `about` names patient, report and item, or the patient alone; `subject` is the item's question.
    QueryPopover(Workspace& workspace, const Query& about, const QString& subject, QWidget* parent);

private:
    void layOut(const QString& subject);
    void fillThreads();
    void showNew();

    Workspace& m_workspace;
    Query m_about;
    QComboBox* m_threads;
    ThreadView* m_thread;
    NoteBox* m_note;
    QWidget* m_newLine;
};

} // namespace sitebook
