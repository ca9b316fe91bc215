// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spreadsheet/packedfile.h"

#ifdef SITEBOOK_WITH_LIBZIP
#include <zip.h>
#endif

namespace sitebook {

using namespace Qt::StringLiterals;

tl::unexpected<Error> PackedFile::damaged(const QString& why, const QString& where)
{
    return fail(ErrorCode::Unreadable,
                Message(QT_TRANSLATE_NOOP("messages", "The workbook is damaged (%1). Open it in a spreadsheet program, "
                                                      "save it as .xlsx again and choose that file."),
                        {why}),
                where);
}

#ifdef SITEBOOK_WITH_LIBZIP

struct PackedFile::Archive
{
    QByteArray document; // libzip reads from it
    zip_t* zip = nullptr;

    ~Archive()
    {
        if (zip != nullptr)
            zip_discard(zip);
    }
};

namespace {

QString textOf(zip_error_t& error)
{
    QString text = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    return text;
}

zip_int64_t indexOf(zip_t* zip, const QString& part)
{
    return zip_name_locate(zip, part.toUtf8().constData(), ZIP_FL_NOCASE);
}

struct Close
{
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace

bool PackedFile::isSupported()
{
    return true;
}

Result<PackedFile> PackedFile::open(const QByteArray& document)
{
    auto archive = std::make_unique<Archive>();
    archive->document = document;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(archive->document.constData(),
                                                    static_cast<zip_uint64_t>(archive->document.size()), 0, &error);
    if (source == nullptr)
        return damaged(textOf(error), {});
    archive->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive->zip == nullptr) {
        zip_source_free(source);
        return damaged(textOf(error), {});
    }
    zip_error_fini(&error);
    return PackedFile(std::move(archive));
}

bool PackedFile::has(const QString& part) const
{
    return indexOf(m_archive->zip, part) >= 0;
}

Result<QByteArray> PackedFile::read(const QString& part)
{
    constexpr qsizetype step = 64 * 1024;
    const zip_int64_t index = indexOf(m_archive->zip, part);
    const std::unique_ptr<zip_file_t, Close> file(
        index < 0 ? nullptr : zip_fopen_index(m_archive->zip, static_cast<zip_uint64_t>(index), 0));
    if (file == nullptr)
        return damaged(QString::fromUtf8(zip_strerror(m_archive->zip)), part);
    QByteArray bytes;
    for (;;) {
        const qsizetype before = bytes.size();
        bytes.resize(before + step);
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + before, static_cast<zip_uint64_t>(step));
        if (got < 0)
            return damaged(QString::fromUtf8(zip_file_strerror(file.get())), part);
        bytes.resize(before + static_cast<qsizetype>(got));
        m_bytes += got;
        if (m_bytes > mostBytes)
            return fail(ErrorCode::Unreadable,
                        Message(QT_TRANSLATE_NOOP("messages", "The workbook unpacks to more than %1 MiB. Take out what "
                                                              "is not needed, or save the sheet as CSV."),
                                {QString::number(mostBytes / 1024 / 1024)}),
                        part);
        if (got == 0)
            return bytes;
    }
}

#else

struct PackedFile::Archive
{
};

bool PackedFile::isSupported()
{
    return false;
}

Result<PackedFile> PackedFile::open(const QByteArray&)
{
    return fail(ErrorCode::Unsupported,
                QT_TRANSLATE_NOOP("messages",
                                  "This is a workbook or another packed file. Of an XLSForm workbook (.xlsx) "
                                  "make an XForm (.xml) first, as the form's server or ODK's own tools do."));
}

bool PackedFile::has(const QString&) const
{
    return false;
}

Result<QByteArray> PackedFile::read(const QString& part)
{
    return damaged(QString(), part);
}

#endif

PackedFile::PackedFile(std::unique_ptr<Archive> archive)
    : m_archive(std::move(archive))
{
}
PackedFile::PackedFile(PackedFile&&) noexcept = default;
PackedFile& PackedFile::operator=(PackedFile&&) noexcept = default;
PackedFile::~PackedFile() = default;

} // namespace sitebook
