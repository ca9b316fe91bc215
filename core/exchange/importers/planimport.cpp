// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/csvimport.h"
#include "core/exchange/importers/importer.h"
#include "core/exchange/importers/jsonimport.h"
#include "core/exchange/importers/odmimport.h"
#include "core/exchange/importers/planbuilder.h"
#include "core/text/textfile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

// XML says its own encoding, so it is read from the device; everything else is UTF-8 text.
bool isXml(QFile& file)
{
    QByteArray head = file.peek(4096);
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF"))
        head = head.mid(2).replace('\0', "");
    if (head.startsWith("\xEF\xBB\xBF"))
        head.remove(0, 3);
    return head.trimmed().startsWith('<');
}

Result<> readFile(const QString& path, PlanBuilder& plan)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && isXml(file))
        return importOdm(file, plan);
    file.close();
    SB_TRY_ASSIGN(const QByteArray text, readTextFile(path));
    const char first = text.trimmed().front();
    return first == '{' || first == '[' ? importJsonText(text, plan) : importCsv(text, plan);
}

} // namespace

Result<ImportPlan> planImport(const QString& path, const ImportContext& context, const ImportOptions& options,
                              const Progress& progress, const CancelToken& cancel)
{
    Steps steps(progress, cancel, 0);
    PlanBuilder plan(context, options, steps);
    SB_TRY(readFile(path, plan));
    ImportPlan read = plan.take();
    if (read.read == 0 && read.findings.empty()) {
        ImportFinding empty;
        empty.severity = Severity::Warning;
        empty.where = u"line 1"_s;
        empty.code = u"empty"_s;
        empty.message = QT_TRANSLATE_NOOP("messages", "This file holds no records; it may be cut off. Get it again.");
        read.findings.push_back(std::move(empty));
    }
    return read;
}

} // namespace sitebook
