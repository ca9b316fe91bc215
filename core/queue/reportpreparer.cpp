// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/reportpreparer.h"

#include "core/study/visitcheck.h"

namespace sitebook {

namespace {

// What the desk may store although a check speaks; everything else of severity Error is refused.
bool isTolerable(const Finding& finding)
{
    return finding.code == u"required" || finding.code == u"code_list";
}

bool has(const std::vector<Finding>& findings, QStringView code)
{
    return std::any_of(findings.begin(), findings.end(), [code](const Finding& finding) {
        return finding.severity == Severity::Error && finding.code == code;
    });
}

ReportStatus allowed(ReportStatus wanted, const std::vector<Finding>& findings)
{
    if (has(findings, u"required"))
        return std::min(wanted, ReportStatus::Incomplete);
    if (has(findings, u"code_list"))
        return std::min(wanted, ReportStatus::Unverified);
    return wanted;
}

} // namespace

std::shared_ptr<const FormChecker> ReportPreparer::checker(const QString& formOid) const
{
    const std::scoped_lock lock(m_mutex);
    const auto known = m_checkers.constFind(formOid);
    if (known != m_checkers.constEnd())
        return *known;
    auto created = FormChecker::create(m_study, formOid);
    auto shared = created ? std::make_shared<const FormChecker>(std::move(*created)) : nullptr;
    m_checkers.insert(formOid, shared);
    return shared;
}

Result<ReportPreparer::Checked> ReportPreparer::check(Report report, QString* code) const
{
    const auto refuse = [code](const QString& word, Error error) -> Result<Checked> {
        if (code)
            *code = word;
        return fail(std::move(error));
    };
    const auto formChecker = checker(report.formOid);
    if (!formChecker)
        return refuse(QStringLiteral("unknown_form"),
                      {ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "The study has no such form."), field::form});
    if (!m_study->event(report.eventOid))
        return refuse(
            QStringLiteral("unknown_visit"),
            {ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "The study has no such visit."), field::event});
    FormEvaluation evaluation = formChecker->evaluate(report.items);
    for (const Finding& finding : evaluation.findings)
        if (finding.severity == Severity::Error && !isTolerable(finding))
            return refuse(finding.code, {ErrorCode::Invalid, finding.message, finding.field});
    report.items = formChecker->normalised(report.items, evaluation);
    report.status = allowed(report.status, evaluation.findings);
    return Checked{std::move(report), std::move(evaluation.findings)};
}

Result<> ReportPreparer::requireConsentFor(const Report& report, const PartialDate& consent) const
{
    return requireConsent(*m_study, consent, report.reportDate);
}

Operation ReportPreparer::operation(const RecordId& record, const QString& formOid, const UserName& user,
                                    Role role) const
{
    Operation op;
    op.opId = OpId::create();
    op.device = m_context.device;
    op.entity = Entity::Report;
    op.recordId = record;
    op.user = user;
    op.role = role;
    op.capturedAt = m_context.clock->now();
    op.schema = m_study->versionOid + u'/' + formOid;
    return op;
}

SealedOperation ReportPreparer::creation(const Report& report, const UserName& user, Role role) const
{
    Operation op = operation(report.recordId, report.formOid, user, role);
    op.type = OpType::Create;
    op.set = report.toFields();
    SealedOperation sealed = sealReportCreation(m_context, std::move(op));
    // Everything is sealed; the row needs only what stands in clear.
    sealed.op.set = Report{
        report.recordId,
        1,
        report.patient,
        report.formOid,
        report.eventOid,
        report.repeat,
        report.status,
        {},
        report.reportDate,
        {},
        report.voided,
        {},
        {}}.toFields();
    return sealed;
}

SealedOperation ReportPreparer::change(const RecordId& record, quint64 trunk, const QString& formOid, const Fields& set,
                                       const Fields& old, const UserName& user, Role role, const QString& reason) const
{
    Operation op = operation(record, formOid, user, role);
    op.type = OpType::Set;
    op.baseVersion = trunk;
    op.set = set;
    op.reason = reason;
    return sealOperation(m_context, std::move(op), old);
}

} // namespace sitebook
