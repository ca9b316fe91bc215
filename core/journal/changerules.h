// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/journal/operation.h"

namespace sitebook {

// What a change must be, beside what the merge says of it: the same functions are asked by a desk's services and by the
// server. `before` are the record's fields; empty for a new record.

// Error Denied unless somebody of this role may make this change. Of a query its type counts: what monitors and data
// managers ask is theirs to raise and to close, what a check found and notes belong to those who enter data as well.
[[nodiscard]] Result<> requireRight(Role role, const Operation& op, const Fields& before);

// Error Invalid, `where` the field: the operation says what its kind does not say, such as a lock that changes an
// answer, or a message under another operation's id.
[[nodiscard]] Result<> requireShape(const Operation& op, const Fields& before);

// Error Denied with where = "status" while a lock keeps the record as it is.
[[nodiscard]] Result<> requireUnlocked(const Operation& op, const Fields& before);

} // namespace sitebook
