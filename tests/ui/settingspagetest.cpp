// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspage.h"
#include "core/casework/preferences.h"
#include "core/domain/messagetext.h"
#include "tests/ui/screens.h"
#include "tests/ui/scriptedsecurity.h"
#include "ui/appearance.h"
#include "ui/desksettings.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingssection.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTimeEdit>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// A server that notes what it is asked and answers what the test says.
class NotingAccount : public ui::AccountServices
{
public:
    void changePassword(const QString& before, const QString& after, QObject* context,
                        std::function<void(Result<void>)> done) override
    {
        passwords.append({before, after});
        answer(context, [done, result = passwordAnswer] { done(result); });
    }
    void askDevices(QObject* context, std::function<void(Result<protocol::DevicesAnswer>)> done) override
    {
        answer(context, [done, result = devices] { done(result); });
    }
    void revokeDevice(const DeviceId& device, QObject* context, std::function<void(Result<void>)> done) override
    {
        revoked.append(device);
        answer(context, [done] { done({}); });
    }
    void askSecondFactor(QObject* context, std::function<void(Result<protocol::SecondFactorReport>)> done) override
    {
        answer(context, [done, result = factor] { done(result); });
    }
    void setUpSecondFactor(const QString& password, QObject* context,
                           std::function<void(Result<protocol::SetUpAnswer>)> done) override
    {
        const Result<protocol::SetUpAnswer> made =
            password == u"correct horse"_s
                ? Result<protocol::SetUpAnswer>(protocol::SetUpAnswer{
                      u"JBSWY3DPEHPK3PXP"_s, u"otpauth://totp/Harbor:dana?secret=JBSWY3DPEHPK3PXP"_s})
                : Error{ErrorCode::NotAllowed, u"The password is not right."_s};
        answer(context, [done, made] { done(made); });
    }
    void confirmSecondFactor(const QString& code, QObject* context,
                             std::function<void(Result<protocol::RecoveryCodesAnswer>)> done) override
    {
        factorCodes.append(code);
        answer(context, [done] { done(protocol::RecoveryCodesAnswer{{u"abcd-efgh-jkmn-pqrs"_s}}); });
    }
    void turnOffSecondFactor(const QString& password, const QString& code, QObject* context,
                             std::function<void(Result<void>)> done) override
    {
        factorCodes.append(password + u' ' + code);
        answer(context, [done] { done({}); });
    }
    void signOut(LocalData data, QObject*, std::function<void(Result<void>)>) override { signedOut.append(data); }
    void askGateway(QObject* context, std::function<void(Result<protocol::GatewayReport>)> done) override
    {
        answer(context, [done, result = report] { done(result); });
    }
    void sendTest(const protocol::TestMessageRequest& request, QObject* context,
                  std::function<void(Result<protocol::TestMessageAnswer>)> done) override
    {
        tests.append(request);
        answer(context, [done, result = testAnswer] { done(result); });
    }

    QList<std::pair<QString, QString>> passwords;
    QList<LocalData> signedOut;
    QList<DeviceId> revoked;
    QStringList factorCodes;
    Result<protocol::SecondFactorReport> factor = protocol::SecondFactorReport{};
    Result<protocol::DevicesAnswer> devices = protocol::DevicesAnswer{};
    QList<protocol::TestMessageRequest> tests;
    Result<void> passwordAnswer;
    Result<protocol::GatewayReport> report = protocol::GatewayReport{
        {true, u"api.twilio.com"_s, u"+19374010653"_s, 2, 12, 1, {}, u"The number can’t get texts."_s}, {}};
    Result<protocol::TestMessageAnswer> testAnswer = protocol::TestMessageAnswer{true, u"The carrier took it."_s};

private:
    static void answer(QObject* context, std::function<void()> how)
    {
        QMetaObject::invokeMethod(context, std::move(how), Qt::QueuedConnection);
    }
};

class MemoryLoginStart : public LoginStart
{
public:
    [[nodiscard]] bool isOn() const override { return on; }
    Result<void> set(bool wanted) override
    {
        if (!refusal.isEmpty()) {
            return Error{ErrorCode::NotAllowed, refusal};
        }
        on = wanted;
        return {};
    }
    bool on = false;
    QString refusal;
};

struct SettingsDesk
{
    Desktop desktop;
    NotingAccount account;
    MemoryLoginStart login;
    ScriptedSecurity security;
    std::unique_ptr<ui::SettingsPage> page;

