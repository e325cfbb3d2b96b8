// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/agencysettings.h"
#include "core/domain/records/authority.h"
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

struct SettingsWorld : DeskWorld
{
    SettingsWorld() { become(Role::Administrator); }
    void become(Role role)
    {
        office.worker.role = role;
        store.put("user", office.worker.id.uuid(), office.worker);
    }
    Agency agency() { return *mustHave(store.agencies().agency()); }
    AgencyDraft draft() { return draftOf(agency(), phones); }
    QString problemOf(const AgencyDraft& draft, const QString& field)
    {
        for (const FieldProblem& problem : checkAgency(draft, phones, u"US"_s))
            if (problem.field == field)
                return problem.sentence;
        return {};
    }
};

} // namespace

TEST_CASE("agency settings: an administrator changes them", "[casework][settings]")
{
    SettingsWorld world;

    SECTION("and only what changed goes to the server, which takes it")
    {
        AgencyDraft draft = world.draft();
        CHECK(draft.sendingNumber == u"(937) 401-0653"_s);
        draft.programName = u" Harbor House "_s;
        draft.opens = QTime(9, 0);
        draft.sendingAgents = SendingAgents::Headless;
        draft.resendAfterHours = 24;
        mustWork(saveAgency(world.desk, draft));
        const Agency saved = world.agency();
        CHECK(saved.programName == u"Harbor House"_s);
        CHECK(saved.window.opens == QTime(9, 0));
        CHECK(saved.sendingAgents == SendingAgents::Headless);
        CHECK(saved.resendAfterHours == 24);
        CHECK(saved.sendingNumber == u"+19374010653"_s);

        const auto outgoing = mustHave(world.store.sync().outgoing(10));
        REQUIRE(outgoing.size() == 1);
        CHECK(outgoing.first().fields.keys() ==
              QStringList{u"program_name"_s, u"resend_after_hours"_s, u"sending_agents"_s, u"window_opens"_s});
        const auto current = records::fieldsOf(world.office.agency);
        const records::Author author{outgoing.first().stamp.device, world.office.worker.id, Role::Administrator};
        CHECK(records::mayMake(outgoing.first(), current, author).ok());
        const records::Author worker{outgoing.first().stamp.device, world.office.worker.id, Role::Worker};
        CHECK(records::mayMake(outgoing.first(), current, worker).error().code == ErrorCode::NotAllowed);
    }
    SECTION("nothing is written where nothing changed")
    {
        mustWork(saveAgency(world.desk, world.draft()));
        CHECK(mustHave(world.store.sync().outgoingCount()) == 0);
    }
    SECTION("a template, and back to the built-in text")
    {
        AgencyDraft draft = world.draft();
        const QString own = u"{program}: here it is: {link} Reply STOP to opt out, HELP for help."_s;
        draft.templates.insert(u"initial.text.en"_s, own);
        mustWork(saveAgency(world.desk, draft));
        CHECK(world.agency().templates.value(u"initial.text.en"_s).toString() == own);
        draft.templates.insert(u"initial.text.en"_s, u"  "_s);
        mustWork(saveAgency(world.desk, draft));
        CHECK(world.agency().templates.isEmpty());
        draft.templates.insert(u"initial.text.en"_s, builtInTemplate(u"initial.text.en"_s));
        mustWork(saveAgency(world.desk, draft));
        CHECK(world.agency().templates.isEmpty());
    }
    SECTION("nobody else does")
    {
        for (const Role role : {Role::Worker, Role::Supervisor}) {
            world.become(role);
            AgencyDraft draft = world.draft();
            draft.programName = u"Mine"_s;
            CHECK(saveAgency(world.desk, draft).error().code == ErrorCode::NotAllowed);
            CHECK(saveTeam(world.desk, std::nullopt, u"Mine"_s).error().code == ErrorCode::NotAllowed);
        }
        CHECK(mustHave(world.store.sync().outgoingCount()) == 0);
    }
}

