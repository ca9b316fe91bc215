// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"
#include "ui/reports/itemeditor.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace sitebook {

class FindingLines;

// One question: its label above, the field with its unit, what the checks say below, and at the end of the row the
// button for "why is there no answer" (F9).
class QuestionRow final : public QWidget
{
    Q_OBJECT

public:
    // Takes the editor over. `note` may be empty.
    QuestionRow(const QString& field, const QString& question, const QString& note, bool required, ItemEditor* editor,
                QWidget* parent = nullptr);

    [[nodiscard]] const QString& field() const { return m_field; }
    [[nodiscard]] ItemEditor& editor() const { return *m_editor; }
    void setFindings(const std::vector<Finding>& findings);
    [[nodiscard]] QString findingText() const;
    void setReadOnly(bool readOnly);
    // Shows the button that asks why the question stands as it does (Shift+F1).
    void setHasRules(bool hasRules);
    void setMarks(QWidget* marks); // at the end of the row; taken over

Q_SIGNALS:
    void whyWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_field;
    ItemEditor* m_editor;
    FindingLines* m_findings;
    QToolButton* m_missing;
    QToolButton* m_why;
    QHBoxLayout* m_line;
};

} // namespace sitebook
