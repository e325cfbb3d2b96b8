// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/secondfactor.h"

#include "server/auth/sealed.h"
#include "server/auth/totp.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr int recoveryCodes = 10;

/// As it was made: how it is typed (capitals, spaces, no dashes) does not matter.
QString plain(const QString& code)
{
    QString signs = code.toLower();
    signs.removeIf([](QChar c) { return c == u'-' || c.isSpace(); });
    return signs;
}

} // namespace

QString makeRecoveryCode(Random& random)
{
    // 32 signs without 0, 1, l and o: five bits each, none mistaken for another.
    constexpr int signs = 16;
    const QString alphabet = u"abcdefghijkmnpqrstuvwxyz23456789"_s;
    const QByteArray bytes = random.bytes(signs);
    QString code;
    for (int i = 0; i < signs; ++i) {
        if (i > 0 && i % 4 == 0)
            code.append(u'-');
        code.append(alphabet[uchar(bytes[i]) % alphabet.size()]);
    }
    return code;
}

SecondFactor::SecondFactor(Database& db, const Environment& environment, const QByteArray& key, const AgencyId& agency,
                           const UserId& user)
    : m_db(db)
    , m_environment(environment)
    , m_key(key)
    , m_whose{bound(agency), bound(user)}
    , m_owner((agency.toString() + u' ' + user.toString()).toLatin1())
{
}

/// 80 random bits: a plain hash is enough, as with tokens.
QString SecondFactor::hashOf(const QString& code) const
{
    return QString::fromLatin1(
        QCryptographicHash::hash(m_owner + ' ' + plain(code).toUtf8(), QCryptographicHash::Sha256).toHex());
}

Result<std::optional<SecondFactor::Row>> SecondFactor::row()
{
    auto row = m_db.query(u"SELECT secret, is_on, last_step FROM second_factor WHERE agency_id = ? AND user_id = ?"_s,
                          m_whose);
    if (!row)
        return row.error();
    if (!row->next())
        return std::optional<Row>();
    const auto secret = unseal(row->value(0).toString(), m_key, m_owner);
    if (!secret)
        return secret.error();
    return std::optional(Row{*secret, row->value(1).toInt() != 0, row->value(2).toLongLong()});
}

Result<SecondFactor::State> SecondFactor::state()
{
    auto on = m_db.query(u"SELECT 1 FROM second_factor WHERE agency_id = ? AND user_id = ? AND is_on = 1"_s, m_whose);
    if (!on)
        return on.error();
    State state{.on = on->next()};
    on->finish();
    auto left = m_db.query(u"SELECT COUNT(*) FROM recovery_code WHERE agency_id = ? AND user_id = ?"_s, m_whose);
    if (!left)
        return left.error();
    if (state.on && left->next())
        state.recoveryCodesLeft = left->value(0).toInt();
    return state;
}

Result<QByteArray> SecondFactor::begin()
{
    const QByteArray secret = m_environment.random.bytes(totpSecretBytes);
    const QString kept = seal(secret, m_key, m_owner, m_environment.random);
    return m_db.transaction([&]() -> Result<QByteArray> {
        auto gone =
            m_db.query(u"DELETE FROM second_factor WHERE agency_id = ? AND user_id = ? AND is_on = 0"_s, m_whose);
        if (!gone)
            return gone.error();
        const auto now = state();
        if (!now)
            return now.error();
        if (now->on)
            return Error{ErrorCode::Conflict, QCoreApplication::translate(
                                                  "Server", "A second factor is set up already. Turn it off first.")};
        auto added = m_db.query(u"INSERT INTO second_factor (agency_id, user_id, secret, is_on, last_step, made_at)"
                                " VALUES (?, ?, ?, 0, 0, ?)"_s,
                                m_whose + QVariantList{kept, m_environment.clock.now().toMSecsSinceEpoch()});
        return added ? Result<QByteArray>(secret) : added.error();
    });
}

/// Only one of several requests with the same code gets past the update.
Result<bool> SecondFactor::takeStep(const Row& row, const QString& code)
{
    const auto step = totpStep(row.secret, code, m_environment.clock.now(), row.lastStep);
    if (!step)
        return false;
    auto taken = m_db.query(u"UPDATE second_factor SET last_step = ? WHERE agency_id = ? AND user_id = ?"
                            " AND last_step < ?"_s,
                            QVariantList{*step} + m_whose + QVariantList{*step});
    return taken ? Result<bool>(taken->numRowsAffected() > 0) : taken.error();
}

Result<std::optional<QStringList>> SecondFactor::confirm(const QString& code)
{
    return m_db.transaction([&]() -> Result<std::optional<QStringList>> {
        const auto waiting = row();
        if (!waiting)
            return waiting.error();
        if (!*waiting || (*waiting)->on)
            return Error{ErrorCode::Conflict, QCoreApplication::translate(
                                                  "Server", "There is no second factor to confirm. Set it up again.")};
        const auto right = takeStep(**waiting, code);
        if (!right)
            return right.error();
        if (!*right)
            return std::optional<QStringList>();
        auto on = m_db.query(u"UPDATE second_factor SET is_on = 1 WHERE agency_id = ? AND user_id = ?"_s, m_whose);
        if (!on)
            return on.error();
        const auto codes = makeRecoveryCodes();
        return codes ? Result<std::optional<QStringList>>(*codes) : codes.error();
    });
}

Result<QStringList> SecondFactor::makeRecoveryCodes()
{
    auto gone = m_db.query(u"DELETE FROM recovery_code WHERE agency_id = ? AND user_id = ?"_s, m_whose);
    if (!gone)
        return gone.error();
    QStringList codes;
    for (int i = 0; i < recoveryCodes; ++i) {
        codes.append(makeRecoveryCode(m_environment.random));
        auto added = m_db.query(u"INSERT INTO recovery_code (agency_id, user_id, code_hash) VALUES (?, ?, ?)"_s,
                                m_whose + QVariantList{hashOf(codes.last())});
        if (!added)
            return added.error();
    }
    return codes;
}

Result<bool> SecondFactor::take(const QString& code)
{
    const auto kept = row();
    if (!kept)
        return kept.error();
    if (!*kept || !(*kept)->on)
        return false;
    const auto right = takeStep(**kept, code);
    if (!right || *right)
        return right;
    return takeRecoveryCode(code);
}

Result<bool> SecondFactor::takeRecoveryCode(const QString& code)
{
    auto used = m_db.query(u"DELETE FROM recovery_code WHERE agency_id = ? AND user_id = ? AND code_hash = ?"_s,
                           m_whose + QVariantList{hashOf(code)});
    return used ? Result<bool>(used->numRowsAffected() > 0) : used.error();
}

Result<void> SecondFactor::remove()
{
    return m_db.transaction([&]() -> Result<void> {
        auto codes = m_db.query(u"DELETE FROM recovery_code WHERE agency_id = ? AND user_id = ?"_s, m_whose);
        if (!codes)
            return codes.error();
        auto gone = m_db.query(u"DELETE FROM second_factor WHERE agency_id = ? AND user_id = ?"_s, m_whose);
        return gone ? Result<void>() : gone.error();
    });
}

} // namespace handrail::server
