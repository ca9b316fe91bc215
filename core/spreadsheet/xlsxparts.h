// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spreadsheet/packedfile.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <vector>

class QXmlStreamReader;

// The parts of an .xlsx but its sheets (Office Open XML, transitional and strict: names without namespace are enough).
namespace sitebook::xlsx {

struct Relation
{
    QString type; // the last word of its address: "worksheet", "sharedStrings"
    QString part; // path in the packed file, without a slash in front
};

struct SheetEntry
{
    QString name;
    QString relation; // id
};

struct Contents
{
    std::vector<SheetEntry> sheets; // in the order of their tabs
    bool from1904 = false;          // dates are days since 1904-01-01
};

// What the cells of all sheets share.
struct Shared
{
    QStringList strings;
    QSet<int> dateFormats; // cell formats (s of a cell) that show a number as date or time
    bool from1904 = false;
};

// Ids to parts, of the part `of`; none when it has no relations.
[[nodiscard]] Result<QHash<QString, Relation>> readRelations(PackedFile& file, const QString& of);
[[nodiscard]] Result<Contents> readContents(PackedFile& file, const QString& part);
[[nodiscard]] Result<QStringList> readStrings(PackedFile& file, const QString& part);
[[nodiscard]] Result<QSet<int>> readDateFormats(PackedFile& file, const QString& part);

// The text of a string that may be of several runs, the reader standing at its element; how a word is pronounced is no
// part of it.
[[nodiscard]] QString readRuns(QXmlStreamReader& xml);
// "_x000D_" stands for a sign that XML cannot hold.
[[nodiscard]] QString unescaped(const QString& text);
// Steps to the next token. False at the end, after an error, and at a document type, which no such file has.
[[nodiscard]] bool next(QXmlStreamReader& xml);
[[nodiscard]] tl::unexpected<Error> damaged(const QXmlStreamReader& xml, const QString& part);

} // namespace sitebook::xlsx
