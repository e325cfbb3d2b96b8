// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screens.h"
#include "ui/pages/signinpage.h"
#include "ui/views/widgets.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// Keeps the question until the test answers it.
class ScriptedSignIn : public ui::SignIn
{
public:
    void signIn(const QString& server, const QString& email, const QString& password, QObject*,
                std::function<void(Result<ui::SignInStep>)> done) override
    {
        asked = {server, email, password};
        answer = std::move(done);
    }
    void sendCode(const QString& code, QObject*, std::function<void(Result<ui::SignInStep>)> done) override
    {
        codes.append(code);
        answer = std::move(done);
    }
    void askMethods(const QString& server, QObject*,
                    std::function<void(Result<protocol::SignInMethods>)> done) override
    {
        servers.append(server);
        done(methods);
    }
    void signInByOrganisation(const QString& server, QObject*,
                              std::function<void(Result<ui::SignInStep>)> done) override
    {
        browsers.append(server);
        answer = std::move(done);
    }
    protocol::SignInMethods methods;
    QStringList servers;
    QStringList browsers;
    QStringList asked;
    QStringList codes;
    std::function<void(Result<ui::SignInStep>)> answer;
};

struct SignInScreen
{
    Desktop desktop; ///< Dresses the application up.
    ScriptedSignIn signIn;
    ui::SignInPage page{signIn, u"https://care.example.org"_s};
    QPushButton* button = must<QPushButton>(&page, "signIn");

    SignInScreen()
    {
        page.resize(900, 700);
        page.show();
    }
    void fill()
    {
        type(must<QLineEdit>(&page, "email"), u"dana@example.org"_s);
        type(must<QLineEdit>(&page, "password"), u"correct horse"_s);
    }
    QString problem(const char* name) { return must<ui::ProblemLabel>(&page, name)->text(); }
};

} // namespace

