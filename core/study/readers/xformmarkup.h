// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sitebook {

// The text of a label as it is read: without HTML tags, and without the signs of Markdown that XForms' clients know
// (headings, bold, italics, links, a backslash in front of a sign). A link is followed by its address in brackets.
[[nodiscard]] QString withoutXformMarkup(const QString& text);

} // namespace sitebook
