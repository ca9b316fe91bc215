// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/widgets/whendone.h"

#include <QDateTime>
#include <functional>
#include <optional>

namespace sitebook {

// Saves one form's draft while it is typed: at once, one save at a time; what changes meanwhile is saved as one newer
// draft. GUI thread. A draft under way when the saver dies is still finished by the service.
class DraftSaver final
{
public:
    explicit DraftSaver(DraftService& drafts)
        : m_drafts(drafts)
    {
    }
    // What waits is handed over: a form that closes right after its last key loses nothing, and one that was saved
    // leaves no draft behind. The service keeps the order.
    ~DraftSaver()
    {
        m_context.reset();
        if (m_pending)
            (void)m_drafts.save(*m_pending);
        else if (!m_remove.isEmpty())
            (void)m_drafts.remove(m_remove);
    }
    DraftSaver(const DraftSaver&) = delete;
    DraftSaver& operator=(const DraftSaver&) = delete;

    std::function<void()> stateChanged; // called after each start, success and failure

    void save(Draft draft)
    {
        m_pending = std::move(draft);
        m_remove.clear();
        next();
    }
    // Removes the draft after what is under way; nothing waiting is written any more.
    void discard(const QString& key)
    {
        m_pending.reset();
        m_remove = key;
        m_savedAt = {};
        m_error.reset();
        next();
    }
    [[nodiscard]] bool isBusy() const { return m_running; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] QDateTime savedAt() const { return m_savedAt; } // local; invalid: nothing saved yet
    void markSaved(const QDateTime& when) { m_savedAt = when; }

private:
    void next()
    {
        if (m_running)
            return;
        if (m_pending) {
            const Draft draft = *std::exchange(m_pending, std::nullopt);
            run(m_drafts.save(draft), true);
        } else if (!m_remove.isEmpty()) {
            run(m_drafts.remove(std::exchange(m_remove, QString())), false);
        }
    }
    void run(QFuture<Result<>> work, bool isSave)
    {
        m_running = true;
        tell();
        whenDone(m_context.get(), work, [this, isSave](const Result<>& done) {
            m_running = false;
            m_error = done ? std::nullopt : std::optional(done.error());
            if (done && isSave)
                m_savedAt = QDateTime::currentDateTime();
            next();
            tell();
        });
    }
    void tell() const
    {
        if (stateChanged)
            stateChanged();
    }

    DraftService& m_drafts;
    std::optional<Draft> m_pending;
    std::optional<Error> m_error;
    QString m_remove;
    QDateTime m_savedAt;
    bool m_running = false;
    std::unique_ptr<QObject> m_context = std::make_unique<QObject>(); // dies first: no answer reaches a dead owner
};

} // namespace sitebook