TEST_CASE("agency settings: what can't be right is said beside its field", "[casework][settings]")
{
    SettingsWorld world;
    const AgencyDraft good = world.draft();
    CHECK(checkAgency(good, world.phones, u"US"_s).isEmpty());
    const auto with = [&](auto change) {
        AgencyDraft draft = good;
        change(draft);
        return draft;
    };
    const struct
    {
        const char* field;
        AgencyDraft draft;
    } wrong[] = {{"program_name", with([](AgencyDraft& d) { d.programName = u"  "_s; })},
                 {"program_name", with([](AgencyDraft& d) { d.programName = QString(81, u'x'); })},
                 {"program_name", with([](AgencyDraft& d) { d.programName = u"A\nBcc: x"_s; })},
                 {"sending_number", with([](AgencyDraft& d) { d.sendingNumber = u"12"_s; })},
                 {"sending_address", with([](AgencyDraft& d) { d.sendingAddress = u"care"_s; })},
                 {"time_zone", with([](AgencyDraft& d) { d.timeZone = u"Mars/Olympus"_s; })},
                 {"window", with([](AgencyDraft& d) { d.closes = d.opens; })},
                 {"window", with([](AgencyDraft& d) { d.closes = d.opens.addSecs(59 * 60); })},
                 {"languages", with([](AgencyDraft& d) { d.languages = {}; })},
                 {"languages", with([](AgencyDraft& d) {
                      d.languages = {u"en"_s, u"en"_s};
                  })},
                 {"resend_after_hours", with([](AgencyDraft& d) { d.resendAfterHours = -1; })},
                 {"templates[initial.text.en]",
                  with([](AgencyDraft& d) { d.templates.insert(u"initial.text.en"_s, u"{program}: no link"_s); })},
                 {"templates[initial.text.en]", with([](AgencyDraft& d) {
                      d.templates.insert(u"initial.text.en"_s, u"{program} {link} {nonsense} STOP"_s);
                  })},
                 {"templates[birthday.fax.en]",
                  with([](AgencyDraft& d) { d.templates.insert(u"birthday.fax.en"_s, u"{link}"_s); })}};
    for (const auto& one : wrong) {
        INFO(one.field);
        CHECK(world.problemOf(one.draft, QString::fromLatin1(one.field)).size() > 20);
        CHECK(saveAgency(world.desk, one.draft).error().code == ErrorCode::InvalidInput);
    }
    // No number or address: that channel does not send, which is a choice.
    CHECK(checkAgency(with([](AgencyDraft& d) { d.sendingNumber.clear(); }), world.phones, u"US"_s).isEmpty());
    CHECK(mustHave(world.store.sync().outgoingCount()) == 0);
}

TEST_CASE("agency settings: a template is previewed for a sample client", "[casework][settings]")
{
    SettingsWorld world;
    Agency agency = world.agency();
    const auto built = mustHave(previewTemplate(agency, MessageKind::Initial, Channel::Text, u"en"_s));
    CHECK(built.text.body.startsWith(u"Miami Valley Care: "_s));
    REQUIRE(built.size);
    CHECK(built.size->segments == 1);
    agency.templates.insert(u"follow_up.email.es"_s, u"¿Cómo le fue, {name}?\n\n{site}\n{link}\n\n{worker}"_s);
    const auto mail = mustHave(previewTemplate(agency, MessageKind::FollowUp, Channel::Email, u"es"_s));
    CHECK(mail.text.subject == u"¿Cómo le fue, Maria?"_s);
    CHECK(mail.text.body.contains(u"Food Pantry (Second Harvest)"_s));
    CHECK_FALSE(mail.size);
    agency.templates.insert(u"initial.text.en"_s, u"{oops} {link}"_s);
    CHECK_FALSE(previewTemplate(agency, MessageKind::Initial, Channel::Text, u"en"_s).ok());
}

TEST_CASE("agency settings: teams are added and renamed", "[casework][settings]")
{
    SettingsWorld world;
    const TeamId east = mustHave(saveTeam(world.desk, std::nullopt, u" East  side "_s));
    CHECK(mustHave(world.store.agencies().teams()).first().name == u"East side"_s);
    CHECK(saveTeam(world.desk, std::nullopt, u"east SIDE"_s).error().code == ErrorCode::Conflict);
    CHECK(saveTeam(world.desk, std::nullopt, u" "_s).error().code == ErrorCode::InvalidInput);
    CHECK(saveTeam(world.desk, std::nullopt, QString(81, u'x')).error().code == ErrorCode::InvalidInput);
    mustHave(saveTeam(world.desk, east, u"East Side"_s));
    mustHave(saveTeam(world.desk, east, u"Downtown"_s));
    const auto teams = mustHave(world.store.agencies().teams());
    REQUIRE(teams.size() == 1);
    CHECK(teams.first().id == east);
    CHECK(teams.first().name == u"Downtown"_s);
    const records::Author administrator{world.store.records().outgoing.first().stamp.device, world.office.worker.id,
                                        Role::Administrator};
    CHECK(records::mayMake(world.store.records().outgoing.first(), std::nullopt, administrator).ok());
}
