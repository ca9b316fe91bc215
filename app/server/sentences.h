// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <QTranslator>
#include <string_view>

namespace sitebook::server {

// Messages in the language a client asked for: English, or Chinese where its translations are installed. Thread-safe.
class Sentences final
{
public:
    Sentences();
    [[nodiscard]] QString in(const Message& message, bool chinese) const;
    // True when Accept-Language prefers Chinese to English.
    [[nodiscard]] static bool prefersChinese(std::string_view acceptLanguage);

private:
    QTranslator m_chinese;
    bool m_hasChinese;
};

} // namespace sitebook::server
