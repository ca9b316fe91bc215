// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/searchkey.h"

#include <algorithm>

namespace sitebook {

QString foldedForSearch(const QString& text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.unicode() < 0x80; });
    if (plain)
        return text.toLower();
    QString folded;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    folded.reserve(decomposed.size());
    for (const QChar letter : decomposed)
        if (letter.category() != QChar::Mark_NonSpacing)
            folded += letter;
    return folded.toCaseFolded();
}

} // namespace sitebook
