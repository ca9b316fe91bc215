// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace sitebook {

// Argon2id in its standard text form, for accounts of the server. Slow; call on a worker.
[[nodiscard]] Result<QByteArray> hashPassword(const QString& password);
[[nodiscard]] bool verifyPassword(const QByteArray& hash, const QString& password);

// Reads a password: --password-file FILE (first line), else SITEBOOK_PASSWORD, else asks on the terminal without echo.
// Error Usage when there is no terminal to ask on.
[[nodiscard]] Result<QString> passwordFromSources(const QString& passwordFile, const char* prompt);

} // namespace sitebook
