// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/partialdate.h"

#include <QCoreApplication>

namespace sitebook {

// How dates go in and out of every date field: typed as ISO, ddmmyyyy, dd-MMM-yyyy or in part, "t" for today; stored as
// ISO; shown as 02-Apr-1961. What is no date stays as typed, for the check to name.
class DateText final
{
    Q_DECLARE_TR_FUNCTIONS(DateText)

public:
    [[nodiscard]] static QString stored(const QString& typed)
    {
        const QString text = typed.trimmed();
        if (text.compare(QLatin1String("t"), Qt::CaseInsensitive) == 0 ||
            text.compare(tr("today"), Qt::CaseInsensitive) == 0)
            return QDate::currentDate().toString(Qt::ISODate);
        const auto date = PartialDate::parse(text);
        return date ? date->toString() : text;
    }
    [[nodiscard]] static QString shown(const QString& storedText)
    {
        const auto date = PartialDate::parse(storedText);
        return date ? date->toDisplay() : storedText;
    }
    [[nodiscard]] static QString hint() { return tr("yyyy-mm-dd"); }
    [[nodiscard]] static QString help(bool partialAllowed)
    {
        return partialAllowed
                   ? tr("2003-12-15, 15122003 or 15-DEC-2003; 2003-12 or UN-DEC-2003 when the day is unknown; t "
                        "for today")
                   : tr("2003-12-15, 15122003 or 15-DEC-2003; t for today");
    }
};

} // namespace sitebook
