// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/core.h"

namespace sitebook {

class LocalReviewService final : public ReviewService
{
    Q_OBJECT
public:
    LocalReviewService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent);
    [[nodiscard]] QFuture<Result<std::vector<VerificationRow>>> verification() override;
    [[nodiscard]] QFuture<Result<>> verify(const Report& seen, const QStringList& itemOids, bool verified) override;
    [[nodiscard]] QFuture<Result<>> verifyAll(const RecordId& report) override;
    [[nodiscard]] QFuture<Result<>> setLocked(const RecordId& report, bool locked, const QString& reason) override;

private:
    [[nodiscard]] Operation blank(OpType type, const RecordId& report) const;

    WorkspaceCore& m_core;
    Snapshots& m_snapshots;
};

} // namespace sitebook
