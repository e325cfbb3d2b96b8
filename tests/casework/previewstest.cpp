// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("previews: the messages as they will be written", "[casework][previews]")
{
    DeskWorld world;
    const SharePanel panel = world.panelFor(world.refer());
    ShareForm form = DeskWorld::fullForm();
    form.consent = false; // Shown before consent is ticked.

    SECTION("two initial ones, then a follow-up for each site and channel, by day")
    {
        const auto previews = mustHave(previewMessages(world.desk, panel, form));
        REQUIRE(previews.size() == 8);
        for (int i = 0; i < 8; ++i) {
            const MessagePreview& preview = previews[i];
            INFO("preview " << i);
            CHECK((preview.kind == MessageKind::Initial) == (i < 2));
            CHECK(preview.channel == (i % 2 == 0 ? Channel::Text : Channel::Email));
            CHECK(preview.size.has_value() == (preview.channel == Channel::Text));
            CHECK(preview.text.subject.isEmpty() == (preview.channel == Channel::Text));
            CHECK(preview.text.body.contains(i < 2 ? u"/r/xxxxxxxxxxxxxxxxxxxxxx"_s : u"/f/xxxxxxxxxxxxxxxxxxxxxx"_s));
            CHECK(preview.siteName == (i < 2 ? QString() : world.office.sites[i / 2 - 1].displayName()));
            CHECK(preview.dueAt.date() == QDate(2026, 10, 5).addDays(i < 2 ? 0 : 6 + i / 2));
        }
        CHECK(previews[0].size->segments == 1);
        CHECK(previews[1].text.body.contains(u"/u/"_s));
    }
    SECTION("are what is then planned: same channels, same times")
    {
        const auto previews = mustHave(previewMessages(world.desk, panel, form));
        const auto messages = world.messagesOf(mustHave(share(world.desk, panel, DeskWorld::fullForm())));
        REQUIRE(previews.size() == messages.size());
        QMultiMap<qint64, Channel> shown;
        QMultiMap<qint64, Channel> planned;
        for (const MessagePreview& preview : previews)
            shown.insert(preview.dueAt.toMSecsSinceEpoch(), preview.channel);
        for (const Message& message : messages)
            planned.insert(message.dueAt.toMSecsSinceEpoch(), message.channel());
        CHECK(shown.size() == planned.size());
        for (auto it = planned.begin(); it != planned.end(); ++it)
            CHECK(shown.contains(it.key(), it.value()));
    }
    SECTION("only ticked channels; with the server's own address in the links")
    {
        mustWork(world.store.sync().setFact(u"server_url"_s, u"https://care.example.org/"_s));
        form.email = false;
        const auto previews = mustHave(previewMessages(world.desk, panel, form));
        CHECK(previews.size() == 4);
        for (const MessagePreview& preview : previews)
            CHECK(preview.text.body.contains(u"https://care.example.org/"_s));
        form.text = false;
        CHECK(mustHave(previewMessages(world.desk, panel, form)).isEmpty());
    }
    SECTION("in the client's language")
    {
        const QString english = mustHave(previewMessages(world.desk, panel, form)).first().text.body;
        SharePanel spanish = panel;
        spanish.client.language = u"es"_s;
        CHECK(mustHave(previewMessages(world.desk, spanish, form)).first().text.body != english);
    }
    SECTION("a template that can't be used says so before anything is shared")
    {
        SharePanel broken = panel;
        broken.agency.templates = {{u"initial.text.en"_s, u"Hello, no link here."_s}};
        const auto previews = previewMessages(world.desk, broken, form);
        REQUIRE_FALSE(previews.ok());
        CHECK_FALSE(previews.error().sentence.isEmpty());
    }
}
