// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/auth/serverkeys.h"
#include "app/server/store/writecontext.h"
#include "core/api/wire.h"
#include "core/study/definition.h"

namespace sitebook::server {

// Takes batches of operations into the journal by the rules of SYNC.md "Push": each operation once for ever, chains
// that only grow, nothing overwritten unseen. On the writer's thread.
class OperationIntake final
{
public:
    OperationIntake(std::shared_ptr<const StudyDefinition> study, std::shared_ptr<const SigningKey> receipts,
                    QString epoch);

    // A result for each operation, in their order, and a receipt for the device's chain as it stands then.
    [[nodiscard]] Result<api::PushAnswer> take(WriteContext& context, const SiteId& site,
                                               const api::PushRequest& request) const;

private:
    struct Refusal
    {
        QString code;
        QString field;
        Message message;
    };

    [[nodiscard]] Result<api::ItemResult> item(WriteContext& context, WriteContext::Site& site, const DeviceId& device,
                                               const Operation& op) const;
    [[nodiscard]] Result<std::optional<api::ItemResult>> known(WriteContext& context, const WriteContext::Site& site,
                                                               const Operation& op) const;
    [[nodiscard]] static std::optional<api::ItemResult> chainProblem(const ChainHead& head, const DeviceId& device,
                                                                     const Operation& op);
    [[nodiscard]] Result<std::optional<Refusal>> refusal(WriteContext& context, const WriteContext::Site& site,
                                                         const Operation& op,
                                                         const std::optional<StoredRecord>& record) const;
    [[nodiscard]] Result<std::optional<Refusal>> contentRefusal(WriteContext& context, const WriteContext::Site& site,
                                                                const Operation& op,
                                                                const std::optional<StoredRecord>& record) const;
    [[nodiscard]] static Result<std::optional<Refusal>> roleRefusal(WriteContext& context, const Operation& op,
                                                                    const Fields& before);
    [[nodiscard]] static Result<bool> isDuplicatePatient(WriteContext& context, const WriteContext::Site& site,
                                                         const Operation& op);
    [[nodiscard]] Result<api::ItemResult> store(WriteContext& context, WriteContext::Site& site, const Operation& op,
                                                std::optional<StoredRecord> record) const;

    std::shared_ptr<const StudyDefinition> m_study;
    std::shared_ptr<const SigningKey> m_receipts;
    QString m_epoch;
};

} // namespace sitebook::server
