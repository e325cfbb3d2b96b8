// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/sharepanel.h"
#include "core/casework/optouts.h"
#include "tests/ui/screens.h"
#include "ui/dialogs/referraldialog.h"
#include "ui/views/widgets.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// The share panel of three referrals, as it stands after they were made.
struct Panel
{
    Desktop desktop;
    QList<Referral> referrals = desktop.refer(3);
    std::unique_ptr<ui::ReferralDialog> dialog;
    QPushButton* button = nullptr;

    void open()
    {
        QList<ReferralId> ids;
        for (const Referral& referral : std::as_const(referrals)) {
            ids.append(referral.id);
        }
        dialog.reset(ui::ReferralDialog::forSharing(desktop.services, desktop.office.client.id, ids, nullptr));
        dialog->show();
        button = must<QPushButton>(dialog.get(), "shareWithClient");
        settle();
    }
    /// Does something to the panel and waits until the rules have answered about what stands there then.
    template <typename Deed>
    void thinkAfter(Deed deed)
    {
        QSignalSpy checked(must<ui::SharePanelWidget>(dialog.get(), "sharePanel"), &ui::SharePanelWidget::checked);
        deed();
        waitFor([&] { return !checked.isEmpty(); });
        settle();
    }
    void tick(const char* name)
    {
        auto* box = must<QCheckBox>(dialog.get(), name);
        box->setFocus();
        thinkAfter([&] { QTest::keyClick(box, Qt::Key_Space); });
    }
    QString problem(const char* name)
    {
        auto* label = must<ui::ProblemLabel>(dialog.get(), name);
        return label->isVisible() ? label->text() : QString();
    }
    QComboBox* phone() { return must<QComboBox>(dialog.get(), "phoneNumber"); }
    QComboBox* email() { return must<QComboBox>(dialog.get(), "emailAddress"); }
    void typeInto(QComboBox* box, const QString& text)
    {
        thinkAfter([&] { type(box, text); });
    }
    void optOut(const Address& address)
    {
        casework::Desk desk{desktop.store, desktop.clock, desktop.ids, desktop.phones, desktop.office.worker.id};
        mustWork(casework::recordOptOut(desk, address, u"stop"_s));
    }
};

} // namespace

TEST_CASE("share panel: the words of R2", "[ui][share]")
{
    Panel it;
    it.open();
    shot(it.dialog.get(), "share-open");

    CHECK(must<QCheckBox>(it.dialog.get(), "sendText")->text() == u"Send Text to Client"_s);
    CHECK(must<QCheckBox>(it.dialog.get(), "sendEmail")->text() == u"Send Email to Client"_s);
    CHECK(it.phone()->accessibleName() == u"Phone Number"_s);
    CHECK(it.email()->accessibleName() == u"Email Address"_s);
    CHECK(it.phone()->isEditable());
    CHECK(it.email()->isEditable());
    const QString consent = u"My Client Consents to Receiving Texts and / or emails from Miami Valley Care"_s;
    CHECK(must<QCheckBox>(it.dialog.get(), "consent")->accessibleName() == consent);
    CHECK(must<QCheckBox>(it.dialog.get(), "consent")->text().simplified() == consent);
    CHECK(must<QLabel>(it.dialog.get(), "consentNote")->text() ==
          u"Clients will receive one immediate message with resource information, and one follow up message a week "
          u"later to capture feedback"_s);
    CHECK(it.button->text() == u"Share with Client"_s);
    const QString script = must<QLabel>(it.dialog.get(), "textScript")->text();
    CHECK(script.contains(u"Have you ever received a text from us in the past?"_s));
    CHECK(script.contains(u"If so, have you ever opted out?"_s));
    CHECK(script.contains(u"Text START or Yes or UNSTOP to "_s));
    CHECK(must<QLabel>(it.dialog.get(), "emailScript")->text().contains(u"Have you ever received an email from us"_s));
}

