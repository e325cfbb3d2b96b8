// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/referralspage.h"
#include "core/casework/referralfilters.h"
#include "core/casework/referrals.h"
#include "core/casework/savedfilters.h"
#include "core/casework/sharing.h"
#include "tests/ui/screens.h"
#include "ui/views/referralfilterbar.h"
#include "ui/views/widgets.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>

#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// The page with three referrals of Maria, and as many more of others as a test wants.
struct Screen
{
    Desktop desktop;
    QList<Referral> referrals = desktop.refer(3);
    std::unique_ptr<ui::ReferralsPage> page;
    QTableView* table = nullptr;

    void open()
    {
        page = std::make_unique<ui::ReferralsPage>(desktop.services);
        page->resize(1040, 720);
        page->show();
        table = must<QTableView>(page.get(), "referralsTable");
        settle();
    }
    casework::Desk desk()
    {
        return {desktop.store, desktop.clock, desktop.ids, desktop.phones, desktop.office.worker.id};
    }
    /// Referrals of a client of that name to the first site.
    Referral referOther(const QString& name)
    {
        const Client client{.id = ClientId(desktop.ids.next()), .givenName = name, .familyName = u"Other"_s};
        desktop.store.put("client", client.id.uuid(), client);
        auto at = desk();
        return mustHave(casework::createReferrals(at, client.id, {desktop.office.siteIds().first()})).first();
    }
    ShareId share(const Referral& referral)
    {
        auto at = desk();
        return mustHave(
            casework::share(at, mustHave(casework::prepareShare(at, referral.clientId, {referral.id})),
                            {.text = true, .phoneTyped = u"937 555 0101"_s, .emailTyped = {}, .consent = true}));
    }
    QString label(const char* name) { return must<QLabel>(page.get(), name)->text(); }
    QString said(const char* name)
    {
        auto* notice = must<ui::Notice>(page.get(), name);
        return notice->isVisible() ? notice->sentence() : QString();
    }
    ReferralStatus statusOf(const Referral& referral)
    {
        return mustHave(desktop.store.referrals().referral(referral.id))->status;
    }
    QStringList column(int number)
    {
        QStringList cells;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            cells.append(table->model()->index(row, number).data().toString());
        }
        return cells;
    }
    void selectAll()
    {
        table->setFocus();
        table->selectAll();
        settle();
    }
    void choose(const char* box, const QString& text)
    {
        auto* combo = must<QComboBox>(page.get(), box);
        const int index = combo->findText(text);
        INFO(box << ": " << text.toStdString());
        REQUIRE(index >= 0);
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
        settle();
    }
};

QAction* actionOf(QMenu* menu, const QString& text)
{
    for (QAction* action : menu->actions()) {
        if (action->text() == text) {
            return action;
        }
    }
    FAIL("no action " << text.toStdString());
    throw 0;
}

} // namespace

TEST_CASE("referrals page: sorts by what the store can sort by", "[ui][referrals]")
{
    Screen it;
    it.desktop.clock.advanceMinutes(1);
    it.referOther(u"Zoe"_s);
    it.open();
    waitFor([&] { return it.table->model()->rowCount() == 4; });
    QHeaderView* header = it.table->horizontalHeader();
    const auto press = [&](int section) {
        Q_EMIT header->sectionClicked(section);
        settle();
    };
    CHECK(header->sortIndicatorSection() == ui::ReferralTableModel::LastActivity);
    CHECK(it.column(0).first() == u"Zoe Other"_s);
    press(ui::ReferralTableModel::Site);
    CHECK(it.column(1).first().startsWith(u"Food Pantry"_s));
    CHECK(it.column(1).last().startsWith(u"Legal Aid"_s));
    press(ui::ReferralTableModel::Site);
    CHECK(it.column(1).first().startsWith(u"Legal Aid"_s));
    CHECK(header->sortIndicatorOrder() == Qt::DescendingOrder);
    press(ui::ReferralTableModel::Client);
    CHECK(it.column(0) == QStringList{u"Maria Lopez"_s, u"Maria Lopez"_s, u"Maria Lopez"_s, u"Zoe Other"_s});
    // What the store has no order for leaves it as it is.
    press(ui::ReferralTableModel::Shared);
    CHECK(header->sortIndicatorSection() == ui::ReferralTableModel::Client);
}

