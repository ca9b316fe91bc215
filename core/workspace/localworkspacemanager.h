// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/credentialstore.h"
#include "core/workspace/workspace.h"

#include <QThreadPool>

namespace sitebook {

class LocalWorkspaceManager final : public WorkspaceManager
{
    Q_OBJECT
public:
    explicit LocalWorkspaceManager(std::unique_ptr<CredentialStore> credentials);
    ~LocalWorkspaceManager() override;
    [[nodiscard]] QFuture<Result<CreatedWorkspace>> create(const WorkspaceSetup& wanted) override;
    [[nodiscard]] QFuture<Result<StudyFile>> readStudy(const QString& file) override;
    [[nodiscard]] Result<WorkspacePreview> preview(const QString& path) const override;
    [[nodiscard]] QFuture<Result<std::shared_ptr<Workspace>>> open(const QString& path, const UserName& user,
                                                                   const QString& password) override;
    [[nodiscard]] QFuture<Result<>> recover(const QString& path, const UserName& user, const QString& recoveryCode,
                                            const QString& newPassword) override;
    [[nodiscard]] QStringList recent() const override;

private:
    void remember(const QString& path);
    std::unique_ptr<CredentialStore> m_credentials;
    QThreadPool m_pool;
};

} // namespace sitebook
