// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/importjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Information:
        return u"information"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        break;
    }
    return u"error"_s;
}

} // namespace

QJsonObject importJson(const QString& file, const ImportPlan& plan)
{
    QJsonArray findings;
    for (const ImportFinding& finding : plan.findings) {
        findings.append(QJsonObject{{u"where"_s, finding.where},
                                    {u"patient"_s, finding.patient},
                                    {u"visit"_s, finding.visit},
                                    {u"item"_s, finding.item},
                                    {u"code"_s, finding.code},
                                    {u"severity"_s, severityWord(finding.severity)},
                                    {u"message"_s, finding.message.english()}});
    }
    const auto patients = static_cast<qint64>(plan.patients.size());
    const auto reports = static_cast<qint64>(plan.reports.size());
    return {{u"file"_s, file},
            {u"format"_s, plan.format},
            {u"read"_s, plan.read},
            {u"imported"_s, patients + reports},
            {u"rejected"_s, plan.rejected},
            {u"patients"_s, patients},
            {u"reports"_s, reports},
            {u"answers"_s, plan.answers},
            {u"findings"_s, findings}};
}

} // namespace sitebook