TEST_CASE("share panel: when the button works", "[ui][share]")
{
    Panel it;

    SECTION("not before a channel is ticked and consent is given; each reason in words")
    {
        it.open();
        CHECK_FALSE(it.button->isEnabled());
        CHECK_FALSE(it.problem("channelsProblem").isEmpty());
        CHECK_FALSE(it.problem("consentProblem").isEmpty());
        it.tick("sendText");
        CHECK(it.problem("channelsProblem").isEmpty());
        CHECK_FALSE(it.button->isEnabled());
        it.tick("consent");
        CHECK(it.problem("consentProblem").isEmpty());
        CHECK(it.button->isEnabled());
        it.tick("consent");
        CHECK_FALSE(it.button->isEnabled());
    }
    SECTION("recommends the profile's address")
    {
        it.open();
        CHECK(it.phone()->currentText() == u"(937) 555-0101"_s);
        CHECK(it.email()->currentText() == u"maria@example.org"_s);
        CHECK(must<QLabel>(it.dialog.get(), "phoneNumberAdvice")->text().contains(u"Mobile"_s));
    }
    SECTION("not with a number that can't be right")
    {
        it.open();
        it.tick("sendText");
        it.tick("consent");
        it.typeInto(it.phone(), u"12"_s);
        CHECK_FALSE(it.button->isEnabled());
        CHECK(it.problem("phoneNumberProblem") == u"This phone number can't be right."_s);
        CHECK(it.phone()->accessibleDescription() == u"This phone number can't be right."_s);
        it.typeInto(it.phone(), QString());
        CHECK(it.problem("phoneNumberProblem") == u"Enter the phone number to text."_s);
        it.typeInto(it.phone(), u"937 555 0199"_s);
        CHECK(it.button->isEnabled());
    }
    SECTION("not with an email address that can't be right")
    {
        it.open();
        it.tick("sendEmail");
        it.tick("consent");
        it.typeInto(it.email(), u"maria@"_s);
        CHECK_FALSE(it.button->isEnabled());
        CHECK_FALSE(it.problem("emailAddressProblem").isEmpty());
    }
    SECTION("not with a number that is opted out, which is known before anything is typed")
    {
        it.optOut(*PhoneNumber::fromE164(u"+19375550101"));
        it.open();
        CHECK(it.phone()->currentText().isEmpty());
        CHECK(must<QLabel>(it.dialog.get(), "phoneNumberAdvice")->text().contains(u"Opted out"_s));
        it.tick("sendText");
        it.tick("consent");
        it.typeInto(it.phone(), u"937 555 0101"_s);
        CHECK_FALSE(it.button->isEnabled());
        CHECK(it.problem("phoneNumberProblem") ==
              u"This number has opted out of texts. Handrail can’t text it until the client opts in again."_s);
        shot(it.dialog.get(), "share-opted-out");
        // The other channel still works.
        it.tick("sendText");
        it.tick("sendEmail");
        CHECK(it.button->isEnabled());
    }
    SECTION("not with an address that has unsubscribed for good")
    {
        it.optOut(*EmailAddress::parse(u"maria@example.org"));
        it.open();
        it.tick("sendEmail");
        it.tick("consent");
        it.typeInto(it.email(), u"maria@example.org"_s);
        CHECK_FALSE(it.button->isEnabled());
        CHECK(it.problem("emailAddressProblem") ==
              u"This address has unsubscribed from emails, for good. Send a text instead."_s);
    }
}

TEST_CASE("share panel: what is about to happen", "[ui][share]")
{
    Panel it;
    it.open();
    it.tick("sendText");
    it.tick("sendEmail");
    it.tick("consent");
    shot(it.dialog.get(), "share-ready");

    SECTION("shows the initial messages and the follow-ups with their days")
    {
        CHECK(it.dialog->findChildren<QLabel*>(u"previewText"_s).size() == 4);
        CHECK(it.dialog->findChildren<QLabel*>(u"previewEmail"_s).size() == 4);
        QStringList days;
        for (const QLabel* day : it.dialog->findChildren<QLabel*>(u"previewDay"_s)) {
            if (day->isVisible()) {
                days.append(day->text());
            }
        }
        CHECK(days == QStringList{u"Mon, Oct 12, 11:00 AM"_s, u"Tue, Oct 13, 11:00 AM"_s, u"Wed, Oct 14, 11:00 AM"_s});
        CHECK(must<QLabel>(it.dialog.get(), "previewSize")->text().startsWith(u"1 segment ·"_s));
    }
    SECTION("shares: one initial and three follow-ups a channel, with consent")
    {
        QSignalSpy shared(it.dialog.get(), &ui::ReferralDialog::shared);
        press(it.dialog.get(), "shareWithClient");
        REQUIRE(shared.count() == 1);
        CHECK_FALSE(it.dialog->isVisible());
        const QList<Share> shares = mustHave(it.desktop.store.shares().sharesOf(it.referrals.first().id));
        REQUIRE(shares.size() == 1);
        CHECK(mustHave(it.desktop.store.shares().messagesOf(shares.first().id)).size() == 8);
        const auto consent = mustHave(it.desktop.store.shares().consentOf(shares.first().id));
        REQUIRE(consent);
        CHECK(consent->wording.contains(u"My Client Consents to Receiving Texts"_s));
        CHECK(it.desktop.agent.looks > 0);
    }
    SECTION("keeps everything where the store can't take it")
    {
        it.desktop.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full."_s});
        press(it.dialog.get(), "shareWithClient");
        CHECK(must<ui::Notice>(it.dialog.get(), "shareNotice")->sentence() == u"The disk is full."_s);
        CHECK(it.dialog->isVisible());
        CHECK(must<QCheckBox>(it.dialog.get(), "consent")->isChecked());
        waitFor([&] { return it.button->isEnabled(); });
    }
}

