// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"
#include "core/model/finding.h"
#include "core/model/patient.h"
#include "core/model/report.h"
#include "core/study/definition.h"
#include "core/study/why.h"

#include <QDateTime>
#include <memory>

namespace sitebook {

// What the study says about one form as filled so far. Values are named by their keys (core/model/itemkey.h).
struct FormEvaluation
{
    QStringList hidden;            // not asked now (skip logic); their values do not count. The GroupOID of a repeating
                                   // group none of whose lines is asked
    Fields computed;               // of computed items; absent when not computable (too many missing)
    std::vector<Finding> findings; // required, type, code list, range, length, check, by hand, lines; field = key, or
                                   // the GroupOID of a repeating group
};

// The class of a computed score, for the person: "Moderate".
struct ScoreReading
{
    QString itemOid;
    TranslatedText title;
    QString value; // empty: not scored yet
    double maximum = 0;
    TranslatedText band;
};

// Checks and scores one form. Built once per form (compiles expressions and code lists), then used from any thread.
class FormChecker final
{
public:
    // Error NotFound when the study has no such form.
    [[nodiscard]] static Result<FormChecker> create(std::shared_ptr<const StudyDefinition> study,
                                                    const QString& formOid);

    // `now`: the local time that today() and now() of the study's rules mean; the present when none is given.
    [[nodiscard]] FormEvaluation evaluate(const Fields& items,
                                          const std::optional<QDateTime>& now = std::nullopt) const;
    // The rules of an item as they stand with these values, in the order visibility, required, computation, checks.
    [[nodiscard]] std::vector<WhyLine> why(const QString& key, const Fields& items,
                                           const std::optional<QDateTime>& now = std::nullopt) const;
    [[nodiscard]] bool hasRules(const QString& key) const; // that why() could explain
    // Whether the item comes about by a rule; one whose rule cannot be run here is typed.
    [[nodiscard]] bool computes(const QString& key) const;
    // The numbers of the lines of a repeating group on which something stands, in order.
    [[nodiscard]] std::vector<int> linesOf(QStringView groupOid, const Fields& items) const;
    [[nodiscard]] std::vector<ScoreReading> readings(const Fields& computed) const;
    // The items as they should be stored: hidden ones dropped, computed ones set, a bare OID in a repeating group as
    // its line 1.
    [[nodiscard]] Fields normalised(const Fields& items, const FormEvaluation& evaluation) const;
    // Not started, Incomplete, or Complete when nothing required is missing and no hard check fails.
    [[nodiscard]] ReportStatus statusOf(const Fields& items, const FormEvaluation& evaluation) const;

private:
    FormChecker() = default;
    struct Plan;
    std::shared_ptr<const Plan> m_plan;
};

// Checks of a patient's own fields against the study: identifier rule, name, dates (not in the future of `today`,
// consent not before birth), sex code list. Duplicates are the store's to find.
[[nodiscard]] std::vector<Finding> checkPatient(const StudyDefinition& study, const Patient& patient, QDate today);

} // namespace sitebook
