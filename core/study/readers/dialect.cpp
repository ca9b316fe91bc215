// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/dialect.h"

#include "core/study/readers/fhirreader.h"
#include "core/study/readers/odm2reader.h"
#include "core/study/readers/odmreader.h"
#include "core/study/readers/redcapodmreader.h"
#include "core/study/readers/redcapreader.h"
#include "core/study/readers/workbookstudy.h"
#include "core/study/readers/xformreader.h"

#include <QStringDecoder>
#include <array>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headSize = 4096;

bool hasWideMark(const QByteArray& head)
{
    return head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF") || head.startsWith(QByteArray("\0\0\xFE\xFF", 4));
}

// Of UTF-16 and UTF-32 text; other bytes stay as they are.
QByteArray asUtf8(const QByteArray& head)
{
    const auto encoding = hasWideMark(head) ? QStringConverter::encodingForData(head) : std::nullopt;
    if (!encoding)
        return head;
    QStringDecoder decoder(*encoding);
    const QString text = decoder(head);
    return text.toUtf8();
}

bool looksLikeXml(const QByteArray& head)
{
    return (head.startsWith("\xEF\xBB\xBF") ? head.mid(3) : head).trimmed().startsWith('<');
}

Error binary(const QByteArray& document, qsizetype at)
{
    const QByteArray before = document.left(at);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = at - before.lastIndexOf('\n');
    return Error(ErrorCode::Unreadable,
                 QT_TRANSLATE_NOOP("messages", "The file is not text. Choose a study definition."),
                 u"line %1, column %2"_s.arg(line).arg(column));
}

} // namespace

std::span<const Dialect> dialects()
{
    static constexpr std::array<Dialect, 7> all{{
        {"workbook", &WorkbookStudy::claims, &WorkbookStudy::read},
        {"REDCap ODM", &RedcapOdmReader::claims, &RedcapOdmReader::read},
        {"ODM 2.0", &Odm2Reader::claims, &Odm2Reader::read},
        {"ODM 1.x", &OdmReader::claims, &OdmReader::read},
        {"REDCap data dictionary", &RedcapReader::claims, &RedcapReader::read},
        {"XForm", &XformReader::claims, &XformReader::read},
        {"FHIR Questionnaire", &FhirReader::claims, &FhirReader::read},
    }};
    return all;
}

Result<DialectProbe> probe(const QByteArray& document)
{
    DialectProbe probe;
    probe.head = asUtf8(document.left(headSize));
    if (probe.head.trimmed().isEmpty())
        return fail(ErrorCode::Unreadable, QT_TRANSLATE_NOOP("messages", "The file is empty."), u"line 1, column 1"_s);
    if (WorkbookStudy::claims(probe))
        return probe;
    if (!hasWideMark(document))
        if (const qsizetype zero = probe.head.indexOf('\0'); zero >= 0)
            return fail(binary(document, zero));
    if (!hasWideMark(document) && !looksLikeXml(probe.head))
        return probe;
    XmlCursor cursor(document);
    if (!cursor.nextChild())
        return fail(cursor.error().value_or(Error()));
    probe.rootName = cursor.name();
    probe.rootNamespace = cursor.namespaceUri();
    probe.rootVersion = cursor.attributes().value("ODMVersion"_L1).toString();
    return probe;
}

} // namespace sitebook