TEST_CASE("referrals page: filters", "[ui][referrals]")
{
    Screen it;
    const Referral other = it.referOther(u"Zoe"_s);
    it.share(it.referrals[0]);
    auto at = it.desk();
    mustWork(casework::setStatus(at, it.referrals[1].id, ReferralStatus::Canceled, {}));
    it.open();
    waitFor([&] { return it.table->model()->rowCount() == 4; });

    SECTION("built in, by name")
    {
        it.choose("savedFilter", u"Not shared yet"_s);
        CHECK(it.table->model()->rowCount() == 2);
        it.choose("savedFilter", u"Open"_s);
        CHECK(it.table->model()->rowCount() == 3);
        it.choose("savedFilter", u"Waiting for an answer"_s);
        CHECK(it.table->model()->rowCount() == 0);
        CHECK(it.label("referralsState") == u"No referral fits this search and filter."_s);
        press(it.page.get(), "referralsAction");
        CHECK(it.table->model()->rowCount() == 4);
        CHECK(must<QComboBox>(it.page.get(), "savedFilter")->currentText() == u"All referrals"_s);
    }
    SECTION("of several statuses, shown in words while the filters are closed")
    {
        press(it.page.get(), "moreFilters");
        press(it.page.get(), "statusFilter0");
        press(it.page.get(), "statusFilter4");
        CHECK(it.table->model()->rowCount() == 4);
        press(it.page.get(), "statusFilter0");
        CHECK(it.table->model()->rowCount() == 1);
        it.choose("sharedFilter", u"Shared"_s);
        CHECK(it.table->model()->rowCount() == 0);
        press(it.page.get(), "moreFilters");
        CHECK(it.label("filterSummary") == u"Canceled · Shared: Shared"_s);
        CHECK(must<QComboBox>(it.page.get(), "savedFilter")->currentText() == u"Own filter (not saved)"_s);
        shot(it.page.get(), "referrals-filtered");
        press(it.page.get(), "clearFilters");
        CHECK(it.table->model()->rowCount() == 4);
    }
    SECTION("saved, renamed, shown first, deleted")
    {
        press(it.page.get(), "moreFilters");
        press(it.page.get(), "statusFilter4");
        auto* menu = must<QPushButton>(it.page.get(), "savedFilterMenu")->menu();
        const auto named = [&](const QString& action, const QString& name) {
            actionOf(menu, action)->trigger();
            auto* dialog = must<QInputDialog>(it.page.get(), "filterNameDialog");
            dialog->setTextValue(name);
            dialog->accept();
            settle();
        };
        named(u"Save as a New Filter…"_s, u"Called off"_s);
        auto* box = must<QComboBox>(it.page.get(), "savedFilter");
        waitFor([&] { return box->currentText() == u"Called off"_s; });
        named(u"Rename…"_s, u"Open"_s); // that name is Handrail's, and free to use
        waitFor([&] { return box->currentText() == u"Open"_s; });
        named(u"Rename…"_s, u"Called off"_s);
        actionOf(menu, u"Show This Filter First"_s)->trigger();
        settle();
        it.open();
        waitFor([&] {
            return must<QComboBox>(it.page.get(), "savedFilter")->currentText() == u"Called off"_s &&
                   it.table->model()->rowCount() == 1;
        });
        menu = must<QPushButton>(it.page.get(), "savedFilterMenu")->menu();
        actionOf(menu, u"Delete"_s)->trigger();
        settle();
        CHECK(it.table->model()->rowCount() == 4);
        CHECK(must<QComboBox>(it.page.get(), "savedFilter")->findText(u"Called off"_s) < 0);
    }
    SECTION("by exact days, saved with the filter")
    {
        auto* from = must<QDateEdit>(it.page.get(), "madeFrom");
        auto* to = must<QDateEdit>(it.page.get(), "madeTo");
        press(it.page.get(), "moreFilters");
        CHECK_FALSE(from->isVisible());
        const QDate today = it.desktop.clock.now().toLocalTime().date();
        const int all = it.table->model()->rowCount();
        REQUIRE(all > 0);
        it.choose("periodFilter", u"Between two days…"_s);
        CHECK(from->isVisible());
        CHECK(to->isVisible());
        waitFor([&] { return it.table->model()->rowCount() == all; });
        to->setDate(today.addDays(-1));
        from->setDate(today.addDays(-3));
        waitFor([&] { return it.table->model()->rowCount() == 0; });
        CHECK(it.label("filterSummary").contains(u"Made from"_s));
        CHECK(it.label("filterSummary").contains(u"Made until"_s));
        shot(it.page.get(), "referrals-days");
        // The last day follows the first one rather than come before it.
        from->setDate(today);
        CHECK(to->date() == today);
        waitFor([&] { return it.table->model()->rowCount() == all; });

        auto* bar = must<ui::ReferralFilterBar>(it.page.get(), "referralFilterBar");
        const ReferralFilter kept = mustHave(readReferralFilter(savedForm(bar->filter())));
        CHECK(kept.createdFrom == today);
        CHECK(kept.createdTo == today);
        it.choose("periodFilter", u"Since a day…"_s);
        CHECK_FALSE(to->isVisible());
        CHECK_FALSE(bar->filter().createdTo.isValid());
        press(it.page.get(), "clearFilters");
        CHECK_FALSE(from->isVisible());
        CHECK_FALSE(bar->filter().createdFrom.isValid());
        bar->setFilter(kept);
        CHECK(bar->filter() == kept);
        CHECK(to->isVisible());
    }
    SECTION("asked for by another screen")
    {
        ReferralFilter filter;
        filter.worker = it.desktop.office.worker.id;
        filter.statuses = {ReferralStatus::Canceled};
        it.page->showFilter(filter);
        waitFor([&] { return it.table->model()->rowCount() == 1; });
        filter.worker.reset();
        filter.site = other.siteId;
        filter.statuses.clear();
        it.page->showFilter(filter);
        waitFor([&] { return it.table->model()->rowCount() == 2; });
        CHECK(it.label("filterSummary") == u"Food Pantry (Second Harvest)"_s);
    }
}

