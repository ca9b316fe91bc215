// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xlsformsheet.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

// Other spellings of columns, in lower case with low lines.
QString usualName(const QString& written)
{
    static const QHash<QString, QString> names{{u"value"_s, u"name"_s},
                                               {u"caption"_s, u"label"_s},
                                               {u"command"_s, u"type"_s},
                                               {u"relevance"_s, u"relevant"_s},
                                               {u"calculate"_s, u"calculation"_s},
                                               {u"readonly"_s, u"read_only"_s},
                                               {u"constraintmsg"_s, u"constraint_message"_s},
                                               {u"jr:constraintmsg"_s, u"constraint_message"_s},
                                               {u"requiredmsg"_s, u"required_message"_s},
                                               {u"jr:requiredmsg"_s, u"required_message"_s},
                                               {u"jr:count"_s, u"repeat_count"_s},
                                               {u"count"_s, u"repeat_count"_s},
                                               {u"big-image"_s, u"big_image"_s},
                                               {u"title"_s, u"form_title"_s},
                                               {u"set_form_title"_s, u"form_title"_s},
                                               {u"id_string"_s, u"form_id"_s},
                                               {u"set_form_id"_s, u"form_id"_s}};
    const QString plain = written.trimmed().toLower().replace(u' ', u'_');
    return names.value(plain, plain);
}

} // namespace

XlsformSheet::XlsformSheet(const Sheet& sheet)
    : m_sheet(sheet)
{
    for (qsizetype i = 0; !sheet.rows.empty() && i < sheet.rows.front().size(); ++i)
        m_columns.push_back(columnOf(sheet.rows.front()[i]));
}

// "media::image::French", "bind::relevant", and in old forms "label:French".
XlsformSheet::Column XlsformSheet::columnOf(const QString& header)
{
    static const QSet<QString> transparent{u"media"_s, u"bind"_s, u"control"_s};
    static const QSet<QString> translated{u"label"_s, u"hint"_s,  u"image"_s,
                                          u"audio"_s, u"video"_s, u"constraint_message"_s};
    QStringList parts = header.trimmed().split(u"::"_s);
    if (parts.size() == 1 && header.count(u':') == 1 && translated.contains(usualName(header.section(u':', 0, 0))))
        parts = header.trimmed().split(u':');
    if (parts.size() > 1 && transparent.contains(usualName(parts.front())))
        parts.removeFirst();
    const QString name = usualName(parts.front());
    parts.removeFirst();
    return {name, parts.join(u"::"_s).trimmed(), header.trimmed()};
}

bool XlsformSheet::has(QLatin1String column) const
{
    return std::any_of(m_columns.begin(), m_columns.end(), [&](const Column& each) { return each.name == column; });
}

QString XlsformSheet::cell(size_t row, QLatin1String column) const
{
    for (size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].name == column)
            if (QString text = m_sheet.cell(row, static_cast<qsizetype>(i)).trimmed(); !text.isEmpty())
                return text;
    return {};
}

std::vector<XlsformSheet::Tagged> XlsformSheet::cells(size_t row, QLatin1String column) const
{
    std::vector<Tagged> found;
    for (size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].name == column)
            if (const QString text = m_sheet.cell(row, static_cast<qsizetype>(i)).trimmed(); !text.isEmpty())
                found.emplace_back(m_columns[i].tail, text);
    return found;
}

std::vector<XlsformSheet::Tagged> XlsformSheet::others(size_t row, const QSet<QString>& known) const
{
    std::vector<Tagged> found;
    for (size_t i = 0; i < m_columns.size(); ++i)
        if (const QString text = m_sheet.cell(row, static_cast<qsizetype>(i)).trimmed();
            !text.isEmpty() && !known.contains(m_columns[i].name))
            found.emplace_back(m_columns[i].written, text);
    return found;
}

bool XlsformSheet::isBlank(size_t row) const
{
    const QStringList& cells = m_sheet.rows[row];
    return std::all_of(cells.begin(), cells.end(), [](const QString& text) { return text.trimmed().isEmpty(); });
}

void XlsformSheet::reportOthers(const QSet<QString>& known, FidelityReport& report) const
{
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (known.contains(m_columns[i].name))
            continue;
        for (size_t row = 1; row < size(); ++row) {
            if (m_sheet.cell(row, static_cast<qsizetype>(i)).trimmed().isEmpty())
                continue;
            report.dropped.push_back({u"column %1 of %2"_s.arg(m_columns[i].written, name()), place(row),
                                      u"It has no use here; this is its first row."_s});
            break;
        }
    }
}

} // namespace sitebook
