// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/referralfilter.h"
#include "tests/support/catch.h"
#include "tests/support/sequentialids.h"

#include <QJsonDocument>
#include <QSet>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("referral filter: comes back as it was saved", "[domain][filter]")
{
    SequentialIds ids;
    ReferralFilter filter;
    CHECK(mustHave(readReferralFilter(savedForm(filter))) == filter);
    filter.text = u"maria «pantry»"_s;
    filter.statuses = {ReferralStatus::InReview, ReferralStatus::Canceled};
    filter.mine = true;
    filter.worker = UserId(ids.next());
    filter.team = TeamId(ids.next());
    filter.site = ResourceSiteId(ids.next());
    filter.shared = false;
    filter.answered = ReferralFilter::Answered::NoLongerInterested;
    filter.createdFrom = QDate(2026, 1, 2);
    filter.createdTo = QDate(2026, 2, 28);
    filter.createdLastDays = 30;
    filter.quietDays = 14;
    filter.sort = ReferralSort::NextFollowUp;
    filter.descending = false;
    CHECK(mustHave(readReferralFilter(savedForm(filter))) == filter);
    for (const BuiltInFilter& builtIn : builtInReferralFilters())
        CHECK(mustHave(readReferralFilter(savedForm(builtIn.filter))) == builtIn.filter);
}

TEST_CASE("referral filter: each built-in one asks something else, by a key of its own", "[domain][filter]")
{
    QSet<QString> keys;
    QList<QJsonObject> forms;
    for (const BuiltInFilter& builtIn : builtInReferralFilters()) {
        keys.insert(builtIn.key);
        CHECK_FALSE(forms.contains(savedForm(builtIn.filter)));
        forms.append(savedForm(builtIn.filter));
    }
    CHECK(keys.size() == builtInReferralFilters().size());
    for (const char* key : {"mine", "open", "waiting", "answered_no", "quiet", "not_shared"})
        CHECK(keys.contains(QString::fromLatin1(key)));
}

TEST_CASE("referral filter: what is no filter, or of a newer version, is refused", "[domain][filter]")
{
    for (const QString& saved :
         {u"{\"statuses\":[\"open\"]}"_s, u"{\"statuses\":\"unstarted\"}"_s,
          u"{\"statuses\":[\"canceled\",\"canceled\"]}"_s, u"{\"worker\":\"me\"}"_s, u"{\"answered\":\"maybe\"}"_s,
          u"{\"created_from\":\"yesterday\"}"_s, u"{\"created_last_days\":-1}"_s, u"{\"quiet_days\":1e9}"_s,
          u"{\"sort\":\"colour\"}"_s, u"{\"shared\":1}"_s, u"{\"colour\":\"red\"}"_s, u"{\"mine\":\"yes\"}"_s,
          u"{\"text\":\"%1\"}"_s.arg(QString(201, u'x'))}) {
        CAPTURE(saved.left(60).toStdString());
        const QJsonDocument document = QJsonDocument::fromJson(saved.toUtf8());
        REQUIRE(document.isObject());
        const auto read = readReferralFilter(document.object());
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().code == ErrorCode::InvalidInput);
        CHECK_FALSE(read.error().sentence.isEmpty());
    }
}
