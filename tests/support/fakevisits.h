// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

namespace sitebook::fake {

class FakeWorkspace;

// Visits in memory. What is recorded is in the list at once; the casebook is counted as the program counts it.
class Visits final : public VisitService
{
public:
    explicit Visits(FakeWorkspace& workspace)
        : m_workspace(workspace)
    {
    }
    [[nodiscard]] std::shared_ptr<const VisitList> list() const override { return m_list; }
    [[nodiscard]] std::vector<Finding> check(const Visit& visit) const override;
    [[nodiscard]] bool needsReason(const Visit& visit) const override
    {
        return visit.status == VisitStatus::Skipped || visit.status == VisitStatus::DidNotOccur;
    }
    [[nodiscard]] QFuture<Result<RecordId>> record(const Visit& visit, const QString& reason) override;
    [[nodiscard]] QFuture<Result<>> takeBack(const RecordId& visit, const QString& reason) override;
    [[nodiscard]] QFuture<Result<std::shared_ptr<const Casebook>>> casebook(QDate today) override;

    std::optional<Error> nextError;
    QStringList reasons; // one for each thing said

private:
    void put(std::vector<VisitList::Row> rows);
    FakeWorkspace& m_workspace;
    std::shared_ptr<const VisitList> m_list = std::make_shared<const VisitList>(std::vector<VisitList::Row>());
};

} // namespace sitebook::fake
