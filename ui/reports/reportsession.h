// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/studyindex.h"
#include "core/workspace/workspace.h"
#include "ui/reports/answersteps.h"
#include "ui/reports/linenumbers.h"
#include "ui/reports/reportformtarget.h"
#include "ui/widgets/draftsaver.h"

#include <QObject>
#include <QSet>

namespace sitebook {

// One report being filled: its values, what the study says about them, its draft and its save. Knows no widget.
// Values reach it by commit(), field by field; each commit evaluates the form and saves the draft.
class ReportSession final : public QObject
{
    Q_OBJECT

public:
    ReportSession(Workspace& workspace, ReportFormTarget target, QObject* parent = nullptr);

    // Loads the draft or the report, or begins a new one; then opened() or openFailed(). Call once.
    void open();
    [[nodiscard]] bool isOpen() const { return m_open; }

    [[nodiscard]] const Report& report() const { return m_report; }
    [[nodiscard]] const StudyDefinition& study() const { return *m_study; }
    [[nodiscard]] const FormDef& form() const { return *m_form; } // only when open
    [[nodiscard]] QString patientId() const;
    [[nodiscard]] DeliveryState delivery() const; // Draft while it was never saved
    [[nodiscard]] bool isStored() const { return !m_report.recordId.isNull(); }
    [[nodiscard]] bool isDirty() const; // differs from what is stored
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] Message readOnlyReason() const; // empty when it may be edited
    // The draft was begun on an older version of the report than the one stored now.
    [[nodiscard]] bool isBehind() const { return m_behind; }
    [[nodiscard]] bool cameFromDraft() const { return m_fromDraft; }

    // The value as committed; hidden items keep theirs until the save drops them.
    [[nodiscard]] FieldValue value(const QString& field) const;
    void commit(const QString& field, const FieldValue& value); // a key (core/model/itemkey.h) or field::reportDate
    // The lines of a repeating group by their numbers; a new one has a number no line of the report had before. What
    // stands on a line that is removed goes.
    [[nodiscard]] const std::vector<int>& lines(const QString& groupOid) const { return m_lines.of(groupOid); }
    int addLine(const QString& groupOid);
    void removeLine(const QString& groupOid, int line);
    // Takes back what was committed since the form was opened, one answer (or line) after the other; and does it again.
    void undo();
    void redo();
    // The keyboard came to this field; the one before counts as visited from now on.
    void enterField(const QString& field);
    [[nodiscard]] QString currentField() const { return m_currentField; }

    [[nodiscard]] std::vector<WhyLine> why(const QString& field) const { return m_checker->why(field, m_report.items); }
    [[nodiscard]] bool hasRules(const QString& field) const { return m_checker->hasRules(field); } // only when open
    [[nodiscard]] bool computes(const QString& field) const { return m_checker->computes(field); } // only when open
    [[nodiscard]] const FormEvaluation& evaluation() const { return m_evaluation; }
    [[nodiscard]] std::vector<ScoreReading> scores() const;
    // In the order of the form. What is only "required" shows once its field was visited or a save asked for
    // everything.
    [[nodiscard]] std::vector<Finding> findings() const;
    [[nodiscard]] qsizetype placeOf(const QString& field) const { return places().value(field, places().size()); }
    [[nodiscard]] int openErrors() const; // of all findings, shown or not
    void showAllFindings();
    // Items asked now / of those answered, in a group.
    struct Count
    {
        int asked = 0;
        int answered = 0;
    };
    [[nodiscard]] Count countOf(const ItemGroupDef& group) const;

    // A value recorded before changes, or the report was more than incomplete. Going on with an incomplete one asks
    // nothing.
    [[nodiscard]] bool needsReason() const;
    // saved() or saveFailed(). Nothing happens while a save is under way or errors keep it from being complete.
    void save(ReportStatus status, const QString& reason, const std::vector<CheckOverride>& overrides = {});
    [[nodiscard]] bool isSaving() const { return m_saving; }
    void discardDraft();
    [[nodiscard]] const DraftSaver& drafts() const { return m_drafts; }

Q_SIGNALS:
    void opened();
    void openFailed(const sitebook::Error& error);
    void evaluated();
    void restored(const QString& field); // by undo or redo
    void draftStateChanged();
    void saved(const sitebook::RecordId& report);
    void saveFailed(const sitebook::Error& error);

private:
    void loadDraft(const QString& key);
    void loadReport(const RecordId& id, std::optional<Draft> draft);
    void beginNew(std::optional<Draft> draft);
    void adopt(const Draft& draft);
    void ready();
    void fillInitialValues();
    void setInitial(const ItemGroupDef& group, int line);
    void readLines();
    void put(const QString& field, const FieldValue& value);
    void restore(const AnswerSteps::Step& step, FieldValue AnswerSteps::Change::*which);
    void evaluate();
    void saveDraft();
    [[nodiscard]] QString draftKey() const;
    [[nodiscard]] const QHash<QString, qsizetype>& places() const;
    void appendKeys(const ItemGroupDef& group, QStringList& order) const;

    Workspace& m_workspace;
    ReportFormTarget m_target;
    std::shared_ptr<const StudyDefinition> m_study;
    std::shared_ptr<const FormChecker> m_checker;
    StudyIndex m_index;
    const FormDef* m_form = nullptr;
    Report m_stored; // as loaded; empty for a new one
    Report m_report;
    FormEvaluation m_evaluation;
    std::vector<Finding> m_ownFindings;
    LineNumbers m_lines;
    AnswerSteps m_steps;                        // since the form was opened
    mutable QHash<QString, qsizetype> m_places; // see places()
    QSet<QString> m_hidden;                     // as m_evaluation says
    QSet<QString> m_visited;
    QString m_currentField;
    QString m_openDraftKey; // the draft on disk, also when it was begun under another key
    DraftSaver m_drafts;
    bool m_open = false;
    bool m_fromDraft = false;
    bool m_behind = false;
    bool m_allShown = false;
    bool m_saving = false;
};

} // namespace sitebook
