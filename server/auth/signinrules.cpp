// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/signinrules.h"

#include "server/store/records.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

Result<protocol::SignInRule> signInRule(Database& db, const AgencyId& agency)
{
    auto row = db.query(u"SELECT second_factor_required, password_off FROM sign_in_rule WHERE agency_id = ?"_s,
                        {bound(agency)});
    if (!row)
        return row.error();
    if (!row->next())
        return protocol::SignInRule();
    return protocol::SignInRule{row->value(0).toInt() != 0, row->value(1).toInt() != 0};
}

Result<bool> anyTakesPasswords(Database& db)
{
    const auto all = agencies(db);
    if (!all)
        return all.error();
    for (const Agency& agency : *all) {
        const auto rule = signInRule(db, agency.id);
        if (!rule || !rule->passwordOff)
            return rule ? Result<bool>(true) : rule.error();
    }
    return all->isEmpty();
}

Result<void> setSignInRule(Database& db, const AgencyId& agency, const protocol::SignInRule& rule)
{
    return db.transaction([&]() -> Result<void> {
        auto gone = db.query(u"DELETE FROM sign_in_rule WHERE agency_id = ?"_s, {bound(agency)});
        if (!gone)
            return gone.error();
        auto added = db.query(u"INSERT INTO sign_in_rule (agency_id, second_factor_required, password_off)"
                              " VALUES (?, ?, ?)"_s,
                              {bound(agency), int(rule.secondFactorRequired), int(rule.passwordOff)});
        return added ? Result<void>() : added.error();
    });
}

} // namespace handrail::server