TEST_CASE("referrals page: many at once, and back with one undo", "[ui][referrals][bulk]")
{
    Screen it;
    it.open();
    waitFor([&] { return it.table->model()->rowCount() == 3; });
    it.selectAll();
    CHECK(it.label("bulkCount") == u"3 referrals selected"_s);
    shot(it.page.get(), "referrals-bulk");

    SECTION("a status with its reason; Ctrl+Z takes it back and says what")
    {
        it.choose("bulkStatus", u"In-Review"_s);
        type(must<QLineEdit>(it.page.get(), "bulkReason"), u"Fair on Friday"_s);
        press(it.page.get(), "bulkChangeStatus");
        waitFor([&] { return it.said("bulkNotice") == u"3 referrals changed to In-Review."_s; });
        CHECK(it.statusOf(it.referrals[2]) == ReferralStatus::InReview);
        // The selection stands, whatever moved.
        CHECK(it.label("bulkCount") == u"3 referrals selected"_s);
        CHECK(it.page->undoAction()->text() == u"Undo the status of 3 referrals"_s);
        QApplication::setActiveWindow(it.page.get());
        it.table->setFocus();
        QTest::keyClick(it.table, Qt::Key_Z, Qt::ControlModifier);
        waitFor([&] { return it.said("referralsNotice") == u"Undone: the status of 3 referrals."_s; });
        CHECK(it.statusOf(it.referrals[2]) == ReferralStatus::Unstarted);
        CHECK_FALSE(it.page->undoAction()->isEnabled());
    }
    SECTION("what has changed since is left alone by an undo")
    {
        it.choose("bulkStatus", u"Canceled"_s);
        press(it.page.get(), "bulkChangeStatus");
        waitFor([&] { return it.page->undoAction()->isEnabled(); });
        auto at = it.desk();
        mustWork(casework::setStatus(at, it.referrals[0].id, ReferralStatus::InReview, {}));
        press(it.page.get(), "undo");
        waitFor([&] { return it.said("referralsNotice").contains(u"1 changed again since"_s); });
        CHECK(it.statusOf(it.referrals[0]) == ReferralStatus::InReview);
        CHECK(it.statusOf(it.referrals[1]) == ReferralStatus::Unstarted);
    }
    SECTION("a note that is being written outlives a change of status, and a kill")
    {
        QTest::keyClicks(must<QPlainTextEdit>(it.page.get(), "bulkNote"), u"Called all."_s);
        it.choose("bulkStatus", u"In-Review"_s);
        press(it.page.get(), "bulkChangeStatus");
        waitFor([&] { return it.said("bulkNotice") == u"3 referrals changed to In-Review."_s; });
        CHECK(must<QPlainTextEdit>(it.page.get(), "bulkNote")->toPlainText() == u"Called all."_s);
        waitFor([&] { return mustHave(it.desktop.store.drafts().draft(u"bulk/note"_s)).has_value(); });
        it.open();
        waitFor(
            [&] { return must<QPlainTextEdit>(it.page.get(), "bulkNote")->toPlainText() == u"Called all."_s; });
        it.selectAll();
        press(it.page.get(), "bulkAddNote");
        waitFor([&] { return it.said("bulkNotice") == u"The note is on 3 referrals."_s; });
        waitFor([&] { return !mustHave(it.desktop.store.drafts().draft(u"bulk/note"_s)).has_value(); });
    }
    SECTION("a reason that is being written outlives a kill, until the status has it")
    {
        QTest::keyClicks(must<QLineEdit>(it.page.get(), "bulkReason"), u"Moved away."_s);
        waitFor([&] { return mustHave(it.desktop.store.drafts().draft(u"bulk/note"_s)).has_value(); });
        it.open();
        waitFor([&] { return must<QLineEdit>(it.page.get(), "bulkReason")->text() == u"Moved away."_s; });
        CHECK(must<QPlainTextEdit>(it.page.get(), "bulkNote")->toPlainText().isEmpty());
        it.selectAll();
        it.choose("bulkStatus", u"Canceled"_s);
        press(it.page.get(), "bulkChangeStatus");
        waitFor([&] { return it.said("bulkNotice") == u"3 referrals changed to Canceled."_s; });
        waitFor([&] { return !mustHave(it.desktop.store.drafts().draft(u"bulk/note"_s)).has_value(); });
        const auto activities = mustHave(it.desktop.store.activities().find({}, {}));
        CHECK(std::ranges::count_if(activities, [](const ActivityRow& row) {
                  return row.activity.text == u"Moved away."_s && row.activity.toStatus == ReferralStatus::Canceled;
              }) == 3);
    }
    SECTION("a note, a worker")
    {
        CHECK_FALSE(must<QPushButton>(it.page.get(), "bulkAddNote")->isEnabled());
        QTest::keyClicks(must<QPlainTextEdit>(it.page.get(), "bulkNote"), u"Called all."_s);
        press(it.page.get(), "bulkAddNote");
        waitFor([&] { return it.said("bulkNotice") == u"The note is on 3 referrals."_s; });
        CHECK(must<QPlainTextEdit>(it.page.get(), "bulkNote")->toPlainText().isEmpty());
        it.choose("bulkWorker", u"Dana Reyes"_s);
        press(it.page.get(), "bulkAssign");
        waitFor([&] { return it.said("bulkNotice").contains(u"were so already"_s); });
    }
    SECTION("shares of one client together; different clients are refused in words")
    {
        QSignalSpy wanted(it.page.get(), &ui::ReferralsPage::shareReferrals);
        press(it.page.get(), "bulkShare");
        waitFor([&] { return wanted.count() == 1; });
        CHECK(wanted.first().at(1).value<QList<ReferralId>>().size() == 3);
        it.referOther(u"Zoe"_s);
        it.page->refresh();
        waitFor([&] { return it.table->model()->rowCount() == 4; });
        it.selectAll();
        press(it.page.get(), "bulkShare");
        waitFor([&] { return it.said("bulkNotice").startsWith(u"These referrals are of different clients"_s); });
        CHECK(wanted.count() == 1);
    }
    SECTION("withdraws the consents that stand, after showing what that cancels")
    {
        press(it.page.get(), "bulkWithdraw");
        waitFor([&] { return it.said("bulkNotice") == u"None of them is shared with a consent that stands."_s; });
        const ShareId share = it.share(it.referrals[1]);
        press(it.page.get(), "bulkWithdraw");
        auto* dialog = must<QDialog>(it.page.get(), "withdrawDialog");
        waitFor([&] { return must<QPushButton>(dialog, "confirmWithdraw")->isEnabled(); });
        auto* list = must<QListView>(dialog, "withdrawList");
        CHECK(list->model()->rowCount() == 2);
        CHECK(list->model()->index(0, 0).data().toString() == u"The text with the information"_s);
        CHECK(list->model()->index(1, 0).data().toString().contains(u"follow-up text about Homeless Shelter"_s));
        shot(dialog, "withdraw");
        // What is typed is a draft until it is said, also through a kill.
        const QString draft = u"withdraw/"_s + share.toString();
        must<QPlainTextEdit>(dialog, "withdrawNote")->setPlainText(u"Her phone is shared now"_s);
        waitFor([&] { return mustHave(it.desktop.store.drafts().draft(draft)).has_value(); });
        press(dialog, "confirmWithdraw");
        waitFor([&] { return it.said("bulkNotice").startsWith(u"Consent is withdrawn."_s); });
        CHECK(mustHave(it.desktop.store.shares().isWithdrawn(share)));
        waitFor([&] { return !mustHave(it.desktop.store.drafts().draft(draft)); });
    }
    SECTION("a store that fails says so and what was done before stays")
    {
        it.choose("bulkStatus", u"In-Review"_s);
        it.desktop.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full."_s});
        press(it.page.get(), "bulkChangeStatus");
        waitFor([&] { return it.said("bulkNotice").contains(u"The disk is full."_s); });
    }
    SECTION("the selection can be cleared")
    {
        press(it.page.get(), "bulkClear");
        CHECK_FALSE(must<QWidget>(it.page.get(), "bulkCard")->isVisible());
    }
}

