// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/session/startpage.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace sitebook {

class FieldRow;
class PasswordPair;

// A new workspace in four steps: study, person and site, password, place. Nothing is written before the last one.
class SetupPage final : public StartPage
{
    Q_OBJECT
public:
    enum class Step { Study, Person, Password, Place, Count };

    explicit SetupPage(QWidget* parent = nullptr);
    void reset(const QString& suggestedFolder);
    // A file was chosen and is being read; then what it holds, or why it cannot be used.
    void setStudyFile(const QString& path);
    void showStudy(const StudyFile& study);
    void showStudyFailure(const Error& error);
    void setFolder(const QString& path);
    [[nodiscard]] WorkspaceSetup setup() const;
    [[nodiscard]] Step step() const;
    // Shows the error at its field and goes to that step; else in the banner.
    void showFailure(const Error& error);
    void setBusy(bool busy) override;
    void clearSecrets();

Q_SIGNALS:
    void studyFileWanted();
    void folderWanted();
    void createWanted();
    void backWanted(); // from the first step

private:
    [[nodiscard]] QWidget* makeStudyStep();
    [[nodiscard]] QWidget* makePersonStep();
    [[nodiscard]] QWidget* makePasswordStep();
    [[nodiscard]] QWidget* makePlaceStep();
    void addStudyChoice(const QString& file, const QString& title, const QString& text, QWidget* step);
    void goTo(Step step);
    void next();
    void back();
    [[nodiscard]] bool validate(Step step);
    void setProblem(FieldRow* row, const QString& text);

    QStackedWidget* m_steps;
    QLabel* m_position;
    QButtonGroup* m_studies;
    QString m_studyFile;
    std::optional<StudyFile> m_study; // of m_studyFile, once read
    QLabel* m_studyFileName = nullptr;
    QPushButton* m_fidelity = nullptr;
    QLineEdit* m_site;
    QLineEdit* m_userName;
    QLineEdit* m_displayName;
    QComboBox* m_role;
    PasswordPair* m_passwords;
    QLineEdit* m_folder;
    QLineEdit* m_server;
    FieldRow* m_siteRow;
    FieldRow* m_userRow;
    FieldRow* m_nameRow;
    FieldRow* m_folderRow;
    FieldRow* m_serverRow;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace sitebook
