// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/console.h"

#include <QFileDevice>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

void write(QIODevice& device, const QByteArray& bytes)
{
    device.write(bytes);
    if (auto* file = qobject_cast<QFileDevice*>(&device))
        file->flush();
}

} // namespace

void Console::line(const QString& text)
{
    write(m_out, text.toUtf8().append('\n'));
}

void Console::object(const QJsonObject& object)
{
    write(m_out, QJsonDocument(object).toJson(QJsonDocument::Compact).append('\n'));
}

void Console::trouble(const Error& error)
{
    const QString sentence = u"sitebook: "_s + error.localised();
    write(m_err, sentence.toUtf8().append('\n'));
}

int Console::noDisplay()
{
    trouble(
        Message(QT_TRANSLATE_NOOP("messages", "There is no display for a window. Run it in a desktop session, or use a "
                                              "command (sitebook --help).")));
    return 1;
}

bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

} // namespace sitebook
