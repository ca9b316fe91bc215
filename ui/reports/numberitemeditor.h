// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/lineitemeditor.h"

namespace sitebook {

// A whole or decimal number that keeps its digits as typed (1.10 stays 1.10) and may be empty. A decimal comma becomes
// the point that is stored; what is no number stays as typed.
class NumberItemEditor final : public LineItemEditor
{
    Q_OBJECT

public:
    enum class Kind { Integer, Decimal };
    explicit NumberItemEditor(Kind kind, int characters, QWidget* parent = nullptr);

protected:
    [[nodiscard]] QString stored(const QString& typed) const override;

private:
    Kind m_kind;
};

} // namespace sitebook
