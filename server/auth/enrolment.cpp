// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/enrolment.h"

#include "server/auth/signin.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr qint64 hourMs = 3600LL * 1000;
constexpr int signsOfCode = 20;

/// As people type it: in groups, in capitals, with blanks.
QString plain(const QString& typed)
{
    QString code = typed.toLower();
    code.remove(u'-').remove(u' ');
    return code;
}

QString inGroups(QString code)
{
    for (int at = 15; at > 0; at -= 5)
        code.insert(at, u'-');
    return code;
}

} // namespace

Result<QString> makeEnrolmentCode(Database& db, const AgencyId& agency, const UserId& user, int hours,
                                  const Environment& environment, const Actor& by)
{
    if (hours < 1 || hours > longestEnrolmentHours)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("ServerCommands", "A code can work for 1 to %1 hours.")
                         .arg(longestEnrolmentHours)};
    const auto account = findAccount(db, agency, user);
    if (!account)
        return account.error();
    if (!*account)
        return Error{ErrorCode::NotFound, QCoreApplication::translate("ServerCommands", "There is no such user.")};
    const QString code = makePassword(environment.random);
    const qint64 until = environment.clock.now().toMSecsSinceEpoch() + hours * hourMs;
    return db.transaction([&]() -> Result<QString> {
        if (auto gone = voidEnrolmentCode(db, agency, user); !gone)
            return gone.error();
        auto added = db.query(u"INSERT INTO enrolment_code (agency_id, user_id, code_hash, expires_at)"
                              " VALUES (?, ?, ?, ?)"_s,
                              {bound(agency), bound(user), hashOfToken(code.toLatin1()), until});
        if (!added)
            return added.error();
        const auto kept = writeAudit(db, agency, environment,
                                     {by, audited::userChanged, user.toString(), {{u"deed"_s, u"enrolment code"_s}}});
        return kept ? Result<QString>(inGroups(code)) : kept.error();
    });
}

Result<bool> useEnrolmentCode(Database& db, const AgencyId& agency, const UserId& user, const QString& typed,
                              const Environment& environment)
{
    const QString code = plain(typed);
    if (code.size() != signsOfCode)
        return false;
    auto used = db.query(u"DELETE FROM enrolment_code WHERE agency_id = ? AND user_id = ? AND code_hash = ?"
                         " AND expires_at > ?"_s,
                         {bound(agency), bound(user), hashOfToken(code.toUtf8()),
                          environment.clock.now().toMSecsSinceEpoch()});
    if (!used)
        return used.error();
    return used->numRowsAffected() > 0;
}

Result<void> voidEnrolmentCode(Database& db, const AgencyId& agency, const UserId& user)
{
    auto gone = db.query(u"DELETE FROM enrolment_code WHERE agency_id = ? AND user_id = ?"_s,
                         {bound(agency), bound(user)});
    return gone ? Result<void>() : gone.error();
}

QString enrolmentAddress(const QString& publicUrl, const QString& email, const QString& code)
{
    QUrl url(publicUrl);
    url.setUserName(email);
    url.setPassword(code);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace handrail::server
