// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportformpage.h"

#include "ui/reports/checkoverrides.h"
#include "ui/reports/fieldhistory.h"
#include "ui/reports/findingspanel.h"
#include "ui/reports/formfoot.h"
#include "ui/reports/formqueries.h"
#include "ui/reports/formreview.h"
#include "ui/reports/formsequence.h"
#include "ui/reports/gotodialog.h"
#include "ui/reports/questioncolumn.h"
#include "ui/reports/sectionlist.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"
#include "ui/widgets/whendone.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

ReportFormPage::ReportFormPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt,
                               const ReportFormTarget& target, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_prompt(prompt)
    , m_session(workspace, target)
    , m_banner(new Banner(this))
    , m_place(makeLabel({}, Theme::Type::Section, false, this))
    , m_status(new StateBadge(this))
    , m_delivery(new StateBadge(this))
    , m_sections(new SectionList(m_session, this))
    , m_questions(new QuestionColumn(m_session, this))
    , m_findings(new FindingsPanel(m_session, this))
    , m_foot(new FormFoot(m_session, this))
    , m_queries(new FormQueries(workspace, m_session, *m_questions, this))
{
    layOut();
    connectParts();
    addShortcuts();
    m_session.open();
}

QWidget* ReportFormPage::makeHead()
{
    const Theme& theme = Theme::of(this);
    auto* head = new QWidget(this);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(theme.around(), theme.between(), theme.around(), theme.between());
    line->setSpacing(theme.between());
    line->addWidget(m_place);
    line->addWidget(m_status);
    line->addWidget(m_delivery);
    line->addStretch(1);
    auto* goTo = makeLinkButton(tr("Go to…"), head);
    goTo->setToolTip(tr("Go to a question by its text, name or number (F6)"));
    connect(goTo, &QPushButton::clicked, this, &ReportFormPage::goToQuestion);
    line->addWidget(goTo);
    auto* history = makeLinkButton(tr("History"), head);
    history->setObjectName(u"history"_s);
    history->setToolTip(tr("Who changed what, when and why"));
    auto* voiding = makeLinkButton(tr("Void…"), head);
    voiding->setObjectName(u"voidReport"_s);
    voiding->setToolTip(tr("Take the report out of the lists, with a reason; the record is kept"));
    auto* patient = makeLinkButton(tr("Patient"), head);
    patient->setToolTip(tr("The patient's page; what is typed stays as a draft"));
    connect(history, &QPushButton::clicked, this, [this] { m_navigator.showAuditOf(m_session.report().recordId); });
    connect(voiding, &QPushButton::clicked, this, &ReportFormPage::voidReport);
    connect(patient, &QPushButton::clicked, this, &ReportFormPage::close);
    history->hide();
    voiding->hide();
    connect(&m_session, &ReportSession::opened, this, [this, history, voiding] {
        history->setVisible(m_session.isStored());
        voiding->setVisible(m_session.isStored() && !m_session.isReadOnly() && m_workspace.may(u"void_record"_s));
    });
    auto* review = new FormReview(m_workspace, m_navigator, m_prompt, m_session, head);
    connect(review, &FormReview::noteWanted, this, [this] { m_queries->openPopover({}); });
    line->addWidget(review);
    line->addWidget(voiding);
    line->addWidget(history);
    line->addWidget(patient);
    return head;
}

void ReportFormPage::layOut()
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_banner);
    rows->addWidget(makeHead());
    rows->addWidget(makeHairline(Qt::Horizontal, this));
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_sections);
    middle->addWidget(m_questions, 1);
    middle->addWidget(m_findings);
    rows->addLayout(middle, 1);
    rows->addWidget(m_foot);
    // The keyboard goes through the questions, then to the buttons at the foot.
    setTabOrder(m_questions, m_foot);
}

