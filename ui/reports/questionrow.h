// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"
#include "ui/reports/itemeditor.h"

#include <functional>

class QHBoxLayout;
class QToolButton;

namespace sitebook {

class FindingLines;

// One question: its label above, the field with its unit, what the checks say below, and at the end of the row the
// button for "why is there no answer" (F9). Until it is made (when it comes near the window, or somebody asks for its
// editor) it is an empty place of about the height it will have: a form of thousands of questions opens at once.
class QuestionRow final : public QWidget
{
    Q_OBJECT

public:
    struct Question
    {
        QString field;
        QString text;
        QString note; // may be empty
        bool required = false;
        bool editable = true; // false: shown, never reached by the keyboard
        bool readOnly = false;
        bool hasRules = false; // shows the button that asks why the question stands as it does (Shift+F1)
        int height = 0;        // about how high it will be; pixels
        std::function<ItemEditor*(QWidget* parent)> makeEditor;
    };
    explicit QuestionRow(Question question, QWidget* parent = nullptr);

    [[nodiscard]] const QString& field() const { return m_question.field; }
    [[nodiscard]] bool isEditable() const { return m_question.editable; }
    [[nodiscard]] bool isMade() const { return m_editor != nullptr; }
    void make();
    [[nodiscard]] ItemEditor& editor(); // makes the row
    void setFindings(const std::vector<Finding>& findings);
    [[nodiscard]] QString findingText() const;
    void setMarks(QWidget* marks); // at the end of the row once it is made; taken over

Q_SIGNALS:
    void historyWanted();
    void made(sitebook::ItemEditor* editor);
    void whyWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addButtons(QWidget* editor);
    void showFindings();

    Question m_question;
    ItemEditor* m_editor = nullptr;
    FindingLines* m_lines = nullptr;
    QToolButton* m_why = nullptr;
    QHBoxLayout* m_line = nullptr;
    std::vector<Finding> m_findings;
};

} // namespace sitebook
