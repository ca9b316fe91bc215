// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sitebook {

// What a cell of the column "type" of an XLSForm says.
struct XlsformType
{
    enum class Kind { Question, Computed, Preload, BeginGroup, BeginRepeat, End, Unknown };
    Kind kind = Kind::Unknown;
    QString bind;    // type of the bind: "int"
    QString control; // element of the body: "input"
    QString media;   // of uploads: "image/*"
    QString preload; // what the phone fills in, and with what: "property", "deviceid"
    QString preloadOf;
    QString list; // of choices
    QString file; // that holds the choices; `list` is its name without the ending
    bool note = false;
    bool orOther = false;
    bool external = false; // the choices are looked up in another sheet

    [[nodiscard]] static XlsformType of(const QString& cell);
};

} // namespace sitebook
