// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace sitebook {

// One sentence for a person, kept untranslated so that it can be stored, sent and shown in any language later.
// `text` is the English source with %1..%9, marked with QT_TRANSLATE_NOOP("messages", "...") where it is written;
// `args` fill the places. Values of patients never become arguments of messages that are logged.
// ui and server show localised(); core only builds messages.
struct Message
{
    QString text;
    QStringList args;

    Message() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is a message.
    Message(const char* source, QStringList arguments = {})
        : text(QString::fromUtf8(source))
        , args(std::move(arguments))
    {
    }

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    [[nodiscard]] QString english() const { return filled(text); }
    [[nodiscard]] QString localised() const
    {
        return filled(QCoreApplication::translate("messages", text.toUtf8().constData()));
    }
    friend bool operator==(const Message&, const Message&) = default;

private:
    // In one pass: a %1 inside an argument stays what it is.
    [[nodiscard]] QString filled(const QString& sentence) const
    {
        QString result;
        result.reserve(sentence.size());
        for (qsizetype i = 0; i < sentence.size(); ++i) {
            const int place = sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : 0;
            if (place < 1 || place > args.size()) {
                result += sentence[i];
                continue;
            }
            result += args[place - 1];
            ++i;
        }
        return result;
    }
};

} // namespace sitebook
