// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/security/keyring.h"

#include <memory>
#include <vector>

namespace sitebook::server {

// An Ed25519 key that signs. The id is short and made of the public half.
class SigningKey final
{
public:
    static constexpr qsizetype seedBytes = 32;
    explicit SigningKey(const QByteArray& seed);
    [[nodiscard]] QByteArray sign(const QByteArray& message) const;
    [[nodiscard]] const QByteArray& publicKey() const { return m_public; }
    [[nodiscard]] const QString& id() const { return m_id; }

private:
    struct Secret;
    std::shared_ptr<const Secret> m_secret;
    QByteArray m_public;
    QString m_id;
};

[[nodiscard]] bool verifySignature(const QByteArray& publicKey, const QByteArray& message, const QByteArray& signature);

// What the server must keep secret: the data keys that seal its records, the keys that sign receipts and tokens. In a
// file (mode 0600) of its own, beside the database unless named otherwise, so that a copied database opens for nobody.
struct ServerKeys
{
    std::shared_ptr<const KeyRing> ring;
    std::shared_ptr<const SigningKey> receipts;
    std::shared_ptr<const SigningKey> tokens;
    std::shared_ptr<const SigningKey> previousTokens; // still verified after a rotation; may be null

    // `create`: the database is new, so that a missing file is made. Errors: NotFound (a database without its keys),
    // Denied (readable for others), Damaged, NotWritable.
    [[nodiscard]] static Result<ServerKeys> load(const QString& path, bool create);
};

} // namespace sitebook::server
