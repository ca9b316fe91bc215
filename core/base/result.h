// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace sitebook {

// The answer of everything that can fail: the value, or an Error with its sentence.
template <class T = void>
using Result = tl::expected<T, Error>;

// return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "..."), "dateOfBirth");
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, Message message, QString where = {})
{
    return tl::unexpected<Error>(Error(code, std::move(message), std::move(where)));
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace sitebook

// Leaves the function with the error of a Result, as `SB_TRY(store.open());` or `SB_TRY_ASSIGN(auto rows, read());`.
#define SB_CONCAT_(a, b) a##b
#define SB_CONCAT(a, b) SB_CONCAT_(a, b)
#define SB_TRY_IMPL(name, expr)                                                                                        \
    auto name = (expr);                                                                                                \
    if (!name)                                                                                                         \
    return ::sitebook::fail(std::move(name).error())
#define SB_TRY(expr) SB_TRY_IMPL(SB_CONCAT(sbTry, __LINE__), expr)
#define SB_TRY_ASSIGN_IMPL(name, target, expr)                                                                         \
    SB_TRY_IMPL(name, expr);                                                                                           \
    target = std::move(*name) // NOLINT(bugprone-macro-parentheses): `target` may declare a variable
#define SB_TRY_ASSIGN(target, expr) SB_TRY_ASSIGN_IMPL(SB_CONCAT(sbTry, __LINE__), target, expr)
