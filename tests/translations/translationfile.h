// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace sitebook {

// One text of a Qt Linguist file.
struct TranslatedMessage
{
    QString context;
    QString source;
    QString comment;
    bool numerus = false;
    QString state; // "", "unfinished", "vanished", "obsolete"
    QStringList forms;

    // What makes it one text: context, source, comment and whether it has plural forms.
    [[nodiscard]] QString key() const;
};

// All texts of a .ts file, in its order; empty when it cannot be read.
[[nodiscard]] std::vector<TranslatedMessage> readTranslationFile(const QString& path);

} // namespace sitebook