TEST_CASE("sign-in: what the page says", "[ui][signin]")
{
    SignInScreen it;
    QSignalSpy signedIn(&it.page, &ui::SignInPage::signedIn);

    SECTION("asks for what is missing before it asks the server")
    {
        press(&it.page, "signIn");
        CHECK(it.problem("emailProblem") == u"Type your email address."_s);
        CHECK(it.problem("passwordProblem") == u"Type your password."_s);
        CHECK(it.signIn.asked.isEmpty());
        shot(&it.page, "signin-problems");
    }
    SECTION("refuses an address that is none, beside the field")
    {
        it.fill();
        type(must<QLineEdit>(&it.page, "serverAddress"), u"ftp://x"_s);
        press(&it.page, "signIn");
        CHECK(it.problem("serverAddressProblem").startsWith(u"This is no server address."_s));
        CHECK(it.signIn.asked.isEmpty());
    }
    SECTION("locks itself while the server is asked, and opens the way when it says yes")
    {
        it.fill();
        press(&it.page, "signIn");
        CHECK(it.signIn.asked == QStringList{u"https://care.example.org"_s, u"dana@example.org"_s, u"correct horse"_s});
        CHECK_FALSE(it.button->isEnabled());
        CHECK(it.button->text() == u"Signing in…"_s);
        it.signIn.answer(ui::SignInStep());
        CHECK(signedIn.count() == 1);
        CHECK(it.button->isEnabled());
    }
    SECTION("says beside the password that they are not known")
    {
        it.fill();
        press(&it.page, "signIn");
        it.signIn.answer(Error{ErrorCode::Unauthorized, u"Email or password is wrong."_s});
        CHECK(it.problem("passwordProblem") == u"Email or password is wrong."_s);
        CHECK(must<QLineEdit>(&it.page, "password")->accessibleDescription() == u"Email or password is wrong."_s);
        CHECK(signedIn.isEmpty());
        shot(&it.page, "signin-refused");
    }
    SECTION("says beside the address that the server can't be reached")
    {
        it.fill();
        press(&it.page, "signIn");
        it.signIn.answer(Error{ErrorCode::Offline, u"The server can’t be reached."_s});
        CHECK(it.problem("serverAddressProblem") == u"The server can’t be reached."_s);
    }
    SECTION("works by keyboard alone")
    {
        must<QLineEdit>(&it.page, "email")->setFocus();
        QTest::keyClicks(it.page.focusWidget(), u"dana@example.org"_s);
        QTest::keyClick(it.page.focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(it.page.focusWidget(), u"pw"_s);
        QTest::keyClick(it.page.focusWidget(), Qt::Key_Return);
        CHECK(it.signIn.asked.value(2) == u"pw"_s);
    }
}

TEST_CASE("sign-in: what the organisation fixed", "[ui][signin][policy]")
{
    SignInScreen it;

    SECTION("is its server, which is shown and can't be changed")
    {
        it.page.fix({.server = u"https://fixed.example.org"_s});
        auto* server = must<QLineEdit>(&it.page, "serverAddress");
        CHECK(server->text() == u"https://fixed.example.org"_s);
        CHECK(server->isReadOnly());
        CHECK(must<QLabel>(&it.page, "serverAddressFixed")->isVisible());
        CHECK(server->accessibleDescription() == must<QLabel>(&it.page, "serverAddressFixed")->text());
        CHECK(it.signIn.servers.last() == u"https://fixed.example.org"_s);
        it.fill();
        press(&it.page, "signIn");
        CHECK(it.signIn.asked.value(0) == u"https://fixed.example.org"_s);
        shot(&it.page, "signin-fixed");
    }
    SECTION("is the password, though the server joins an organisation's accounts")
    {
        it.signIn.methods = {true, u"Harbor House"_s};
        it.page.fix({.signIn = Policy::SignInWay::Password});
        CHECK(must<QLineEdit>(&it.page, "password")->isVisible());
        CHECK_FALSE(must<QPushButton>(&it.page, "signInOrganisation")->isVisible());
    }
    SECTION("is the organisation's account, though the server takes passwords")
    {
        it.signIn.methods = {true, u"Harbor House"_s};
        it.page.fix({.signIn = Policy::SignInWay::Organisation});
        CHECK_FALSE(must<QLineEdit>(&it.page, "password")->isVisible());
        CHECK(must<QPushButton>(&it.page, "signInOrganisation")->isVisible());
    }
    SECTION("is a way that the server does not have, which is said")
    {
        it.signIn.methods = {true, {}};
        it.page.fix({.signIn = Policy::SignInWay::Organisation});
        CHECK_FALSE(must<QLineEdit>(&it.page, "password")->isVisible());
        CHECK(must<ui::Notice>(&it.page, "signInNotice")->sentence().contains(u"do not agree"_s));
    }
    SECTION("is nothing, and all is as it was")
    {
        it.page.fix({});
        CHECK_FALSE(must<QLineEdit>(&it.page, "serverAddress")->isReadOnly());
        CHECK_FALSE(must<QLabel>(&it.page, "serverAddressFixed")->isVisible());
    }
}

TEST_CASE("sign-in: an enrolment goes through by itself, and what goes wrong is said", "[ui][signin]")
{
    SignInScreen it;
    it.page.enrol(u"dana@example.org"_s, u"abcde-fghij-kmnpq-rstuv"_s);
    CHECK(it.signIn.asked ==
          QStringList{u"https://care.example.org"_s, u"dana@example.org"_s, u"abcde-fghij-kmnpq-rstuv"_s});
    it.signIn.answer(Error{ErrorCode::Unauthorized, u"Email or password is wrong."_s});
    CHECK(it.problem("passwordProblem") == u"Email or password is wrong."_s);
}

TEST_CASE("sign-in again", "[ui][signin]")
{
    const Desktop desktop;
    ScriptedSignIn signIn;
    ui::SignInPage page(signIn, u"https://care.example.org"_s, u"dana@example.org"_s);
    page.show();

    SECTION("needs the password alone")
    {
        CHECK(page.focusProxy() == must<QLineEdit>(&page, "password"));
        type(must<QLineEdit>(&page, "password"), u"correct horse"_s);
        press(&page, "signIn");
        CHECK(signIn.asked == QStringList{u"https://care.example.org"_s, u"dana@example.org"_s, u"correct horse"_s});
    }
}

TEST_CASE("sign-in: the second step", "[ui][signin]")
{
    SignInScreen it;
    QSignalSpy signedIn(&it.page, &ui::SignInPage::signedIn);
    it.fill();
    press(&it.page, "signIn");
    const QString secret = u"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"_s;

    SECTION("asks for the app's code, by keyboard, and says beside it what is wrong")
    {
        it.signIn.answer(ui::SignInStep{.codeNeeded = true});
        settle();
        CHECK_FALSE(must<QLineEdit>(&it.page, "password")->isVisible());
        CHECK(must<QLineEdit>(&it.page, "password")->text().isEmpty());
        CHECK(must<QLineEdit>(&it.page, "signInCode")->accessibleName() == u"Code"_s);
        shot(&it.page, "signin-code");
        press(&it.page, "signInCodeSend");
        CHECK(it.problem("signInCodeProblem") == u"Type the code."_s);
        CHECK(it.signIn.codes.isEmpty());
        QTest::keyClicks(must<QLineEdit>(&it.page, "signInCode"), u"081 804"_s);
        QTest::keyClick(must<QLineEdit>(&it.page, "signInCode"), Qt::Key_Return);
        CHECK(it.signIn.codes == QStringList{u"081 804"_s});
        CHECK_FALSE(must<QPushButton>(&it.page, "signInCodeSend")->isEnabled());
        it.signIn.answer(Error{ErrorCode::Unauthorized, u"The code is wrong."_s});
        CHECK(it.problem("signInCodeProblem") == u"The code is wrong."_s);
        CHECK(signedIn.isEmpty());
        press(&it.page, "signInCodeSend");
        it.signIn.answer(ui::SignInStep());
        CHECK(signedIn.count() == 1);
    }
    SECTION("takes a recovery code where the phone is lost")
    {
        it.signIn.answer(ui::SignInStep{.codeNeeded = true});
        press(&it.page, "signInCodeOther");
        CHECK(must<QLineEdit>(&it.page, "signInCode")->accessibleName() == u"Recovery Code"_s);
        type(must<QLineEdit>(&it.page, "signInCode"), u"abcd-efgh-jkmn-pqrs"_s);
        shot(&it.page, "signin-recovery");
        press(&it.page, "signInCodeSend");
        CHECK(it.signIn.codes == QStringList{u"abcd-efgh-jkmn-pqrs"_s});
    }
    SECTION("goes back to the password where it took too long, or when asked to")
    {
        it.signIn.answer(ui::SignInStep{.codeNeeded = true});
        type(must<QLineEdit>(&it.page, "signInCode"), u"123456"_s);
        press(&it.page, "signInCodeSend");
        it.signIn.answer(Error{ErrorCode::NotFound, u"This sign-in took too long."_s});
        settle();
        CHECK(must<QLineEdit>(&it.page, "password")->isVisible());
        CHECK(must<ui::Notice>(&it.page, "signInNotice")->sentence() == u"This sign-in took too long."_s);
        type(must<QLineEdit>(&it.page, "password"), u"correct horse"_s);
        press(&it.page, "signIn");
        it.signIn.answer(ui::SignInStep{.codeNeeded = true});
        press(&it.page, "signInBack");
        settle();
        CHECK(must<QLineEdit>(&it.page, "password")->isVisible());
    }
    SECTION("sets it up where the agency asks for it, and shows the recovery codes once")
    {
        it.signIn.answer(ui::SignInStep{.codeNeeded = true,
                                        .secret = secret,
                                        .uri = u"otpauth://totp/Harbor:dana?secret="_s + secret});
        settle();
        CHECK(must<QLineEdit>(&it.page, "signInCodeSecret")->text().startsWith(u"JBSW Y3DP EHPK"_s));
        shot(&it.page, "signin-set-up");
        type(must<QLineEdit>(&it.page, "signInCode"), u"123456"_s);
        press(&it.page, "signInCodeSend");
        it.signIn.answer(ui::SignInStep{.recoveryCodes = {u"abcd-efgh-jkmn-pqrs"_s, u"2345-6789-abcd-efgh"_s}});
        settle();
        CHECK(signedIn.isEmpty());
        CHECK(must<QLabel>(&it.page, "recoveryCodes")->text().contains(u"2345-6789-abcd-efgh"_s));
        shot(&it.page, "signin-recovery-codes");
        press(&it.page, "keptRecoveryCodes");
        CHECK(signedIn.count() == 1);
    }
}

TEST_CASE("sign-in: by the organisation's account", "[ui][signin]")
{
    const Desktop desktop;
    ScriptedSignIn signIn;

    SECTION("is offered where the server has it, and only there")
    {
        ui::SignInPage page(signIn, u"https://care.example.org"_s);
        page.show();
        CHECK_FALSE(must<QPushButton>(&page, "signInOrganisation")->isVisible());
        signIn.methods.organisation = u"Harbor County"_s;
        auto* server = must<QLineEdit>(&page, "serverAddress");
        type(server, u"other.example.org"_s);
        QTest::keyClick(server, Qt::Key_Tab);
        CHECK(signIn.servers == QStringList{u"https://care.example.org"_s, u"https://other.example.org"_s});
        CHECK(must<QPushButton>(&page, "signInOrganisation")->isVisible());
        CHECK(must<QPushButton>(&page, "signInOrganisation")->text() == u"Sign in with Harbor County"_s);
    }
    SECTION("is all there is where the server takes no passwords")
    {
        signIn.methods = {false, u"Harbor County"_s};
        ui::SignInPage page(signIn, u"https://care.example.org"_s);
        page.resize(900, 700);
        page.show();
        CHECK_FALSE(must<QLineEdit>(&page, "password")->isVisible());
        CHECK_FALSE(must<QPushButton>(&page, "signIn")->isVisible());
        shot(&page, "signin-organisation-only");
        QTest::keyClick(must<QLineEdit>(&page, "serverAddress"), Qt::Key_Return);
        CHECK(signIn.browsers == QStringList{u"https://care.example.org"_s});
    }
    SECTION("goes through the browser, can be called off, and says what was wrong")
    {
        signIn.methods.organisation = u"Harbor County"_s;
        ui::SignInPage page(signIn, u"https://care.example.org"_s);
        page.resize(900, 700);
        page.show();
        QSignalSpy signedIn(&page, &ui::SignInPage::signedIn);
        shot(&page, "signin-organisation");
        press(&page, "signInOrganisation");
        CHECK(signIn.browsers == QStringList{u"https://care.example.org"_s});
        CHECK_FALSE(must<QLineEdit>(&page, "email")->isEnabled());
        shot(&page, "signin-browser");
        const auto late = signIn.answer;
        press(&page, "signInBack");
        CHECK(must<QLineEdit>(&page, "email")->isEnabled());
        late(ui::SignInStep());
        CHECK(signedIn.isEmpty());
        press(&page, "signInOrganisation");
        signIn.answer(Error{ErrorCode::NotAllowed, u"There is no user for you."_s});
        CHECK(must<ui::Notice>(&page, "signInNotice")->sentence() == u"There is no user for you."_s);
        press(&page, "signInOrganisation");
        signIn.answer(ui::SignInStep());
        CHECK(signedIn.count() == 1);
    }
}
