// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localworkspacemanager.h"

#include "core/base/logging.h"
#include "core/workspace/workspacefolder.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSettings>
#include <QtConcurrent/QtConcurrentRun>

namespace sitebook {

namespace {

constexpr int recentLimit = 8;
const QString recentKey = QStringLiteral("workspaces/recent");

QByteArray randomSecret()
{
    QByteArray secret(32, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32*>(secret.data()), 8);
    return secret;
}

Message noKeychain()
{
    return QT_TRANSLATE_NOOP("messages",
                             "This system has no keychain that can be used, so the server's password is asked for each "
                             "time. Nothing is stored in clear.");
}

Error secretMissing()
{
    return {ErrorCode::Keychain,
            QT_TRANSLATE_NOOP("messages", "The keychain is locked or has lost this workspace's secret. Unlock the "
                                          "keychain and try again, or use the recovery code.")};
}

} // namespace

std::unique_ptr<WorkspaceManager> WorkspaceManager::make()
{
    return std::make_unique<LocalWorkspaceManager>(makeKeychainStore());
}

LocalWorkspaceManager::LocalWorkspaceManager(std::unique_ptr<CredentialStore> credentials)
    : m_credentials(std::move(credentials))
{
}

LocalWorkspaceManager::~LocalWorkspaceManager()
{
    m_pool.waitForDone();
}

// The secret goes into the keychain first; where that refuses, the workspace is made without one.
QFuture<Result<CreatedWorkspace>> LocalWorkspaceManager::create(const WorkspaceSetup& wanted)
{
    WorkspaceSetup setup = wanted;
    if (!setup.path.trimmed().isEmpty())
        setup.path = QDir(setup.path).absolutePath();
    const QString workspaceId = Uuid::create().toString();
    const QByteArray secret = randomSecret();
    return m_credentials->write(workspacefolder::deviceSecretKey(workspaceId), secret)
        .then(&m_pool,
              [setup, workspaceId, secret](const Result<>& kept) {
                  return workspacefolder::create(setup, workspaceId, kept ? secret : QByteArray());
              })
        .then(this, [this, workspaceId](const Result<CreatedWorkspace>& created) {
            if (created)
                remember(created->path);
            else
                (void)m_credentials->remove(workspacefolder::deviceSecretKey(workspaceId));
            return created;
        });
}

QFuture<Result<StudyFile>> LocalWorkspaceManager::readStudy(const QString& file)
{
    return QtConcurrent::run(&m_pool, [file] { return readStudyFile(file); });
}

Result<WorkspacePreview> LocalWorkspaceManager::preview(const QString& path) const
{
    return workspacefolder::preview(path);
}

QFuture<Result<std::shared_ptr<Workspace>>> LocalWorkspaceManager::open(const QString& path, const UserName& user,
                                                                        const QString& password)
{
    using Opened = Result<std::shared_ptr<Workspace>>;
    using Parts = Result<std::shared_ptr<LocalWorkspace::Parts>>;
    const QString folder = QDir(path).absolutePath();
    const auto door = workspacefolder::door(folder, user);
    if (!door)
        return ready<std::shared_ptr<Workspace>>(fail(door.error()));
    const bool needsSecret = door->slot && door->slot->usesDeviceSecret;
    return m_credentials->read(workspacefolder::deviceSecretKey(door->info.workspaceId))
        .then(
            &m_pool,
            [this, door = *door, user, password, needsSecret](const Result<std::optional<QByteArray>>& kept) -> Parts {
                const bool found = kept && kept->has_value();
                if (needsSecret && !found)
                    return fail(secretMissing());
                SB_TRY_ASSIGN(OpenedWorkspace opened,
                              workspacefolder::unlock(door, user, password, needsSecret ? **kept : QByteArray()));
                QMetaObject::invokeMethod(this, &WorkspaceManager::passwordAccepted, Qt::QueuedConnection);
                if (!kept && kept.error().code == ErrorCode::Keychain)
                    opened.info.keychainMessage = noKeychain();
                return LocalWorkspace::prepare(std::move(opened));
            })
        .then(this, [this, folder](const Parts& parts) -> Opened {
            if (!parts)
                return fail(parts.error());
            remember(folder);
            return std::shared_ptr<Workspace>(std::make_shared<LocalWorkspace>(*parts, *m_credentials));
        });
}

// The keychain's secret is kept: other people's slots, and this one's until the code has proved right, need it as it
// is. Where there is none to be had, the new slot rests on the password alone.
QFuture<Result<>> LocalWorkspaceManager::recover(const QString& path, const UserName& user, const QString& recoveryCode,
                                                 const QString& newPassword)
{
    const auto door = workspacefolder::door(path, user);
    if (!door)
        return readyError(door.error());
    return m_credentials->read(workspacefolder::deviceSecretKey(door->info.workspaceId))
        .then(&m_pool, [=](const Result<std::optional<QByteArray>>& kept) {
            const QByteArray secret = kept ? kept->value_or(QByteArray()) : QByteArray();
            return workspacefolder::recover(path, user, recoveryCode, newPassword, secret);
        });
}

QStringList LocalWorkspaceManager::recent() const
{
    QStringList paths;
    for (const QString& path : QSettings().value(recentKey).toStringList())
        if (QFileInfo::exists(workspacefolder::databaseFile(path)))
            paths << path;
    return paths;
}

void LocalWorkspaceManager::remember(const QString& path)
{
    QStringList paths = QSettings().value(recentKey).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    QSettings().setValue(recentKey, QStringList(paths.mid(0, recentLimit)));
}

} // namespace sitebook
