// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/serve.h"

#include "app/server/accountcommand.h"
#include "app/server/http/httpserver.h"
#include "app/server/instancelock.h"
#include "app/server/routes/dispatcher.h"
#include "core/base/logging.h"
#include "core/study/readers/reader.h"

#include <QFile>
#include <QTextStream>

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

Result<std::shared_ptr<const StudyDefinition>> readServedStudy(const ServerOptions& options)
{
    if (options.studyPath.isEmpty() && !options.demo)
        return fail(ErrorCode::Usage,
                    QT_TRANSLATE_NOOP("messages", "Name the study to serve with --study FILE, or try --demo."));
    const QString path = options.studyPath.isEmpty() ? u":/server/studies/demo.xml"_s : options.studyPath;
    if (!path.startsWith(u':')) {
        auto file = readStudyFile(path);
        if (!file && file.error().where != path)
            file.error().where.prepend(file.error().where.isEmpty() ? path : QString(path + u", "));
        return file.map([](const StudyFile& read) { return read.study; });
    }
    QFile resource(path);
    if (!resource.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, QT_TRANSLATE_NOOP("messages", "The program is incomplete; install it again."),
                    path);
    SB_TRY_ASSIGN(const StudyFile file, readStudy(resource));
    return file.study;
}

Result<QByteArray> readOpenApi()
{
    QFile file(u":/server/openapi/openapi.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, QT_TRANSLATE_NOOP("messages", "The program is incomplete; install it again."),
                    file.fileName());
    return file.readAll();
}

void printPlace(const ServerOptions& options, quint16 port, const DemoAccounts& demo)
{
    QTextStream out(stdout);
    const QString host = options.host.contains(u':') ? QString(u'[' + options.host + u']') : options.host;
    out << "Sitebook server listening on http://" << host << ':' << port << '\n';
    if (!demo.password.isEmpty())
        out << Message(QT_TRANSLATE_NOOP("messages", "Demo accounts %1 of site %2, password (shown only now): %3"),
                       {demo.names.join(u", "_s), demo.site, demo.password})
                   .localised()
            << '\n';
    out.flush();
}

// Everything the server consists of, in the order it is made; unmade in the opposite one.
struct House
{
    explicit House(const ServerOptions& given)
        : options(given)
        , http(given.http)
        , signInRate(given.loginPerMinute / 60.0, given.loginPerMinute)
        , pushRate(given.pushPerSecond, given.pushPerSecond * 5.0)
    {
    }

    [[nodiscard]] Result<> furnish();
    void run();

    const ServerOptions& options;
    SystemClock clock;
    Metrics metrics;
    Sentences sentences;
    std::unique_ptr<LogSink> log;
    HttpServer http;
    DemoAccounts demo;
    std::unique_ptr<InstanceLock> lock;
    std::shared_ptr<const StudyDefinition> study;
    std::optional<StudyForms> forms;
    ServerKeys keys;
    RateLimiter signInRate;
    RateLimiter pushRate;
    Lockout lockout;
    std::unique_ptr<ServerStore> store;
    std::optional<Authenticator> authenticator;
    std::optional<OperationIntake> intake;
    QThreadPool workers;
    QThreadPool signIns;
    QThreadPool exports;
    QByteArray openApi;
};

template <class T>
Result<T> ofDatabase(Result<T> result, const ServerOptions& options)
{
    if (!result && result.error().where.isEmpty())
        result.error().where = options.databasePath;
    return result;
}

// The cheap refusals first, so that a start that fails leaves nothing behind.
Result<> House::furnish()
{
    // Until there is a log a failure is told in one sentence alone.
    QLoggingCategory::setFilterRules(u"sitebook.*=false"_s);
    SB_TRY_ASSIGN(study, readServedStudy(options));
    SB_TRY_ASSIGN(forms, StudyForms::create(study));
    SB_TRY(http.listen(options.host, options.port));
    if (options.logPath.isEmpty()) {
        log = std::make_unique<LogSink>();
    } else {
        SB_TRY_ASSIGN(log, LogSink::toFile(options.logPath));
    }
    SB_TRY_ASSIGN(lock, InstanceLock::take(options.databasePath));
    if (options.demo) {
        SB_TRY_ASSIGN(demo, ofDatabase(ensureDemoAccounts(options), options));
    } else {
        SB_TRY(ofDatabase(openForAdministration(options), options));
    }
    SB_TRY_ASSIGN(keys, ServerKeys::load(options.keyFile(), false));
    SB_TRY_ASSIGN(store, ofDatabase(ServerStore::open(options.databasePath, keys.ring, study->studyOid, clock, metrics),
                                    options));
    SB_TRY_ASSIGN(openApi, readOpenApi());
    authenticator.emplace(keys, clock);
    intake.emplace(study, keys.receipts, store->epoch());
    workers.setMaxThreadCount(2);
    signIns.setMaxThreadCount(1);
    exports.setMaxThreadCount(1);
    QLoggingCategory::setFilterRules({});
    log->captureQtMessages();
    return {};
}

void House::run()
{
    Services services{.clock = clock,
                      .metrics = metrics,
                      .store = *store,
                      .authenticator = *authenticator,
                      .intake = *intake,
                      .study = study,
                      .forms = *forms,
                      .sentences = sentences,
                      .receipts = keys.receipts,
                      .signInRate = signInRate,
                      .pushRate = pushRate,
                      .lockout = lockout,
                      .workers = workers,
                      .signIns = signIns,
                      .exports = exports,
                      .openApi = openApi,
                      .pollSeconds = options.pollSeconds,
                      .rounds = {}};
    for (int i = 0; i < options.http.threads; ++i) {
        auto reader = store->openReader();
        if (!reader) {
            qCWarning(lcServer, "A reader could not be opened: %ls", qUtf16Printable(reader.error().english()));
            return;
        }
        services.rounds.push_back({*std::move(reader), false, {}});
    }
    RequestLog requestLog(metrics, *log);
    Dispatcher dispatcher(services, requestLog);
    printPlace(options, http.port(), demo);
    qCInfo(lcServer, "Listening on port %d, study %ls", http.port(), qUtf16Printable(study->studyOid));
    http.run(dispatcher);
    qCInfo(lcServer, "Stopping");
    for (QThreadPool* pool : {&exports, &signIns, &workers})
        pool->waitForDone();
    store->writer().stop();
}

} // namespace

Result<> serve(const ServerOptions& options)
{
    House house(options);
    SB_TRY(house.furnish());
    house.run();
    return {};
}

} // namespace sitebook::server
