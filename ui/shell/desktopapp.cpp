// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopapp.h"

#include "ui/session/sessioncontroller.h"
#include "ui/settings/languages.h"
#include "ui/shell/dialogprompt.h"
#include "ui/shell/mainwindowcontroller.h"
#include "ui/shell/trace.h"

#include <QApplication>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

// The composition of the desktop: everything a window needs, built once, passed by reference.
class Desktop final : public QObject
{
    Q_OBJECT
public:
    Desktop(QApplication& application, bool trace)
        : m_application(application)
        , m_manager(WorkspaceManager::make())
        , m_trace(trace ? std::make_unique<Trace>() : nullptr)
    {
        m_theme.setTextScale(m_preferences.textScale());
        m_theme.apply(application, m_preferences.themeMode());
        m_languages.use(m_preferences.language());
        m_session = std::make_unique<SessionController>(*m_manager, m_prompt);
        connect(&m_preferences, &Preferences::themeModeChanged, this,
                [this](Theme::Mode mode) { m_theme.apply(m_application, mode); });
        connect(&m_preferences, &Preferences::textScaleChanged, this, [this](qreal scale) {
            m_theme.setTextScale(scale);
            rebuild();
        });
        connect(&m_preferences, &Preferences::languageChanged, this, [this](const QString& language) {
            m_languages.use(language);
            rebuild();
        });
        connect(m_session.get(), &SessionController::opened, this, &Desktop::open);
        connect(m_session.get(), &SessionController::closed, this, [] { QApplication::quit(); });
        connect(m_session.get(), &SessionController::passwordAccepted, this, [this] {
            if (m_trace)
                m_trace->passwordAccepted();
        });
        connectAppearance();
    }

    void start(const QString& path) { m_session->start(path); }
    [[nodiscard]] QByteArray report() const { return m_trace ? m_trace->report() : QByteArray(); }

private:
    void connectAppearance()
    {
        connect(m_session.get(), &SessionController::languageWanted, &m_preferences, &Preferences::setLanguage);
        connect(m_session.get(), &SessionController::themeWanted, &m_preferences, &Preferences::setThemeMode);
    }

    void open(const std::shared_ptr<Workspace>& workspace)
    {
        m_main = std::make_unique<MainWindowController>(workspace, m_preferences, m_prompt, m_trace.get());
        connect(m_main.get(), &MainWindowController::left, this, &Desktop::left, Qt::QueuedConnection);
        m_main->show(m_trace ? PageId::Patients : PageId::Today);
        m_session->window().hide();
    }

    void left(MainWindowController::Leave how)
    {
        m_main.reset();
        if (how == MainWindowController::Leave::Quit)
            QApplication::quit();
        else
            m_session->start({});
    }

    // Sizes and words are taken when a widget is made: other ones mean other widgets.
    void rebuild()
    {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_session->rebuildWindow();
                if (m_main)
                    m_main->rebuildWindow();
            },
            Qt::QueuedConnection);
    }

    QApplication& m_application;
    Theme m_theme;
    Preferences m_preferences;
    Languages m_languages;
    DialogPrompt m_prompt;
    std::unique_ptr<WorkspaceManager> m_manager;
    std::unique_ptr<Trace> m_trace;
    std::unique_ptr<SessionController> m_session;
    std::unique_ptr<MainWindowController> m_main;
};

} // namespace

int runDesktop(QApplication& application, const QString& workspacePath, bool trace)
{
    QApplication::setQuitOnLastWindowClosed(false);
    Desktop desktop(application, trace);
    desktop.start(workspacePath);
    const int status = QApplication::exec();
    const QByteArray report = desktop.report();
    std::fwrite(report.constData(), 1, static_cast<size_t>(report.size()), stderr);
    return status;
}

} // namespace sitebook

#include "desktopapp.moc"
