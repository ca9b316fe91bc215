// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sentences.h"

namespace sitebook::sync::sentences {

Message notSetUp()
{
    return QT_TRANSLATE_NOOP("messages", "No server is set up for this workspace; everything stays on this desk.");
}
Message starting()
{
    return QT_TRANSLATE_NOOP("messages", "Synchronisation is starting.");
}
Message workingOffline()
{
    return QT_TRANSLATE_NOOP("messages",
                             "You are working offline; entries are kept here and sent when you go online again.");
}
Message needsSignIn()
{
    return QT_TRANSLATE_NOOP("messages",
                             "Sign in to the server to send and receive; what was entered waits here safely.");
}
Message needsSignInWithoutKeychain()
{
    return QT_TRANSLATE_NOOP("messages",
                             "This computer has no keychain, so the password for the server is asked for each "
                             "time; sign in to send and receive.");
}
Message signInEnded()
{
    return QT_TRANSLATE_NOOP("messages",
                             "The sign-in to the server has ended; enter the password again to go on sending. "
                             "Nothing is lost.");
}
Message otherStudy(const QString& theirs, const QString& ours)
{
    return Message(QT_TRANSLATE_NOOP("messages",
                                     "The server holds another study (%1) than this workspace (%2); check the "
                                     "address of the server or open the right workspace."),
                   {theirs, ours});
}
Message outdated()
{
    return QT_TRANSLATE_NOOP("messages",
                             "The server needs a newer version of this program; update it to send again. You "
                             "can go on entering data meanwhile.");
}
Message serverOutdated()
{
    return QT_TRANSLATE_NOOP("messages",
                             "The server is older than this program; ask the person who runs it to update it.");
}
Message pushDenied()
{
    return QT_TRANSLATE_NOOP("messages",
                             "The server does not allow this person to send; ask the study's administrator. "
                             "Everything stays on this desk.");
}
Message pullDenied()
{
    return QT_TRANSLATE_NOOP("messages",
                             "The server does not allow this person to receive; ask the study's administrator.");
}
Message busy()
{
    return QT_TRANSLATE_NOOP("messages", "The server is busy and asked to wait; the next attempt follows by itself.");
}
Message failure(HttpFailure kind)
{
    switch (kind) {
    case HttpFailure::Unreachable:
        return QT_TRANSLATE_NOOP("messages",
                                 "The server cannot be reached; the next attempt follows by itself. You can go "
                                 "on working.");
    case HttpFailure::TimedOut:
        return QT_TRANSLATE_NOOP("messages", "The server did not answer in time; the next attempt follows by itself.");
    case HttpFailure::Reset:
        return QT_TRANSLATE_NOOP("messages", "The connection to the server broke; the next attempt follows by itself.");
    case HttpFailure::Truncated:
        return incomplete();
    case HttpFailure::TooLarge:
        return QT_TRANSLATE_NOOP("messages", "The server's answer was larger than allowed and was not used; tell the "
                                             "person who runs the server.");
    case HttpFailure::Untrusted:
        return QT_TRANSLATE_NOOP("messages",
                                 "The certificate of the server is not trusted, so nothing was sent; ask the "
                                 "person who runs the server.");
    }
    return {};
}
Message serverFault(int status)
{
    return Message(
        QT_TRANSLATE_NOOP("messages", "The server had a failure of its own (%1); the next attempt follows by itself."),
        {QString::number(status)});
}
Message incomplete()
{
    return QT_TRANSLATE_NOOP("messages",
                             "The server's answer was not complete and was not used; the next attempt follows "
                             "by itself.");
}
Message notOurs(int status)
{
    return Message(QT_TRANSLATE_NOOP("messages", "Something that is not the study's server answered (%1); check the "
                                                 "address, or sign in to the network you are using."),
                   {QString::number(status)});
}
Message questionRefused(int status)
{
    return Message(QT_TRANSLATE_NOOP("messages",
                                     "The server did not understand this program (%1); update the program, or "
                                     "tell the person who runs the server."),
                   {QString::number(status)});
}
Message inconsistentEpoch()
{
    return QT_TRANSLATE_NOOP("messages", "The server does not agree with itself about its history; the next attempt "
                                         "follows by itself. Tell the person who runs the server if this stays.");
}
Message badReceipt()
{
    return QT_TRANSLATE_NOOP("messages", "The server's receipt is not genuine, so nothing was marked as sent; tell the "
                                         "study's administrator.");
}
Message connecting()
{
    return QT_TRANSLATE_NOOP("messages", "Connecting to the server.");
}
Message sending()
{
    return QT_TRANSLATE_NOOP("messages", "Sending to the server.");
}
Message receiving()
{
    return QT_TRANSLATE_NOOP("messages", "Receiving from the server.");
}
Message comparing()
{
    return QT_TRANSLATE_NOOP("messages", "The server's history has changed; comparing what it still holds, and sending "
                                         "again what it lost.");
}
Message tooLarge()
{
    return QT_TRANSLATE_NOOP("messages", "This entry is too large for the server.");
}
Message waitingItems(qint64 count)
{
    return Message(QT_TRANSLATE_NOOP("messages",
                                     "The server cannot take some entries yet (%1); they follow by themselves. "
                                     "\"Sync now\" tries at once."),
                   {QString::number(count)});
}
Message allSent()
{
    return QT_TRANSLATE_NOOP("messages", "Everything on this desk is on the server.");
}
Message openConflicts(qint64 count)
{
    return Message(QT_TRANSLATE_NOOP("messages", "Everything is sent; conflicts that wait for a decision: %1."),
                   {QString::number(count)});
}
Message quarantined(qint64 count)
{
    return Message(
        QT_TRANSLATE_NOOP("messages", "The server refused some entries (%1); open the Sync page to see why."),
        {QString::number(count)});
}
Message wrongCredentials()
{
    return QT_TRANSLATE_NOOP("messages",
                             "The server does not know this name with this password; check both and try again.");
}
Message accountLocked()
{
    return QT_TRANSLATE_NOOP("messages", "This account is locked on the server; ask the study's administrator.");
}
Message tooManySignIns(qint64 seconds)
{
    return Message(QT_TRANSLATE_NOOP("messages", "Too many sign-ins in a short time; try again in %1 seconds."),
                   {QString::number(seconds)});
}
Message signInOffline()
{
    return QT_TRANSLATE_NOOP("messages",
                             "The server cannot be reached, so signing in to it must wait; check the network. "
                             "You can go on working.");
}
Message stopped()
{
    return QT_TRANSLATE_NOOP("messages", "Synchronisation was closed before it was done; nothing is lost.");
}

} // namespace sitebook::sync::sentences
