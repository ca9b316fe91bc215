// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/lineitemeditor.h"

namespace sitebook {

// A date, whole or partial, typed as 2003-12-15, 15122003, 15-DEC-2003 or UN-DEC-2003; "t" is today. Stored in ISO
// form, shown as 15-Dec-2003 when the field is left. What is no date stays as typed.
class DateItemEditor final : public LineItemEditor
{
    Q_OBJECT

public:
    explicit DateItemEditor(bool partialAllowed, QWidget* parent = nullptr);

protected:
    [[nodiscard]] QString stored(const QString& typed) const override;
    [[nodiscard]] QString shown(const QString& storedText) const override;
};

// A time of day: 0942, 9:42, 09:42:30. Stored as 09:42 or 09:42:30.
class TimeItemEditor final : public LineItemEditor
{
    Q_OBJECT

public:
    explicit TimeItemEditor(QWidget* parent = nullptr);
    [[nodiscard]] static QString timeText(const QString& typed); // empty when it is none

protected:
    [[nodiscard]] QString stored(const QString& typed) const override;
};

// A date and a time with a blank or T between. Stored as 2003-12-15T09:42.
class DateTimeItemEditor final : public LineItemEditor
{
    Q_OBJECT

public:
    explicit DateTimeItemEditor(QWidget* parent = nullptr);

protected:
    [[nodiscard]] QString stored(const QString& typed) const override;
};

} // namespace sitebook