void ReportFormPage::connectParts()
{
    connect(&m_session, &ReportSession::opened, this, &ReportFormPage::showOpened);
    connect(&m_session, &ReportSession::openFailed, this, &ReportFormPage::showProblem);
    connect(&m_session, &ReportSession::saved, this, &ReportFormPage::onSaved);
    connect(&m_session, &ReportSession::saveFailed, this, &ReportFormPage::onSaveFailed);
    connect(&m_workspace.reports(), &ReportService::listChanged, this, &ReportFormPage::refreshHead);
    connect(&m_session, &ReportSession::evaluated, this, &ReportFormPage::refreshHead);
    connect(m_sections, &SectionList::groupChosen, m_questions, &QuestionColumn::showGroup);
    connect(m_questions, &QuestionColumn::groupEntered, m_sections, &SectionList::setCurrentGroup);
    connect(m_questions, &QuestionColumn::historyWanted, this, &ReportFormPage::showFieldHistory);
    connect(m_questions, &QuestionColumn::endReached, m_foot, &FormFoot::focusSave);
    connect(m_findings, &FindingsPanel::fieldChosen, m_questions, &QuestionColumn::focusField);
    connect(m_queries, &FormQueries::notStored, this,
            [this] { m_navigator.showNotice(tr("Save the report first; then queries and notes can be written.")); });
    connect(m_foot, &FormFoot::saveIncompleteRequested, this, &ReportFormPage::saveIncomplete);
    connect(m_foot, &FormFoot::saveCompleteRequested, this, [this] { saveComplete(After::Patient); });
    connect(m_foot, &FormFoot::saveNextRequested, this, [this] { saveAnd(After::NextForm); });
    connect(m_foot, &FormFoot::saveNextPatientRequested, this, [this] { saveAnd(After::NextPatient); });
    connect(m_foot, &FormFoot::saveStayRequested, this, [this] { saveAnd(After::Stay); });
    connect(m_foot, &FormFoot::discardRequested, this, &ReportFormPage::discard);
    connect(m_foot, &FormFoot::closeRequested, this, &ReportFormPage::close);
}

void ReportFormPage::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto action) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    const auto goToProblem = [this](int step) {
        m_questions->commitCurrent();
        m_queries->goToProblem(step);
    };
    add(Qt::Key_F8, [goToProblem] { goToProblem(1); });
    add(Qt::SHIFT | Qt::Key_F8, [goToProblem] { goToProblem(-1); });
    add(Qt::Key_F2, [this] { showFieldHistory(m_questions->focusedField()); });
    add(Qt::Key_F6, [this] { goToQuestion(); });
    add(Qt::Key_F12, [this] { m_queries->openPopover(m_questions->focusedField()); });
    add(Qt::Key_F10, [this] { m_foot->focusSave(); });
    add(QKeySequence::Save, [this] { saveIncomplete(); });
    add(Qt::CTRL | Qt::Key_Return, [this] { saveComplete(After::Patient); });
    add(Qt::CTRL | Qt::Key_PageDown, [this] { saveAnd(After::NextForm); });
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown, [this] { saveAnd(After::NextPatient); });
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_S, [this] { saveAnd(After::Stay); });
    add(Qt::Key_Escape, [this] { close(); });
}

void ReportFormPage::showFieldHistory(const QString& field)
{
    if (!m_session.isOpen() || field.isEmpty() || m_session.study().group(field) != nullptr)
        return;
    if (m_session.isStored())
        openFieldHistory(window(), m_workspace, m_session.report().recordId, field);
    else
        m_navigator.showNotice(tr("The form was never saved: its answers have no history yet."));
}

void ReportFormPage::goToQuestion()
{
    if (!m_session.isOpen())
        return;
    m_questions->commitCurrent();
    openGoTo(this, m_session, [this](const QString& oid) {
        if (!m_questions->focusField(oid))
            m_questions->showGroup(oid);
    });
}

QString ReportFormPage::title() const
{
    return m_session.isOpen() ? formTitle(m_session.study(), m_session.report().formOid) : tr("Report");
}

QString ReportFormPage::place() const
{
    const Report& report = m_session.report();
    const QString visit = eventTitle(m_session.study(), report.eventOid);
    const QString where = report.repeat > 1 ? tr("%1 (%2)").arg(visit).arg(report.repeat) : visit;
    return tr("%1 · %2").arg(m_session.patientId(), where);
}

void ReportFormPage::activated()
{
    if (!m_session.isOpen())
        return;
    if (!m_questions->focusField(m_session.currentField()))
        m_questions->focusFirst();
}

