// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "server/store/environment.h"

namespace handrail::server {

/// A user's second factor: the secret that their authenticator app shares with the server, and ten recovery codes for
/// the day when the app is lost. docs/decisions/0181.
class SecondFactor
{
public:
    /// `key`: of sealingKey(), or empty. All must outlive this object.
    SecondFactor(Database& db, const Environment& environment, const QByteArray& key, const AgencyId& agency,
                 const UserId& user);

    struct State
    {
        bool on = false;
        int recoveryCodesLeft = 0;
    };
    Result<State> state();
    /// Makes a secret, which counts only once a code of it came. Conflict where a second factor is on.
    Result<QByteArray> begin();
    /// A code of the secret that begin() made: the second factor is on, and these are its recovery codes. Nothing where
    /// the code is wrong.
    Result<std::optional<QStringList>> confirm(const QString& code);
    /// Whether it is the app's code, or a recovery code; either works once.
    Result<bool> take(const QString& code);
    /// Off, without questions: the caller asked them.
    Result<void> remove();

private:
    struct Row
    {
        QByteArray secret;
        bool on = false;
        qint64 lastStep = 0;
    };
    Result<std::optional<Row>> row();
    Result<bool> takeStep(const Row& row, const QString& code);
    Result<bool> takeRecoveryCode(const QString& code);
    Result<QStringList> makeRecoveryCodes();
    [[nodiscard]] QString hashOf(const QString& code) const;

    Database& m_db;
    const Environment& m_environment;
    const QByteArray& m_key;
    QVariantList m_whose;
    QByteArray m_owner;
};

/// Four groups of four signs that can be read out and typed: 80 random bits.
QString makeRecoveryCode(Random& random);

} // namespace handrail::server
