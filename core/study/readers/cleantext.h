// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sitebook {

// Lines without the indentation of the file they came from: what every reader gives, and what a file reads back as.
[[nodiscard]] inline QString cleanText(const QString& text)
{
    QStringList lines = text.split(u'\n');
    for (QString& line : lines)
        line = line.trimmed();
    return lines.join(u'\n').trimmed();
}

} // namespace sitebook