bool ReportFormPage::mayLeave()
{
    m_questions->commitCurrent();
    return true; // the draft keeps what is not saved
}

void ReportFormPage::showOpened()
{
    const QString resumed = m_session.currentField();
    m_questions->build();
    m_queries->refresh();
    m_sections->build();
    m_findings->refresh();
    m_sections->setVisible(m_session.form().groups.size() > 1);
    refreshHead();
    const auto next =
        nextPlace(placesOf(m_session.study(), m_workspace.reports().ofPatient(m_session.report().patient)),
                  m_session.report().eventOid, m_session.report().formOid, m_session.report().repeat);
    if (next)
        m_foot->setNextForm(formName(m_session.study(), next->formOid), eventTitle(m_session.study(), next->eventOid));
    if (m_session.isReadOnly())
        m_banner->showMessage(Tone::Information, m_session.readOnlyReason().localised());
    else if (m_session.isBehind())
        m_banner->showMessage(Tone::Attention,
                              tr("This report changed since your draft was begun. What you save is merged "
                                 "with it field by field."));
    else if (m_session.cameFromDraft())
        m_banner->showMessage(Tone::Information, tr("Your half-filled form is open again where you left it."));
    Q_EMIT titleChanged();
    if (isVisible() && (resumed.isEmpty() || !m_questions->focusField(resumed)))
        m_questions->focusFirst();
}

void ReportFormPage::showProblem(const Error& error)
{
    m_failed = true;
    m_banner->showError(error);
    m_sections->hide();
    m_findings->hide();
    m_foot->hide();
}

void ReportFormPage::refreshHead()
{
    if (!m_session.isOpen())
        return;
    m_place->setText(place());
    const ReportStatus begun = m_session.isDirty() ? ReportStatus::Incomplete : ReportStatus::NotStarted;
    m_status->setState(statetexts::look(m_session.isStored() ? m_session.report().status : begun));
    m_delivery->setState(statetexts::look(m_session.delivery()));
    m_foot->refresh();
}

void ReportFormPage::saveIncomplete()
{
    requestSave(ReportStatus::Incomplete, After::Patient);
}

void ReportFormPage::saveComplete(After after)
{
    m_questions->commitCurrent();
    if (!m_session.isOpen() || m_session.isReadOnly())
        return;
    if (m_session.openErrors() > 0) {
        m_session.showAllFindings();
        m_questions->focusField(m_findings->neighbour({}, 1));
        return;
    }
    requestSave(ReportStatus::Complete, after);
}

void ReportFormPage::saveAnd(After after)
{
    m_questions->commitCurrent();
    if (!m_session.isOpen())
        return;
    if (m_session.isReadOnly() || (m_session.isStored() && !m_session.isDirty())) {
        m_after = after;
        leaveAfterSave();
        return;
    }
    requestSave(m_session.openErrors() == 0 ? ReportStatus::Complete : ReportStatus::Incomplete, after);
}

void ReportFormPage::requestSave(ReportStatus status, After after)
{
    m_questions->commitCurrent();
    if (!m_session.isOpen() || m_session.isReadOnly() || m_session.isSaving())
        return;
    m_after = after;
    if (m_session.isStored() && !m_session.isDirty() && status == m_session.report().status) {
        leaveAfterSave(); // nothing to save, nothing to give a reason for
        return;
    }
    std::vector<Finding> asking;
    if (status == ReportStatus::Complete)
        asking = unexplained(m_session, *m_workspace.queries().list());
    explain(m_prompt, this, m_session, asking,
            [this, status](const std::vector<CheckOverride>& overrides) { askReasonAndSend(status, overrides); });
}

void ReportFormPage::askReasonAndSend(ReportStatus status, const std::vector<CheckOverride>& overrides)
{
    if (!m_session.needsReason()) {
        sendSave(status, m_session.isStored() ? tr("Data entry continued") : QString(), overrides);
        return;
    }
    m_prompt.askReason(this, tr("Reason for change"), tr("%1 was saved before. Why does it change?").arg(title()),
                       [this, status, overrides](const QString& reason) { sendSave(status, reason, overrides); });
}

void ReportFormPage::sendSave(ReportStatus status, const QString& reason, const std::vector<CheckOverride>& overrides)
{
    m_session.save(status, reason, overrides);
    m_foot->refresh();
}