    explicit SettingsDesk(Role role = Role::Administrator)
    {
        desktop.office.worker.role = role;
        desktop.store.put("user", desktop.office.worker.id.uuid(), desktop.office.worker);
        desktop.services.account = &account;
        desktop.services.loginStart = &login;
        page = std::make_unique<ui::SettingsPage>(desktop.services);
        page->useSecurity(security);
        page->resize(1060, 760);
        page->show();
        settle();
    }
    void go(const char* section)
    {
        page->showSection(QString::fromLatin1(section));
        settle();
    }
    template <typename T>
    T* the(const char* name)
    {
        return must<T>(page.get(), name);
    }
    QString label(const char* name) { return the<QLabel>(name)->text(); }
    Agency agency() { return *mustHave(desktop.store.agencies().agency()); }
};

} // namespace

TEST_CASE("settings: an administrator changes the agency", "[ui][settings]")
{
    SettingsDesk desk;
    desk.go("agencySettings");
    CHECK(desk.the<QLineEdit>("agencyProgramName")->text() == u"Miami Valley Care"_s);
    CHECK(desk.the<QLineEdit>("agencyNumber")->text() == u"(937) 401-0653"_s);
    CHECK_FALSE(desk.the<QPushButton>("saveSettings")->isVisible());
    shot(desk.page.get(), "settings-agency");

    SECTION("and saves it")
    {
        type(desk.the<QLineEdit>("agencyProgramName"), u"Harbor House"_s);
        desk.the<QTimeEdit>("agencyOpens")->setTime(QTime(9, 30));
        desk.the<QCheckBox>("agencySpanish")->setChecked(false);
        desk.the<QCheckBox>("agencyResend")->setChecked(true);
        desk.the<QSpinBox>("agencyResendHours")->setValue(48);
        desk.the<QComboBox>("agencySendingAgents")->setCurrentIndex(1);
        press(desk.page.get(), "saveSettings");
        waitFor([&] { return desk.agency().programName == u"Harbor House"_s; });
        CHECK(desk.agency().window.opens == QTime(9, 30));
        CHECK(desk.agency().languages == QStringList{u"en"_s});
        CHECK(desk.agency().resendAfterHours == 48);
        CHECK(desk.agency().sendingAgents == SendingAgents::Headless);
        CHECK(desk.desktop.agent.looks == 1);
        CHECK_FALSE(desk.the<QPushButton>("saveSettings")->isVisible());
    }
    SECTION("what can't be right stands beside its field, and is not saved")
    {
        type(desk.the<QLineEdit>("agencyAddress"), u"care"_s);
        CHECK(desk.the<QLabel>("agencyAddressProblem")->isVisible());
        CHECK_FALSE(desk.the<QPushButton>("saveSettings")->isEnabled());
        CHECK(desk.the<QLineEdit>("agencyAddress")->accessibleDescription() == desk.label("agencyAddressProblem"));
        shot(desk.page.get(), "settings-agency-problem");
        press(desk.page.get(), "discardSettings");
        CHECK(desk.the<QLineEdit>("agencyAddress")->text() == u"care@miami-valley.example.org"_s);
        CHECK_FALSE(desk.the<QLabel>("agencyAddressProblem")->isVisible());
    }
    SECTION("another section is entered only after a word on what is not saved")
    {
        type(desk.the<QLineEdit>("agencyProgramName"), u"Harbor House"_s);
        press(desk.page.get(), "go-accountSettings");
        auto* box = desk.the<QMessageBox>("unsavedSettings");
        CHECK(desk.page->currentSection() == u"agencySettings"_s);
        SECTION("which is kept where it is edited on")
        {
            press(box, "unsavedStay");
            CHECK(desk.page->currentSection() == u"agencySettings"_s);
            CHECK(desk.the<QLineEdit>("agencyProgramName")->text() == u"Harbor House"_s);
        }
        SECTION("or given up")
        {
            press(box, "unsavedDiscard");
            CHECK(desk.page->currentSection() == u"accountSettings"_s);
            CHECK(desk.agency().programName == u"Miami Valley Care"_s);
        }
        SECTION("or saved")
        {
            press(box, "unsavedSave");
            waitFor([&] { return desk.page->currentSection() == u"accountSettings"_s; });
            CHECK(desk.agency().programName == u"Harbor House"_s);
        }
    }
    SECTION("what comes from the server meanwhile does not overwrite what is edited")
    {
        type(desk.the<QLineEdit>("agencyProgramName"), u"Harbor House"_s);
        desk.desktop.store.putFields(u"agency"_s, desk.agency().id.uuid(), {{u"program_name"_s, u"Other"_s}});
        desk.page->refresh();
        settle();
        CHECK(desk.the<QLineEdit>("agencyProgramName")->text() == u"Harbor House"_s);
    }
}

