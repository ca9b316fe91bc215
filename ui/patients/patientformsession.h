// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/widgets/draftsaver.h"

#include <QObject>
#include <QSet>

namespace sitebook {

// Registering or editing one patient: the fields as typed, what the rules say, the draft, the save. Knows no widget.
class PatientFormSession final : public QObject
{
    Q_OBJECT

public:
    // `patient` null: a new one.
    PatientFormSession(Workspace& workspace, const RecordId& patient, QObject* parent = nullptr);

    void open(); // opened() or openFailed(); call once
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isNew() const { return m_patient.isNull(); }
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool cameFromDraft() const { return m_fromDraft; }
    [[nodiscard]] bool isSaving() const { return m_saving; }

    [[nodiscard]] QString text(const QString& field) const { return m_fields.text(field); }
    [[nodiscard]] QString suggestedIdentifier() const { return m_suggestion; }
    [[nodiscard]] QString currentField() const { return m_currentField; }
    void type(const QString& field, const QString& text);   // every keystroke: checks, no draft
    void commit(const QString& field, const QString& text); // the field was left: checks and saves the draft
    void enterField(const QString& field);

    // Of fields that were left, or of all once a save was tried.
    [[nodiscard]] std::vector<Finding> findings() const;
    [[nodiscard]] bool isClean() const; // no error anywhere
    void showAllFindings();
    // saved() or saveFailed(); `reason` only when editing.
    void save(const QString& reason);
    void discardDraft();
    [[nodiscard]] const DraftSaver& drafts() const { return m_drafts; }

Q_SIGNALS:
    void opened();
    void openFailed(const sitebook::Error& error);
    void checked();
    void draftStateChanged();
    void saved(const sitebook::RecordId& patient);
    void saveFailed(const sitebook::Error& error);

private:
    void loadDraft();
    void begin();
    void ready();
    void check();
    [[nodiscard]] Patient toPatient(std::vector<Finding>& problems) const;
    [[nodiscard]] QString draftKey() const;
    void saveDraft();

    Workspace& m_workspace;
    RecordId m_patient;
    Patient m_stored;
    Fields m_initial;
    Fields m_fields;
    std::vector<Finding> m_findings;
    QSet<QString> m_left;
    QString m_suggestion;
    QString m_currentField;
    DraftSaver m_drafts;
    bool m_open = false;
    bool m_fromDraft = false;
    bool m_allShown = false;
    bool m_saving = false;
};

} // namespace sitebook
