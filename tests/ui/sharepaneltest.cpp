// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/sharepanel.h"
#include "core/casework/optouts.h"
#include "core/casework/referrals.h"
#include "tests/ui/screens.h"
#include "ui/dialogs/referraldialog.h"
#include "ui/dialogs/sheetdialog.h"
#include "ui/models/pagedmodel.h"
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
    /// The words of all visible labels of that name.
    QStringList visible(const char* name)
    {
        QStringList words;
        for (const QLabel* label : dialog->findChildren<QLabel*>(QString::fromLatin1(name))) {
            if (label->isVisible()) {
                words.append(label->text());
            }
        }
        return words;
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
        // The initial message, and one follow-up for all: they differ by their link alone.
        CHECK(it.visible("previewText").size() == 2);
        CHECK(it.visible("previewEmail").size() == 2);
        CHECK(it.visible("previewLanguage") == QStringList{u"In English, the client’s language"_s});
        CHECK(it.visible("previewDay") ==
              QStringList{u"Mon, Oct 12, 11:00 AM"_s, u"Tue, Oct 13, 11:00 AM"_s, u"Wed, Oct 14, 11:00 AM"_s});
        CHECK(it.visible("previewSize").first().startsWith(u"1 segment ·"_s));
        CHECK(must<QLabel>(it.dialog.get(), "shareReady")->text() == u"Ready: 2 messages now, 6 follow-ups later."_s);
    }
    SECTION("shares: one initial and three follow-ups a channel, with consent")
    {
        QSignalSpy shared(it.dialog.get(), &ui::ReferralDialog::shared);
        press(it.dialog.get(), "shareWithClient");
        REQUIRE(shared.count() == 1);
        const auto label = [&](const char* name) { return must<QLabel>(it.dialog.get(), name)->text(); };
        CHECK(label("shareDoneHeadline") == u"3 referrals shared with the client"_s);
        CHECK(it.visible("shareDoneDay").size() == 3);
        shot(it.dialog.get(), "share-done");
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
    CHECK(focusName() == u"shareDone"_s);
    QTest::keyClick(it.dialog->focusWidget(), Qt::Key_Space);
    CHECK_FALSE(it.dialog->isVisible());
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

TEST_CASE("share panel: after it is shared", "[ui][share]")
{
    Panel it;
    const auto sentence = [&] { return must<QLabel>(it.dialog.get(), "shareDoneSentence")->text(); };
    const auto shareNow = [&] {
        it.open();
        it.tick("sendText");
        it.tick("sendEmail");
        it.tick("consent");
        press(it.dialog.get(), "shareWithClient");
    };
    SECTION("says that the messages are on their way")
    {
        shareNow();
        CHECK(sentence() == u"1 text and 1 email are on their way to the client."_s);
    }
    SECTION("says that they wait while the server can't be reached")
    {
        mustWork(it.desktop.store.sync().setFact(u"last_sync_error"_s, u"The server can’t be reached."_s));
        shareNow();
        CHECK(sentence().startsWith(u"1 text and 1 email wait for the server"_s));
        shot(it.dialog.get(), "share-done-offline");
    }
    SECTION("prints, and is done")
    {
        shareNow();
        press(it.dialog.get(), "printSheet");
        auto* sheet = it.dialog->findChild<ui::SheetDialog*>();
        REQUIRE(sheet);
        CHECK(sheet->isVisible());
        sheet->close();
        settle();
        CHECK(it.dialog->isVisible());
        press(it.dialog.get(), "shareDone");
        CHECK_FALSE(it.dialog->isVisible());
    }
}

TEST_CASE("share panel: why each address is recommended stands beside it", "[ui][share]")
{
    Panel it;
    const Client& client = it.desktop.office.client;
    const auto add = [&](const char* e164, const QString& label, bool mayText) {
        const ContactPoint point{.id = ContactPointId(it.desktop.ids.next()),
                                 .clientId = client.id,
                                 .address = *PhoneNumber::fromE164(QString::fromLatin1(e164)),
                                 .label = label,
                                 .mayText = mayText};
        it.desktop.store.put("contact_point", point.id.uuid(), point);
        return point;
    };
    const ContactPoint out = add("+19375550102", u"Work"_s, true);
    add("+19375550103", u"Home"_s, false);
    it.optOut(out.address);
    it.open();
    QStringList rows;
    for (int i = 0; i < it.phone()->count(); ++i) {
        rows.append(it.phone()->itemText(i) + u' ' + it.phone()->itemData(i, ui::SubtitleRole).toString());
    }
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == u"(937) 555-0101 Mobile · Primary"_s);
    CHECK(rows[1].startsWith(u"(937) 555-0102 Work · Opted out of texts since "_s));
    CHECK(rows[1].endsWith(u"as told to a worker"_s));
    CHECK(rows[2] == u"(937) 555-0103 Home · Landline, or may not be texted"_s);

    it.tick("sendText");
    it.tick("consent");
    CHECK(it.button->isEnabled());
    it.thinkAfter([&] { it.phone()->setCurrentIndex(2); });
    CHECK_FALSE(it.button->isEnabled());
    CHECK(it.problem("phoneNumberProblem").contains(u"may not be texted"_s));
}

