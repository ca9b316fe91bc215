// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xlsformreader.h"

#include "core/study/readers/xformreader.h"
#include "core/study/readers/xlsformtree.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

const QSet<QString>& columnsOfSurvey()
{
    static const QSet<QString> known{u"type"_s,        u"name"_s,          u"label"_s,
                                     u"hint"_s,        u"guidance_hint"_s, u"required"_s,
                                     u"relevant"_s,    u"constraint"_s,    u"constraint_message"_s,
                                     u"calculation"_s, u"default"_s,       u"read_only"_s,
                                     u"appearance"_s,  u"choice_filter"_s, u"repeat_count"_s,
                                     u"parameters"_s,  u"trigger"_s,       u"required_message"_s,
                                     u"image"_s,       u"big_image"_s,     u"audio"_s,
                                     u"video"_s,       u"disabled"_s,      u"body"_s};
    return known;
}

void reportSheets(const Workbook& workbook, FidelityReport& report)
{
    for (const Sheet& sheet : workbook.sheets) {
        const QString name = sheet.name.trimmed().toLower();
        if (name != "survey"_L1 && name != "choices"_L1 && name != "settings"_L1 && !sheet.rows.empty())
            report.dropped.push_back({u"sheet "_s + sheet.name, sheet.name, u"It has no use here."_s});
    }
}

} // namespace

bool XlsformReader::claims(const Workbook& workbook)
{
    const Sheet* survey = workbook.sheet(u"survey");
    return survey != nullptr && XlsformSheet(*survey).has("type"_L1);
}

Result<StudyFile> XlsformReader::read(const Workbook& workbook)
{
    const auto sheet = [&](QStringView name) {
        const Sheet* found = workbook.sheet(name);
        return found != nullptr ? std::optional<XlsformSheet>(*found) : std::nullopt;
    };
    const std::optional<XlsformSheet> survey = sheet(u"survey");
    const std::optional<XlsformSheet> choices = sheet(u"choices");
    const std::optional<XlsformSheet> settings = sheet(u"settings");
    const auto orNull = [](const std::optional<XlsformSheet>& each) { return each ? &*each : nullptr; };
    if (!survey)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The workbook has no sheet \"survey\"."));
    FidelityReport report;
    report.dialect = u"XLSForm"_s;
    reportSheets(workbook, report);
    survey->reportOthers(columnsOfSurvey(), report);
    SB_TRY_ASSIGN(const XlsformNames names, XlsformNames::read(*survey, XlsformTree::rootOf(orNull(settings)), report));
    const XmlElement html = XlsformTree(*survey, orNull(choices), orNull(settings), names, report).make();
    return XformReader::readTree(html, std::move(report));
}

} // namespace sitebook