TEST_CASE("referrals page: details", "[ui][referrals]")
{
    Screen it;
    it.share(it.referrals[0]);
    it.open();
    it.page->showReferral(it.referrals[0].id);
    waitFor([&] { return it.label("referralSite").startsWith(u"Food Pantry"_s); });
    auto* tabs = must<QTabWidget>(it.page.get(), "referralTabs");

    SECTION("the messages with their states")
    {
        tabs->setCurrentIndex(1);
        const auto* lines = must<QListView>(it.page.get(), "referralMessages")->model();
        REQUIRE(lines->rowCount() == 2);
        CHECK(lines->index(0, 0).data().toString() == u"Text to (937) 555-0101 waits to be sent"_s);
        CHECK(lines->index(1, 0).data().toString() == u"Follow-up text to (937) 555-0101 waits to be sent"_s);
        shot(it.page.get(), "referral-messages");
    }
    SECTION("who shared it, with which consent")
    {
        tabs->setCurrentIndex(2);
        const QString words = must<QPlainTextEdit>(it.page.get(), "referralConsent")->toPlainText();
        CHECK(words.startsWith(u"Shared by Dana Reyes - Today"_s));
        CHECK(words.contains(u"The consent stands."_s));
        CHECK(words.contains(u"My Client Consents to Receiving Texts"_s));
        shot(it.page.get(), "referral-consent");
    }
    SECTION("a status can be undone from the notice, a note is withdrawn and stays")
    {
        must<QComboBox>(it.page.get(), "status")->setCurrentIndex(1);
        press(it.page.get(), "changeStatus");
        waitFor([&] { return it.said("referralNotice") == u"The status is In-Review."_s; });
        press(it.page.get(), "referralNoticeAct");
        waitFor([&] { return it.statusOf(it.referrals[0]) == ReferralStatus::Unstarted; });
        QTest::keyClicks(must<QPlainTextEdit>(it.page.get(), "note"), u"Wrong one"_s);
        press(it.page.get(), "addNote");
        waitFor([&] { return it.page->undoAction()->text() == u"Undo the note on Food Pantry (Second Harvest)"_s; });
        it.page->undoAction()->trigger();
        const auto* activity = must<QListView>(it.page.get(), "referralActivity")->model();
        waitFor([&] {
            return activity->index(0, 0).data().toString() == u"Dana Reyes withdrew a note"_s &&
                   activity->index(1, 0).data().toString() == u"Dana Reyes wrote a note: Wrong one (withdrawn)"_s;
        });
    }
    SECTION("a note that could not be kept stays in its field")
    {
        QTest::keyClicks(must<QPlainTextEdit>(it.page.get(), "note"), u"Precious"_s);
        it.desktop.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full."_s});
        press(it.page.get(), "addNote");
        waitFor([&] { return it.said("referralNotice") == u"The disk is full."_s; });
        CHECK(must<QPlainTextEdit>(it.page.get(), "note")->toPlainText() == u"Precious"_s);
    }
}

