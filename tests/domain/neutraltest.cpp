// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/autotext.h"
#include "core/domain/messagetext.h"
#include "core/domain/neutral.h"
#include "core/domain/smssegments.h"
#include "core/domain/templatecheck.h"
#include "tests/support/catch.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What an agency writes of a client to a shelter.
MessageTextContext context(MessageKind kind, Channel channel, const QString& language)
{
    const auto site = [](const QString& name) {
        return ResourceSite{.id = ResourceSiteId(QUuid()), .organizationName = u"Safe Harbor"_s, .serviceName = name};
    };
    MessageTextContext made{.agency = {.id = AgencyId(QUuid()),
                                       .programName = u"Harbor Shelter"_s,
                                       .sendingAddress = u"hello@mail.example"_s,
                                       .templates = {{u"initial.text.en"_s, u"{program}: shelter for {name} {link} STOP"_s}}},
                            .kind = kind,
                            .channel = channel,
                            .language = language,
                            .clientGivenName = u"Maria"_s,
                            .workerName = u"Dana Reyes"_s,
                            .sites = {site(u"Emergency Shelter"_s)},
                            .link = u"https://go.example/r/AbCdEfGhIjKlMnOpQrSt_-"_s,
                            .unsubscribeLink = channel == Channel::Email ? u"https://go.example/u/x"_s : QString()};
    made.agency.templates.insert(neutralNameKey, u"Community Line"_s);
    return made;
}

const QStringList secrets = {u"Harbor"_s,   u"helter"_s,  u"Maria"_s,     u"Dana"_s,
                             u"ervice"_s,   u"ervicio"_s, u"esource"_s,   u"ecurso"_s,
                             u"Emergency"_s};

} // namespace

TEST_CASE("neutral wording: no message names the program, the client, the worker, a site or services", "[domain][neutral][safety]")
{
    for (const MessageKind kind : {MessageKind::Initial, MessageKind::FollowUp})
        for (const Channel channel : {Channel::Text, Channel::Email})
            for (const QString& language : {u"en"_s, u"es"_s, u"vi"_s}) {
                const MessageText text = mustHave(writeMessage(context(kind, channel, language)));
                const QString all = text.subject + text.body + text.html;
                for (const QString& secret : secrets) {
                    INFO((secret + u" in "_s + all).toStdString());
                    CHECK_FALSE(all.contains(secret, Qt::CaseInsensitive));
                }
                CHECK(text.body.contains(u"Community Line"_s));
                CHECK(text.body.contains(u"https://go.example/r/"_s));
            }
}

TEST_CASE("neutral wording: texts keep what carriers and clients are owed", "[domain][neutral]")
{
    for (const QString& language : {u"en"_s, u"es"_s}) {
        const QString first = mustHave(writeMessage(context(MessageKind::Initial, Channel::Text, language))).body;
        CHECK(first.startsWith(u"Community Line: "_s));
        CHECK(first.contains(u"STOP"_s));
        CHECK(measureSms(first).segments == 1);
        const QString second = mustHave(writeMessage(context(MessageKind::FollowUp, Channel::Text, language))).body;
        for (const QString& part : {u"STOP"_s, u"1 "_s, u"2 "_s, u"3 "_s})
            CHECK(second.contains(part));
        CHECK(measureSms(second).costly.isEmpty());
    }
    const auto mail = mustHave(writeMessage(context(MessageKind::FollowUp, Channel::Email, u"en"_s)));
    CHECK(mail.body.contains(u"https://go.example/u/x"_s));
}

TEST_CASE("neutral wording: the answers to STOP and HELP have it, too", "[domain][neutral]")
{
    Agency agency = context(MessageKind::Initial, Channel::Text, u"en"_s).agency;
    agency.templates.insert(u"help.text.en"_s, u"{program}: the shelter's line"_s);
    for (const auto reply : {ReplyPlan::AutoReply::Help, ReplyPlan::AutoReply::StopConfirmation})
        for (const QString& language : {u"en"_s, u"es"_s}) {
            const QString text = autoText(reply, agency, language);
            CHECK(text.startsWith(u"Community Line: "_s));
            for (const QString& secret : secrets)
                CHECK_FALSE(text.contains(secret, Qt::CaseInsensitive));
        }
}

TEST_CASE("neutral wording: an agency's own neutral texts name nobody and nothing either", "[domain][neutral]")
{
    const auto kind = templateKindOf(u"neutral.initial.text.en"_s);
    REQUIRE(kind);
    CHECK(kind->neutral);
    CHECK(templateKey(*kind) == u"neutral.initial.text.en"_s);
    CHECK(checkTemplate(*kind, u"{program}: see {link} STOP"_s, u"Community Line"_s).ok());
    for (const QString& word : {u"{name}"_s, u"{site}"_s, u"{sites}"_s, u"{worker}"_s})
        CHECK_FALSE(checkTemplate(*kind, u"{program}: see {link} STOP "_s + word, u"Community Line"_s).ok());

    MessageTextContext written = context(MessageKind::Initial, Channel::Text, u"en"_s);
    written.agency.templates.insert(u"neutral.initial.text.en"_s, u"{program}: for you {link} STOP"_s);
    CHECK(mustHave(writeMessage(written)).body.startsWith(u"Community Line: for you https"_s));
    written.agency.templates.insert(u"neutral.initial.text.en"_s, u"{program}: {site} {link} STOP"_s);
    CHECK_FALSE(writeMessage(written).ok());
    for (const TemplateKind& each : {TemplateKind{MessageKind::Initial, Channel::Text, u"en"_s, true},
                                     {MessageKind::FollowUp, Channel::Text, u"es"_s, true},
                                     {MessageKind::Initial, Channel::Email, u"es"_s, true},
                                     {MessageKind::FollowUp, Channel::Email, u"en"_s, true}})
        CHECK(checkTemplate(each, builtInTemplate(templateKey(each)), u"Community Line"_s).ok());
}

TEST_CASE("neutral wording: the name", "[domain][neutral]")
{
    Agency agency{.id = AgencyId(QUuid()), .programName = u"Harbor Shelter"_s};
    CHECK_FALSE(isNeutral(agency.templates));
    CHECK(nameForClients(agency) == u"Harbor Shelter"_s);
    agency.templates.insert(neutralNameKey, u"  "_s);
    CHECK_FALSE(isNeutral(agency.templates));
    agency.templates.insert(neutralNameKey, u" Community  Line "_s);
    CHECK(nameForClients(agency) == u"Community Line"_s);
    CHECK(neutralNameProblem({}, agency.programName).isEmpty());
    CHECK(neutralNameProblem(u"Community Line"_s, agency.programName).isEmpty());
    CHECK_FALSE(neutralNameProblem(u"The harbor shelter line"_s, agency.programName).isEmpty());
    CHECK_FALSE(neutralNameProblem(QString(31, u'x'), agency.programName).isEmpty());
    CHECK_FALSE(neutralNameProblem(u"{program}"_s, agency.programName).isEmpty());
}
