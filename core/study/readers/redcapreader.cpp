// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/redcapreader.h"

#include "core/study/readers/redcapbuilder.h"
#include "core/text/csvreader.h"

#include <QCryptographicHash>
#include <array>
#include <functional>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

struct Column
{
    const char* label; // as far as all versions write it
    const char* apiName;
    QString RedcapField::*field;
};
constexpr std::array<Column, 18> columns{
    {{"Variable / Field Name", "field_name", &RedcapField::name},
     {"Form Name", "form_name", &RedcapField::form},
     {"Section Header", "section_header", &RedcapField::section},
     {"Field Type", "field_type", &RedcapField::type},
     {"Field Label", "field_label", &RedcapField::label},
     {"Choices", "select_choices_or_calculations", &RedcapField::choices},
     {"Field Note", "field_note", &RedcapField::note},
     {"Text Validation Type", "text_validation_type_or_show_slider_number", &RedcapField::validation},
     {"Text Validation Min", "text_validation_min", &RedcapField::least},
     {"Text Validation Max", "text_validation_max", &RedcapField::most},
     {"Identifier", "identifier", &RedcapField::identifier},
     {"Branching Logic", "branching_logic", &RedcapField::branching},
     {"Required Field", "required_field", &RedcapField::required},
     {"Custom Alignment", "custom_alignment", &RedcapField::alignment},
     {"Question Number", "question_number", &RedcapField::questionNumber},
     {"Matrix Group Name", "matrix_group_name", &RedcapField::matrix},
     {"Matrix Ranking", "matrix_ranking", &RedcapField::ranking},
     {"Field Annotation", "field_annotation", &RedcapField::annotation}}};

QByteArray withoutMark(const QByteArray& text)
{
    return text.startsWith("\xEF\xBB\xBF") ? text.sliced(3) : text;
}

const Column* columnNamed(const QString& header)
{
    const QString name = header.trimmed();
    for (const Column& column : columns)
        if (name.startsWith(QLatin1String(column.label), Qt::CaseInsensitive) || name == QLatin1String(column.apiName))
            return &column;
    return nullptr;
}

// By position; null: a column nobody here knows, whose cells are reported.
using Layout = std::vector<const Column*>;

Result<Layout> layoutOf(const QStringList& header, FidelityReport& report)
{
    Layout layout;
    for (const QString& name : header) {
        layout.push_back(columnNamed(name));
        if (layout.back() == nullptr)
            report.dropped.push_back({name, u"row 1"_s, u"A data dictionary has no such column."_s});
    }
    for (const char* needed : {"field_name", "form_name", "field_type"})
        if (std::none_of(layout.begin(), layout.end(), [&](const Column* column) {
                return column != nullptr && QLatin1String(column->apiName) == QLatin1String(needed);
            }))
            return fail(ErrorCode::Invalid,
                        Message(QT_TRANSLATE_NOOP("messages", "The data dictionary has no column \"%1\"."),
                                {QString::fromLatin1(needed)}),
                        u"row 1"_s);
    return layout;
}

RedcapField fieldOf(const QStringList& cells, const Layout& layout, const QString& place)
{
    RedcapField field;
    field.place = place;
    for (size_t i = 0; i < layout.size(); ++i)
        if (layout[i] != nullptr)
            field.*(layout[i]->field) = cells.value(static_cast<qsizetype>(i));
    field.name = field.name.trimmed();
    field.form = field.form.trimmed();
    field.type = field.type.trimmed().toLower();
    field.validation = field.validation.trimmed();
    return field;
}

