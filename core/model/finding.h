// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

namespace sitebook {

enum class Severity { Information, Warning, Error };

// What a check says about one field or row. Error blocks saving as complete; Warning may be overridden.
struct Finding
{
    Severity severity = Severity::Error;
    QString field; // field name of the patient, or ItemOID; empty: the whole record
    QString code;  // stable word: "required", "range", "code_list", "pattern", "date", "duplicate", "score", ...
    Message message;
    friend bool operator==(const Finding&, const Finding&) = default;
};

} // namespace sitebook
