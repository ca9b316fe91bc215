// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/xlsformsheet.h"
#include "core/study/readers/xlsformtypes.h"
#include "core/study/readers/xmlcursor.h"

#include <QHash>

namespace sitebook {

// A row of the sheet "survey" that counts.
struct XlsformRow
{
    size_t row = 0;
    XlsformType type;
    QString name;
    QString path; // "/data/group/age"
};

// The names of an XLSForm's questions and groups, and what "${name}" stands for.
class XlsformNames final
{
public:
    // Errors Invalid with "survey row 12": a name that is none, or is there already; groups that do not end.
    [[nodiscard]] static Result<XlsformNames> read(const XlsformSheet& survey, const QString& root,
                                                   FidelityReport& report);

    [[nodiscard]] const std::vector<XlsformRow>& rows() const { return m_rows; }
    // An expression with paths for names.
    [[nodiscard]] QString expression(const QString& text) const;
    // A text as an element whose values that are put in are `output` elements.
    [[nodiscard]] XmlElement words(const QString& element, const QString& text, const QString& place) const;

private:
    explicit XlsformNames(FidelityReport& report)
        : m_report(&report)
    {
    }
    [[nodiscard]] Result<> add(const XlsformSheet& survey, size_t row);
    [[nodiscard]] Result<QString> nameOf(const XlsformSheet& survey, size_t row, const XlsformType& type);
    [[nodiscard]] QString pathOf(const QString& name) const;

    FidelityReport* m_report;
    QString m_root;
    std::vector<XlsformRow> m_rows;
    QStringList m_open;              // paths of the groups that have not ended
    QHash<QString, QString> m_paths; // the first of a name
    QSet<QString> m_taken;           // paths
};

} // namespace sitebook
