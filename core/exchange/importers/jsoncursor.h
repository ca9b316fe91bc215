// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonValue>

namespace sitebook {

// Walks a large JSON text piece by piece, so that only one record is in memory as objects and numbers keep the text
// they were written with (1.10). It finds where values begin and end; Qt's parser reads what is inside. Every error is
// Unreadable with line and column. The text must outlive the cursor and be UTF-8.
class JsonCursor final
{
public:
    explicit JsonCursor(QByteArrayView text, qsizetype at = 0)
        : m_text(text)
        , m_at(at)
    {
    }

    // The next character that is not white space; 0 at the end.
    char peek();
    [[nodiscard]] qsizetype position() const { return m_at; }
    // Steps into an object '{' or a list '['.
    [[nodiscard]] Result<> enter(char opening);
    // True when another member or element follows; false after the closing sign. `first` is kept by the caller for the
    // level it is in: true before the first call.
    [[nodiscard]] Result<bool> more(char closing, bool& first);
    // The key of a member with its colon.
    [[nodiscard]] Result<QString> key();
    // The text of the next value, whatever it is.
    [[nodiscard]] Result<QByteArrayView> raw();
    [[nodiscard]] Result<QJsonValue> value();
    // One cell of a table: text of a string, digits of a number, "true"/"false", empty for null. Error for anything
    // nested.
    [[nodiscard]] Result<QString> cell();
    [[nodiscard]] tl::unexpected<Error> broken(qsizetype at) const;

private:
    [[nodiscard]] Result<> skipString();

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace sitebook
