// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/study/definition.h"

#include <QIODevice>
#include <memory>

namespace sitebook {

// One source element and what became of it.
struct FidelityEntry
{
    QString element; // "ItemDef IT.PHQ0101 @Comment"
    QString place;   // "line 12, column 3"
    QString note;    // English, what was approximated or why it was dropped
};

// Nothing of a source is lost silently: every element is mapped, approximated or dropped.
struct FidelityReport
{
    QString dialect; // "ODM 1.3.2"
    QString version;
    int mapped = 0;
    std::vector<FidelityEntry> approximated;
    std::vector<FidelityEntry> dropped;
};

struct StudyFile
{
    std::shared_ptr<const StudyDefinition> study;
    FidelityReport report;
};

// Reads a study definition in any dialect known here, found out from the content.
// Errors: Unreadable with "line L, column C" (not well-formed, too deep, or a file that cannot be opened); Unsupported
// for a dialect nobody here reads; Invalid for a file of a known dialect that holds no study definition; NotFound.
// Size limit 64 MiB, depth 64 (of JSON 160, since an item in an item is two levels); any DTD or entity is refused.
[[nodiscard]] Result<StudyFile> readStudyFile(const QString& path);
[[nodiscard]] Result<StudyFile> readStudy(QIODevice& device);

} // namespace sitebook
