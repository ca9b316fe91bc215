// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"

#include <QWidget>
#include <optional>

class QHBoxLayout;
class QLabel;

namespace sitebook {

// One field of a form: label above, editor, unit after it, help under it, and what a check says, with shape and word.
// The label names the editor for screen readers. Enter: see FormKeys.
class FieldRow final : public QWidget
{
    Q_OBJECT
public:
    // Takes the editor.
    FieldRow(const QString& label, QWidget* editor, QWidget* parent = nullptr);
    [[nodiscard]] QWidget* editor() const { return m_editor; }
    void setLabel(const QString& label);
    void setUnit(const QString& unit);
    void setHelp(const QString& help);
    void setRequired(bool required);
    // Any widget at the end of the editor's line, such as a history button. Taken over.
    void addTrailing(QWidget* widget);
    // The editor takes its own width instead of the whole line.
    void setCompact(bool compact);
    void setFinding(const std::optional<Finding>& finding);
    [[nodiscard]] const std::optional<Finding>& finding() const { return m_finding; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshFinding();
    void refreshLabel();
    QString m_labelText;
    bool m_required = false;
    QWidget* m_editor;
    QLabel* m_label;
    QLabel* m_unit;
    QLabel* m_help;
    QLabel* m_findingIcon;
    QLabel* m_findingText;
    QHBoxLayout* m_line;
    std::optional<Finding> m_finding;
};

} // namespace sitebook
