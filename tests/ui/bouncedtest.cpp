// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/referrals.h"
#include "core/casework/sharing.h"
#include "core/domain/bounce.h"
#include "tests/ui/screens.h"
#include "ui/pages/clientspage.h"
#include "ui/views/widgets.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// A referral was shared by email and the email came back, as the server wrote it into the activity.
Address letMailComeBack(Desktop& desktop)
{
    const Referral referral = desktop.refer(1).first();
    const Address email = desktop.office.client.contactPoints[1].address;
    const Message message{.id = MessageId(desktop.ids.next()),
                          .shareId = ShareId(desktop.ids.next()),
                          .clientId = desktop.office.client.id,
                          .address = email,
                          .dueAt = desktop.clock.now(),
                          .state = MessageState::Refused};
    desktop.store.put("message", message.id.uuid(), message);
    const Activity bounce{.id = ActivityId(desktop.ids.next()),
                          .kind = ActivityKind::MessageEvent,
                          .clientId = message.clientId,
                          .referralId = referral.id,
                          .at = desktop.clock.now(),
                          .channel = Channel::Email,
                          .messageId = message.id,
                          .rule = bounceRule,
                          .messageState = MessageState::Refused,
                          .text = u"This email address does not exist."_s};
    desktop.store.put("activity", bounce.id.uuid(), bounce);
    return email;
}

} // namespace

TEST_CASE("an address that sends mail back", "[ui][clients][bounced]")
{
    Desktop desktop;
    const Address email = letMailComeBack(desktop);

    SECTION("is told in the client's profile, until the worker tries it again")
    {
        ui::ChosenClient chosen;
        ui::ClientsPage page(desktop.services, chosen);
        page.resize(1000, 700);
        page.show();
        chosen.choose(desktop.office.client.id);
        waitFor([&] { return page.findChild<QLabel*>(u"bounced"_s); });
        CHECK(must<QLabel>(&page, "bounced")->text().contains(u"This email address does not exist."_s));
        shot(&page, "bounced-profile");
        press(&page, "tryAddressAgain");
        waitFor([&] { return mustHave(desktop.store.shares().bounces(desktop.office.client.id)).isEmpty(); });
        CHECK(desktop.agent.looks == 1);
        CHECK(must<ui::Notice>(&page, "clientNotice")->sentence().contains(email.value()));
    }
    SECTION("is offered in the share dialog with its reason, never put into the field, and can't be shared with")
    {
        casework::Desk desk{desktop.store, desktop.clock, desktop.ids, desktop.phones, desktop.office.worker.id};
        const QList<Referral> referrals =
            mustHave(casework::createReferrals(desk, desktop.office.client.id, {desktop.office.siteIds()[1]}));
        const auto panel = mustHave(casework::prepareShare(desk, desktop.office.client.id, {referrals[0].id}));
        REQUIRE(panel.emailSuggestions.size() == 1);
        CHECK(panel.emailSuggestions[0].why.startsWith(u"Emails come back since"_s));
        const auto check = mustHave(casework::checkShare(desk, panel, {false, {}, true, email.value(), true}));
        REQUIRE(check.problems.size() == 1);
        CHECK(check.problems[0].sentence.contains(u"«Try This Address Again»"_s));
    }
}
