// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/session/startpage.h"

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace sitebook {

class FieldRow;

// Shows the recovery code this one time: print it, save it, and type three of its groups back as proof.
class RecoveryCodePage final : public StartPage
{
    Q_OBJECT
public:
    explicit RecoveryCodePage(QWidget* parent = nullptr);
    void setCode(const CreatedWorkspace& workspace, const QString& studyName, const SiteId& site);
    void clearSecrets();
    // The groups asked for, from 1; always three different ones, the same for the same code.
    [[nodiscard]] static std::vector<int> askedGroups(int groupCount);
    // The sheet that is printed and saved.
    [[nodiscard]] QString sheetText() const;

Q_SIGNALS:
    void printWanted(const QString& text);
    void saveWanted(const QString& text);
    void confirmed();

private:
    void refreshProof();
    QStringList m_groups;
    QString m_study;
    QString m_path;
    SiteId m_site;
    QWidget* m_codeBox;
    QGridLayout* m_grid;
    QLineEdit* m_proof;
    FieldRow* m_proofRow;
    QPushButton* m_continue;
};

} // namespace sitebook
