// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/commandline/console.h"
#include "core/base/result.h"

#include <QCommandLineParser>
#include <QFuture>
#include <QObject>
#include <type_traits>

namespace sitebook {

// Marks a text of the command line for translation and gives it in the person's language.
inline QString translate(const char* context, const char* text)
{
    return QCoreApplication::translate(context, text);
}

// One command: describes its options, then works in the event loop of the program and ends with finished(). Nothing
// here waits in a loop of its own: every step is the continuation of the one before.
class Command : public QObject
{
    Q_OBJECT

public:
    struct Signature
    {
        const char* name;
        const char* summary; // what it does; marked for translation
        const char* example;
        int leastArguments; // beside the name
        int mostArguments;  // -1: any number
        bool listed = true; // in `sitebook --help`
    };

    Command(const Signature& signature, Console& console)
        : m_signature(signature)
        , m_console(console)
    {
    }
    [[nodiscard]] const Signature& signature() const { return m_signature; }
    // Adds options and arguments beside --help and the name.
    virtual void describe(QCommandLineParser& parser) const = 0;
    // `parser` has parsed without error and outlives the command.
    virtual void start(const QCommandLineParser& parser) = 0;

Q_SIGNALS:
    void finished(int status); // once; see CommandLine::Status

protected:
    [[nodiscard]] Console& console() const { return m_console; }
    // Ends the command; the default says finished() at once.
    virtual void end(int status) { Q_EMIT finished(status); }
    // Prints the sentence and ends with 1, or with 2 for wrong usage.
    void fail(const Error& error);
    // Where it happened, when an error of this kind does not say so itself.
    [[nodiscard]] virtual QString place(ErrorCode) const { return {}; }
    // Goes on with the value, or fails with the error.
    template <class T, class Then>
    void await(QFuture<Result<T>> future, Then then)
    {
        future.then(this, [this, then = std::move(then)](Result<T> result) mutable {
            if (!result)
                fail(result.error());
            else if constexpr (std::is_void_v<T>)
                then();
            else
                then(std::move(*result));
        });
    }

private:
    Signature m_signature;
    Console& m_console;
};

} // namespace sitebook
