// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/core.h"

namespace sitebook {

class LocalQueryService final : public QueryService
{
    Q_OBJECT
public:
    LocalQueryService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent);
    [[nodiscard]] std::shared_ptr<const QueryList> list() const override { return m_snapshots.lists().queries; }
    [[nodiscard]] QFuture<Result<std::vector<QueryMessage>>> thread(const RecordId& query) override;
    [[nodiscard]] bool mayRaise(QueryType type) const override;
    [[nodiscard]] bool may(QueryStep step, const QueryRow& row) const override;
    [[nodiscard]] QFuture<Result<RecordId>> raise(const Query& query, const QString& message) override;
    [[nodiscard]] QFuture<Result<>> take(QueryStep step, const RecordId& query, const QString& text) override;

private:
    [[nodiscard]] Operation blank() const;

    WorkspaceCore& m_core;
    Snapshots& m_snapshots;
};

} // namespace sitebook
