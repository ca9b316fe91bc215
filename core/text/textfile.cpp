// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/textfile.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr qint64 largestFile = 512LL * 1024 * 1024;

// Length of the well-formed UTF-8 sequence at `at`, 0 when there is none (overlong forms and surrogates included).
qsizetype sequenceLength(QByteArrayView text, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return i < text.size() ? static_cast<uchar>(text[i]) : uchar(0); };
    const auto tail = [&](qsizetype i) { return (byte(i) & 0xC0) == 0x80; };
    const uchar first = byte(at);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return tail(at + 1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const uchar second = byte(at + 1);
        const bool fits = !(first == 0xE0 && second < 0xA0) && !(first == 0xED && second > 0x9F);
        return fits && tail(at + 1) && tail(at + 2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const uchar second = byte(at + 1);
        const bool fits = !(first == 0xF0 && second < 0x90) && !(first == 0xF4 && second > 0x8F);
        return fits && tail(at + 1) && tail(at + 2) && tail(at + 3) ? 4 : 0;
    }
    return 0;
}

// What no text holds: control characters beside white space, form feed and the escapes of terminals.
bool isControl(char sign)
{
    const auto code = static_cast<uchar>(sign);
    return code < 0x09 || code == 0x0B || (code > 0x0D && code < 0x20 && code != 0x1A && code != 0x1B);
}

// Text in UTF-16 or an older encoding has a remedy; a picture or an archive has none.
bool looksBinary(QByteArrayView text)
{
    if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF"))
        return false;
    const QByteArrayView head = text.first(qMin(text.size(), qsizetype(4096)));
    return std::any_of(head.begin(), head.end(), isControl);
}

Result<> checkText(QByteArrayView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = sequenceLength(text, at);
        if (isControl(text[at]) || (length == 0 && looksBinary(text))) {
            return fail(
                ErrorCode::Unreadable,
                QT_TRANSLATE_NOOP("messages", "This is a binary file, not a text. Choose a JSON, CSV or XML file."),
                placeIn(text, at));
        }
        if (length == 0) {
            return fail(
                ErrorCode::Unreadable,
                QT_TRANSLATE_NOOP("messages", "This text is not UTF-8. Save the file as UTF-8, then import it again."),
                placeIn(text, at));
        }
        at += length;
    }
    return {};
}

} // namespace

Result<QByteArray> readTextFile(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return fail(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("messages", "This file cannot be opened. Check the name and the right to read it."),
            path);
    }
    if (file.size() > largestFile) {
        return fail(ErrorCode::Unreadable,
                    QT_TRANSLATE_NOOP("messages", "This file is larger than 512 MiB. Split it, then import the parts."),
                    path);
    }
    QByteArray text = file.readAll();
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    if (text.trimmed().isEmpty()) {
        return fail(ErrorCode::Unreadable, QT_TRANSLATE_NOOP("messages", "This file is empty. Choose another one."),
                    u"line 1, column 1"_s);
    }
    SB_TRY(checkText(text));
    return text;
}

QString placeIn(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(qBound(qsizetype(0), offset, text.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const QByteArrayView line = before.sliced(before.lastIndexOf('\n') + 1);
    const auto characters = std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
    return QStringLiteral("line %1, column %2").arg(lines + 1).arg(characters + 1);
}

QString lineIn(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(qBound(qsizetype(0), offset, text.size()));
    return QStringLiteral("line %1").arg(std::count(before.begin(), before.end(), '\n') + 1);
}

} // namespace sitebook
