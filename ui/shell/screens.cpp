// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screens.h"

#include "ui/settings/languages.h"
#include "ui/shell/screenseed.h"
#include "ui/shell/screentour.h"
#include "ui/widgets/errortext.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

struct Round
{
    Theme::Mode mode;
    QString language;
    [[nodiscard]] QString suffix() const
    {
        return (mode == Theme::Mode::Dark ? u"dark-"_s : u"light-"_s) + QString(language).replace(u'_', u'-');
    }
};

std::vector<Round> rounds(const QString& language, const QString& theme)
{
    std::vector<Round> all;
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        const bool isWanted = theme.isEmpty() || (theme == "dark"_L1) == (mode == Theme::Mode::Dark);
        for (const Languages::Language& one : Languages::all())
            if (isWanted && (language.isEmpty() || one.code.left(2) == language.left(2)))
                all.push_back({mode, one.code});
    }
    return all;
}

// The rounds one after another over one workspace.
class ScreenRun final : public QObject
{
    Q_OBJECT
public:
    ScreenRun(const QString& outFolder, std::vector<Round> all)
        : m_outFolder(outFolder)
        , m_rounds(std::move(all))
        , m_manager(WorkspaceManager::make())
        , m_seed(*m_manager, m_temporary.filePath(u"workspace"_s))
    {
        connect(&m_seed, &ScreenSeed::failed, this, [this](const Error& error) { end(localisedText(error)); });
        connect(&m_seed, &ScreenSeed::ready, this, [this](const std::shared_ptr<Workspace>& workspace) {
            m_workspace = workspace;
            nextRound();
        });
    }

    void start()
    {
        if (!m_temporary.isValid() || !QDir().mkpath(m_outFolder)) {
            end(tr("%1 cannot be written to. Choose another folder.").arg(QDir::toNativeSeparators(m_outFolder)));
            return;
        }
        m_seed.start();
    }

private:
    void nextRound()
    {
        if (m_at == m_rounds.size()) {
            m_tour.reset();
            connect(m_workspace.get(), &Workspace::closed, this, [this] { end({}); });
            m_workspace->close();
            return;
        }
        const Round& round = m_rounds[m_at++];
        m_tour.reset();
        m_languages.use(round.language);
        m_theme.apply(*static_cast<QApplication*>(QCoreApplication::instance()), round.mode);
        m_tour =
            std::make_unique<ScreenTour>(m_workspace, m_seed.created(), m_preferences, m_outFolder, round.suffix());
        connect(m_tour.get(), &ScreenTour::finished, this, &ScreenRun::nextRound, Qt::QueuedConnection);
        connect(
            m_tour.get(), &ScreenTour::failed, this,
            [this](const QString& path) { end(tr("%1 cannot be written.").arg(QDir::toNativeSeparators(path))); },
            Qt::QueuedConnection);
        m_tour->start();
    }

    void end(const QString& trouble)
    {
        if (!trouble.isEmpty())
            std::fprintf(stderr, "%s\n", qUtf8Printable(trouble));
        QCoreApplication::exit(trouble.isEmpty() ? 0 : 1);
    }

    QString m_outFolder;
    std::vector<Round> m_rounds;
    QTemporaryDir m_temporary;
    Theme m_theme;
    Languages m_languages;
    Preferences m_preferences;
    std::unique_ptr<WorkspaceManager> m_manager;
    ScreenSeed m_seed;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<ScreenTour> m_tour;
    size_t m_at = 0;
};

} // namespace

int writeScreens(const QString& outFolder, const QString& language, const QString& theme)
{
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    // No message bus, no keychain: the temporary workspace leaves no secret behind in the person's own.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    QApplication::setQuitOnLastWindowClosed(false);
    const std::vector<Round> all = rounds(language, theme);
    if (all.empty()) {
        std::fprintf(
            stderr, "%s\n",
            qUtf8Printable(QCoreApplication::translate("ScreenRun", "There is no such language. Choose en or zh_CN.")));
        return 2;
    }
    ScreenRun run(outFolder, all);
    QMetaObject::invokeMethod(&run, &ScreenRun::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace sitebook

#include "screens.moc"
