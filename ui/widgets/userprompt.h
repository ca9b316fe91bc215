// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>

class QWidget;

namespace sitebook {

// Every modal question goes through here, so that tests answer instead of a person. Answers come back by callback (no
// nested event loop); a dismissed question does not call it.
class UserPrompt
{
public:
    UserPrompt() = default;
    UserPrompt(const UserPrompt&) = delete;
    UserPrompt& operator=(const UserPrompt&) = delete;
    virtual ~UserPrompt() = default;

    // A decision with named buttons; `answer` gets the index. The first is the safe one and the default.
    virtual void decide(QWidget* parent, const QString& title, const QString& text, const QStringList& buttons,
                        std::function<void(int)> answer) = 0;
    // A reason for change: from the study's list or typed; never empty.
    virtual void askReason(QWidget* parent, const QString& title, const QString& text,
                           std::function<void(const QString&)> answer) = 0;
    // The same with other usual answers to choose from, such as why a value is right although a check speaks.
    virtual void askWhy(QWidget* parent, const QString& title, const QString& text, const QStringList& usual,
                        std::function<void(const QString&)> answer) = 0;
    virtual void askPassword(QWidget* parent, const QString& title, const QString& text,
                             std::function<void(const QString&)> answer) = 0;
    virtual void chooseFolder(QWidget* parent, const QString& title, const QString& start,
                              std::function<void(const QString&)> answer) = 0;
    virtual void chooseFiles(QWidget* parent, const QString& title, const QString& filter,
                             std::function<void(const QStringList&)> answer) = 0;
};

} // namespace sitebook
