// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xformmarkup.h"

#include "core/study/readers/cleantext.h"
#include "core/study/readers/redcapwords.h"

#include <QRegularExpression>

namespace sitebook {

using namespace Qt::StringLiterals;

QString withoutXformMarkup(const QString& text)
{
    // A sign beside a space, or inside of a word, is none of Markdown: "3 * 4", "date_of_birth".
    static const QRegularExpression heading(u"^ {0,3}#{1,6} +"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression bold(u"(?<![\\\\\\w])(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1(?!\\w)"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression italic(u"(?<![\\\\\\w*_])(\\*|_)(?=[^\\s*_])(.+?)(?<=[^\\s\\\\])\\1(?![\\w*_])"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression link(u"\\[([^\\]\\n]+)\\]\\(([^)\\s]+)\\)"_s);
    static const QRegularExpression escaped(u"\\\\([\\\\*_#])"_s);
    QString plain = redcap::withoutMarkup(text);
    plain.remove(heading);
    plain.replace(bold, u"\\2"_s).replace(italic, u"\\2"_s).replace(link, u"\\1 (\\2)"_s).replace(escaped, u"\\1"_s);
    return cleanText(plain);
}

} // namespace sitebook