TEST_CASE("settings: everybody else reads the agency's and learns why", "[ui][settings]")
{
    SettingsDesk desk(GENERATE(Role::Worker, Role::Supervisor));
    desk.go("agencySettings");
    CHECK(desk.the<QLineEdit>("agencyProgramName")->text() == u"Miami Valley Care"_s);
    CHECK(desk.the<QLineEdit>("agencyProgramName")->isReadOnly());
    CHECK_FALSE(desk.the<QComboBox>("agencyTimeZone")->isEnabled());
    CHECK(desk.the<ui::Notice>("agencySettingsNotice")->sentence() ==
          u"Only an administrator can change these settings."_s);
    desk.go("templateSettings");
    CHECK(desk.the<QPlainTextEdit>("templateText")->isReadOnly());
    desk.go("teamSettings");
    CHECK_FALSE(desk.the<QLineEdit>("newTeamName")->isVisible());
}

TEST_CASE("settings: what only an administrator may see is offered to nobody else", "[ui][settings]")
{
    SettingsDesk desk(GENERATE(Role::Worker, Role::Supervisor));
    const char* theirs[] = {"peopleSettings", "signInSettings", "gatewaySettings", "feedSettings", "recordsSettings", "auditSettings"};
    const auto offered = [&](const char* section) {
        const bool button = !desk.the<QPushButton>((QByteArray("go-") + section).constData())->isHidden();
        const auto* choice = desk.the<QComboBox>("settingsSection");
        const bool entry = choice->findText(desk.the<ui::SettingsSection>(section)->title()) >= 0;
        CHECK(button == entry);
        return button;
    };
    for (const char* section : theirs) {
        CAPTURE(section);
        CHECK_FALSE(offered(section));
        desk.go(section);
        waitFor([&] { desk.page->refresh(); settle(); return desk.page->currentSection() == u"appearanceSettings"_s; });
    }
    CHECK(desk.account.tests.isEmpty());
    shot(desk.page.get(), "settings-worker");

    SECTION("the arrow keys go past them")
    {
        desk.go("teamSettings");
        auto* last = desk.the<QPushButton>("go-teamSettings");
        last->setFocus();
        QTest::keyClick(last, Qt::Key_Up);
        CHECK(desk.page->currentSection() == u"templateSettings"_s);
        QTest::keyClick(desk.the<QPushButton>("go-templateSettings"), Qt::Key_Down);
        CHECK(desk.page->currentSection() == u"teamSettings"_s);
        QTest::keyClick(last, Qt::Key_Down);
        CHECK_FALSE(desk.the<QPushButton>("go-peopleSettings")->isChecked());
    }
    SECTION("in the list above a narrow page each entry opens its own section")
    {
        auto* choice = desk.the<QComboBox>("settingsSection");
        for (int row = 0; row < choice->count(); ++row) {
            choice->setCurrentIndex(row);
            settle();
            CHECK(desk.the<ui::SettingsSection>(desk.page->currentSection().toUtf8().constData())->title() == choice->itemText(row));
        }
        CHECK(choice->count() == 9);
    }
    SECTION("who becomes an administrator is offered them, and who is one no longer leaves them")
    {
        User me = desk.desktop.office.worker;
        me.role = Role::Administrator;
        desk.desktop.store.put("user", me.id.uuid(), me);
        desk.page->refresh();
        waitFor([&] { return offered("peopleSettings"); });
        desk.go("peopleSettings");
        CHECK(desk.page->currentSection() == u"peopleSettings"_s);
        me.role = Role::Worker;
        desk.desktop.store.put("user", me.id.uuid(), me);
        desk.page->refresh();
        waitFor([&] { return desk.page->currentSection() == u"appearanceSettings"_s; });
        CHECK_FALSE(offered("peopleSettings"));
    }
}

