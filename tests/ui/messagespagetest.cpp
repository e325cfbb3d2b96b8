// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messagespage.h"
#include "core/casework/sharing.h"
#include "tests/ui/screens.h"
#include "ui/models/pagedmodel.h"
#include "ui/views/widgets.h"

#include <QApplication>
#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTabBar>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;
using Decision = ui::HeldMessages::Decision;

namespace {

/// Two referrals shared by text: a first message and two follow-ups.
struct Outbox
{
    Desktop desktop;
    QList<Referral> referrals = desktop.refer(2);
    ShareId share = shareAll();
    std::unique_ptr<ui::MessagesPage> page = std::make_unique<ui::MessagesPage>(desktop.services);

    Outbox()
    {
        page->resize(1060, 700);
        page->show();
        waitFor([this] { return table()->model()->rowCount() == 3; });
    }
    ShareId shareAll()
    {
        casework::Desk desk{desktop.store, desktop.clock, desktop.ids, desktop.phones, desktop.office.worker.id};
        const auto panel =
            mustHave(casework::prepareShare(desk, desktop.office.client.id, {referrals[0].id, referrals[1].id}));
        return mustHave(casework::share(
            desk, panel, {.text = true, .phoneTyped = u"937 555 0101"_s, .emailTyped = {}, .consent = true}));
    }
    QTableView* table() { return must<QTableView>(page.get(), "messagesTable"); }
    QString label(const char* name) { return must<QLabel>(page.get(), name)->text(); }
    /// Follow-up 0 is due first; the initial message is -1.
    Message message(int followUp)
    {
        const auto messages = mustHave(desktop.store.shares().messagesOf(share));
        return messages.at(followUp + 1);
    }
    void put(int followUp, const QString& state, const QString& reason = {})
    {
        desktop.store.putFields(u"message"_s, message(followUp).id.uuid(),
                                {{u"state"_s, state},
                                 {u"reason"_s, reason},
                                 {u"state_at"_s, desktop.clock.now().toMSecsSinceEpoch()}});
        page->refresh();
        settle();
    }
    void choose(int followUp)
    {
        page->showMessage(message(followUp).id);
        settle();
    }
    void filter(const char* name, int index)
    {
        must<QComboBox>(page.get(), name)->setCurrentIndex(index);
        settle();
    }
    int rows() { return table()->model()->rowCount(); }
    void giveReason(const QString& reason)
    {
        auto* dialog = must<QInputDialog>(page.get(), "cancelMessageDialog");
        dialog->setTextValue(reason);
        dialog->accept();
        settle();
    }
    QString notice() { return must<ui::Notice>(page.get(), "outboxNotice")->sentence(); }
};

} // namespace

