// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/userprompt.h"

#include "core/workspace/workspace.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace sitebook {

// What to export, in which format, where to: format cards, scope with a live row count, folder and file name, and only
// those options that matter for the chosen format.
class ExportForm final : public QWidget
{
    Q_OBJECT
public:
    ExportForm(Workspace& workspace, UserPrompt& prompt, const ExportRequest& preset, QWidget* parent = nullptr);

    [[nodiscard]] ExportRequest request() const;
    // Why it cannot be exported like this; empty when it can.
    [[nodiscard]] QString hindrance() const;
    [[nodiscard]] qint64 rowCount() const { return m_rowCount; }

Q_SIGNALS:
    void changed();

private:
    void buildFormats(QVBoxLayout* column, const QString& wanted);
    void buildScope(QVBoxLayout* column, const ExportRequest& preset);
    void buildDestination(QVBoxLayout* column, const QString& presetPath);
    void buildOptions(QVBoxLayout* column, const ExportRequest& preset);
    void chooseFolder();
    void refresh();
    void renameFile();
    [[nodiscard]] const ExportFormat* format() const;
    [[nodiscard]] ExportRequest::Scope scope() const;
    [[nodiscard]] QString suggestedName() const;

    Workspace& m_workspace;
    UserPrompt& m_prompt;
    std::vector<ExportFormat> m_formats;
    std::vector<RecordId> m_selected;
    QButtonGroup* m_formatGroup = nullptr;
    QButtonGroup* m_scopeGroup = nullptr;
    QCheckBox* m_onlySelected = nullptr;
    QLabel* m_count = nullptr;
    QLineEdit* m_folder = nullptr;
    QLineEdit* m_name = nullptr;
    QCheckBox* m_mark = nullptr;
    QCheckBox* m_defuse = nullptr;
    QCheckBox* m_decode = nullptr;
    QCheckBox* m_deidentify = nullptr;
    qint64 m_rowCount = 0;
    bool m_nameIsOurs = true; // until the person types one
};

} // namespace sitebook
