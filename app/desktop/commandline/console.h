// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QIODevice>
#include <QJsonObject>

namespace sitebook {

// What commands print: results on one device, troubles on the other, UTF-8, a line at a time.
class Console final
{
public:
    Console(QIODevice& out, QIODevice& err)
        : m_out(out)
        , m_err(err)
    {
    }
    void line(const QString& text);
    void line(const Message& message) { line(message.localised()); }
    void object(const QJsonObject& object); // one line of JSON
    // "sitebook: where: sentence"
    void trouble(const Error& error);
    void trouble(const Message& message) { trouble(Error(ErrorCode::Usage, message)); }
    // Says how to go on without a window; the exit status.
    [[nodiscard]] int noDisplay();

private:
    QIODevice& m_out;
    QIODevice& m_err;
};

// True when a window can be shown, or a platform was chosen in QT_QPA_PLATFORM.
[[nodiscard]] bool hasDisplay();

} // namespace sitebook
