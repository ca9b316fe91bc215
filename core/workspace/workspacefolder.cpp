// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspacefolder.h"

#include "core/store/metatable.h"
#include "core/store/migrations.h"
#include "core/study/readers/reader.h"
#include "core/workspace/core.h"

#include <QDir>
#include <QFileInfo>

namespace sitebook::workspacefolder {

namespace {

constexpr int shortestPassword = 8;

Error wrongCredentials()
{
    return {ErrorCode::WrongCredentials,
            QT_TRANSLATE_NOOP("messages", "The name or the password is wrong. Check both and try again.")};
}

Result<> checkSetup(const WorkspaceSetup& setup)
{
    if (setup.path.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "Choose a folder for the workspace."),
                    QStringLiteral("path"));
    if (setup.site.isEmpty())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "Enter the number of the site."),
                    QStringLiteral("site"));
    if (setup.user.isEmpty())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "Enter a name to sign in with."),
                    QStringLiteral("user"));
    if (setup.password.size() < shortestPassword)
        return fail(ErrorCode::Invalid,
                    Message(QT_TRANSLATE_NOOP("messages", "The password needs at least %1 characters."),
                            {QString::number(shortestPassword)}),
                    QStringLiteral("password"));
    const QUrl server(setup.serverUrl);
    if (!setup.serverUrl.isEmpty() &&
        (!server.isValid() || server.host().isEmpty() || (server.scheme() != u"https" && server.scheme() != u"http")))
        return fail(ErrorCode::Invalid,
                    QT_TRANSLATE_NOOP("messages", "The server's address must look like https://server.example."),
                    QStringLiteral("server"));
    return {};
}

Result<> makeFolder(const QString& path)
{
    const QFileInfo folder(path);
    if (folder.exists() && !folder.isDir())
        return fail(ErrorCode::NotWritable, QT_TRANSLATE_NOOP("messages", "This is a file. Choose a folder."), path);
    if (QFileInfo::exists(databaseFile(path)))
        return fail(
            ErrorCode::AlreadyExists,
            QT_TRANSLATE_NOOP("messages",
                              "There is a workspace at this place already. Open that one, or choose a new folder."),
            path);
    if (folder.exists() && !QDir(path).isEmpty())
        return fail(ErrorCode::AlreadyExists,
                    QT_TRANSLATE_NOOP("messages", "This folder is not empty. Choose a new one."), path);
    if (!QDir().mkpath(path) || !QFileInfo(path).isWritable())
        return fail(ErrorCode::NotWritable,
                    QT_TRANSLATE_NOOP("messages",
                                      "The folder cannot be written. Choose another one, or change its permissions."),
                    path);
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return {};
}

// The study keeps the form it was written in, and the ending people know that form by.
QString newStudyFile(const QString& folder, const QString& source)
{
    const QString ending = QFileInfo(source).suffix().toLower();
    return QDir(folder).filePath(QStringLiteral("study.") + (ending.isEmpty() ? QStringLiteral("xml") : ending));
}

