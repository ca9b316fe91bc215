// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <utility>
#include <vector>
#include <zip.h>

// Workbooks for tests, packed as they are asked for.
namespace sitebook::samples {

using Parts = std::vector<std::pair<QByteArray, QByteArray>>; // name, content

inline QByteArray packed(const Parts& parts)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, content] : parts) {
        zip_source_t* source =
            zip_source_buffer(zip, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
        const zip_int64_t index = zip_file_add(zip, name.constData(), source, ZIP_FL_ENC_UTF_8);
        zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 1);
    }
    zip_close(zip);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    QByteArray bytes(static_cast<qsizetype>(stat.size), '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), stat.size);
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

// The parts of a workbook around those of its sheets, which are named sheet1.xml and so on.
inline Parts workbookParts(const QStringList& sheets, const QByteArray& workbookProperties = {})
{
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    QByteArray list;
    QByteArray relations;
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        list += "<sheet name=\"" + sheets[i].toHtmlEscaped().toUtf8() + "\" sheetId=\"" + number + "\" r:id=\"rId" +
                number + "\"/>";
        relations += "<Relationship Id=\"rId" + number + "\" Type=\"" + office +
                     "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
    }
    relations += "<Relationship Id=\"s\" Type=\"" + office +
                 "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"" + office +
                 "/styles\" Target=\"styles.xml\"/>";
    return {{"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + office +
                                "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
            {"xl/workbook.xml",
             "<workbook xmlns:r=\"" + office + "\">" + workbookProperties + "<sheets>" + list + "</sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"}};
}

inline QByteArray sheetXml(const QByteArray& rows)
{
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

// A sheet given as lines of cells with bars between them.
struct TextSheet
{
    QString name;
    QString table;
};

inline QByteArray workbook(const std::vector<TextSheet>& sheets)
{
    QStringList names;
    for (const TextSheet& sheet : sheets)
        names.append(sheet.name);
    Parts parts = workbookParts(names);
    parts.push_back({"xl/sharedStrings.xml", "<sst/>"});
    parts.push_back({"xl/styles.xml", "<styleSheet/>"});
    for (size_t i = 0; i < sheets.size(); ++i) {
        QByteArray rows;
        for (const QString& line : sheets[i].table.split(QLatin1Char('\n'))) {
            rows += "<row>";
            for (const QString& cell : line.split(QLatin1Char('|')))
                rows += "<c t=\"inlineStr\"><is><t>" + cell.trimmed().toHtmlEscaped().toUtf8() + "</t></is></c>";
            rows += "</row>";
        }
        parts.push_back({"xl/worksheets/sheet" + QByteArray::number(i + 1) + ".xml", sheetXml(rows)});
    }
    return packed(parts);
}

} // namespace sitebook::samples