TEST_CASE("referrals page: an automatic change says which message made it, and is taken back in one step",
          "[ui][referrals][R8]")
{
    Screen it;
    const ShareId share = it.share(it.referrals[0]);
    std::optional<Message> followUp;
    for (const Message& message : mustHave(it.desktop.store.shares().messagesOf(share))) {
        if (message.kind == MessageKind::FollowUp) {
            followUp = message;
        }
    }
    REQUIRE(followUp);
    followUp->state = MessageState::Delivered;
    followUp->stateAt = followUp->dueAt;
    it.desktop.store.put("message", followUp->id.uuid(), *followUp);
    it.desktop.clock.advanceDays(8);
    Activity answer{.id = ActivityId(it.desktop.ids.next()), .clientId = it.referrals[0].clientId};
    answer.kind = ActivityKind::Answered;
    answer.referralId = it.referrals[0].id;
    answer.at = it.desktop.clock.now();
    answer.byClient = true;
    answer.channel = Channel::Text;
    answer.via = ReplyVia::Text;
    answer.messageId = followUp->id;
    answer.replyId = ReplyId(it.desktop.ids.next());
    answer.rule = u"R6"_s;
    answer.fromStatus = ReferralStatus::Unstarted;
    answer.toStatus = ReferralStatus::ServiceCompleted;
    answer.answer = Answer::Yes;
    it.desktop.store.put("activity", answer.id.uuid(), answer);
    it.desktop.store.putFields(u"referral"_s, it.referrals[0].id.uuid(), {{u"status"_s, u"service_completed"_s}});
    it.open();
    it.page->showReferral(it.referrals[0].id);
    waitFor([&] { return !it.said("automaticNotice").isEmpty(); });
    CHECK(it.said("automaticNotice") ==
          u"Maria answered by text: Yes, I’ve received services - Service Completed in reply "
          u"to the follow-up text of Mon, Oct 12 (rule R6)"_s);
    const auto* activity = must<QListView>(it.page.get(), "referralActivity")->model();
    CHECK(activity->index(0, 0)
              .data(ui::SubtitleRole)
              .toString()
              .endsWith(u"in reply to the follow-up text of Mon, Oct 12 (rule R6)"_s));
    shot(it.page.get(), "referral-automatic");
    press(it.page.get(), "automaticNoticeAct");
    waitFor([&] { return it.statusOf(it.referrals[0]) == ReferralStatus::Unstarted; });
    waitFor([&] { return it.said("automaticNotice").isEmpty(); });
}

