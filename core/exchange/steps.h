// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/result.h"

namespace sitebook {

// Counts the records of a long run: polls the stop flag at each, tells the progress every 500.
class Steps final
{
public:
    // `progress` may be empty; total 0 means not known. Both references must outlive the run.
    Steps(const Progress& progress, const CancelToken& cancel, qint64 total)
        : m_progress(progress)
        , m_cancel(cancel)
        , m_total(total)
    {
    }

    // One record done. Error Cancelled when asked to stop.
    [[nodiscard]] Result<> step()
    {
        if (m_cancel.isCancelled())
            return fail(ErrorCode::Cancelled, QT_TRANSLATE_NOOP("messages", "Cancelled. Nothing was changed."));
        ++m_done;
        if (m_done % interval == 0)
            tell();
        return {};
    }
    // The end: the last count is always told.
    void finish() const { tell(); }

private:
    static constexpr qint64 interval = 500;
    void tell() const
    {
        if (m_progress)
            m_progress(m_done, m_total);
    }

    const Progress& m_progress;
    const CancelToken& m_cancel;
    qint64 m_total = 0;
    qint64 m_done = 0;
};

} // namespace sitebook
