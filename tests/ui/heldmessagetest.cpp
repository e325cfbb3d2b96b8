// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/sharing.h"
#include "tests/ui/screens.h"
#include "ui/pages/referralspage.h"
#include "ui/views/heldcard.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// A referral whose first text the carrier left open.
struct Held
{
    Desktop desktop;
    Referral referral = desktop.refer(1).first();
    Message message;
    ui::ReferralsPage page{desktop.services};

    Held()
        : message(share())
    {
        hold();
        page.resize(1040, 700);
        page.show();
        page.showReferral(referral.id);
        waitFor([this] { return cards() == 1; });
    }
    Message share()
    {
        casework::Desk desk{desktop.store, desktop.clock, desktop.ids, desktop.phones, desktop.office.worker.id};
        const auto panel = mustHave(casework::prepareShare(desk, referral.clientId, {referral.id}));
        const ShareId id = mustHave(casework::share(
            desk, panel, {.text = true, .phoneTyped = u"937 555 0101"_s, .emailTyped = {}, .consent = true}));
        for (const Message& made : mustHave(desktop.store.shares().messagesOf(id))) {
            if (made.kind == MessageKind::Initial) {
                return made;
            }
        }
        FAIL("no initial message");
        throw 0;
    }
    void put(MessageState state)
    {
        message.state = state;
        message.stateAt = desktop.clock.now();
        desktop.store.put("message", message.id.uuid(), message);
        page.refresh();
        settle();
    }
    void hold()
    {
        message.state = MessageState::Held;
        message.stateAt = desktop.clock.now();
        desktop.store.put("message", message.id.uuid(), message);
    }
    qsizetype cards()
    {
        qsizetype visible = 0;
        for (const auto* card : page.findChildren<ui::HeldCard*>()) {
            visible += card->isVisible() ? 1 : 0;
        }
        return visible;
    }
    /// Of the card that stands there now; one that was replaced waits for its deletion out of sight.
    QString label(const char* name)
    {
        for (const auto* found : page.findChildren<QLabel*>(QString::fromLatin1(name))) {
            if (found->parentWidget()->isVisible()) {
                return found->text();
            }
        }
        return {};
    }
    [[nodiscard]] const auto& decided() const { return desktop.held.decided; }
};

} // namespace

TEST_CASE("held message", "[ui][held]")
{
    Held it;
    CHECK(it.label("heldHeadline") == u"The text to (937) 555-0101 may or may not have arrived."_s);
    shot(&it.page, "held-message");

    SECTION("is sent again where the worker says so, and can't be decided twice meanwhile")
    {
        press(&it.page, "sendAgain");
        REQUIRE(it.decided().size() == 1);
        CHECK(it.decided().first().first == it.message.id);
        CHECK(it.decided().first().second == ui::HeldMessages::Decision::SendAgain);
        CHECK(it.desktop.agent.looks > 0);
        CHECK_FALSE(must<QPushButton>(&it.page, "sendAgain")->isEnabled());
        CHECK_FALSE(must<QPushButton>(&it.page, "doNotSend")->isEnabled());
        CHECK(it.label("heldReason").startsWith(u"It will be sent again."_s));

        it.put(MessageState::Waiting);
        waitFor([&] { return it.cards() == 0; });
    }
    SECTION("is given up where the worker says so")
    {
        press(&it.page, "doNotSend");
        REQUIRE(it.decided().size() == 1);
        CHECK(it.decided().first().second == ui::HeldMessages::Decision::DoNotSend);
    }
    SECTION("stays decidable while the server can't be reached, and the reason stands in words")
    {
        it.desktop.held.answer = Error{ErrorCode::Offline, u"The server can't be reached."_s};
        press(&it.page, "sendAgain");
        CHECK(it.label("heldProblem") == u"The server can't be reached."_s);
        CHECK(must<QLabel>(&it.page, "heldProblem")->isVisible());
        shot(&it.page, "held-message-offline");

        it.desktop.held.answer = {};
        press(&it.page, "sendAgain");
        CHECK(it.decided().size() == 2);
        CHECK_FALSE(must<QLabel>(&it.page, "heldProblem")->isVisible());
    }
    SECTION("that is held once more can be decided once more")
    {
        press(&it.page, "sendAgain");
        it.desktop.clock.advanceMinutes(30);
        it.put(MessageState::Held);
        waitFor([&] { return it.cards() == 1; });
        press(&it.page, "doNotSend");
        CHECK(it.decided().size() == 2);
    }
    SECTION("says the server's reason where there is one")
    {
        it.message.reason = u"The text carrier does not list it."_s;
        it.put(MessageState::Held);
        waitFor([&] { return it.label("heldHeadline") == u"The text to (937) 555-0101 waits for your decision."_s; });
        CHECK(it.label("heldReason") == u"The text carrier does not list it."_s);
        shot(&it.page, "held-message-reason");
    }
    SECTION("of another referral doesn't show here")
    {
        it.message.kind = MessageKind::FollowUp;
        it.message.referralId = ReferralId(it.desktop.ids.next());
        it.put(MessageState::Held);
        waitFor([&] { return it.cards() == 0; });
    }
}