TEST_CASE("referrals page: columns are chosen and kept", "[ui][referrals]")
{
    Screen it;
    it.open();
    CHECK(it.table->isColumnHidden(ui::ReferralTableModel::Worker));
    auto* menu = must<QPushButton>(it.page.get(), "chooseColumns")->menu();
    Q_EMIT menu->aboutToShow();
    actionOf(menu, u"Worker"_s)->trigger();
    actionOf(menu, u"Shared"_s)->trigger();
    CHECK_FALSE(actionOf(menu, u"Client"_s)->isEnabled());
    it.table->setColumnWidth(ui::ReferralTableModel::Client, 211);
    waitFor([&] { return !mustHave(it.desktop.store.sync().fact(u"referrals_columns"_s)).isEmpty(); });
    it.open();
    waitFor([&] { return !it.table->isColumnHidden(ui::ReferralTableModel::Worker); });
    CHECK(it.table->isColumnHidden(ui::ReferralTableModel::Shared));
    CHECK(it.table->columnWidth(ui::ReferralTableModel::Client) == 211);

    SECTION("a spoiled record does no harm")
    {
        mustWork(it.desktop.store.sync().setFact(u"referrals_columns"_s, u"nonsense"_s));
        it.open();
        CHECK_FALSE(it.table->isColumnHidden(ui::ReferralTableModel::Client));
        CHECK(it.table->columnWidth(ui::ReferralTableModel::Client) > 20);
    }
}

