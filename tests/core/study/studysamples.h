// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/reader.h"

#include <QBuffer>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

// Studies for the tests of this folder.
namespace sitebook::samples {

// The study that ships with the program: "demo", "cdisc-pilot".
inline Result<StudyFile> shipped(const QString& name)
{
    return readStudyFile(QStringLiteral(SITEBOOK_SOURCE_DIR "/resources/studies/") + name + QStringLiteral(".xml"));
}

inline Result<StudyFile> read(QByteArray document)
{
    QBuffer buffer(&document);
    if (!buffer.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, "The buffer does not open.");
    return readStudy(buffer);
}

// An ODM file around the children of a MetaDataVersion.
inline QByteArray odm(const QByteArray& version)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" ODMVersion=\"1.3.2\" FileType=\"Snapshot\" FileOID=\"F\" "
           "CreationDateTime=\"2025-01-15T00:00:00Z\">\n"
           "<Study "
           "OID=\"S.T\"><GlobalVariables><StudyName>T</StudyName><StudyDescription/><ProtocolName>T</ProtocolName>"
           "</GlobalVariables>\n<MetaDataVersion OID=\"MDV.T\" Name=\"V\">\n" +
           version + "\n</MetaDataVersion></Study></ODM>\n";
}

// A form F with the items given as ItemDef elements; `refs` are its ItemRef elements.
inline Result<StudyFile> form(const QByteArray& refs, const QByteArray& items)
{
    return read(odm(
        "<FormDef OID=\"F\" Name=\"F\" Repeating=\"No\"><ItemGroupRef ItemGroupOID=\"G\" Mandatory=\"Yes\"/></FormDef>"
        "<ItemGroupDef OID=\"G\" Name=\"G\" Repeating=\"No\">" +
        refs + "</ItemGroupDef>" + items));
}

// A folder or file of the real data; empty when the machine has none.
inline QString realData(const QString& path)
{
    const QString folder = qEnvironmentVariable("SITEBOOK_TEST_DATA", QStringLiteral(SITEBOOK_TEST_DATA));
    const QString whole = folder + QLatin1Char('/') + path;
    return !folder.isEmpty() && QFileInfo::exists(whole) ? whole : QString();
}

// What xmllint says against the CDISC schema: empty when the file is valid.
inline QString schemaErrors(const QString& file)
{
    QProcess xmllint;
    xmllint.start(QStringLiteral("xmllint"),
                  {QStringLiteral("--nonet"), QStringLiteral("--noout"), QStringLiteral("--schema"),
                   realData(QStringLiteral("cdisc-odm132-xsd/ODM1-3-2.xsd")), file});
    if (!xmllint.waitForFinished(30000))
        return QStringLiteral("xmllint does not run");
    return xmllint.exitCode() == 0 ? QString() : QString::fromUtf8(xmllint.readAllStandardError());
}

inline bool canValidate()
{
    return !realData(QStringLiteral("cdisc-odm132-xsd/ODM1-3-2.xsd")).isEmpty() &&
           !QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty();
}

} // namespace sitebook::samples
