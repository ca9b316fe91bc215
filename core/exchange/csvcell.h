// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"

#include <QByteArray>

namespace sitebook {

// The cell language shared by our CSV export and import (RFC 4180 underneath). A spreadsheet runs a cell that begins
// with = + - @ TAB or CR as a formula; such a text gets an apostrophe in front, as a person would type it. A missing
// reason is written as ".ND", ".NA", ".UNK" or ".BLANK"; a text that reads so gets the apostrophe as well. A text that
// begins with apostrophes before one of these gets one more, so that reading always takes away exactly one.

enum class CellKind { Text, Number };

// Appends `text`, quoted where RFC 4180 asks for it. With Number a text that is a number stays as it is: -3.2.
// Without `defuse` formulas stay as they are (for machines).
void appendCsvCell(QByteArray& out, const QString& text, CellKind kind, bool defuse);
void appendCsvCell(QByteArray& out, const FieldValue& value, CellKind kind, bool defuse);

// What appendCsvCell was given, from the cell's text (already without quotes).
[[nodiscard]] FieldValue valueFromCell(const QString& cell);
[[nodiscard]] QString textFromCell(const QString& cell);

} // namespace sitebook