TEST_CASE("messages page: outbox and history", "[ui][messages]")
{
    Outbox it;
    SECTION("filters by state, channel, kind, time and text")
    {
        it.put(-1, u"delivered"_s);
        it.filter("messagesState", 2);
        waitFor([&] { return it.rows() == 2; });
        // The next one that goes out comes first.
        CHECK(it.table()->model()->index(0, 0).data(ui::KeyRole).toUuid() == it.message(0).id.uuid());
        it.filter("messagesState", 0);
        it.filter("messagesKind", 1);
        waitFor([&] { return it.rows() == 1; });
        it.filter("messagesKind", 0);
        it.filter("messagesChannel", 2);
        waitFor([&] { return it.rows() == 0; });
        CHECK(it.label("messagesState") == u"No message fits this search and these filters."_s);
        it.filter("messagesChannel", 0);
        it.filter("messagesPeriod", 1);
        waitFor([&] { return it.rows() == 1; });
        it.filter("messagesPeriod", 0);
        type(must<QLineEdit>(it.page.get(), "messagesSearch"), u"nobody"_s);
        waitFor([&] { return it.rows() == 0; });
        type(must<QLineEdit>(it.page.get(), "messagesSearch"), u"lop"_s);
        waitFor([&] { return it.rows() == 3; });
    }
    SECTION("shows a failed message with reason, advice, consent and words, and sends it again")
    {
        it.put(-1, u"refused"_s, u"The number can’t be reached."_s);
        it.choose(-1);
        CHECK(it.label("messageState") == u"Failed"_s);
        CHECK(it.label("messageReason") == u"The number can’t be reached."_s);
        CHECK(it.label("messageAdvice").startsWith(u"Check the address with the client."_s));
        CHECK(it.label("messageSites") == u"Food Pantry (Second Harvest)\nHomeless Shelter (St. Vincent)"_s);
        CHECK(it.label("messageConsent").endsWith(u"to Dana Reyes"_s));
        CHECK(it.label("messageBody").startsWith(u"Miami Valley Care"_s));
        shot(it.page.get(), "messages-failed");
        press(it.page.get(), "messageSendAgain");
        REQUIRE(it.desktop.held.decided.size() == 1);
        CHECK(it.desktop.held.decided.first() == std::pair(it.message(-1).id, Decision::SendAgain));
        CHECK(it.notice() == u"1 message will be sent again, within the contact hours."_s);
    }
    SECTION("offers no sending to an address that has opted out")
    {
        it.put(-1, u"refused"_s, u"Opted out."_s);
        const OptOut out{.id = OptOutId(it.desktop.ids.next()),
                         .address = *PhoneNumber::fromE164(u"+19375550101"),
                         .words = {},
                         .at = it.desktop.clock.now()};
        it.desktop.store.put("opt_out", out.id.uuid(), out);
        it.choose(-1);
        CHECK_FALSE(must<QPushButton>(it.page.get(), "messageSendAgain")->isVisible());
        CHECK(must<QPushButton>(it.page.get(), "messageGiveUp")->isVisible());
        CHECK(it.label("messageAdvice").startsWith(u"The client has opted out of texts"_s));
    }
    SECTION("says that sending needs the server")
    {
        it.put(-1, u"refused"_s, u"The number can’t be reached."_s);
        it.choose(-1);
        it.desktop.held.answer = Error{ErrorCode::Offline, u"The server can’t be reached."_s};
        press(it.page.get(), "messageSendAgain");
        CHECK(it.notice() ==
              u"The server can’t be reached. Sending needs the server, so nothing was changed."_s);
    }
    SECTION("cancels a waiting one with a reason; offline it is canceled here, and that is said")
    {
        it.choose(0);
        CHECK_FALSE(must<QPushButton>(it.page.get(), "messageSendAgain")->isVisible());
        press(it.page.get(), "messageCancel");
        it.giveReason(u"  "_s);
        CHECK(it.desktop.held.decided.isEmpty());
        press(it.page.get(), "messageCancel");
        // A kill at this moment loses nothing.
        const QString draft = u"cancel/"_s + it.message(0).id.toString();
        must<QInputDialog>(it.page.get(), "cancelMessageDialog")->setTextValue(u"She calls"_s);
        waitFor([&] { return mustHave(it.desktop.store.drafts().draft(draft)).has_value(); });
        it.giveReason(u"She calls instead"_s);
        REQUIRE(it.desktop.held.decided.size() == 1);
        waitFor([&] { return !mustHave(it.desktop.store.drafts().draft(draft)); });
        CHECK(it.desktop.held.reasons.first() == u"She calls instead"_s);
        it.desktop.held.answer = Error{ErrorCode::Offline, u"The server can’t be reached."_s};
        press(it.page.get(), "messageCancel");
        it.giveReason(u"She calls instead"_s);
        waitFor([&] { return it.message(0).state == MessageState::Canceled; });
        CHECK(it.notice().startsWith(u"The server can’t be reached. It is canceled on this computer"_s));
    }
    SECTION("a cancel that came too late is told where the message is seen")
    {
        it.put(0, u"sent"_s);
        const Activity told{.id = ActivityId(it.desktop.ids.next()),
                            .kind = ActivityKind::MessageEvent,
                            .clientId = it.desktop.office.client.id,
                            .referralId = it.referrals[0].id,
                            .at = it.desktop.clock.now(),
                            .channel = Channel::Text,
                            .messageId = it.message(0).id,
                            .rule = lateCancelRule,
                            .messageState = MessageState::Sent};
        it.desktop.store.put("activity", told.id.uuid(), told);
        it.choose(0);
        CHECK(it.label("messageState") == u"Sent"_s);
        QStringList said;
        for (const QLabel* label : it.page->findChildren<QLabel*>())
            said.append(label->text());
        CHECK(said.join(u'\n').contains(u"The text could not be canceled any more: when this desk came online again, "
                                        "it was sent already"_s));
        shot(it.page.get(), "messages-late-cancel");
    }
    SECTION("decides about several at once, and the selection stays through a change of the store")
    {
        it.put(-1, u"refused"_s, u"x"_s);
        it.put(0, u"expired"_s, u"y"_s);
        it.table()->selectAll();
        settle();
        CHECK(it.label("bulkWords") == u"3 messages selected"_s);
        CHECK(must<QPushButton>(it.page.get(), "bulkSendAgain")->text() == u"Send 2 Again"_s);
        CHECK(must<QPushButton>(it.page.get(), "bulkCancel")->text() == u"Cancel 1…"_s);
        it.put(1, u"held"_s);
        CHECK(it.label("bulkWords") == u"3 messages selected"_s);
        CHECK(must<QPushButton>(it.page.get(), "bulkSendAgain")->text() == u"Send 3 Again"_s);
        shot(it.page.get(), "messages-bulk");
        press(it.page.get(), "bulkSendAgain");
        CHECK(it.desktop.held.decided.size() == 3);
        CHECK(it.notice() == u"3 messages will be sent again, within the contact hours."_s);
    }
}

