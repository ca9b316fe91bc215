// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/reader.h"

#include "core/study/readers/dialect.h"

#include <QFile>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maximumSize = 64LL * 1024 * 1024;

tl::unexpected<Error> unsupported(const DialectProbe& probe)
{
    if (probe.rootName == "ODM"_L1)
        return fail(ErrorCode::Unsupported,
                    Message(QT_TRANSLATE_NOOP("messages",
                                              "ODM version %1 is not read here. Save the study as ODM 1.3.2 or 2.0."),
                            {probe.rootVersion.isEmpty() ? probe.rootNamespace : probe.rootVersion}));
    return fail(ErrorCode::Unsupported,
                QT_TRANSLATE_NOOP(
                    "messages",
                    "This is not a study definition in a form known here. CDISC ODM-XML 1.x and 2.0, a REDCap data "
                    "dictionary (CSV or .xlsx), a FHIR Questionnaire (JSON), an XForm (XML) and an XLSForm (.xlsx) "
                    "are."));
}

} // namespace

Result<StudyFile> readStudy(QIODevice& device)
{
    const QByteArray document = device.read(maximumSize + 1);
    if (document.size() > maximumSize)
        return fail(ErrorCode::Unreadable,
                    QT_TRANSLATE_NOOP("messages", "The file is larger than 64 MiB, which no study definition is."));
    SB_TRY_ASSIGN(const DialectProbe found, probe(document));
    for (const Dialect& dialect : dialects())
        if (dialect.claims(found))
            return dialect.read(document);
    return unsupported(found);
}

Result<StudyFile> readStudyFile(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::NotFound,
                    QT_TRANSLATE_NOOP("messages", "There is no such file. Check the name and the folder."), path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unreadable,
                    Message(QT_TRANSLATE_NOOP("messages", "The file cannot be opened: %1. Check the right to read it."),
                            {file.errorString()}),
                    path);
    return readStudy(file);
}

} // namespace sitebook
