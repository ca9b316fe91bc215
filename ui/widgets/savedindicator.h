// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/draftsaver.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>

namespace sitebook {

// Says where the typed text is, always in sight: "All changes saved 09:42", "Saving...", or why it is not saved.
class SavedIndicator final : public QLabel
{
    Q_DECLARE_TR_FUNCTIONS(SavedIndicator)

public:
    explicit SavedIndicator(QWidget* parent = nullptr)
        : QLabel(parent)
    {
        setObjectName(QStringLiteral("savedIndicator"));
        setProperty("type", QStringLiteral("small"));
        setProperty("muted", true);
        setWordWrap(true);
    }

    // `dirty`: something differs from the stored record.
    void follow(const DraftSaver& drafts, bool dirty)
    {
        const bool failed = drafts.error().has_value();
        if (failed)
            setText(tr("Not saved: %1").arg(drafts.error()->message.localised()));
        else if (drafts.isBusy())
            setText(tr("Saving…"));
        else if (dirty && drafts.savedAt().isValid())
            setText(tr("All changes saved %1").arg(QLocale().toString(drafts.savedAt().time(), QLocale::ShortFormat)));
        else if (!dirty)
            setText(tr("No unsaved changes"));
        if (failed != m_failed) {
            m_failed = failed;
            Theme::setStyleProperty(this, "tone", failed ? Theme::toneName(Tone::Danger) : QString());
        }
    }

private:
    bool m_failed = false;
};

} // namespace sitebook
