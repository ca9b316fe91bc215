// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/userprompt.h"

namespace sitebook {

// Asks a person, in dialogs that do not block. No parent given: the active window.
class DialogPrompt final : public UserPrompt
{
public:
    void decide(QWidget* parent, const QString& title, const QString& text, const QStringList& buttons,
                std::function<void(int)> answer) override;
    void askReason(QWidget* parent, const QString& title, const QString& text,
                   std::function<void(const QString&)> answer) override;
    void askWhy(QWidget* parent, const QString& title, const QString& text, const QStringList& usual,
                std::function<void(const QString&)> answer) override;
    void askPassword(QWidget* parent, const QString& title, const QString& text,
                     std::function<void(const QString&)> answer) override;
    void chooseFolder(QWidget* parent, const QString& title, const QString& start,
                      std::function<void(const QString&)> answer) override;
    void chooseFiles(QWidget* parent, const QString& title, const QString& filter,
                     std::function<void(const QStringList&)> answer) override;
};

} // namespace sitebook
