// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/answers.h"
#include "app/server/routes/routes.h"

#include "app/server/http/streampipe.h"
#include "app/server/store/storerecords.h"
#include "core/base/logging.h"
#include "core/base/poolstart.h"
#include "core/exchange/deidentify.h"
#include "core/security/permissions.h"

#include <QDateTime>

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int waitingExports = 8;

struct Task
{
    Services& services;
    std::shared_ptr<const Claims> claims;
    const Exporter* exporter;
    ExportOptions options;
    bool deidentify;
    std::shared_ptr<StreamPipe> pipe;
};

Result<> writeTo(StreamDevice& device, Task& task)
{
    SB_TRY_ASSIGN(auto reader, task.services.store.lease());
    std::optional<Deidentifier> deidentifier;
    if (task.deidentify)
        deidentifier.emplace(*task.services.study,
                             QDateTime::fromMSecsSinceEpoch(task.options.nowUtcMs, Qt::UTC).date());
    SB_TRY_ASSIGN(const auto records,
                  StoreRecords::open(*reader, task.claims->site, deidentifier ? &*deidentifier : nullptr));
    SB_TRY(task.exporter->write(*task.services.study, *records, task.options, device, {}, {}));
    if (!device.flush())
        return fail(ErrorCode::Cancelled, QT_TRANSLATE_NOOP("messages", "Cancelled; nothing was changed."));
    return {};
}

void run(Task& task)
{
    StreamDevice device(*task.pipe);
    const auto written = writeTo(device, task);
    if (!written)
        qCWarning(lcServer, "An export was not finished: %ls", qUtf16Printable(written.error().word()));
    task.pipe->finish(written.has_value());
}

Result<ExportOptions> optionsFrom(const Call& call)
{
    const std::string_view query = call.request.query;
    ExportOptions options;
    const std::string content = queryValue(query, "content");
    if (content == "patients")
        options.content = ExportContent::Patients;
    else if (content == "reports")
        options.content = ExportContent::Reports;
    else if (!content.empty() && content != "all")
        return fail(ErrorCode::Unsupported,
                    QT_TRANSLATE_NOOP("messages", "The content must be patients, reports or all."), u"content"_s);
    options.byteOrderMark = queryValue(query, "bom") == "true";
    options.decodeAnswers = queryValue(query, "decode") == "true";
    options.defuseFormulas = queryValue(query, "raw") != "true";
    options.language = call.exchange->chinese ? u"zh"_s : u"en"_s;
    options.exportedBy = call.claims->user.toString();
    options.nowUtcMs = call.services.clock.now().utcMs;
    return options;
}

} // namespace

void routes::exportRecords(const Call& call)
{
    const bool whole = may(call.claims->role, Action::ExportData);
    if (const auto allowed = require(call.claims->role, Action::ExportDeidentified); !whole && !allowed) {
        call.answer(allowed.error());
        return;
    }
    const auto exporter = exporterNamed(QString::fromStdString(queryValue(call.request.query, "format")));
    if (!exporter) {
        call.answer(400,
                    Error(ErrorCode::Unsupported, QT_TRANSLATE_NOOP("messages", "Unsupported format"), u"format"_s));
        return;
    }
    auto options = optionsFrom(call);
    if (!options) {
        call.answer(options.error());
        return;
    }
    Services& services = call.services;
    if (services.waitingExports.fetch_add(1) >= waitingExports) {
        services.waitingExports.fetch_sub(1);
        call.answer(busyAnswer(services.sentences, *call.exchange));
        return;
    }
    const bool deidentify = !whole || queryValue(call.request.query, "deidentify") == "true";
    const auto task = std::make_shared<Task>(
        Task{services, call.claims, *exporter, *std::move(options), deidentify, std::make_shared<StreamPipe>()});
    startOn(services.exports, [task] {
        run(*task);
        task->services.waitingExports.fetch_sub(1);
    });
    static const std::map<QString, std::string> types = [] {
        std::map<QString, std::string> known;
        for (const auto& one : exporters())
            known[one->name()] = one->mimeType().toStdString();
        return known;
    }();
    HttpResponse response;
    response.contentType = types.at((*exporter)->name());
    response.headers = "Content-Disposition: attachment; filename=\"sitebook-export." +
                       (*exporter)->fileExtension().toStdString() + "\"\r\n";
    response.stream = task->pipe;
    call.answer(std::move(response));
}

} // namespace sitebook::server
