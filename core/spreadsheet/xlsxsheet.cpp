// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spreadsheet/xlsxsheet.h"

#include <QDateTime>
#include <QXmlStreamReader>
#include <cmath>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostRows = 1'048'576;
constexpr qint64 mostColumns = 16'384;

// "AB12" is column 27, from 0; -1 without letters.
qint64 columnOf(QStringView reference)
{
    qint64 column = 0;
    for (const QChar letter : reference) {
        if (letter < u'A' || letter > u'Z' || column > mostColumns)
            break;
        column = column * 26 + (letter.unicode() - u'A' + 1);
    }
    return column - 1;
}

QString numberText(double number)
{
    if (std::floor(number) == number && std::fabs(number) < 1e15)
        return QString::number(static_cast<qint64>(number));
    return QString::number(number, 'g', 15);
}

// Days as a date, their fraction as a time. The calendar from 1900 knows a 29 February of that year, which never was.
QString dateText(double days, bool from1904)
{
    constexpr double secondsOfDay = 86'400;
    if (days < 0 || days > 2'958'466) // the year 9999
        return numberText(days);
    const double whole = std::floor(days);
    const int seconds = static_cast<int>(std::min(std::round((days - whole) * secondsOfDay), secondsOfDay - 1));
    const QTime time = QTime::fromMSecsSinceStartOfDay(seconds * 1000);
    if (whole == 0 && !from1904)
        return time.toString(u"HH:mm:ss"_s);
    const QDate zero = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, whole < 60 ? 31 : 30);
    const QString date = zero.addDays(static_cast<qint64>(whole)).toString(Qt::ISODate);
    return seconds == 0 ? date : QString(date + u'T' + time.toString(u"HH:mm:ss"_s));
}

} // namespace

Result<std::vector<QStringList>> XlsxSheet::read(const QByteArray& bytes, const QString& part)
{
    QXmlStreamReader xml(bytes);
    bool inData = false;
    while (xlsx::next(xml)) {
        if (xml.name() == "sheetData"_L1)
            inData = xml.isStartElement();
        if (!inData || !xml.isStartElement())
            continue;
        if (xml.name() == "row"_L1)
            startRow(xml);
        else if (xml.name() == "c"_L1)
            readCell(xml);
        if (m_room < 0 || m_row >= mostRows || m_column >= mostColumns)
            return fail(ErrorCode::Unreadable,
                        QT_TRANSLATE_NOOP("messages", "The workbook has more cells than any table needs. Take out what "
                                                      "is not needed, or save the sheet as CSV."),
                        part);
    }
    if (xml.hasError())
        return xlsx::damaged(xml, part);
    return std::move(m_rows);
}

void XlsxSheet::startRow(const QXmlStreamReader& xml)
{
    const qint64 number = xml.attributes().value("r"_L1).toLongLong();
    m_row = number > 0 ? number - 1 : m_row + 1;
    m_column = -1;
}

void XlsxSheet::readCell(QXmlStreamReader& xml)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    const qint64 column = columnOf(attributes.value("r"_L1));
    m_column = column >= 0 ? column : m_column + 1;
    const QString type = attributes.value("t"_L1).toString();
    const int format = attributes.value("s"_L1).toInt();
    QString text;
    for (int depth = 1; depth > 0 && xlsx::next(xml);) {
        if (xml.isEndElement()) {
            --depth;
        } else if (xml.isStartElement()) {
            if (xml.name() == "v"_L1)
                text = textOf(type, format, xml.readElementText(QXmlStreamReader::SkipChildElements));
            else if (xml.name() == "is"_L1)
                text = xlsx::readRuns(xml);
            else
                xml.skipCurrentElement();
        }
    }
    if (!text.isEmpty())
        put(text);
}

void XlsxSheet::put(const QString& text)
{
    const auto row = static_cast<size_t>(std::max<qint64>(m_row, 0));
    if (m_row >= mostRows || m_column >= mostColumns)
        return;
    if (row >= m_rows.size()) {
        m_room -= static_cast<qint64>(row + 1 - m_rows.size());
        if (m_room < 0)
            return;
        m_rows.resize(row + 1);
    }
    QStringList& cells = m_rows[row];
    if (m_column >= cells.size()) {
        m_room -= m_column + 1 - cells.size();
        if (m_room < 0)
            return;
        cells.resize(m_column + 1);
    }
    cells[m_column] = text;
}

QString XlsxSheet::textOf(const QString& type, int format, const QString& value) const
{
    if (type == "s"_L1)
        return m_shared.strings.value(value.toLongLong());
    if (type == "b"_L1)
        return value.trimmed() == "1"_L1 || value.trimmed() == "true"_L1 ? u"TRUE"_s : u"FALSE"_s;
    if (!type.isEmpty() && type != "n"_L1)
        return xlsx::unescaped(value); // a formula's text, an error's name, an ISO date
    bool good = false;
    const double number = value.toDouble(&good);
    if (!good)
        return value;
    return m_shared.dateFormats.contains(format) ? dateText(number, m_shared.from1904) : numberText(number);
}

} // namespace sitebook
