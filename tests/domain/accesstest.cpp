// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/access.h"
#include "tests/support/catch.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime at = QDateTime::fromMSecsSinceEpoch(1'790'000'000'123, Qt::UTC);
const ClientId client(QUuid(u"01920000-0000-7000-8000-00000000000a"_s));

} // namespace

TEST_CASE("access: what was looked at travels whole", "[domain][access]")
{
    for (const Access& access : {Access{Access::Deed::ClientOpened, client, at}, {Access::Deed::ClientsSearched, {}, at},
                                 {Access::Deed::ReportOpened, {}, at}, {Access::Deed::Printed, client, at},
                                 {Access::Deed::Exported, {}, at}})
        CHECK(mustHave(readAccess(editOf(access, QUuid::createUuid()).fields)) == access);
    CHECK(editOf({}, {}).entity == accessEntity);
}

TEST_CASE("access: anything else is refused", "[domain][access]")
{
    const QJsonObject good = editOf({Access::Deed::ClientOpened, client, at}, {}).fields;
    const auto with = [&](const QString& key, const QJsonValue& value) {
        QJsonObject fields = good;
        fields.insert(key, value);
        return readAccess(fields).ok();
    };
    CHECK_FALSE(readAccess({}).ok());
    CHECK_FALSE(with(u"deed"_s, u"client_erased"_s)); // only what a desk may tell of
    CHECK_FALSE(with(u"deed"_s, 1));
    CHECK_FALSE(with(u"at"_s, u"now"_s));
    CHECK_FALSE(with(u"at"_s, 1e300));
    CHECK_FALSE(with(u"at"_s, -1));
    CHECK_FALSE(with(u"client_id"_s, u"Maria"_s));
    CHECK_FALSE(with(u"client_id"_s, QJsonValue()));
    CHECK_FALSE(with(u"note"_s, u"Maria"_s)); // no words of anybody's find a way in
}