TEST_CASE("settings: templates are checked and previewed while they are typed", "[ui][settings]")
{
    SettingsDesk desk;
    desk.go("templateSettings");
    auto* text = desk.the<QPlainTextEdit>("templateText");
    CHECK(text->toPlainText() == builtInTemplate(u"initial.text.en"_s));
    CHECK(desk.label("templateOrigin") == u"The built-in text."_s);
    CHECK(desk.label("templatePreview").startsWith(u"Miami Valley Care: "_s));
    shot(desk.page.get(), "settings-messages");

    SECTION("a text without the link is refused beside the field")
    {
        text->setPlainText(u"{program}: hello. Reply STOP to opt out."_s);
        settle();
        CHECK(desk.the<QLabel>("templateProblem")->text().contains(u"{link}"_s));
        CHECK_FALSE(desk.the<QPushButton>("saveSettings")->isEnabled());
    }
    SECTION("another one is previewed at once, saved, and taken back to the built-in one")
    {
        text->setPlainText(u"{program}: as agreed: {link} Reply STOP to opt out, HELP for help."_s);
        settle();
        CHECK(desk.label("templatePreview").startsWith(u"Miami Valley Care: as agreed: https://"_s));
        CHECK(desk.label("templateOrigin") == u"Your agency’s own text."_s);
        press(desk.page.get(), "saveSettings");
        waitFor([&] { return desk.agency().templates.contains(u"initial.text.en"_s); });
        press(desk.page.get(), "templateBuiltIn");
        CHECK(text->toPlainText() == builtInTemplate(u"initial.text.en"_s));
        press(desk.page.get(), "saveSettings");
        waitFor([&] { return desk.agency().templates.isEmpty(); });
    }
    SECTION("what is typed and not saved is there again after a kill, until it is saved or given up")
    {
        auto& drafts = desk.desktop.store.drafts();
        const QString mine = u"{program}: as agreed: {link} Reply STOP to opt out, HELP for help."_s;
        text->setPlainText(mine);
        waitFor([&] { return mustHave(drafts.draft(u"settings/templates"_s)).has_value(); });
        {
            ui::SettingsPage again(desk.desktop.services);
            again.resize(1060, 760);
            again.show();
            again.showSection(u"templateSettings"_s);
            waitFor([&] { return must<QPlainTextEdit>(&again, "templateText")->toPlainText() == mine; });
            CHECK(must<QPushButton>(&again, "saveSettings")->isVisible());
            CHECK(must<ui::Notice>(&again, "templateSettingsNotice")->sentence().startsWith(u"This is what you typed"_s));
            press(&again, "discardSettings");
            waitFor([&] { return !mustHave(drafts.draft(u"settings/templates"_s)).has_value(); });
            CHECK(must<QPlainTextEdit>(&again, "templateText")->toPlainText() == builtInTemplate(u"initial.text.en"_s));
        }
    }
    SECTION("a neutral name brings neutral texts, previewed as the phone will show them, and takes them away again")
    {
        auto* name = desk.the<QLineEdit>("neutralName");
        QTest::keyClicks(name, u"Miami Valley Care"_s);
        settle();
        CHECK(desk.the<QLabel>("neutralProblem")->text().contains(u"must not have the program"_s));
        CHECK_FALSE(desk.the<QPushButton>("saveSettings")->isEnabled());
        name->clear();
        QTest::keyClicks(name, u"Community Line"_s);
        settle();
        CHECK(text->toPlainText() == builtInTemplate(u"neutral.initial.text.en"_s));
        CHECK(desk.label("templateOrigin") == u"The built-in neutral text."_s);
        CHECK(desk.label("templatePreview").startsWith(u"Community Line: Here is the link"_s));
        CHECK(desk.page->findChild<QPushButton*>(u"insert-site"_s) == nullptr);
        shot(desk.page.get(), "settings-messages-neutral");
        text->setPlainText(u"{program}: {site} {link} Reply STOP to opt out."_s);
        settle();
        CHECK(desk.the<QLabel>("templateProblem")->text().contains(u"{site}"_s));
        press(desk.page.get(), "templateBuiltIn");
        press(desk.page.get(), "saveSettings");
        waitFor([&] { return desk.agency().templates[u"neutral.name"_s] == u"Community Line"_s; });
        name->selectAll();
        QTest::keyClick(name, Qt::Key_Delete);
        settle();
        CHECK(text->toPlainText() == builtInTemplate(u"initial.text.en"_s));
        press(desk.page.get(), "saveSettings");
        waitFor([&] { return desk.agency().templates.isEmpty(); });
    }
    SECTION("each message and language has its own")
    {
        desk.the<QComboBox>("templateMessage")->setCurrentIndex(3);
        desk.the<QComboBox>("templateLanguage")->setCurrentIndex(1);
        settle();
        CHECK(text->toPlainText() == builtInTemplate(u"follow_up.email.es"_s));
        CHECK(desk.label("templatePreview").startsWith(u"Hola Maria:"_s));
        shot(desk.page.get(), "settings-messages-mail");
    }
}

