// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/place.h"

namespace sitebook {

// Remembers which form is open, outside the program, so that after a crash or a power cut it reopens where it was. What
// was typed is in the form's sealed draft; here stands only the draft's key. A form left in order is forgotten.
class OpenForm final
{
public:
    explicit OpenForm(const QString& workspaceId);
    // The key of the form that was open when the program ended without leaving it; empty: none.
    [[nodiscard]] QString interrupted() const;
    void note(const Place& place);
    void forget();

private:
    void write(const QString& draftKey);
    const QString m_setting;
};

} // namespace sitebook