namespace {

/// Maria was asked by text about the first referral and wrote what no rule understands.
struct Triage : Outbox
{
    ReplyId reply{desktop.ids.next()};

    Triage()
    {
        desktop.clock.advanceDays(7);
        put(-1, u"delivered"_s);
        put(0, u"delivered"_s);
        desktop.clock.advanceMinutes(20);
        write(reply, {desktop.office.client.id});
        page->refresh();
        page->showReplies();
        waitFor([this] { return list()->model()->rowCount() == 1; });
        waitFor([this] { return label("triageFrom") == u"Maria Lopez"_s; });
    }
    void write(const ReplyId& id, const QList<ClientId>& clients)
    {
        Reply made{.id = id, .via = ReplyVia::Text, .from = *PhoneNumber::fromE164(u"+19375550101")};
        made.body = u"they were so kind to us, thank you"_s;
        made.receivedAt = desktop.clock.now();
        made.needsWorker = true;
        desktop.store.put("reply", id.uuid(), made);
        for (const ClientId& client : clients) {
            Activity message{.id = ActivityId(desktop.ids.next()), .clientId = client};
            message.kind = ActivityKind::ClientMessage;
            message.at = made.receivedAt;
            message.byClient = true;
            message.replyId = id;
            desktop.store.put("activity", message.id.uuid(), message);
        }
    }
    QListView* list() { return must<QListView>(page.get(), "triageList"); }
    void mean(const char* name)
    {
        must<QRadioButton>(page.get(), name)->click();
        settle();
    }
    ReferralStatus status() { return mustHave(desktop.store.referrals().referral(referrals[0].id))->status; }
};

} // namespace