TEST_CASE("settings: teams", "[ui][settings]")
{
    SettingsDesk desk;
    desk.go("teamSettings");
    type(desk.the<QLineEdit>("newTeamName"), u"East"_s);
    press(desk.page.get(), "addTeam");
    waitFor([&] { return mustHave(desk.desktop.store.agencies().teams()).size() == 1; });
    settle();
    CHECK(desk.label("teamName") == u"East"_s);
    shot(desk.page.get(), "settings-teams");
    press(desk.page.get(), "renameTeam");
    auto* dialog = desk.the<QInputDialog>("renameTeamDialog");
    dialog->setTextValue(u"Downtown"_s);
    dialog->accept();
    waitFor([&] { return mustHave(desk.desktop.store.agencies().teams()).first().name == u"Downtown"_s; });
    type(desk.the<QLineEdit>("newTeamName"), u"downtown"_s);
    press(desk.page.get(), "addTeam");
    CHECK(desk.the<ui::Notice>("teamSettingsNotice")->sentence() == u"There is a team of that name already."_s);
}

TEST_CASE("settings: how sending stands, and a test", "[ui][settings]")
{
    SettingsDesk desk;
    desk.go("gatewaySettings");
    waitFor([&] { return desk.label("textsState") == u"Set up: api.twilio.com, sending as (937) 401-0653."_s; });
    CHECK(desk.label("textsNumbers") == u"Waiting now: 2 · sent in 24 hours: 12 · not sent in 24 hours: 1"_s);
    CHECK(desk.label("textsTrouble") == u"Last problem: The number can’t get texts."_s);
    CHECK(desk.label("mailState").startsWith(u"No carrier is set up on the server"_s));

    SECTION("the carrier's verdict comes back in words")
    {
        type(desk.the<QLineEdit>("textsTestTo"), u"937 555 0142"_s);
        press(desk.page.get(), "textsSendTest");
        waitFor([&] { return desk.label("textsVerdict") == u"The carrier took it."_s; });
        REQUIRE(desk.account.tests.size() == 1);
        CHECK(desk.account.tests.first().address == u"+19375550142"_s);
        CHECK(desk.account.tests.first().channel == Channel::Text);
        shot(desk.page.get(), "settings-sending");
    }
    SECTION("what is no number does not leave the desk")
    {
        type(desk.the<QLineEdit>("textsTestTo"), u"12"_s);
        press(desk.page.get(), "textsSendTest");
        CHECK(desk.account.tests.isEmpty());
        CHECK(desk.label("textsVerdict").size() > 10);
    }
    SECTION("offline it says so")
    {
        desk.account.report = Error{ErrorCode::Offline, u"The server can’t be reached."_s};
        press(desk.page.get(), "gatewayAgain");
        waitFor([&] { return desk.label("textsState") == u"Not known now."_s; });
        CHECK(desk.the<ui::Notice>("gatewaySettingsNotice")->sentence() == u"The server can’t be reached."_s);
    }
}

TEST_CASE("settings: the account", "[ui][settings]")
{
    SettingsDesk desk;
    desk.go("accountSettings");
    CHECK(desk.label("accountName") == u"Dana Reyes"_s);
    CHECK(desk.label("accountRole") == u"Administrator"_s);
    shot(desk.page.get(), "settings-account");
    const auto fill = [&](const QString& before, const QString& after, const QString& again) {
        desk.the<QLineEdit>("oldPassword")->setText(before);
        desk.the<QLineEdit>("newPassword")->setText(after);
        desk.the<QLineEdit>("newPasswordAgain")->setText(again);
        press(desk.page.get(), "changePassword");
    };

    SECTION("a new password needs the old one, eight characters, and twice the same")
    {
        fill({}, u"short"_s, u"other"_s);
        CHECK(desk.the<QLabel>("oldPasswordProblem")->isVisible());
        CHECK(desk.the<QLabel>("newPasswordProblem")->isVisible());
        CHECK(desk.the<QLabel>("newPasswordAgainProblem")->isVisible());
        CHECK(desk.account.passwords.isEmpty());
        fill(u"correct horse"_s, u"battery staple"_s, u"battery staple"_s);
        REQUIRE(desk.account.passwords.size() == 1);
        CHECK(desk.account.passwords.first() == std::pair(u"correct horse"_s, u"battery staple"_s));
        waitFor([&] { return desk.the<QLineEdit>("newPassword")->text().isEmpty(); });
    }
    SECTION("a wrong old one is said beside its field")
    {
        desk.account.passwordAnswer = Error{ErrorCode::NotAllowed, u"The old password is not right."_s};
        fill(u"wrong"_s, u"battery staple"_s, u"battery staple"_s);
        waitFor([&] { return desk.label("oldPasswordProblem") == u"The old password is not right."_s; });
        CHECK(desk.the<QLineEdit>("newPassword")->text() == u"battery staple"_s);
    }
    SECTION("signing out asks whether the data stays, and warns of what was not sent")
    {
        desk.desktop.refer(1);
        desk.page->refresh();
        settle();
        press(desk.page.get(), "signOut");
        auto* box = desk.the<QMessageBox>("signOutQuestion");
        CHECK(box->informativeText().contains(u"have not reached the server yet"_s));
        CHECK(box->defaultButton()->text() == u"Stay Signed In"_s);
        shot(box, "settings-sign-out");
        SECTION("keep")
        {
            press(box, "signOutKeep");
            CHECK(desk.account.signedOut == QList{ui::AccountServices::LocalData::Keep});
        }
        SECTION("wipe")
        {
            press(box, "signOutWipe");
            CHECK(desk.account.signedOut == QList{ui::AccountServices::LocalData::Wipe});
        }
        SECTION("stay")
        {
            QTest::keyClick(box, Qt::Key_Escape);
            settle();
            CHECK(desk.account.signedOut.isEmpty());
        }
    }
}