Result<> copyStudy(const QString& from, const QString& to)
{
    if (!QFile::copy(from, to))
        return fail(ErrorCode::NotWritable,
                    QT_TRANSLATE_NOOP("messages",
                                      "The study could not be copied into the workspace. Check that the disk has space "
                                      "and may be written, then try again; nothing was created."),
                    to);
    QFile::setPermissions(to, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

// The keys of a new workspace: the person's slot and the recovery slot.
Result<> writeKeys(const WorkspaceSetup& setup, const vault::NewVault& vault, const Account& account,
                   const DeviceId& device, const QByteArray& deviceSecret)
{
    SB_TRY_ASSIGN(const KeySlot slot, vault::makeSlot(*vault.keys, account, device, setup.password, deviceSecret));
    SB_TRY_ASSIGN(const auto database, Database::open(databaseFile(setup.path), Database::Mode::ReadWrite));
    SB_TRY_ASSIGN(Transaction transaction, Transaction::begin(*database));
    SB_TRY(writeKeySlot(*database, slot));
    SB_TRY(writeRecoverySlot(*database, vault.recovery));
    return transaction.commit();
}

// The first entry of the trail: who made the workspace, and of which study.
Result<> noteCreation(const WorkspaceSetup& setup, const NewStore& facts, const Account& account,
                      const std::shared_ptr<const KeyRing>& keys)
{
    const SystemClock clock;
    SB_TRY_ASSIGN(const auto store,
                  Store::open(databaseFile(setup.path), {facts.site, facts.device, keys, &clock}, {}));
    Fields event;
    event.set(action::key, action::workspaceCreated);
    event.set(QStringLiteral("study"), facts.studyOid);
    event.set(QStringLiteral("version"), facts.studyVersion);
    return appendEvent(store->writer(), account, clock.now(), event).result();
}

// Makes the files and gives the printed code.
Result<QString> fill(const WorkspaceSetup& setup, const QString& workspaceId, const StudyDefinition& study,
                     const QByteArray& deviceSecret)
{
    SB_TRY(copyStudy(setup.studyFile, newStudyFile(setup.path, setup.studyFile)));
    NewStore facts;
    facts.workspaceId = workspaceId;
    facts.device = DeviceId::create();
    facts.site = setup.site;
    facts.serverUrl = setup.serverUrl;
    facts.studyOid = study.studyOid;
    facts.studyVersion = study.versionOid;
    facts.studyName = study.studyName;
    SB_TRY(Store::create(databaseFile(setup.path), facts));
    const Account account{setup.user, setup.displayName, setup.role, setup.site};
    const vault::NewVault vault = vault::create(setup.site);
    SB_TRY(writeKeys(setup, vault, account, facts.device, deviceSecret));
    SB_TRY(noteCreation(setup, facts, account, vault.keys));
    return vault.recoveryCode;
}

// The error with the folder it is about, where it names no place.
Error at(Error error, const QString& path)
{
    if (error.where.isEmpty() && error.code != ErrorCode::WrongCredentials)
        error.where = path;
    return error;
}

// "line 3, column 7" alone does not say of which file.
Error inFile(Error error, const QString& file)
{
    if (error.where != file)
        error.where = error.where.isEmpty() ? file : QString(file + u", " + error.where);
    return error;
}

Result<std::unique_ptr<Database>> openForReading(const QString& path)
{
    if (!QFileInfo::exists(databaseFile(path)))
        return fail(ErrorCode::NotAWorkspace, QT_TRANSLATE_NOOP("messages", "This folder is not a Sitebook workspace."),
                    path);
    SB_TRY_ASSIGN(auto database, Database::open(databaseFile(path), Database::Mode::ReadOnly));
    if (auto sound = checkSchema(*database); !sound)
        return fail(at(sound.error(), path));
    return database;
}

Result<WorkspaceInfo> readInfo(Database& database, const QString& path)
{
    WorkspaceInfo info;
    info.path = path;
    SB_TRY_ASSIGN(info.workspaceId, metaValue(database, metakey::workspace));
    SB_TRY_ASSIGN(const QString device, metaValue(database, metakey::device));
    info.device = DeviceId::fromString(device);
    SB_TRY_ASSIGN(const QString site, metaValue(database, metakey::site));
    info.site = SiteId(site);
    SB_TRY_ASSIGN(info.serverUrl, metaValue(database, metakey::server));
    SB_TRY_ASSIGN(info.studyName, metaValue(database, metakey::studyName));
    SB_TRY_ASSIGN(info.studyVersion, metaValue(database, metakey::studyVersion));
    return info;
}

Result<> remember(const QString& path, const UserName& user, const SignInThrottle& throttle)
{
    SB_TRY_ASSIGN(const auto database, Database::open(databaseFile(path), Database::Mode::ReadWrite));
    return writeFailures(*database, user, throttle);
}

Result<> mayTry(const SignInThrottle& throttle, qint64 nowMs)
{
    if (throttle.exhausted())
        return fail(ErrorCode::NeedsRecovery,
                    QT_TRANSLATE_NOOP("messages", "Too many wrong passwords. Use the recovery code to set a new one."));
    if (const int seconds = throttle.waitSeconds(nowMs); seconds > 0)
        return fail(ErrorCode::Locked,
                    Message(QT_TRANSLATE_NOOP("messages", "Too many wrong passwords. Try again in %1 seconds."),
                            {QString::number(seconds)}));
    return {};
}

Result<std::unique_ptr<QLockFile>> takeLock(const QString& path)
{
    auto lock = std::make_unique<QLockFile>(QDir(path).filePath(QStringLiteral("sitebook.lock")));
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return fail(ErrorCode::Busy,
                    QT_TRANSLATE_NOOP("messages", "This workspace is open in another window. Use that one."), path);
    return lock;
}

Result<WorkspacePreview> readPreview(const QString& path)
{
    SB_TRY_ASSIGN(const auto database, openForReading(path));
    SB_TRY_ASSIGN(const WorkspaceInfo info, readInfo(*database, path));
    SB_TRY_ASSIGN(const auto keySlots, readKeySlots(*database));
    WorkspacePreview preview{path, info.studyName, info.site, info.serverUrl, {}};
    for (const KeySlot& slot : keySlots)
        preview.users << slot.user.toString();
    return preview;
}

Result<Door> readDoor(const QString& path, const UserName& user)
{
    SB_TRY_ASSIGN(const auto database, openForReading(path));
    Door door;
    SB_TRY_ASSIGN(door.info, readInfo(*database, path));
    SB_TRY_ASSIGN(const auto keySlots, readKeySlots(*database));
    for (const KeySlot& slot : keySlots)
        if (slot.user == user)
            door.slot = slot;
    SB_TRY_ASSIGN(door.throttle, readFailures(*database, user));
    return door;
}

} // namespace

QString databaseFile(const QString& path)
{
    return QDir(path).filePath(QStringLiteral("sitebook.db"));
}
QString studyFile(const QString& path)
{
    const QStringList files = QDir(path).entryList({QStringLiteral("study.*")}, QDir::Files);
    return QDir(path).filePath(files.value(0, QStringLiteral("study.xml")));
}
QString deviceSecretKey(const QString& workspaceId)
{
    return QStringLiteral("device/") + workspaceId;
}

Result<CreatedWorkspace> create(const WorkspaceSetup& setup, const QString& workspaceId, const QByteArray& deviceSecret)
{
    SB_TRY(checkSetup(setup));
    const auto study = readStudyFile(setup.studyFile);
    if (!study)
        return fail(inFile(study.error(), setup.studyFile));
    const bool fresh = !QFileInfo::exists(setup.path);
    SB_TRY(makeFolder(setup.path));
    auto code = fill(setup, workspaceId, *study->study, deviceSecret);
    if (!code) {
        for (const QString& left : {databaseFile(setup.path), QString(databaseFile(setup.path) + u"-wal"),
                                    QString(databaseFile(setup.path) + u"-shm"), studyFile(setup.path)})
            QFile::remove(left);
        if (fresh)
            QDir().rmdir(setup.path);
        return fail(at(code.error(), setup.path));
    }
    return CreatedWorkspace{setup.path, *code};
}

Result<WorkspacePreview> preview(const QString& path)
{
    return readPreview(path).map_error([&path](const Error& error) { return at(error, path); });
}

Result<Door> door(const QString& path, const UserName& user)
{
    return readDoor(path, user).map_error([&path](const Error& error) { return at(error, path); });
}

Result<OpenedWorkspace> unlock(const Door& door, const UserName& user, const QString& password,
                               const QByteArray& deviceSecret)
{
    const qint64 nowMs = SystemClock().now().utcMs;
    SB_TRY(mayTry(door.throttle, nowMs));
    if (!door.slot)
        return fail(wrongCredentials());
    auto keys = vault::unlock(*door.slot, password, deviceSecret);
    if (!keys) {
        if (keys.error().code == ErrorCode::WrongCredentials) {
            SB_TRY(remember(door.info.path, user, {door.throttle.failures + 1, SystemClock().now().utcMs}));
        }
        return fail(keys.error());
    }
    OpenedWorkspace opened;
    SB_TRY_ASSIGN(opened.lock, takeLock(door.info.path));
    if (door.throttle.failures > 0) {
        SB_TRY(remember(door.info.path, user, {}));
    }
    SB_TRY_ASSIGN(opened.study, readStudyFile(studyFile(door.info.path)));
    opened.info = door.info;
    opened.user = {door.slot->user, door.slot->displayName, door.slot->role, door.slot->site};
    opened.keys = std::move(*keys);
    opened.failedSignIns = door.throttle.failures;
    return opened;
}

Result<> recover(const QString& path, const UserName& user, const QString& recoveryCode, const QString& newPassword,
                 const QByteArray& deviceSecret)
{
    if (newPassword.size() < shortestPassword)
        return fail(ErrorCode::Invalid,
                    Message(QT_TRANSLATE_NOOP("messages", "The password needs at least %1 characters."),
                            {QString::number(shortestPassword)}),
                    QStringLiteral("password"));
    SB_TRY_ASSIGN(const Door at, door(path, user));
    if (!at.slot)
        return fail(wrongCredentials());
    SB_TRY_ASSIGN(const auto lock, takeLock(path));
    SB_TRY_ASSIGN(const auto database, Database::open(databaseFile(path), Database::Mode::ReadWrite));
    SB_TRY_ASSIGN(const RecoverySlot recovery, readRecoverySlot(*database));
    SB_TRY_ASSIGN(const auto keys, vault::recover(recovery, recoveryCode));
    const Account account{at.slot->user, at.slot->displayName, at.slot->role, at.slot->site};
    SB_TRY_ASSIGN(const KeySlot slot, vault::makeSlot(*keys, account, at.slot->device, newPassword, deviceSecret));
    SB_TRY_ASSIGN(Transaction transaction, Transaction::begin(*database));
    SB_TRY(writeKeySlot(*database, slot));
    SB_TRY(writeFailures(*database, user, {}));
    return transaction.commit();
}

} // namespace sitebook::workspacefolder
