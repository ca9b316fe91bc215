// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/answers.h"
#include "app/server/routes/reportdraft.h"
#include "app/server/routes/routes.h"

#include "app/server/store/reportintake.h"
#include "core/security/permissions.h"

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

struct Task
{
    ExchangePtr exchange;
    SiteId site;
    ReportDraft draft;
    ReportOutcome outcome;
};

HttpResponse answerOf(const Services& services, const Task& task)
{
    if (task.outcome.kind == ReportOutcome::Kind::Other)
        return errorAnswer(services.sentences, *task.exchange, 409,
                           Error(ErrorCode::AlreadyExists,
                                 QT_TRANSLATE_NOOP("messages", "Another report was sent under this id before."),
                                 u"reportId"_s));
    if (task.outcome.kind == ReportOutcome::Kind::NoPatient)
        return errorAnswer(services.sentences, *task.exchange, 422,
                           Error(ErrorCode::Invalid,
                                 QT_TRANSLATE_NOOP("messages", "The study has no patient of this identifier."),
                                 field::patientId));
    HttpResponse response;
    response.status = task.outcome.kind == ReportOutcome::Kind::Created ? 201 : 200;
    response.body = "{\"reportId\":\"" + task.draft.op.recordId.toString().toStdString() +
                    "\",\"version\":" + std::to_string(task.outcome.version) +
                    ",\"seq\":" + std::to_string(task.outcome.seq) + ",\"status\":\"" +
                    task.draft.op.set.text(field::status).toStdString() + "\"}";
    return response;
}

Result<ReportDraft> draftFrom(const Call& call)
{
    SB_TRY(require(call.claims->role, Action::EnterData));
    return draftReport(call.services, *call.claims, call.request.body);
}

} // namespace

void routes::report(const Call& call)
{
    if (!call.jsonBody())
        return;
    auto draft = draftFrom(call);
    if (!draft) {
        call.answer(draft.error());
        return;
    }
    const auto task = std::make_shared<Task>(Task{call.exchange, call.claims->site, *std::move(draft), {}});
    Services& services = call.services;
    services.writeWithRound(call.exchange,
                            {[task](WriteContext& context) -> Result<> {
                                 SB_TRY_ASSIGN(task->outcome, takeReport(context, task->site, task->draft));
                                 return {};
                             },
                             [task, &services](const Result<>& written) {
                                 task->exchange->send(
                                     written ? answerOf(services, *task)
                                             : errorAnswer(services.sentences, *task->exchange, written.error()));
                             }});
}

} // namespace sitebook::server