TEST_CASE("settings: the devices of the worker", "[ui][settings]")
{
    SettingsDesk desk;
    const QDateTime at = desk.desktop.services.clock.now();
    const DeviceId here(desk.desktop.services.ids.next());
    const DeviceId laptop(desk.desktop.services.ids.next());
    desk.account.devices = protocol::DevicesAnswer{
        {{here, u"Front desk"_s, at.addDays(-40), at, true}, {laptop, u"Old laptop"_s, at.addDays(-9), at.addDays(-8), false}}};
    desk.go("accountSettings");
    settle();
    shot(desk.page.get(), "settings-devices");
    CHECK(desk.page->findChild<QPushButton*>(u"revoke-"_s + here.toString()) == nullptr);
    const QString name = u"revoke-"_s + laptop.toString();
    CHECK(desk.the<QPushButton>(name.toLatin1().constData())->accessibleName() == u"Sign out Old laptop"_s);
    press(desk.page.get(), name.toLatin1().constData());
    auto* box = must<QMessageBox>(desk.page.get(), "revokeQuestion");

    SECTION("one is signed out after a question")
    {
        press(box, "revokeYes");
        settle();
        CHECK(desk.account.revoked == QList{laptop});
        CHECK(desk.security.wiped.isEmpty());
        CHECK(must<ui::Notice>(desk.page.get(), "accountSettingsNotice")->sentence() == u"Old laptop is signed out."_s);
    }
    SECTION("one that was lost is wiped too, where that is pressed")
    {
        press(box, "revokeWipe");
        settle();
        CHECK(desk.security.wiped == QList{laptop});
        CHECK(desk.account.revoked.isEmpty());
    }
    SECTION("or not, by Escape")
    {
        QTest::keyClick(box, Qt::Key_Escape);
        settle();
        CHECK(desk.account.revoked.isEmpty());
    }
}

TEST_CASE("settings: the second factor of the worker", "[ui][settings]")
{
    SettingsDesk desk;

    SECTION("is set up by password, QR code and code, and shows the recovery codes")
    {
        desk.go("accountSettings");
        settle();
        press(desk.page.get(), "secondFactorBegin");
        type(desk.the<QLineEdit>("secondFactorPassword"), u"guess"_s);
        press(desk.page.get(), "secondFactorNext");
        settle();
        CHECK(desk.label("secondFactorPasswordProblem") == u"The password is not right."_s);
        type(desk.the<QLineEdit>("secondFactorPassword"), u"correct horse"_s);
        press(desk.page.get(), "secondFactorNext");
        settle();
        CHECK(desk.the<QLineEdit>("secondFactorCodeSecret")->text() == u"JBSW Y3DP EHPK 3PXP"_s);
        shot(desk.page.get(), "settings-second-factor");
        type(desk.the<QLineEdit>("secondFactorCode"), u"123456"_s);
        press(desk.page.get(), "secondFactorCodeSend");
        settle();
        CHECK(desk.account.factorCodes == QStringList{u"123456"_s});
        CHECK(desk.label("recoveryCodes") == u"abcd-efgh-jkmn-pqrs"_s);
        desk.account.factor = protocol::SecondFactorReport{true, false, 10};
        press(desk.page.get(), "keptRecoveryCodes");
        settle();
        CHECK(desk.label("secondFactorState").startsWith(u"On. Recovery codes left: 10."_s));
    }
    SECTION("goes off by password and code together")
    {
        desk.account.factor = protocol::SecondFactorReport{true, false, 3};
        desk.go("accountSettings");
        settle();
        press(desk.page.get(), "secondFactorBegin");
        type(desk.the<QLineEdit>("secondFactorPassword"), u"correct horse"_s);
        press(desk.page.get(), "secondFactorNext");
        type(desk.the<QLineEdit>("secondFactorCode"), u"654321"_s);
        press(desk.page.get(), "secondFactorCodeSend");
        settle();
        CHECK(desk.account.factorCodes == QStringList{u"correct horse 654321"_s});
    }
    SECTION("has no way off where the agency asks for it")
    {
        desk.account.factor = protocol::SecondFactorReport{true, true, 10};
        desk.go("accountSettings");
        settle();
        CHECK_FALSE(desk.the<QPushButton>("secondFactorBegin")->isVisible());
    }
}

