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

// Rows are made by the screenful.
void FormQueries::refreshSoon()
{
    if (std::exchange(m_soon, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_soon = false;
            refresh();
        },
        Qt::QueuedConnection);
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
        if (!row->isMade()) {
            connect(row, &QuestionRow::made, this, &FormQueries::refreshSoon, Qt::UniqueConnection);
            continue;
        }
        RowMarks* mark = marks(row);
        mark->setVisible(m_session.isStored());
        const std::vector<QueryRow>& here = queries[row->field()];
        mark->setQuery(QueryList::mostUrgent(here), static_cast<int>(here.size()));
        const FieldValue* answer = report.items.find(row->field());
        const bool isAnswered = answer && !answer->isEmpty();
        mark->setVerification(verificationOf(m_session.study(), report, row->field()), mayVerify && isAnswered);
    }
}

// Fields with a finding or a query that waits for this person, in the order of the form.
QStringList FormQueries::problems() const
{
    QStringList fields;
    for (const Finding& finding : m_session.findings())
        fields << finding.field;
    const bool answers = m_workspace.may(u"answer_query"_s);
    const auto list = m_workspace.queries().list();
    for (const QueryRow& row : list->rows())
        if (row.report == m_session.report().recordId && m_session.isStored() &&
            (answers ? row.status == QueryStatus::Open : isLive(row.status)))
            fields << row.itemOid;
    fields.removeDuplicates();
    std::stable_sort(fields.begin(), fields.end(), [this](const QString& a, const QString& b) {
        return m_session.placeOf(a) < m_session.placeOf(b);
    });
    return fields;
}

// False: the field is not there to go to.
bool FormQueries::goTo(const QString& field)
{
    QuestionRow* row = m_questions.row(field);
    if (!m_session.isReadOnly() || !row || row->isHidden())
        return m_questions.focusField(field);
    // What is read only may refuse the keyboard; its marks do not.
    row->make();
    refresh();
    marks(row)->focusNote();
    m_questions.ensureWidgetVisible(row, 0, 40);
    return true;
}

void FormQueries::goToProblem(int step)
{
    const QStringList fields = problems();
    const QString from = m_questions.focusedField();
    const auto at = m_session.placeOf(from);
    const auto isBeyond = [&](const QString& field) {
        return from.isEmpty() || (step > 0 ? m_session.placeOf(field) > at : m_session.placeOf(field) < at);
    };
    // From where the keyboard is, which need not be a problem itself, to the end; then from the other end.
    QStringList order;
    QStringList rest;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString& field = fields[step > 0 ? i : fields.size() - 1 - i];
        (isBeyond(field) ? order : rest) << field;
    }
    for (const QString& field : order + rest)
        if (goTo(field))
            return;
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
