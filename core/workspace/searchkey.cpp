// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/searchkey.h"

#include <algorithm>

namespace sitebook {

namespace {

// What Unicode does not take apart, but people type without: strokes, and the apostrophes of word processors.
QChar plain(QChar letter)
{
    switch (letter.unicode()) {
    case 0x2018: // ‘
    case 0x2019: // ’
    case 0x02bc: // ʼ
        return u'\'';
    case 0x0141: // Ł
    case 0x0142: // ł
        return u'l';
    case 0x00d8: // Ø
    case 0x00f8: // ø
        return u'o';
    case 0x0110: // Đ
    case 0x0111: // đ
        return u'd';
    case 0x0131: // ı
        return u'i';
    default:
        return letter;
    }
}

} // namespace

QString foldedForSearch(const QString& text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.unicode() < 0x80; });
    if (ascii)
        return text.toLower();
    QString folded;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    folded.reserve(decomposed.size());
    for (const QChar letter : decomposed) {
        if (letter == u'ß' || letter == u'ẞ')
            folded += QLatin1String("ss");
        else if (letter.category() != QChar::Mark_NonSpacing)
            folded += plain(letter);
    }
    return folded.toCaseFolded();
}

} // namespace sitebook
