// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/checkoverrides.h"

#include "ui/reports/reportsession.h"
#include "ui/widgets/studywords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

class CheckOverrides final
{
    Q_DECLARE_TR_FUNCTIONS(CheckOverrides)
};

bool isExplained(const Finding& finding, const RecordId& report, const QueryList& queries)
{
    if (report.isNull())
        return false;
    const auto rows = queries.at(report, finding.field);
    return std::any_of(rows.begin(), rows.end(), [&finding](const QueryRow& row) {
        return row.type == QueryType::FailedCheck && isLive(row.status) && row.check == checkKey(finding);
    });
}

} // namespace

std::vector<Finding> unexplained(const ReportSession& session, const QueryList& queries)
{
    std::vector<Finding> open;
    for (const Finding& finding : session.evaluation().findings)
        if (finding.severity == Severity::Warning && !isExplained(finding, session.report().recordId, queries))
            open.push_back(finding);
    return open;
}

void explain(UserPrompt& prompt, QWidget* parent, const ReportSession& session, const std::vector<Finding>& findings,
             const std::function<void(std::vector<CheckOverride>)>& goOn)
{
    if (findings.empty()) {
        goOn({});
        return;
    }
    QStringList lines;
    for (const Finding& finding : findings)
        lines << CheckOverrides::tr("%1: %2", "question, what the check says")
                     .arg(itemTitle(session.study(), finding.field), finding.message.localised());
    lines << QString() << CheckOverrides::tr("Why is this right? The reason is kept as a query for the reviewers.");
    const QStringList usual{CheckOverrides::tr("Confirmed in the source"), CheckOverrides::tr("Measured again"),
                            CheckOverrides::tr("Known of this patient"), CheckOverrides::tr("As the patient said")};
    prompt.askWhy(parent, CheckOverrides::tr("Checks ask"), lines.join(u'\n'), usual,
                  [findings, goOn](const QString& reason) {
                      std::vector<CheckOverride> overrides;
                      for (const Finding& finding : findings)
                          overrides.push_back({finding.field, checkKey(finding), reason});
                      goOn(std::move(overrides));
                  });
}

} // namespace sitebook
