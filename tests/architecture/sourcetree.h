// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace sitebook::test {

// A file of the checkout: its path from the root, and its lines.
struct SourceFile
{
    QString path;
    QStringList lines;
    // "core/store", "ui/shell", "app/server", "tests/core"
    [[nodiscard]] QString room() const { return path.section(u'/', 0, 1); }
};

// Files below these folders of the checkout whose names end so, sorted by path.
[[nodiscard]] std::vector<SourceFile> sourceFiles(const QStringList& folders, const QStringList& endings);

// A line without its comment and its texts, so that words in them do not count. Block comments are not used here.
[[nodiscard]] QString codeOf(const QString& line);

} // namespace sitebook::test
