// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spreadsheet/xlsxreader.h"

#include "core/spreadsheet/xlsxsheet.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostCells = 5'000'000;

using Relations = QHash<QString, xlsx::Relation>;

QString partOfType(const Relations& relations, QLatin1String type)
{
    const auto found =
        std::find_if(relations.begin(), relations.end(), [&](const xlsx::Relation& each) { return each.type == type; });
    return found == relations.end() ? QString() : found->part;
}

Result<xlsx::Shared> readShared(PackedFile& file, const Relations& relations)
{
    xlsx::Shared shared;
    if (const QString part = partOfType(relations, "sharedStrings"_L1); !part.isEmpty()) {
        SB_TRY_ASSIGN(shared.strings, xlsx::readStrings(file, part));
    }
    if (const QString part = partOfType(relations, "styles"_L1); !part.isEmpty() && file.has(part)) {
        SB_TRY_ASSIGN(shared.dateFormats, xlsx::readDateFormats(file, part));
    }
    return shared;
}

Result<> refuseOther(const QByteArray& document)
{
    switch (workbookFileOf(document)) {
    case WorkbookFile::Packed:
        return {};
    case WorkbookFile::Protected:
        return fail(ErrorCode::Unreadable,
                    QT_TRANSLATE_NOOP("messages", "The workbook is protected with a password. Open it in a spreadsheet "
                                                  "program, save it without one and choose that file."));
    case WorkbookFile::Old:
        return fail(ErrorCode::Unsupported,
                    QT_TRANSLATE_NOOP("messages", "This is a workbook of the old kind (.xls). Save it as .xlsx in a "
                                                  "spreadsheet program and choose that file; an XLSForm can also be "
                                                  "made an XForm (.xml)."));
    default:
        return fail(ErrorCode::Unsupported, QT_TRANSLATE_NOOP("messages", "The file is no workbook."));
    }
}

} // namespace

bool canReadXlsx()
{
    return PackedFile::isSupported();
}

Result<Workbook> readXlsx(const QByteArray& document)
{
    SB_TRY(refuseOther(document));
    SB_TRY_ASSIGN(PackedFile file, PackedFile::open(document));
    SB_TRY_ASSIGN(const Relations roots, xlsx::readRelations(file, {}));
    const QString main = partOfType(roots, "officeDocument"_L1);
    if (main.isEmpty() || !main.endsWith(u".xml") || !file.has(main))
        return fail(ErrorCode::Unsupported,
                    QT_TRANSLATE_NOOP("messages",
                                      "The packed file holds no workbook of the kind .xlsx. Save the sheets "
                                      "as .xlsx in a spreadsheet program and choose that file."));
    SB_TRY_ASSIGN(const xlsx::Contents contents, xlsx::readContents(file, main));
    SB_TRY_ASSIGN(const Relations relations, xlsx::readRelations(file, main));
    SB_TRY_ASSIGN(xlsx::Shared shared, readShared(file, relations));
    shared.from1904 = contents.from1904;
    Workbook workbook;
    qint64 room = mostCells;
    for (const xlsx::SheetEntry& entry : contents.sheets) {
        const xlsx::Relation relation = relations.value(entry.relation);
        if (relation.type != "worksheet"_L1)
            continue; // a chart, a macro
        SB_TRY_ASSIGN(const QByteArray bytes, file.read(relation.part));
        SB_TRY_ASSIGN(std::vector<QStringList> rows, XlsxSheet(shared, room).read(bytes, relation.part));
        workbook.sheets.push_back({entry.name, std::move(rows)});
    }
    if (workbook.sheets.empty())
        return PackedFile::damaged(u"no sheet"_s, main);
    return workbook;
}

} // namespace sitebook
