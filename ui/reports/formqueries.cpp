// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/formqueries.h"

#include "ui/queries/querypopover.h"
#include "ui/reports/questioncolumn.h"
#include "ui/reports/questionrow.h"
#include "ui/reports/reportsession.h"
#include "ui/reports/rowmarks.h"
#include "ui/widgets/studywords.h"
#include "ui/widgets/whendone.h"

using namespace Qt::StringLiterals;

namespace sitebook {

FormQueries::FormQueries(Workspace& workspace, ReportSession& session, QuestionColumn& questions, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_session(session)
    , m_questions(questions)
{
    connect(&workspace.queries(), &QueryService::listChanged, this, &FormQueries::refresh);
    connect(&workspace.reports(), &ReportService::listChanged, this, &FormQueries::loadVerified);
    connect(&session, &ReportSession::evaluated, this, &FormQueries::refresh);
}

RowMarks* FormQueries::marks(QuestionRow* row)
{
    QPointer<RowMarks>& known = m_marks[row];
    if (known)
        return known;
    const QString field = row->field();
    known = new RowMarks(itemTitle(m_session.study(), field), m_session.isReadOnly(), row);
    row->setMarks(known);
    connect(known, &RowMarks::noteWanted, this, [this, field] { openPopover(field); });
    connect(known, &RowMarks::verifyWanted, this, [this, field](bool verified) { verify(field, verified); });
    return known;
}

RowMarks* FormQueries::marksOf(const QString& field) const
{
    QuestionRow* row = m_questions.row(field);
    return row ? m_marks.value(row).data() : nullptr;
}

void FormQueries::loadVerified()
{
    if (!m_session.isOpen() || !m_session.isStored())
        return;
    whenDone(this, m_workspace.reports().load(m_session.report().recordId), [this](const Result<Report>& report) {
        if (!report)
            return;
        m_verified = report->verified;
        refresh();
    });
}

void FormQueries::refresh()
{
    if (!m_session.isOpen())
        return;
    QHash<QString, std::vector<QueryRow>> queries;
    const auto list = m_workspace.queries().list();
    for (const QueryRow& row : list->rows())
        if (row.report == m_session.report().recordId)
            queries[row.itemOid].push_back(row);
    const bool mayVerify = m_session.isStored() && m_workspace.may(u"verify_source"_s) &&
                           m_session.report().status != ReportStatus::Locked;
    Report report = m_session.report();
    for (const Fields::Entry& mark : m_verified)
        report.verified.set(mark.name, mark.value);
    for (QuestionRow* row : m_questions.rows()) {
        RowMarks* mark = marks(row);
        mark->setVisible(m_session.isStored());
        const std::vector<QueryRow>& here = queries[row->field()];
        mark->setQuery(QueryList::mostUrgent(here), static_cast<int>(here.size()));
        const FieldValue* answer = report.items.find(row->field());
        const bool isAnswered = answer && !answer->isEmpty();
        mark->setVerification(verificationOf(m_session.study(), report, row->field()), mayVerify && isAnswered);
    }
}

bool FormQueries::isProblem(const QString& field) const
{
    const auto findings = m_session.findings();
    if (std::any_of(findings.begin(), findings.end(),
                    [&field](const Finding& finding) { return finding.field == field; }))
        return true;
    const bool answers = m_workspace.may(u"answer_query"_s);
    const auto queries = m_workspace.queries().list()->at(m_session.report().recordId, field);
    return std::any_of(queries.begin(), queries.end(), [answers](const QueryRow& row) {
        return answers ? row.status == QueryStatus::Open : isLive(row.status);
    });
}

void FormQueries::goTo(const QString& field)
{
    RowMarks* mark = marksOf(field);
    if (m_session.isReadOnly() && mark) {
        mark->focusNote();
        m_questions.ensureWidgetVisible(m_questions.row(field), 0, 40);
        return;
    }
    m_questions.focusField(field);
}

void FormQueries::goToProblem(int step)
{
    QStringList problems;
    QStringList order;
    for (const QuestionRow* row : m_questions.rows()) {
        order << row->field();
        if (!row->isHidden() && isProblem(row->field()))
            problems << row->field();
    }
    if (problems.isEmpty())
        return;
    // From where the keyboard is, which need not be a problem itself.
    const auto at = order.indexOf(m_questions.focusedField());
    qsizetype next = step > 0 ? 0 : problems.size() - 1;
    for (qsizetype i = 0; i < problems.size(); ++i) {
        const qsizetype candidate = step > 0 ? i : problems.size() - 1 - i;
        const auto place = order.indexOf(problems[candidate]);
        if (at < 0 || (step > 0 ? place > at : place < at)) {
            next = candidate;
            break;
        }
    }
    goTo(problems[next]);
}

void FormQueries::openPopover(const QString& field)
{
    if (!m_session.isStored()) {
        Q_EMIT notStored();
        return;
    }
    Query about;
    about.patient = m_session.report().patient;
    about.report = m_session.report().recordId;
    about.itemOid = field;
    const QString subject = field.isEmpty()              ? tr("The whole report")
                            : field == field::reportDate ? tr("Report date")
                                                         : itemTitle(m_session.study(), field);
    auto* popover = new QueryPopover(m_workspace, about, subject, m_questions.window());
    popover->setWindowModality(Qt::WindowModal);
    popover->show();
}

void FormQueries::verify(const QString& field, bool verified)
{
    whenDone(this, m_workspace.reviews().verify(m_session.report(), {field}, verified), [this](const Result<>& done) {
        if (done)
            loadVerified();
    });
}

} // namespace sitebook