TEST_CASE("share panel: by keyboard alone", "[ui][share][keyboard]")
{
    Panel it;
    it.open();
    QApplication::setActiveWindow(it.dialog.get());
    must<QCheckBox>(it.dialog.get(), "sendText")->setFocus();
    const auto focusName = [&] { return it.dialog->focusWidget()->objectName(); };
    const auto tabTo = [&](const QString& name) {
        for (int i = 0; i < 20 && focusName() != name; ++i) {
            QTest::keyClick(it.dialog->focusWidget(), Qt::Key_Tab);
        }
        REQUIRE(focusName() == name);
    };
    QTest::keyClick(it.dialog->focusWidget(), Qt::Key_Space);
    tabTo(u"phoneNumber"_s);
    tabTo(u"sendEmail"_s);
    QTest::keyClick(it.dialog->focusWidget(), Qt::Key_Space);
    tabTo(u"emailAddress"_s);
    tabTo(u"consent"_s);
    QTest::keyClick(it.dialog->focusWidget(), Qt::Key_Space);
    waitFor([&] { return it.button->isEnabled(); });
    tabTo(u"shareWithClient"_s);
    QTest::keyClick(it.dialog->focusWidget(), Qt::Key_Space);
    settle();
    CHECK(mustHave(it.desktop.store.shares().sharesOf(it.referrals.first().id)).size() == 1);
}

TEST_CASE("referral dialog: creates, then offers sharing in the same dialog", "[ui][share]")
{
    Desktop desktop;
    desktop.fillBasket(3);
    ui::ReferralDialog dialog(desktop.services, desktop.office.client.id, desktop.office.siteIds());
    dialog.show();
    settle();
    QSignalSpy created(&dialog, &ui::ReferralDialog::created);
    shot(&dialog, "referral-dialog");

    SECTION("nothing is shared by itself, and «Not Now» closes")
    {
        press(&dialog, "confirmCreateReferrals");
        REQUIRE(created.count() == 1);
        CHECK(dialog.isVisible());
        CHECK(dialog.windowTitle() == u"Share with Client"_s);
        CHECK(must<QLabel>(&dialog, "referralDialogTitle")->text() == u"3 referrals created. Share with the client?"_s);
        CHECK(mustHave(desktop.store.referrals().count({})) == 3);
        CHECK(mustHave(desktop.store.baskets().basket(desktop.office.client.id)).isEmpty());
        press(&dialog, "notNow");
        CHECK_FALSE(dialog.isVisible());
        const auto made = created.first().first().value<QList<ReferralId>>();
        CHECK(mustHave(desktop.store.shares().sharesOf(made.first())).isEmpty());
    }
    SECTION("says why the referrals could not be made, and can be pressed again")
    {
        desktop.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full."_s});
        press(&dialog, "confirmCreateReferrals");
        CHECK(must<ui::Notice>(&dialog, "referralDialogNotice")->sentence() == u"The disk is full."_s);
        press(&dialog, "confirmCreateReferrals");
        CHECK(created.count() == 1);
    }
}

TEST_CASE("share panel: on a screen 800 pixels high", "[ui][share]")
{
    Panel it;
    for (const ContactPoint& point : it.desktop.office.client.contactPoints) {
        it.optOut(point.address);
    }
    it.open();
    it.dialog->resize(1080, 800);
    it.tick("sendText");
    it.tick("sendEmail");
    it.typeInto(it.phone(), u"937 555 0101"_s);
    it.typeInto(it.email(), u"maria@example.org"_s);
    shot(it.dialog.get(), "share-800-problems");

    for (const char* name :
         {"consent", "consentProblem", "consentNote", "shareWithClient", "phoneNumberProblem", "emailAddressProblem"}) {
        INFO(name);
        const auto* widget = must<QWidget>(it.dialog.get(), name);
        CHECK(widget->visibleRegion().boundingRect() == widget->rect());
    }
    for (const char* name : {"consent", "consentProblem", "shareWithClient"}) {
        INFO(name << " scrolls away");
        for (auto* over = must<QWidget>(it.dialog.get(), name)->parentWidget(); over; over = over->parentWidget()) {
            CHECK_FALSE(qobject_cast<QScrollArea*>(over));
        }
    }
}
