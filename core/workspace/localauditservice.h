// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/core.h"

namespace sitebook {

class LocalAuditService final : public AuditService
{
    Q_OBJECT
public:
    LocalAuditService(WorkspaceCore& core, QObject* parent)
        : AuditService(parent)
        , m_core(core)
    {
    }
    [[nodiscard]] QFuture<Result<Page>> page(const AuditFilter& filter, qint64 offset, int limit) override;
    [[nodiscard]] QFuture<Result<qint64>> exportTrail(const QString& path) override;
    [[nodiscard]] QFuture<Result<CheckReport>> check(const Progress& progress, const CancelToken& cancel) override;

private:
    WorkspaceCore& m_core;
};

} // namespace sitebook
