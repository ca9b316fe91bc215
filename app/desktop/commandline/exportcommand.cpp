// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"
#include "app/desktop/commandline/workspacecommand.h"
#include "core/exchange/exporters/exporter.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr Command::Signature usage{
    "export",
    QT_TRANSLATE_NOOP("messages", "Writes patients and reports into a file, with a manifest beside it."),
    "sitebook export ~/desk --format csv --out reports.csv",
    1,
    1,
};

std::optional<ExportRequest::Scope> scopeNamed(const QString& name)
{
    if (name == u"everything")
        return ExportRequest::Scope::Everything;
    if (name == u"patients")
        return ExportRequest::Scope::Patients;
    if (name == u"reports")
        return ExportRequest::Scope::Reports;
    return std::nullopt;
}

// Asked before the workspace is opened, so that a slip of the pen changes nothing there.
Result<> checkFormat(const QString& name)
{
    if (exporterNamed(name))
        return {};
    QStringList names;
    for (const auto& exporter : exporters())
        names.append(exporter->name());
    return fail(
        ErrorCode::Unsupported,
        Message(QT_TRANSLATE_NOOP("messages", "Unsupported format. Choose one of these: %1."), {names.join(u", "_s)}),
        name);
}

class ExportCommand final : public WorkspaceCommand
{
public:
    ExportCommand(Console& console, WorkspaceManager& manager)
        : WorkspaceCommand(usage, console, manager)
    {
    }

protected:
    void describeMore(QCommandLineParser& parser) const override
    {
        parser.addOptions({
            {u"format"_s, translate("messages", "csv, json, xml (CDISC ODM) or another format of the Export menu."),
             u"NAME"_s},
            {u"out"_s, translate("messages", "The file to write."), u"PATH"_s},
            {u"scope"_s, translate("messages", "everything (the default), patients or reports."), u"WHAT"_s,
             u"everything"_s},
            {u"deidentify"_s, translate("messages", "Leaves out who the patients are and makes dates coarser.")},
            {u"decode"_s, translate("messages", "Writes answers as words instead of codes.")},
            {u"language"_s, translate("messages", "Language of those words."), u"TAG"_s, u"en"_s},
            {u"bom"_s, translate("messages", "CSV: starts with a byte order mark, for spreadsheet programs.")},
            {u"raw"_s, translate("messages", "CSV: leaves cells that look like formulas as they are.")},
        });
    }

    Result<> prepare(const QCommandLineParser& parser) override
    {
        for (const QString& needed : {u"format"_s, u"out"_s})
            if (parser.value(needed).isEmpty())
                return sitebook::fail(ErrorCode::Usage,
                                      Message(QT_TRANSLATE_NOOP("messages", "--%1 is needed."), {needed}));
        SB_TRY(checkFormat(parser.value(u"format"_s)));
        const auto scope = scopeNamed(parser.value(u"scope"_s));
        if (!scope)
            return sitebook::fail(ErrorCode::Usage,
                                  QT_TRANSLATE_NOOP("messages", "--scope is everything, patients or reports."));
        m_request.scope = *scope;
        m_request.format = parser.value(u"format"_s);
        m_request.path = parser.value(u"out"_s);
        m_request.deidentify = parser.isSet(u"deidentify"_s);
        m_request.decodeAnswers = parser.isSet(u"decode"_s);
        m_request.language = parser.value(u"language"_s);
        m_request.byteOrderMark = parser.isSet(u"bom"_s);
        m_request.defuseFormulas = !parser.isSet(u"raw"_s);
        return {};
    }

    bool wantsQueueDone() const override { return true; }

    void work(Workspace& workspace, const QCommandLineParser&) override
    {
        await(workspace.exchange().exportTo(
                  m_request, [](qint64, qint64) {}, m_cancel),
              [this](const ExportReceiptView& receipt) { report(receipt); });
    }

private:
    void report(const ExportReceiptView& receipt)
    {
        if (json())
            console().object({{u"format"_s, receipt.format},
                              {u"path"_s, receipt.path},
                              {u"manifest"_s, receipt.manifestPath},
                              {u"rows"_s, receipt.rows},
                              {u"patients"_s, receipt.patients},
                              {u"reports"_s, receipt.reports},
                              {u"bytes"_s, receipt.bytes},
                              {u"sha256"_s, receipt.sha256}});
        else
            console().line(
                Message(QT_TRANSLATE_NOOP("messages", "%1: %2 rows (%3 patients, %4 reports), %5 bytes, SHA-256 %6"),
                        {receipt.path, QString::number(receipt.rows), QString::number(receipt.patients),
                         QString::number(receipt.reports), QString::number(receipt.bytes), receipt.sha256}));
        end(CommandLine::Done);
    }

    ExportRequest m_request;
    CancelToken m_cancel;
};

} // namespace

std::unique_ptr<Command> makeExportCommand(Console& console, WorkspaceManager& manager)
{
    return std::make_unique<ExportCommand>(console, manager);
}

} // namespace sitebook