TEST_CASE("settings: the look is kept as it is chosen", "[ui][settings]")
{
    ui::keepAppearance(*ui::deskSettings(), {});
    SettingsDesk desk;
    QSignalSpy changed(desk.page.get(), &ui::SettingsPage::appearanceChanged);
    desk.go("appearanceSettings");
    shot(desk.page.get(), "settings-appearance");
    desk.the<QComboBox>("appearanceScheme")->setCurrentIndex(3);
    desk.the<QSlider>("appearanceSize")->setValue(15);
    desk.the<QComboBox>("appearanceLanguage")->setCurrentIndex(2);
    CHECK(changed.size() == 3);
    CHECK(desk.label("appearanceSizeWords") == u"150 %"_s);
    CHECK(ui::readAppearance(*ui::deskSettings()) ==
          ui::Appearance{ui::Appearance::Scheme::HighContrast, 150, u"es"_s});
    ui::keepAppearance(*ui::deskSettings(), {});
}

TEST_CASE("settings: reminders and notifications are kept as they are chosen", "[ui][settings]")
{
    SettingsDesk desk;
    desk.go("reminderSettings");
    const auto kept = [&] {
        return mustHave(casework::readPreferences(desk.desktop.store, desk.desktop.office.worker.id));
    };
    CHECK(desk.the<QCheckBox>("reminder2")->isChecked());
    press(desk.page.get(), "reminder0");
    press(desk.page.get(), "reminder3");
    CHECK(kept().reminders == QList{Reminder::AfterDay, Reminder::AfterWeek});
    press(desk.page.get(), "notifyOfAnswers");
    CHECK_FALSE(kept().notifyOfAnswers);
    CHECK_FALSE(desk.the<QCheckBox>("namesInNotifications")->isEnabled());
    press(desk.page.get(), "closeToTray");
    CHECK(kept().closeToTray);
    shot(desk.page.get(), "settings-reminders");
}

TEST_CASE("settings: the agent and sync in words", "[ui][settings]")
{
    SettingsDesk desk;
    SECTION("the agent starts with the computer, or says why it can't")
    {
        desk.go("agentSettings");
        CHECK(desk.label("agentState") == u"The agent is at work."_s);
        press(desk.page.get(), "agentAtLogin");
        CHECK(desk.login.on);
        desk.login.refusal = u"Your settings can’t be written."_s;
        press(desk.page.get(), "agentAtLogin");
        CHECK(desk.the<ui::Notice>("agentSettingsNotice")->sentence() == u"Your settings can’t be written."_s);
        CHECK(desk.the<QCheckBox>("agentAtLogin")->isChecked());
        shot(desk.page.get(), "settings-agent");
    }
    SECTION("what waits and what was refused, with the reason and what to do")
    {
        desk.desktop.refer(1);
        const Change first = mustHave(desk.desktop.store.sync().outgoing(1)).first();
        mustWork(desk.desktop.store.sync().setRefused(first.id, u"This client is not one of yours."_s));
        mustWork(desk.desktop.store.sync().setFact(u"server_url"_s, u"https://handrail.example.org"_s));
        desk.go("syncSettings");
        CHECK(desk.label("syncServer") == u"Server: https://handrail.example.org"_s);
        CHECK(desk.label("syncWaiting").startsWith(u"Waiting for the server: "_s));
        const auto cards = desk.page->findChildren<QFrame*>(u"refusedChange"_s);
        REQUIRE(cards.size() == 1);
        QStringList said;
        for (const QLabel* line : cards.first()->findChildren<QLabel*>()) {
            said.append(line->text());
        }
        CHECK(said.value(0).startsWith(u"Referral · "_s));
        CHECK(said.value(1) == u"This client is not one of yours."_s);
        CHECK(said.value(2).startsWith(u"Look whether it is as it should be"_s));
        shot(desk.page.get(), "settings-sync");
    }
}