void ReportFormPage::onSaved(const RecordId&)
{
    refreshHead();
    m_navigator.showNotice(tr("%1 of %2 is saved. It is sent with the next synchronisation.")
                               .arg(formName(m_session.study(), m_session.report().formOid), m_session.patientId()));
    leaveAfterSave();
}

void ReportFormPage::leaveAfterSave()
{
    switch (m_after) {
    case After::NextForm:
        return goToNextForm();
    case After::NextPatient:
        return goToNextPatient();
    case After::Stay:
        return stay();
    case After::Patient:
        break;
    }
    m_navigator.openPatient(m_session.report().patient);
}

// What the save dropped or computed is shown; the keyboard stays where it was.
void ReportFormPage::stay()
{
    m_banner->dismiss();
    m_questions->showValues();
    if (!m_questions->focusField(m_session.currentField()))
        m_questions->focusFirst();
}

void ReportFormPage::goToNextPatient()
{
    const Report& report = m_session.report();
    const FormPlace place{report.eventOid, report.formOid, report.repeat, std::nullopt};
    const RecordId next =
        nextPatient(*m_workspace.patients().list(), *m_workspace.reports().list(), report.patient, place);
    if (next.isNull()) {
        m_navigator.showNotice(tr("No further patient needs this form at this visit."));
        m_navigator.openPatient(report.patient);
        return;
    }
    for (const ReportRow& row : m_workspace.reports().ofPatient(next))
        if (row.eventOid == place.eventOid && row.formOid == place.formOid && row.repeat == place.repeat)
            return m_navigator.openReport(row.recordId);
    m_navigator.newReport(next, place.formOid, place.eventOid, place.repeat);
}

void ReportFormPage::onSaveFailed(const Error& error)
{
    m_foot->refresh();
    m_session.showAllFindings();
    m_banner->showError(error);
    if (error.code == ErrorCode::Invalid)
        m_questions->focusField(error.where);
}

void ReportFormPage::discard()
{
    m_prompt.decide(this, tr("Discard changes"), tr("Throw away what was typed since the last save?"),
                    {tr("Keep typing"), tr("Discard changes")}, [this](int button) {
                        if (button != 1)
                            return;
                        m_session.discardDraft();
                        m_questions->showValues();
                        m_banner->dismiss();
                    });
}

void ReportFormPage::voidReport()
{
    const RecordId id = m_session.report().recordId;
    m_prompt.askReason(this, tr("Void report"),
                       tr("%1 disappears from the lists; the record and its history are kept. Why?").arg(title()),
                       [this, id](const QString& reason) {
                           whenDone(this, m_workspace.reports().voidReport(id, reason), [this](const Result<>& done) {
                               if (!done) {
                                   m_banner->showError(done.error());
                                   return;
                               }
                               m_session.discardDraft();
                               m_navigator.showNotice(tr("%1 is void.").arg(title()));
                               m_navigator.openPatient(m_session.report().patient);
                           });
                       });
}

void ReportFormPage::close()
{
    m_questions->commitCurrent();
    if (m_session.isOpen() && m_session.isDirty() && !m_session.isReadOnly())
        m_navigator.showNotice(tr("What you typed is kept as a draft."));
    m_navigator.openPatient(m_session.report().patient);
}

void ReportFormPage::goToNextForm()
{
    const Report& report = m_session.report();
    const auto next = nextPlace(placesOf(m_session.study(), m_workspace.reports().ofPatient(report.patient)),
                                report.eventOid, report.formOid, report.repeat);
    if (!next)
        m_navigator.openPatient(report.patient);
    else if (next->report)
        m_navigator.openReport(next->report->recordId);
    else
        m_navigator.newReport(report.patient, next->formOid, next->eventOid, next->repeat);
}

void ReportFormPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const Theme& theme = Theme::of(this);
    const bool room = width() >= theme.scaled(820);
    m_findings->setVisible(room && !m_failed);
    m_sections->setVisible(width() >= theme.scaled(980) && !m_failed &&
                           (!m_session.isOpen() || m_session.form().groups.size() > 1));
}

} // namespace sitebook
