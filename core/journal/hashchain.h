// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/operation.h"

namespace sitebook {

// hash_n = BLAKE2b-256 over length-prefixed fields:
//   "sitebook.audit.1", n, prev, device, user, role, capturedAt.utcMs, capturedAt.offsetMinutes, clock quality,
//   type, entity, recordId, opId, baseVersion, schema, oldDigest, newDigest, reason
// Integers are 8 bytes big-endian, texts UTF-8, every field preceded by its length in 4 bytes big-endian; device,
// recordId and opId are their 36-letter texts; type, entity, role and clock quality their codes. prev of n = 1 is 32
// zero bytes. The verifier implements the same from this comment, not from this code.
[[nodiscard]] QByteArray chainHash(const Operation& operation);

// 32 zero bytes: what the first entry of a chain follows.
[[nodiscard]] QByteArray chainOrigin();

// Keyed BLAKE2b-256 of canonical field bytes (Fields::encode), key 32 bytes.
[[nodiscard]] QByteArray fieldsDigest(const Fields& fields, const QByteArray& key);
[[nodiscard]] QByteArray encodedDigest(const QByteArray& encodedFields, const QByteArray& key);

// SHA-256 over the content that makes an operation itself (everything but the delivery): equal fingerprints mean the
// same operation sent again. Computed by desk and server alike.
[[nodiscard]] QByteArray fingerprint(const Operation& operation);

} // namespace sitebook
