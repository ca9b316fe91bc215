// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/reader.h"

#include <span>

namespace sitebook {

// What can be said about a file before reading it.
struct DialectProbe
{
    QString rootName; // of XML: the root element, its namespace and its version; empty when it is no XML
    QString rootNamespace;
    QString rootVersion;
    QByteArray head; // the first 4 KiB
};

// One dialect of study definitions. A new one is a reader of its own and a line in dialect.cpp.
struct Dialect
{
    const char* name;
    bool (*claims)(const DialectProbe& probe);
    Result<StudyFile> (*read)(const QByteArray& document);
};

[[nodiscard]] std::span<const Dialect> dialects();

// Error Unreadable when the file is neither text nor a workbook, nor readable as XML up to its root.
[[nodiscard]] Result<DialectProbe> probe(const QByteArray& document);

} // namespace sitebook
