// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/patients/patientformsession.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"
#include "ui/widgets/userprompt.h"

#include <QTimer>
#include <map>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace sitebook {

class Banner;
class FieldRow;
class SavedIndicator;

// Registers a patient or edits one. Enter is the next field and never submits; Ctrl+S saves.
class PatientFormPage final : public Page
{
    Q_OBJECT

public:
    PatientFormPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, const RecordId& patient,
                    QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void activated() override;
    [[nodiscard]] RecordId currentPatient() const override { return m_patient; }
    [[nodiscard]] bool mayLeave() override;
    [[nodiscard]] PatientFormSession& session() { return m_session; }
    [[nodiscard]] FieldRow* row(const QString& field) const;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QWidget* makeForm();
    QWidget* makeFoot();
    FieldRow* addLine(QVBoxLayout& column, const QString& field, const QString& label, bool date = false);
    FieldRow* addChoice(QVBoxLayout& column, const QString& field, const QString& label);
    void connectParts();
    void showOpened();
    void showValues();
    void showFindings();
    void refreshFoot();
    [[nodiscard]] QString editorText(const QString& field) const; // in the stored form
    void commitField(const QString& field);
    void commitCurrent();
    void typed(const QString& field);
    void save();
    void focusFirstProblem();
    void onSaved(const RecordId& patient);
    void onSaveFailed(const Error& error);
    void cancel();

    Workspace& m_workspace;
    Navigator& m_navigator;
    UserPrompt& m_prompt;
    RecordId m_patient;
    PatientFormSession m_session;
    Banner* m_banner;
    SavedIndicator* m_saved;
    QPushButton* m_save = nullptr;
    QPushButton* m_discard = nullptr;
    std::map<QString, FieldRow*> m_rows;
    std::vector<QString> m_order;
    QTimer m_calm; // a finding of the field being typed waits until the fingers rest
    bool m_filling = false;
};

} // namespace sitebook
