// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <map>

namespace sitebook::fake {

// Queries in memory: what a test puts in is what the screen gets. Everything is allowed that fits the query's status,
// unless `forbidden` names the step.
class Queries final : public QueryService
{
public:
    using QueryService::QueryService;
    // With a first message by `raisedBy`; announces the new list.
    RecordId add(QueryRow row, const QString& message);

    [[nodiscard]] std::shared_ptr<const QueryList> list() const override { return m_list; }
    [[nodiscard]] QFuture<Result<std::vector<QueryMessage>>> thread(const RecordId& query) override;
    [[nodiscard]] bool mayRaise(QueryType type) const override { return raisable.contains(type); }
    [[nodiscard]] bool may(QueryStep step, const QueryRow& row) const override;
    [[nodiscard]] QFuture<Result<RecordId>> raise(const Query& query, const QString& message) override;
    [[nodiscard]] QFuture<Result<>> take(QueryStep step, const RecordId& query, const QString& text) override;

    UserName user{QStringLiteral("li.wei")};
    QList<QueryType> raisable{QueryType::Annotation, QueryType::ReasonForChange};
    QList<QueryStep> forbidden{QueryStep::AskAgain, QueryStep::Close, QueryStep::Cancel};
    std::optional<Error> nextError;
    QStringList taken; // "Answered: text", ...

private:
    void put(std::vector<QueryRow> rows);
    std::shared_ptr<const QueryList> m_list = std::make_shared<const QueryList>(std::vector<QueryRow>());
    std::map<RecordId, std::vector<QueryMessage>> m_threads;
};

class Reviews final : public ReviewService
{
public:
    using ReviewService::ReviewService;
    [[nodiscard]] QFuture<Result<std::vector<VerificationRow>>> verification() override;
    [[nodiscard]] QFuture<Result<>> verify(const Report& seen, const QStringList& itemOids, bool verified) override;
    [[nodiscard]] QFuture<Result<>> verifyAll(const RecordId& report) override;
    [[nodiscard]] QFuture<Result<>> setLocked(const RecordId& report, bool locked, const QString& reason) override;

    std::vector<VerificationRow> rows;
    QStringList done; // "verify IT.PULSE", "verifyAll", "lock reason", ...
};

} // namespace sitebook::fake