TEST_CASE("share panel: a number that the client gives just now", "[ui][share]")
{
    Panel it;
    it.open();
    it.tick("sendText");
    it.tick("consent");
    auto* keep = must<QCheckBox>(it.dialog.get(), "keepPhone");
    CHECK_FALSE(keep->isVisible());
    it.typeInto(it.phone(), u"937 555 0144"_s);
    CHECK(keep->isVisible());
    CHECK_FALSE(keep->isChecked());
    CHECK(it.visible("phoneNumberWarnings") == QStringList{u"This number is not in the client’s profile."_s});
    press(it.dialog.get(), "keepPhone");
    press(it.dialog.get(), "shareWithClient");
    CHECK(mustHave(it.desktop.store.clients().client(it.desktop.office.client.id))->contactPoints.size() == 3);
}

TEST_CASE("share panel: a client who can't be reached", "[ui][share]")
{
    Panel it;
    for (const ContactPoint& point : it.desktop.office.client.contactPoints) {
        it.desktop.store.putFields(u"contact_point"_s, point.id.uuid(), {{u"removed"_s, true}});
    }
    it.open();
    auto* notice = must<ui::Notice>(it.dialog.get(), "unreachableNotice");
    CHECK(notice->isVisible());
    CHECK(notice->sentence().startsWith(u"Maria Lopez has no phone number and no email address"_s));
    shot(it.dialog.get(), "share-unreachable");
    press(it.dialog.get(), "unreachableNoticeAct");
    auto* sheet = it.dialog->findChild<ui::SheetDialog*>();
    REQUIRE(sheet);
    sheet->close();
    settle();
    // On the spot: typed, and kept by default.
    it.tick("sendText");
    it.tick("consent");
    it.typeInto(it.phone(), u"937 555 0144"_s);
    CHECK(must<QCheckBox>(it.dialog.get(), "keepPhone")->isChecked());
    CHECK(it.button->isEnabled());
}

TEST_CASE("share panel: what the agency lacks is said in words", "[ui][share]")
{
    Panel it;
    const auto setAgency = [&](const QJsonObject& fields) {
        it.desktop.store.putFields(u"agency"_s, it.desktop.office.agency.id.uuid(), fields);
    };
    SECTION("no sending number")
    {
        setAgency({{u"sending_number"_s, u""_s}});
        it.open();
        it.tick("sendText");
        it.tick("consent");
        CHECK(it.problem("phoneNumberProblem").startsWith(u"Your agency has no sending number yet"_s));
        CHECK_FALSE(it.button->isEnabled());
    }
    SECTION("a template that can't be used: said, and the other channel still works")
    {
        setAgency({{u"templates"_s, QJsonObject{{u"initial.text.en"_s, u"Hello {nobody}"_s}}}});
        it.open();
        it.tick("sendText");
        it.tick("sendEmail");
        it.tick("consent");
        CHECK(it.problem("channelsProblem").contains(u"{nobody}"_s));
        CHECK(it.visible("previewTrouble").size() == 1);
        CHECK(it.visible("previewEmail").size() == 2);
        CHECK_FALSE(it.button->isEnabled());
        it.tick("sendText");
        CHECK(it.button->isEnabled());
    }
    SECTION("a language that it has no messages in")
    {
        it.desktop.store.putFields(u"client"_s, it.desktop.office.client.id.uuid(), {{u"language"_s, u"ht"_s}});
        it.open();
        it.tick("sendText");
        CHECK(it.visible("previewLanguage").first().contains(u"no messages in"_s));
    }
}

TEST_CASE("share panel: thirty sites", "[ui][share]")
{
    Panel it;
    QList<ResourceSiteId> sites;
    for (int i = 0; i < 30; ++i) {
        const ResourceSite site{.id = ResourceSiteId(it.desktop.ids.next()),
                                .serviceName = u"Community Kitchen and Pantry number %1 of the Miami Valley"_s.arg(i)};
        it.desktop.store.put("resource_site", site.id.uuid(), site);
        sites.append(site.id);
    }
    casework::Desk desk{it.desktop.store, it.desktop.clock, it.desktop.ids, it.desktop.phones,
                        it.desktop.office.worker.id};
    it.referrals = mustHave(casework::createReferrals(desk, it.desktop.office.client.id, sites));
    it.open();
    it.tick("sendText");
    it.tick("sendEmail");
    it.tick("consent");
    CHECK(it.visible("previewDay").size() == 30);
    CHECK(it.button->isEnabled());
    shot(it.dialog.get(), "share-thirty");
    press(it.dialog.get(), "shareWithClient");
    CHECK(it.visible("shareDoneDay").size() == 30);
}

TEST_CASE("share panel: at twice the font size on a small screen nothing is out of reach", "[ui][share][font]")
{
    const BigFont big;
    Panel it;
    it.open();
    it.dialog->resize(1280, 800);
    it.tick("sendText");
    it.tick("consent");
    shot(it.dialog.get(), "share-200-percent");
    for (const char* name : {"consent", "consentNote", "shareWithClient", "notNow"}) {
        INFO(name);
        const auto* widget = must<QWidget>(it.dialog.get(), name);
        CHECK(widget->visibleRegion().boundingRect() == widget->rect());
    }
    // The consent's words take the lines that they need.
    const auto* consent = must<QCheckBox>(it.dialog.get(), "consent");
    for (const QString& line : consent->text().split(u'\n')) {
        CHECK(consent->fontMetrics().horizontalAdvance(line) <= consent->width());
    }
    CHECK(it.dialog->minimumSizeHint().width() <= 1280);
    CHECK(it.dialog->minimumSizeHint().height() <= 800);
}
