// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/core.h"

namespace sitebook {

class LocalDraftService final : public DraftService
{
    Q_OBJECT
public:
    LocalDraftService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent);
    [[nodiscard]] std::vector<DraftInfo> list() const override { return m_snapshots.lists().drafts; }
    [[nodiscard]] QFuture<Result<Draft>> load(const QString& key) override;
    [[nodiscard]] QFuture<Result<>> save(const Draft& draft) override;
    [[nodiscard]] QFuture<Result<>> remove(const QString& key) override;

private:
    WorkspaceCore& m_core;
    Snapshots& m_snapshots;
};

} // namespace sitebook
