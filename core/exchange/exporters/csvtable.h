// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exporters/exporter.h"
#include "core/exchange/exporters/reportcolumns.h"

namespace sitebook {

// Turns patients and reports into the lines of one CSV table.
class CsvTable final
{
public:
    // Both must outlive the table.
    CsvTable(const StudyDefinition& study, const ExportOptions& options);

    [[nodiscard]] const QStringList& header() const { return m_header; }
    void appendHeader(QByteArray& out) const;
    // `report` null: the patient alone, the report's cells empty. A report with lines of repeating groups has one row
    // more for each line number, which holds their items alone. How many rows that were.
    qint64 appendRows(QByteArray& out, const Patient& patient, const Report* report) const;

private:
    void appendRow(QByteArray& out, const Patient& patient, const Report* report, int line) const;
    [[nodiscard]] QStringList reportHeader() const;
    void appendPatient(QByteArray& out, const Patient& patient) const;
    void appendReport(QByteArray& out, const Report& report, int line) const;
    void appendItem(QByteArray& out, const ItemColumn& column, const FieldValue& value) const;
    void appendText(QByteArray& out, const QString& text) const;
    [[nodiscard]] QString eventWord(const QString& oid) const;
    [[nodiscard]] QString formWord(const QString& oid) const;
    [[nodiscard]] QString answerWord(const ItemDef& item, const QString& text) const;

    const StudyDefinition& m_study;
    const ExportOptions& m_options;
    bool m_hasLines = false; // some group of the study repeats
    std::vector<ItemColumn> m_columns;
    struct Span
    {
        size_t first = 0;
        size_t count = 0;
    };
    QHash<QString, Span> m_formColumns;
    QHash<QString, const CodeList*> m_codeLists; // by ItemOID, when answers are decoded
    QStringList m_header;
};

} // namespace sitebook