void nameStudy(StudyDefinition& study, const QByteArray& document)
{
    QByteArray forms;
    for (const FormDef& form : study.forms)
        forms += form.oid.toUtf8() + '\n';
    const auto hashOf = [](const QByteArray& bytes) {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(12));
    };
    study.studyOid = u"REDCap."_s + hashOf(forms);
    study.studyName = study.forms.size() == 1 ? study.forms.front().description.in({}) : u"REDCap"_s;
    study.protocolName = study.studyName;
    study.versionOid = u"Dictionary."_s + hashOf(document);
    study.versionName = u"Data dictionary"_s;
    EventDef event;
    event.oid = u"EV.ALL"_s;
    event.name = u"Forms"_s;
    event.type = EventType::Common;
    for (const FormDef& form : study.forms)
        event.forms.push_back({form.oid, false, {}});
    study.events.push_back(std::move(event));
}

// The next row and its place in the file; false at the end.
using NextRow = std::function<Result<bool>(QStringList& cells, QString& place)>;

// `content` is what the version is told by.
Result<StudyFile> readRows(const NextRow& next, const QByteArray& content, FidelityReport report)
{
    report.dialect = u"REDCap data dictionary"_s;
    QStringList cells;
    QString place;
    SB_TRY_ASSIGN(const bool hasHeader, next(cells, place));
    if (!hasHeader)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The data dictionary is empty."));
    SB_TRY_ASSIGN(const Layout layout, layoutOf(cells, report));
    RedcapBuilder builder(report);
    int fields = 0;
    for (;;) {
        SB_TRY_ASSIGN(const bool more, next(cells, place));
        if (!more)
            break;
        const RedcapField field = fieldOf(cells, layout, place);
        if (field.name.isEmpty() || field.form.isEmpty()) {
            report.dropped.push_back({u"row"_s, field.place, u"It names no variable or no form."_s});
            continue;
        }
        builder.add(field);
        ++fields;
    }
    if (fields < 2)
        return fail(ErrorCode::Invalid,
                    QT_TRANSLATE_NOOP("messages", "The data dictionary has no field beside the record's identifier."));
    auto study = std::make_shared<StudyDefinition>(builder.take());
    nameStudy(*study, content);
    return StudyFile{std::move(study), std::move(report)};
}

} // namespace

bool RedcapReader::claims(const DialectProbe& probe)
{
    const QByteArray head = withoutMark(probe.head).left(200).toLower();
    return head.startsWith("\"variable / field name\"") || head.startsWith("variable / field name") ||
           head.startsWith("field_name,") || head.startsWith("\"field_name\",");
}

bool RedcapReader::claims(const Sheet& sheet)
{
    const Column* first = columnNamed(sheet.cell(0, 0));
    return first != nullptr && first->field == &RedcapField::name;
}

Result<StudyFile> RedcapReader::read(const QByteArray& document)
{
    const QByteArray text = withoutMark(document);
    CsvReader reader(text, CsvReader::Rows::MayBeShort);
    const auto next = [&](QStringList& cells, QString& place) -> Result<bool> {
        SB_TRY_ASSIGN(const bool more, reader.next(cells));
        place = u"row %1"_s.arg(reader.row());
        return more;
    };
    return readRows(next, document, {});
}

Result<StudyFile> RedcapReader::read(const Workbook& workbook)
{
    const Sheet& sheet = workbook.sheets.front();
    FidelityReport report;
    for (size_t i = 1; i < workbook.sheets.size(); ++i)
        if (const Sheet& other = workbook.sheets[i]; !other.rows.empty())
            report.dropped.push_back({u"sheet "_s + other.name, other.name, u"It has no use here."_s});
    QByteArray content;
    for (const QStringList& row : sheet.rows)
        content += row.join(u'\t').toUtf8() + '\n';
    size_t row = 0;
    const auto next = [&](QStringList& cells, QString& place) -> Result<bool> {
        while (row < sheet.rows.size() && sheet.rows[row].isEmpty())
            ++row;
        if (row == sheet.rows.size())
            return false;
        cells = sheet.rows[row];
        place = sheet.place(row++);
        return true;
    };
    return readRows(next, content, std::move(report));
}

} // namespace sitebook
