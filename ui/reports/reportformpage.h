// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/reportsession.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"
#include "ui/widgets/userprompt.h"

class QLabel;

namespace sitebook {

class Banner;
class FindingsPanel;
class FormFoot;
class FormQueries;
class QuestionColumn;
class SectionList;
class StateBadge;

// One report as a form. Behaviour is in ReportSession; this lays out and asks the person.
class ReportFormPage final : public Page
{
    Q_OBJECT

public:
    ReportFormPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, const ReportFormTarget& target,
                   QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void activated() override;
    void undo() override { m_session.undo(); }
    void redo() override { m_session.redo(); }
    [[nodiscard]] RecordId currentPatient() const override { return m_session.report().patient; }
    [[nodiscard]] RecordId currentReport() const override { return m_session.report().recordId; }
    [[nodiscard]] bool mayLeave() override;
    [[nodiscard]] ReportSession& session() { return m_session; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class After { Patient, NextForm, NextPatient, Stay };
    QWidget* makeHead();
    void layOut();
    void connectParts();
    void addShortcuts();
    void showFieldHistory(const QString& field);
    void goToQuestion();
    void showOpened();
    void showProblem(const Error& error);
    void refreshHead();
    void requestSave(ReportStatus status, After after);
    void saveIncomplete();
    void saveComplete(After after);
    void saveAnd(After after);
    void askReasonAndSend(ReportStatus status, const std::vector<CheckOverride>& overrides);
    void sendSave(ReportStatus status, const QString& reason, const std::vector<CheckOverride>& overrides);
    void onSaved(const RecordId& report);
    void leaveAfterSave();
    void onSaveFailed(const Error& error);
    void discard();
    void voidReport();
    void close();
    void goToNextForm();
    void goToNextPatient();
    void stay();
    [[nodiscard]] QString place() const;

    Workspace& m_workspace;
    Navigator& m_navigator;
    UserPrompt& m_prompt;
    ReportSession m_session;
    Banner* m_banner;
    QLabel* m_place;
    StateBadge* m_status;
    StateBadge* m_delivery;
    SectionList* m_sections;
    QuestionColumn* m_questions;
    FindingsPanel* m_findings;
    FormFoot* m_foot;
    FormQueries* m_queries;
    After m_after = After::Patient;
    bool m_failed = false;
};

} // namespace sitebook
