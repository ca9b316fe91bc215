// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <memory>

namespace sitebook {

// A packed file (zip) in memory. What is unpacked is counted as it comes, whatever the file says of its sizes: a few
// kilobytes that unpack to gigabytes are refused. Not thread-safe.
class PackedFile final
{
public:
    static constexpr qint64 mostBytes = 256LL * 1024 * 1024; // of all parts together

    // Whether this program was built with what unpacks.
    [[nodiscard]] static bool isSupported();
    // Error Unreadable for a damaged file; Unsupported where nothing unpacks it.
    [[nodiscard]] static Result<PackedFile> open(const QByteArray& document);

    PackedFile(PackedFile&&) noexcept;
    PackedFile& operator=(PackedFile&&) noexcept;
    ~PackedFile();

    [[nodiscard]] bool has(const QString& part) const;
    // Errors Unreadable: no such part, damaged, more than mostBytes so far; the part is the error's place.
    [[nodiscard]] Result<QByteArray> read(const QString& part);

    // The sentence for a workbook that cannot be read, with its reason.
    [[nodiscard]] static tl::unexpected<Error> damaged(const QString& why, const QString& where);

private:
    struct Archive;
    explicit PackedFile(std::unique_ptr<Archive> archive);
    std::unique_ptr<Archive> m_archive;
    qint64 m_bytes = 0;
};

} // namespace sitebook
