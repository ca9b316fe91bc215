// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spreadsheet/xlsxparts.h"

#include <QDir>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace sitebook::xlsx {

using namespace Qt::StringLiterals;

namespace {

// Parts are named from where they are referred to, or from the root.
QString resolved(const QString& target, const QString& from)
{
    const QString path = target.startsWith(u'/') ? target : from.section(u'/', 0, -2) + u'/' + target;
    return QDir::cleanPath(u'/' + path).mid(1);
}

// Formats 14 to 22 and 45 to 47 are dates and times everywhere, 27 to 36 and 50 to 58 in East Asia.
bool isDateNumber(int format)
{
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) ||
           (format >= 50 && format <= 58);
}

// "[$-409]d mmm yyyy": with the letters of days, months, years, hours or seconds outside of quotes and brackets.
bool isDateCode(QString code)
{
    static const QRegularExpression quoted(u"\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_."_s);
    static const QRegularExpression letters(u"[dmyhs]"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression elapsed(u"\\[[hms]+\\]"_s, QRegularExpression::CaseInsensitiveOption);
    const bool time = code.contains(elapsed);
    code.remove(quoted);
    return time || (code.contains(letters) && !code.contains(u"General"_s, Qt::CaseInsensitive));
}

} // namespace

QString unescaped(const QString& text)
{
    if (!text.contains(u"_x"))
        return text;
    static const QRegularExpression escape(u"_x([0-9A-Fa-f]{4})_"_s);
    QString plain;
    qsizetype at = 0;
    for (QRegularExpressionMatchIterator each = escape.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        plain += QStringView(text).sliced(at, match.capturedStart() - at);
        const QChar letter(match.captured(1).toUShort(nullptr, 16));
        plain += letter == u'\r' ? QString() : QString(letter);
        at = match.capturedEnd();
    }
    return plain + text.sliced(at);
}

bool next(QXmlStreamReader& xml)
{
    const QXmlStreamReader::TokenType token = xml.readNext();
    if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
        xml.raiseError(u"document type"_s);
    return !xml.hasError() && token != QXmlStreamReader::EndDocument;
}

tl::unexpected<Error> damaged(const QXmlStreamReader& xml, const QString& part)
{
    return PackedFile::damaged(xml.errorString(), u"%1 line %2"_s.arg(part).arg(xml.lineNumber()));
}

QString readRuns(QXmlStreamReader& xml)
{
    QString text;
    int depth = 1;
    int silent = 0;
    while (depth > 0 && next(xml)) {
        if (xml.isStartElement()) {
            ++depth;
            silent += silent > 0 || xml.name() == "rPh"_L1 ? 1 : 0;
            if (silent == 0 && xml.name() == "t"_L1) {
                text += xml.readElementText(QXmlStreamReader::SkipChildElements);
                --depth;
            }
        } else if (xml.isEndElement()) {
            --depth;
            silent -= silent > 0 ? 1 : 0;
        }
    }
    return unescaped(text);
}

Result<QHash<QString, Relation>> readRelations(PackedFile& file, const QString& of)
{
    const QString folder = of.contains(u'/') ? of.section(u'/', 0, -2) + u'/' : QString();
    const QString part = folder + u"_rels/"_s + of.section(u'/', -1) + u".rels"_s;
    QHash<QString, Relation> relations;
    if (!file.has(part))
        return relations;
    SB_TRY_ASSIGN(const QByteArray bytes, file.read(part));
    QXmlStreamReader xml(bytes);
    while (next(xml)) {
        if (!xml.isStartElement() || xml.name() != "Relationship"_L1)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (attributes.value("TargetMode"_L1) != "External"_L1)
            relations.insert(attributes.value("Id"_L1).toString(),
                             {attributes.value("Type"_L1).toString().section(u'/', -1),
                              resolved(attributes.value("Target"_L1).toString(), of)});
    }
    if (xml.hasError())
        return damaged(xml, part);
    return relations;
}

Result<Contents> readContents(PackedFile& file, const QString& part)
{
    SB_TRY_ASSIGN(const QByteArray bytes, file.read(part));
    Contents contents;
    QXmlStreamReader xml(bytes);
    while (next(xml)) {
        if (!xml.isStartElement())
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name() == "workbookPr"_L1) {
            const QStringView from = attributes.value("date1904"_L1);
            contents.from1904 = from == "1"_L1 || from == "true"_L1;
        } else if (xml.name() == "sheet"_L1) {
            SheetEntry entry;
            for (const QXmlStreamAttribute& each : attributes)
                if (each.name() == "id"_L1 && !each.namespaceUri().isEmpty())
                    entry.relation = each.value().toString();
            entry.name = attributes.value("name"_L1).toString();
            contents.sheets.push_back(std::move(entry));
        }
    }
    if (xml.hasError())
        return damaged(xml, part);
    return contents;
}

Result<QStringList> readStrings(PackedFile& file, const QString& part)
{
    SB_TRY_ASSIGN(const QByteArray bytes, file.read(part));
    QStringList strings;
    QXmlStreamReader xml(bytes);
    while (next(xml))
        if (xml.isStartElement() && xml.name() == "si"_L1)
            strings.append(readRuns(xml));
    if (xml.hasError())
        return damaged(xml, part);
    return strings;
}

Result<QSet<int>> readDateFormats(PackedFile& file, const QString& part)
{
    SB_TRY_ASSIGN(const QByteArray bytes, file.read(part));
    QSet<int> dateNumbers; // number formats of this workbook that are dates
    QSet<int> formats;
    bool ofCells = false;
    int format = 0;
    QXmlStreamReader xml(bytes);
    while (next(xml)) {
        if (xml.name() == "cellXfs"_L1)
            ofCells = xml.isStartElement();
        if (!xml.isStartElement())
            continue;
        const int number = xml.attributes().value("numFmtId"_L1).toInt();
        if (xml.name() == "numFmt"_L1 && isDateCode(xml.attributes().value("formatCode"_L1).toString())) {
            dateNumbers.insert(number);
        } else if (ofCells && xml.name() == "xf"_L1) {
            if (isDateNumber(number) || dateNumbers.contains(number))
                formats.insert(format);
            ++format;
        }
    }
    if (xml.hasError())
        return damaged(xml, part);
    return formats;
}

} // namespace sitebook::xlsx
