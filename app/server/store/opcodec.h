// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/merge.h"
#include "core/journal/operation.h"

namespace sitebook::server {

// The bytes of an operation and of a record's state as they are sealed at rest.
[[nodiscard]] QByteArray encodeOperation(const Operation& operation);
[[nodiscard]] Result<Operation> decodeOperation(const QByteArray& bytes);
[[nodiscard]] QByteArray encodeState(const RecordState& state);
[[nodiscard]] Result<RecordState> decodeState(const QByteArray& bytes);

} // namespace sitebook::server
