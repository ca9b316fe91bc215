// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace sitebook {

// Where a new query or note is written: its kind, as this person's role may, and its text. Ctrl+Enter stores it.
class NoteBox final : public QWidget
{
    Q_OBJECT
public:
    // `about` names patient, report and item.
    NoteBox(Workspace& workspace, const Query& about, QWidget* parent = nullptr);
    [[nodiscard]] bool isAllowed() const; // there is a kind this person may write
    void focusBox();

Q_SIGNALS:
    void raised(const sitebook::RecordId& query);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void store();

    Workspace& m_workspace;
    Query m_about;
    QComboBox* m_kind;
    QPlainTextEdit* m_box;
    QPushButton* m_store;
    QLabel* m_trouble;
    bool m_busy = false;
};

} // namespace sitebook
