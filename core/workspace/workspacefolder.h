// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/keyslottable.h"
#include "core/workspace/localworkspace.h"

namespace sitebook {

// The folder of a workspace on disk: sitebook.db, study.xml, the lock. Blocking functions for a worker thread.
namespace workspacefolder {

[[nodiscard]] QString databaseFile(const QString& path);
[[nodiscard]] QString studyFile(const QString& path);
[[nodiscard]] QString deviceSecretKey(const QString& workspaceId); // its name in the keychain

// `deviceSecret` empty: no keychain. Errors as WorkspaceManager::create.
[[nodiscard]] Result<CreatedWorkspace> create(const WorkspaceSetup& setup, const QString& workspaceId,
                                              const QByteArray& deviceSecret);
[[nodiscard]] Result<WorkspacePreview> preview(const QString& path);

// What can be read before the password is tried.
struct Door
{
    WorkspaceInfo info;
    std::optional<KeySlot> slot; // null: this name has no slot here
    SignInThrottle throttle;
};
[[nodiscard]] Result<Door> door(const QString& path, const UserName& user);
// Tries the password, remembers failures, takes the lock, reads the study.
[[nodiscard]] Result<OpenedWorkspace> unlock(const Door& door, const UserName& user, const QString& password,
                                             const QByteArray& deviceSecret);
[[nodiscard]] Result<> recover(const QString& path, const UserName& user, const QString& recoveryCode,
                               const QString& newPassword, const QByteArray& deviceSecret);

} // namespace workspacefolder

} // namespace sitebook
