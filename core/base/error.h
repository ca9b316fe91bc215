// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <QObject>

namespace sitebook {

Q_NAMESPACE

// What kind of trouble it is; it decides where a person meets it (field finding, banner, list, question).
enum class ErrorCode {
    Invalid,          // what was typed or sent breaks a rule; `where` names the field
    NotFound,         // the thing named does not exist
    AlreadyExists,    // same identifier, other content
    Conflict,         // somebody else changed it meanwhile
    Denied,           // the role may not do this
    WrongCredentials, // name or password
    Locked,           // account, keychain or workspace is locked
    NeedsRecovery,    // too many failures, or no slot: the recovery code or the server is needed
    NotAWorkspace,    // the folder or file is something else
    NewerVersion,     // written by a newer program
    OtherStudy,       // the other side holds another study
    Damaged,          // fails its seal, chain or integrity check
    Unreadable,       // a file that cannot be parsed; `where` is "line 3, column 7"
    Unsupported,      // format, dialect or version nobody here knows
    NotWritable,      // folder or file refuses writing
    DiskFull,
    Storage,   // any other failure of the database or file system
    Offline,   // no network, or the server does not answer
    Server,    // the server answered with a failure
    Protocol,  // an answer that is not complete or not ours
    Keychain,  // the secret store of the system is absent or refuses
    Cancelled, // by the person; nothing was changed
    Busy,      // in use by another process, or port taken
    Usage,     // wrong command line
    Internal,
};
Q_ENUM_NS(ErrorCode)

// Why something could not be done: one sentence (what, and what to do), and the place.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    Message message;
    QString where;     // field, "row 3", "line 4, column 2", or a path
    QString requestId; // set when a server answered

    Error() = default;
    Error(ErrorCode errorCode, Message text, QString place = {}, QString request = {})
        : code(errorCode)
        , message(std::move(text))
        , where(std::move(place))
        , requestId(std::move(request))
    {
    }

    // The sentence with its place, as the command line prints it.
    [[nodiscard]] QString english() const
    {
        return where.isEmpty() ? message.english() : where + u": " + message.english();
    }
    [[nodiscard]] QString localised() const
    {
        return where.isEmpty() ? message.localised() : where + u": " + message.localised();
    }
    // The stable word for logs, JSON and the wire: "not_found", "disk_full", ...
    [[nodiscard]] QString word() const;
    friend bool operator==(const Error&, const Error&) = default;
};

} // namespace sitebook