TEST_CASE("triage: a worker says what a client's message means", "[ui][triage]")
{
    Triage it;
    auto* record = must<QPushButton>(it.page.get(), "recordReading");
    CHECK(must<QTabBar>(it.page.get(), "messagesTabs")->tabText(1) == u"From Clients (1)"_s);
    CHECK(it.label("waitingMessage") == u"they were so kind to us, thank you"_s);
    CHECK_FALSE(record->isEnabled());
    CHECK(it.label("triageConsequence") == u"Choose what the message means."_s);

    SECTION("yes, about the open question: said before, recorded, and taken back in one step")
    {
        it.mean("meansYes");
        CHECK(must<QComboBox>(it.page.get(), "triageReferral")->currentText().startsWith(
            u"Food Pantry (Second Harvest) – asked "_s));
        CHECK(it.label("triageConsequence") ==
              u"Food Pantry (Second Harvest) becomes Service Completed; its waiting follow-ups are canceled."_s);
        shot(it.page.get(), "triage");
        press(it.page.get(), "recordReading");
        CHECK(it.status() == ReferralStatus::ServiceCompleted);
        waitFor([&] { return it.list()->model()->rowCount() == 0; });
        CHECK(it.desktop.agent.looks > 0);
        shot(it.page.get(), "triage-done");
        press(it.page.get(), "triageNoticeAct");
        waitFor([&] { return it.list()->model()->rowCount() == 1; });
        CHECK(it.status() == ReferralStatus::Unstarted);
    }
    SECTION("by keyboard alone: from the list to what it means, a note, and recorded")
    {
        it.page->activateWindow();
        QApplication::setActiveWindow(it.page.get());
        it.list()->setFocus();
        const auto tabTo = [&](QWidget* wanted) {
            for (int steps = 0; steps < 25 && QApplication::focusWidget() != wanted; ++steps)
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            return QApplication::focusWidget() == wanted;
        };
        auto* yes = must<QRadioButton>(it.page.get(), "meansYes");
        REQUIRE(tabTo(yes));
        QTest::keyClick(yes, Qt::Key_Space);
        settle();
        CHECK(yes->isChecked());
        auto* note = must<QPlainTextEdit>(it.page.get(), "triageNote");
        REQUIRE(tabTo(note));
        QTest::keyClicks(note, u"She called"_s);
        REQUIRE(tabTo(record)); // the note lets go of Tab
        QTest::keyClick(record, Qt::Key_Space);
        settle();
        CHECK(it.status() == ReferralStatus::ServiceCompleted);
        waitFor([&] { return it.list()->model()->rowCount() == 0; });
    }
    SECTION("something else changes nothing, and needs no referral")
    {
        it.mean("meansOther");
        CHECK_FALSE(must<QComboBox>(it.page.get(), "triageReferral")->isVisible());
        press(it.page.get(), "recordReading");
        waitFor([&] { return it.list()->model()->rowCount() == 0; });
        CHECK(it.status() == ReferralStatus::Unstarted);
    }
    SECTION("one that was read at another desk leaves the list here")
    {
        const ReplyReading reading{.id = ReplyReadingId(it.desktop.ids.next()),
                                   .replyId = it.reply,
                                   .workerId = UserId(it.desktop.ids.next()),
                                   .at = it.desktop.clock.now(),
                                   .note = {}};
        it.desktop.store.put("reply_reading", reading.id.uuid(), reading);
        it.page->refresh();
        waitFor([&] { return it.list()->model()->rowCount() == 0; });
    }
    SECTION("of two clients who share the number the worker chooses one")
    {
        Client jon{.id = ClientId(it.desktop.ids.next()), .givenName = u"Jon"_s, .familyName = u"Abbot"_s};
        it.desktop.store.put("client", jon.id.uuid(), jon);
        it.desktop.clock.advanceMinutes(1);
        const ReplyId second(it.desktop.ids.next());
        it.write(second, {it.desktop.office.client.id, jon.id});
        it.page->refresh();
        it.page->showReply(second);
        waitFor([&] { return it.label("triageFrom") == u"Jon Abbot or Maria Lopez"_s; });
        it.mean("meansNo");
        CHECK_FALSE(record->isEnabled());
        CHECK(it.label("triageConsequence") == u"Choose whose message it is."_s);
        must<QComboBox>(it.page.get(), "triageClient")->setCurrentIndex(1);
        settle();
        CHECK(record->isEnabled());
        shot(it.page.get(), "triage-two-clients");
    }
}
