// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/passwordhash.h"

#include <QFile>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

namespace sitebook {

namespace {

constexpr qint64 longestPassword = 4096;

QString firstLine(QByteArray line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

Result<QString> fromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("messages", "The password file cannot be read. Check its name and the right to read it."),
            path);
    QString password = firstLine(file.readLine(longestPassword));
    if (password.isEmpty())
        return fail(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("messages", "The first line of the password file is empty. Write the password there."),
            path);
    return password;
}

#ifdef Q_OS_UNIX
// Turns the echo off while it lives.
class SilentTerminal final
{
public:
    SilentTerminal()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
    termios m_before{};
};
#endif

Result<QString> fromTerminal([[maybe_unused]] const char* prompt)
{
#ifdef Q_OS_UNIX
    if (isatty(STDIN_FILENO)) {
        std::fprintf(stderr, "%s: ", prompt);
        std::fflush(stderr);
        const SilentTerminal silent;
        QFile input;
        if (input.open(stdin, QIODevice::ReadOnly))
            return firstLine(input.readLine(longestPassword));
    }
#endif
    return fail(ErrorCode::Usage,
                QT_TRANSLATE_NOOP("messages", "A password is needed and there is no terminal to ask on: use "
                                              "--password-file or the variable SITEBOOK_PASSWORD."));
}

} // namespace

Result<QString> passwordFromSources(const QString& passwordFile, const char* prompt)
{
    if (!passwordFile.isEmpty())
        return fromFile(passwordFile);
    const QString fromEnvironment = qEnvironmentVariable("SITEBOOK_PASSWORD");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    return fromTerminal(prompt);
}

} // namespace sitebook
