// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <vector>

namespace sitebook {

// One word of REDCap logic.
struct RedcapToken
{
    enum class Kind { End, Number, Text, Field, Name, Symbol };
    Kind kind = Kind::End;
    QString text;   // of a field: what stands between its brackets
    int column = 1; // from 1
};

// Comments (from // or # at the start of a line to its end) are passed over. Error Invalid with "column N" for an
// unclosed quote or bracket and for letters no logic has. Always ends with an End.
[[nodiscard]] Result<std::vector<RedcapToken>> tokeniseRedcap(const QString& text);

} // namespace sitebook
