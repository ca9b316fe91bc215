// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/reportpreparer.h"
#include "core/queue/submissionqueue.h"
#include "core/security/permissions.h"
#include "core/store/store.h"
#include "core/workspace/snapshots.h"
#include "core/workspace/workspace.h"

#include <QtConcurrent/QtConcurrentRun>

namespace sitebook {

// What the services of one opened workspace share. Owned by LocalWorkspace; lives in its thread.
struct WorkspaceCore
{
    WorkspaceInfo info;
    Account user;
    std::shared_ptr<const StudyDefinition> study;
    FidelityReport studyReport;
    SystemClock clock;
    std::unique_ptr<Store> store;
    std::unique_ptr<ReportPreparer> preparer;
    QThreadPool pool; // reading, exports, imports

    // Runs slow reading on a worker.
    template <class T>
    [[nodiscard]] QFuture<Result<T>> onWorker(std::function<Result<T>()> task)
    {
        return QtConcurrent::run(&pool, std::move(task));
    }
    // An operation of the signed-in person, now.
    [[nodiscard]] Operation operation(Entity entity, OpType type, const RecordId& record, const QString& schema) const;
    // Appends a workspace event: what was done, without values of patients.
    [[nodiscard]] QFuture<Result<>> appendEvent(const Fields& facts);
};

// The same for a person and a store named here, such as one that is only being made.
[[nodiscard]] QFuture<Result<>> appendEvent(Writer& writer, const Account& person, const Instant& when,
                                            const Fields& facts);

// "A change after the first save needs a reason."
[[nodiscard]] Error reasonMissing();
// The first finding that blocks, as an error at its field; success when there is none.
[[nodiscard]] Result<> noErrors(const std::vector<Finding>& findings);

// Error Conflict (where = field) when another desk has changed one of these fields since version `seen` of the record,
// which the person edited: saving would undo what they never saw. `seen` 0: not known, nothing is compared.
[[nodiscard]] Result<> refuseUnseen(WriteScope& scope, const RecordId& record, quint64 seen, const Fields& changed);

// A finished future.
template <class T>
[[nodiscard]] QFuture<Result<T>> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}
[[nodiscard]] inline QFuture<Result<>> readyError(Error error)
{
    return ready<void>(fail(std::move(error)));
}

} // namespace sitebook
