// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/manifest.h"

#include "core/exchange/exporters/output.h"
#include "core/exchange/exporters/subjectreader.h"
#include "core/exchange/hashingdevice.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

QString contentWord(ExportContent content)
{
    switch (content) {
    case ExportContent::Patients:
        return u"patients"_s;
    case ExportContent::Reports:
        return u"reports"_s;
    case ExportContent::All:
        break;
    }
    return u"all"_s;
}

QJsonObject optionsJson(const ExportOptions& options)
{
    return {{u"content"_s, contentWord(options.content)},
            {u"scope"_s, options.scope},
            {u"deidentified"_s, options.deidentify},
            {u"byteOrderMark"_s, options.byteOrderMark},
            {u"defuseFormulas"_s, options.defuseFormulas},
            {u"decodeAnswers"_s, options.decodeAnswers},
            {u"language"_s, options.language}};
}

QByteArray manifestJson(const StudyDefinition& study, const ExportOptions& options, const ExportReceipt& receipt,
                        const QStringList& columns)
{
    const QJsonObject manifest{
        {u"program"_s, QJsonObject{{u"name"_s, u"Sitebook"_s}, {u"version"_s, QStringLiteral(SITEBOOK_VERSION)}}},
        {u"format"_s, receipt.format},
        {u"study"_s, QJsonObject{{u"oid"_s, study.studyOid},
                                 {u"name"_s, study.studyName},
                                 {u"versionOid"_s, study.versionOid},
                                 {u"versionName"_s, study.versionName}}},
        {u"counts"_s,
         QJsonObject{{u"rows"_s, receipt.rows}, {u"patients"_s, receipt.patients}, {u"reports"_s, receipt.reports}}},
        {u"columns"_s, QJsonArray::fromStringList(columns)},
        {u"options"_s, optionsJson(options)},
        {u"file"_s, QJsonObject{{u"name"_s, QFileInfo(receipt.path).fileName()},
                                {u"bytes"_s, receipt.bytes},
                                {u"sha256"_s, QString::fromLatin1(receipt.sha256)}}},
        {u"createdBy"_s, options.exportedBy},
        {u"createdAt"_s, createdAt(options).toString(Qt::ISODateWithMs)}};
    return QJsonDocument(manifest).toJson();
}

Result<> commit(QSaveFile& file)
{
    return file.commit() ? Result<>() : fail(writeError(file));
}

} // namespace

Result<ExportReceipt> exportToFile(const Exporter& exporter, const StudyDefinition& study, RecordSource& records,
                                   const ExportOptions& options, const QString& path, const Progress& progress,
                                   const CancelToken& cancel)
{
    // A QSaveFile that is not committed takes its temporary file with it.
    QSaveFile file(path);
    // Unbuffered, so that a full disk shows in the write that met it; the exporters write in large blocks.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fail(openError(file));
    ExportReceipt receipt;
    receipt.manifestPath = path + u".manifest.json"_s;
    QSaveFile manifest(receipt.manifestPath);
    if (!manifest.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fail(openError(manifest));

    HashingDevice hashing(file);
    auto counts = exporter.write(study, records, options, hashing, progress, cancel);
    if (!counts)
        return fail(file.error() == QFileDevice::NoError ? counts.error() : writeError(file));
    receipt.format = exporter.name();
    receipt.path = path;
    receipt.rows = counts->rows;
    receipt.patients = counts->patients;
    receipt.reports = counts->reports;
    receipt.bytes = hashing.byteCount();
    receipt.sha256 = hashing.sha256().toHex();
    const QByteArray json = manifestJson(study, options, receipt, counts->columns);
    if (HashingDevice(manifest).write(json) != json.size())
        return fail(writeError(manifest));
    if (cancel.isCancelled())
        return fail(ErrorCode::Cancelled, QT_TRANSLATE_NOOP("messages", "Cancelled. Nothing was changed."));
    SB_TRY(commit(file));
    SB_TRY(commit(manifest));
    return receipt;
}

} // namespace sitebook
