// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/shell/mainwindow.h"

#include <QPointer>
#include <QTimer>

namespace sitebook {

// Keeps footer, badges and the commands of sync and queue true to the services.
class DeliveryWatch final : public QObject
{
    Q_OBJECT
public:
    explicit DeliveryWatch(Workspace& workspace, QObject* parent = nullptr);
    // The window that is kept true from now on; it may be a new one after a change of language.
    void attach(MainWindow* window);

private:
    void refreshSync();
    void refreshQueue();
    void refreshQueries();
    Workspace& m_workspace;
    QPointer<MainWindow> m_window;
    bool m_queueStopped = false; // by itself, and the person was told
    QTimer m_minute;             // "09:41" becomes "yesterday" while nobody touches anything
};

} // namespace sitebook
