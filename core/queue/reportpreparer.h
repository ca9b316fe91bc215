// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sealedoperation.h"
#include "core/study/formchecker.h"

#include <QHash>
#include <mutex>

namespace sitebook {

// Makes a report ready to be appended: study rules, scores, seals. One for a workspace; thread-safe.
class ReportPreparer final
{
public:
    ReportPreparer(std::shared_ptr<const StudyDefinition> study, const StoreContext& context)
        : m_study(std::move(study))
        , m_context(context)
    {
    }

    // Null for an unknown form.
    [[nodiscard]] std::shared_ptr<const FormChecker> checker(const QString& formOid) const;

    // Checked and scored: hidden items dropped, computed ones set, and the status no better than the checks allow
    // (missing answers: Incomplete; an answer outside its list: Unverified). Errors: Invalid with `where` = ItemOID for
    // a value of the wrong type or outside a hard limit, NotFound for a form or visit the study does not have; `code`
    // holds the finding's word.
    struct Checked
    {
        Report report;
        std::vector<Finding> findings;
    };
    [[nodiscard]] Result<Checked> check(Report report, QString* code = nullptr) const;

    // requireConsent() of this study for the report's day.
    [[nodiscard]] bool asksForConsent() const { return m_study->consentFirst; }
    [[nodiscard]] Result<> requireConsentFor(const Report& report, const PartialDate& consent) const;

    // The first operation of a report, sealed together with its row.
    [[nodiscard]] SealedOperation creation(const Report& report, const UserName& user, Role role) const;
    // A change of one; `set` are the changed fields and `old` what they were.
    [[nodiscard]] SealedOperation change(const RecordId& record, quint64 trunk, const QString& formOid,
                                         const Fields& set, const Fields& old, const UserName& user, Role role,
                                         const QString& reason) const;

private:
    [[nodiscard]] Operation operation(const RecordId& record, const QString& formOid, const UserName& user,
                                      Role role) const;
    const std::shared_ptr<const StudyDefinition> m_study;
    const StoreContext& m_context;
    mutable std::mutex m_mutex;
    mutable QHash<QString, std::shared_ptr<const FormChecker>> m_checkers;
};

} // namespace sitebook