TEST_CASE("settings: the main window asks before it leaves unsaved settings", "[ui][settings][mainwindow]")
{
    Desktop desktop;
    desktop.office.worker.role = Role::Administrator;
    desktop.store.put("user", desktop.office.worker.id.uuid(), desktop.office.worker);
    ui::MainWindow window(desktop.services, 10);
    window.show();
    window.goTo(ui::MainWindow::Settings);
    auto* page = must<ui::SettingsPage>(&window, "settingsPage");
    page->showSection(u"agencySettings"_s);
    waitFor([&] { return must<QLineEdit>(page, "agencyProgramName")->text() == u"Miami Valley Care"_s; });
    type(must<QLineEdit>(page, "agencyProgramName"), u"Harbor House"_s);
    window.goTo(ui::MainWindow::Clients);
    CHECK(page->isVisible());
    press(must<QMessageBox>(page, "unsavedSettings"), "unsavedDiscard");
    CHECK(must<QWidget>(&window, "clientsPage")->isVisible());

    SECTION("and a window made anew goes where the one before was")
    {
        window.goTo(ui::MainWindow::Settings);
        window.chosen().choose(desktop.office.client.id);
        ui::MainWindow again(desktop.services, 10);
        again.show();
        again.takeOver(window);
        CHECK(must<ui::SettingsPage>(&again, "settingsPage")->isVisible());
        CHECK(must<ui::SettingsPage>(&again, "settingsPage")->currentSection() == u"agencySettings"_s);
        CHECK(again.chosen().id() == desktop.office.client.id);
    }
}

TEST_CASE("settings: the window asks before it closes over unsaved settings", "[ui][settings][mainwindow]")
{
    Desktop desktop;
    desktop.office.worker.role = Role::Administrator;
    desktop.store.put("user", desktop.office.worker.id.uuid(), desktop.office.worker);
    ui::MainWindow window(desktop.services, 10);
    window.show();
    window.goTo(ui::MainWindow::Settings);
    auto* page = must<ui::SettingsPage>(&window, "settingsPage");
    page->showSection(u"agencySettings"_s);
    auto* name = must<QLineEdit>(page, "agencyProgramName");
    waitFor([&] { return name->text() == u"Miami Valley Care"_s; });
    const auto kept = [&] { return mustHave(desktop.store.agencies().agency())->programName; };

    SECTION("not where nothing is unsaved")
    {
        CHECK(window.close());
    }
    SECTION("and stays open until it is told")
    {
        type(name, u"Harbor House"_s);
        CHECK_FALSE(window.close());
        CHECK_FALSE(window.close()); // asked once, however often it is closed
        CHECK(window.isVisible());
        REQUIRE(window.findChildren<QMessageBox*>(u"unsavedSettings"_s).size() == 1);
        auto* box = must<QMessageBox>(page, "unsavedSettings");
        SECTION("to save")
        {
            press(box, "unsavedSave");
            waitFor([&] { return !window.isVisible(); });
            CHECK(kept() == u"Harbor House"_s);
        }
        SECTION("to discard")
        {
            press(box, "unsavedDiscard");
            waitFor([&] { return !window.isVisible(); });
            CHECK(kept() == u"Miami Valley Care"_s);
        }
        SECTION("to edit on")
        {
            press(box, "unsavedStay");
            settle();
            CHECK(window.isVisible());
            CHECK(name->text() == u"Harbor House"_s);
            CHECK_FALSE(window.close());
        }
    }
}

TEST_CASE("settings: every section at twice the size of text fits its width", "[ui][settings]")
{
    const ui::Theme before = ui::theme();
    ui::applyTheme(*qApp, before, 200);
    {
        SettingsDesk desk;
        desk.page->resize(1280 - ui::scaled(208), 680);
        for (const char* section :
             {"appearanceSettings", "accountSettings", "reminderSettings", "securitySettings", "syncSettings", "agentSettings",
              "agencySettings", "templateSettings", "teamSettings", "gatewaySettings"}) {
            desk.go(section);
            auto* content = desk.the<QWidget>(section);
            INFO(section);
            CHECK(content->width() <= content->parentWidget()->width());
            shot(desk.page.get(), (std::string("settings-200-") + section).c_str());
        }
    }
    ui::applyTheme(*qApp, before);
}