TEST_CASE("referrals page: exports what it shows", "[ui][referrals][csv]")
{
    Screen it;
    it.desktop.store.putFields(u"client"_s, it.desktop.office.client.id.uuid(), {{u"given_name"_s, u"=Maria"_s}});
    it.open();
    waitFor([&] { return it.table->model()->rowCount() == 3; });
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    it.page->exportTo(path);
    waitFor([&] { return it.said("referralsNotice").startsWith(u"3 referrals written."_s); });
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    CHECK(bytes.startsWith("\xef\xbb\xbf")); // or a spreadsheet takes it for Latin-1
    const QStringList lines = QString::fromUtf8(bytes).split(u"\r\n"_s);
    REQUIRE(lines.size() == 5);
    CHECK(lines[0].startsWith(u"Client,Resource Site,Status"_s));
    CHECK(lines[1].startsWith(u"'=Maria Lopez,"_s));

    SECTION("a folder that can't be written to is said")
    {
        it.page->exportTo(folder.filePath(u"none/out.csv"_s));
        waitFor([&] { return it.said("referralsNotice").startsWith(u"The file can’t be written."_s); });
    }
}

TEST_CASE("referrals page: a text file becomes a note, anything else is refused", "[ui][referrals][note]")
{
    Screen it;
    it.open();
    it.page->showReferral(it.referrals[0].id);
    waitFor([&] { return it.label("referralSite").startsWith(u"Food Pantry"_s); });
    QTemporaryDir folder;
    const auto drop = [&](const QString& name, const QByteArray& bytes) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QApplication::clipboard()->setMimeData(nullptr);
        auto* copied = new QMimeData;
        copied->setUrls(data.urls());
        QApplication::clipboard()->setMimeData(copied);
        must<QPlainTextEdit>(it.page.get(), "note")->paste();
    };
    drop(u"letter.txt"_s, "They called back.");
    waitFor([&] { return must<QPlainTextEdit>(it.page.get(), "note")->toPlainText() == u"They called back."_s; });
    drop(u"scan.pdf"_s, QByteArray("%PDF\0\1", 6));
    waitFor([&] { return it.said("referralNotice").startsWith(u"«scan.pdf» is not a text file."_s); });
    CHECK(must<QPlainTextEdit>(it.page.get(), "note")->toPlainText() == u"They called back."_s);

    // By keyboard: a button that chooses the file.
    const auto choose = [&](const QString& name) {
        press(it.page.get(), "noteFromFile");
        auto* chooser = must<QFileDialog>(it.page.get(), "noteFile");
        Q_EMIT chooser->fileSelected(folder.filePath(name));
        chooser->reject();
        settle();
    };
    must<QPlainTextEdit>(it.page.get(), "note")->clear();
    choose(u"letter.txt"_s);
    waitFor([&] { return must<QPlainTextEdit>(it.page.get(), "note")->toPlainText() == u"They called back."_s; });
}

TEST_CASE("referrals page: usable at twice the font size on a small screen", "[ui][referrals][font]")
{
    const BigFont big;
    Screen it;
    it.open();
    constexpr int room = 1160; // of 1280, beside the icons of the navigation
    it.page->resize(room, 680);
    it.page->showReferral(it.referrals[0].id);
    settle();
    shot(it.page.get(), "referrals-200-percent");
    CHECK(it.page->minimumSizeHint().width() <= room);
    CHECK(it.table->rowHeight(0) >= it.table->fontMetrics().height());
    press(it.page.get(), "moreFilters");
    shot(it.page.get(), "referrals-200-percent-filters");
    it.selectAll();
    shot(it.page.get(), "referrals-200-percent-bulk");
    CHECK(it.page->minimumSizeHint().width() <= room);
}
