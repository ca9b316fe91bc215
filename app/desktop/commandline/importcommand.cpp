// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"
#include "app/desktop/commandline/workspacecommand.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr Command::Signature usage{
    "import",
    QT_TRANSLATE_NOOP("messages",
                      "Reads patients and reports from files; patients are stored, reports go into the queue."),
    "sitebook import ~/desk dm.json qsph.json --assign-ids --dry-run",
    2,
    -1,
};

QJsonObject findingJson(const ImportFindingView& finding, const QString& file)
{
    const QString severity = finding.severity == Severity::Error     ? u"error"_s
                             : finding.severity == Severity::Warning ? u"warning"_s
                                                                     : u"information"_s;
    return {{u"where"_s, finding.where}, {u"patient"_s, finding.patient},
            {u"visit"_s, finding.visit}, {u"item"_s, finding.item},
            {u"code"_s, finding.code},   {u"message"_s, finding.message.english()},
            {u"severity"_s, severity},   {u"file"_s, file}};
}

QJsonObject summaryJson(const ImportSummary& summary)
{
    QJsonArray findings;
    for (const ImportFindingView& finding : summary.findings)
        findings.append(findingJson(finding, summary.file));
    return {{u"file"_s, summary.file},         {u"format"_s, summary.format},
            {u"read"_s, summary.read},         {u"imported"_s, summary.imported},
            {u"rejected"_s, summary.rejected}, {u"patients"_s, summary.patients},
            {u"reports"_s, summary.reports},   {u"answers"_s, summary.answers},
            {u"findings"_s, findings},         {u"rejectedFile"_s, summary.rejectedFile}};
}

// One file: its own object. Several: their sum, and beside it each one in "files".
QJsonObject allJson(const std::vector<ImportSummary>& summaries)
{
    if (summaries.size() == 1)
        return summaryJson(summaries.front());
    QStringList names;
    QJsonArray files;
    QJsonArray findings;
    QJsonObject sum;
    for (const ImportSummary& summary : summaries) {
        const QJsonObject one = summaryJson(summary);
        names.append(summary.file);
        files.append(one);
        const QJsonArray list = one.value(u"findings"_s).toArray();
        for (const auto& finding : list)
            findings.append(finding);
        for (const QString& key : {u"read"_s, u"imported"_s, u"rejected"_s, u"patients"_s, u"reports"_s, u"answers"_s})
            sum[key] = sum.value(key).toInteger() + one.value(key).toInteger();
    }
    sum[u"file"_s] = names.join(u", "_s);
    sum[u"findings"_s] = findings;
    sum[u"files"_s] = files;
    return sum;
}

class ImportCommand final : public WorkspaceCommand
{
public:
    ImportCommand(Console& console, WorkspaceManager& manager)
        : WorkspaceCommand(usage, console, manager)
    {
    }

protected:
    void describeMore(QCommandLineParser& parser) const override
    {
        parser.addPositionalArgument(
            u"FILE"_s, translate("messages", "Dataset-JSON, CSV, a REDCap data export, or an export of Sitebook."),
            u"FILE..."_s);
        parser.addOption(
            {u"study-event"_s, translate("messages", "The visit of reports whose file names none."), u"OID"_s});
        parser.addOption({u"dry-run"_s, translate("messages", "Says what would be imported and stores nothing.")});
        parser.addOption({u"rejected"_s,
                          translate("messages", "Folder for the rejected rows of CSV files, with what is wrong."),
                          u"FOLDER"_s});
        parser.addOption(
            {u"assign-ids"_s,
             translate("messages",
                       "Gives patients the study's next free identifier and keeps the source's as an alias.")});
    }

    void work(Workspace& workspace, const QCommandLineParser& parser) override
    {
        ImportRequest request;
        request.files = parser.positionalArguments().mid(2);
        request.dryRun = parser.isSet(u"dry-run"_s);
        request.assignIdentifiers = parser.isSet(u"assign-ids"_s);
        request.studyEventOid = parser.value(u"study-event"_s);
        request.rejectedFolder = parser.value(u"rejected"_s);
        workspace.queue().setPaused(true); // the file's reports wait for the next command, all of them
        await(workspace.exchange().import(
                  request, [](qint64, qint64) {}, m_cancel),
              [this](const std::vector<ImportSummary>& summaries) { report(summaries); });
    }

private:
    void report(const std::vector<ImportSummary>& summaries);
    CancelToken m_cancel;
};

void ImportCommand::report(const std::vector<ImportSummary>& summaries)
{
    bool findings = false;
    for (const ImportSummary& summary : summaries)
        findings = findings || !summary.findings.empty() || summary.rejected > 0;
    if (json()) {
        console().object(allJson(summaries));
        return end(findings ? CommandLine::DoneWithFindings : CommandLine::Done);
    }
    for (const ImportSummary& summary : summaries) {
        console().line(Message(
            QT_TRANSLATE_NOOP("messages", "%1 (%2): %3 read, %4 imported (%5 patients, %6 reports), %7 rejected"),
            {summary.file, summary.format, QString::number(summary.read), QString::number(summary.imported),
             QString::number(summary.patients), QString::number(summary.reports), QString::number(summary.rejected)}));
        if (!summary.rejectedFile.isEmpty())
            console().line(
                Message(QT_TRANSLATE_NOOP("messages", "The rejected rows are in %1."), {summary.rejectedFile}));
        for (const ImportFindingView& finding : summary.findings) {
            QStringList place{finding.where, finding.patient, finding.visit, finding.item};
            place.removeAll(QString());
            console().line(u"  "_s + place.join(u", "_s) + u": "_s + finding.message.localised() + u" ["_s +
                           finding.code + u']');
        }
    }
    end(findings ? CommandLine::DoneWithFindings : CommandLine::Done);
}

} // namespace

std::unique_ptr<Command> makeImportCommand(Console& console, WorkspaceManager& manager)
{
    return std::make_unique<ImportCommand>(console, manager);
}

} // namespace sitebook
