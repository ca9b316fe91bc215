// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/appendover.h"

namespace sitebook {

Result<> appendOver(WriteScope& scope, Operation op, const Fields& before)
{
    Fields old;
    for (const Fields::Entry& entry : op.set)
        if (const FieldValue* value = before.find(entry.name))
            old.set(entry.name, *value);
    SealedOperation sealed = sealOperation(scope.context, std::move(op), old);
    SB_TRY(scope.append(sealed));
    return {};
}

} // namespace sitebook
