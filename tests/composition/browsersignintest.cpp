// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/browsersignin.h"

#include "core/net/qttransport.h"
#include "core/sync/serverlink.h"
#include "tests/support/catch.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace handrail;
using namespace handrail::composition;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 30000;

const protocol::SingleSignOnStart start{.attempt = "attempt",
                                        .authorization = u"https://login.example.org/auth"_s,
                                        .clientId = u"handrail"_s,
                                        .scope = u"openid email"_s,
                                        .nonce = u"n-0S6_WzA2Mj"_s};

/// What a sign-in said, and a browser that opens what the test says.
struct Turn
{
    explicit Turn(std::chrono::milliseconds patience = std::chrono::minutes(10))
        : signIn(patience)
    {
    }
    BrowserSignIn signIn;
    QSignalSpy answered{&signIn, &BrowserSignIn::answered};
    QSignalSpy refused{&signIn, &BrowserSignIn::refused};
    QSignalSpy timedOut{&signIn, &BrowserSignIn::timedOut};
    QNetworkAccessManager network;

    QString state(const QUrl& address) const { return QUrlQuery(address).queryItemValue(u"state"_s); }
    /// Opens the redirect as the browser does; the page that is shown, or nothing where nobody listens.
    QByteArray comeBack(const QString& query, const QString& redirect = {})
    {
        QNetworkReply* reply = network.get(
            QNetworkRequest(QUrl((redirect.isEmpty() ? signIn.redirectUri() : redirect) + u'?' + query)));
        REQUIRE(QTest::qWaitFor([&] { return reply->isFinished(); }, patienceMs));
        reply->deleteLater();
        return reply->readAll();
    }
    protocol::SingleSignOnFinish answer() const
    {
        REQUIRE(answered.size() == 1);
        return answered.first().first().value<protocol::SingleSignOnFinish>();
    }
};

} // namespace

TEST_CASE("browser sign-in: the address has all that the provider has to be asked", "[composition][browser]")
{
    Turn turn;
    const QUrl address = turn.signIn.address(start);
    const QUrlQuery query(address);
    CHECK(address.toString(QUrl::RemoveQuery) == start.authorization);
    CHECK(query.queryItemValue(u"response_type"_s) == u"code"_s);
    CHECK(query.queryItemValue(u"client_id"_s) == u"handrail"_s);
    CHECK(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded) == turn.signIn.redirectUri());
    CHECK(query.queryItemValue(u"code_challenge"_s) == turn.signIn.codeChallenge());
    CHECK(query.queryItemValue(u"code_challenge_method"_s) == u"S256"_s);
    CHECK(query.queryItemValue(u"nonce"_s) == start.nonce);
    CHECK(turn.state(address).size() == 43);
    CHECK(turn.signIn.codeChallenge().size() == 43);
    Turn other;
    CHECK(turn.state(other.signIn.address(start)) != turn.state(address));
    CHECK(other.signIn.codeChallenge() != turn.signIn.codeChallenge());
}

TEST_CASE("browser sign-in: goes nowhere that is not safe", "[composition][browser]")
{
    for (const QString& authorization : {u"http://login.example.org/auth"_s, u"file:///etc/passwd"_s, u"javascript:alert(1)"_s,
                                         u"https:///auth"_s, u""_s}) {
        INFO(authorization);
        Turn turn;
        protocol::SingleSignOnStart asked = start;
        asked.authorization = authorization;
        CHECK_FALSE(turn.signIn.address(asked).isValid());
    }
}

TEST_CASE("browser sign-in: what the browser brings back", "[composition][browser]")
{
    Turn turn;
    const QUrl address = turn.signIn.address(start);
    const QString redirect = turn.signIn.redirectUri();

    SECTION("is taken once, by its state")
    {
        CHECK(turn.comeBack(u"code=abc&state=%1&iss=https://login.example.org"_s.arg(turn.state(address)))
                  .contains("go back to Handrail"));
        const auto finish = turn.answer();
        CHECK(finish.attempt == "attempt");
        CHECK(finish.code == u"abc"_s);
        CHECK(finish.issuer == u"https://login.example.org"_s);
        CHECK(finish.codeVerifier.size() == 43);
        CHECK(turn.comeBack(u"code=def&state="_s + turn.state(address), redirect).isEmpty());
        CHECK(turn.answered.size() == 1);
    }
    SECTION("is read out of the address as the provider meant it")
    {
        turn.comeBack(u"code=4%2F0Ab%2Bc%25&iss=https%3A%2F%2Flogin.example.org&state="_s + turn.state(address));
        CHECK(turn.answer().code == u"4/0Ab+c%"_s);
        CHECK(turn.answer().issuer == u"https://login.example.org"_s);
    }
    SECTION("with another state is nobody's answer, and the right one still comes")
    {
        turn.comeBack(u"code=evil&state=guess"_s);
        turn.comeBack(u"code=evil"_s);
        turn.comeBack(u"error=access_denied&state=guess"_s);
        CHECK(turn.answered.isEmpty());
        CHECK(turn.refused.isEmpty());
        turn.comeBack(u"code=abc&state="_s + turn.state(address));
        CHECK(turn.answer().code == u"abc"_s);
    }
    SECTION("may be a no")
    {
        turn.comeBack(u"error=access_denied&state="_s + turn.state(address));
        CHECK(turn.refused.size() == 1);
        CHECK(turn.answered.isEmpty());
        CHECK(turn.timedOut.isEmpty());
    }
    SECTION("is not waited for by a sign-in that was called off")
    {
        auto other = std::make_unique<BrowserSignIn>();
        const QString gone = other->redirectUri();
        other.reset();
        CHECK(turn.comeBack(u"code=abc&state=x"_s, gone).isEmpty());
    }
}

TEST_CASE("browser sign-in: a browser that was closed is not waited for for ever", "[composition][browser]")
{
    Turn turn(std::chrono::milliseconds(1));
    const QUrl address = turn.signIn.address(start);
    REQUIRE(turn.timedOut.wait(patienceMs));
    CHECK(turn.answered.isEmpty());
    CHECK(turn.refused.isEmpty());
    CHECK(turn.signIn.redirectUri().isEmpty()); // nobody listens any more
}

// Run by tests/oidc, before a real provider and a real server.
TEST_CASE("browser sign-in: with a real provider and a real server", "[.][oidc-browser]")
{
    const QUrl server(qEnvironmentVariable("HANDRAIL_OIDC_SERVER"));
    REQUIRE(server.isValid());
    QtTransport transport;
    sync::ServerLink link(transport, server);
    Turn turn;
    const auto begun = link.startSingleSignOn(
        {turn.signIn.redirectUri(), turn.signIn.codeChallenge(), QUuid::createUuid(), u"desk"_s});
    REQUIRE(begun.ok());
    const QUrl address = turn.signIn.address(*begun);
    REQUIRE(address.isValid());
    const auto browse = [&](const QString& email) {
        QProcess browser;
        browser.start(u"python3"_s, {qEnvironmentVariable("HANDRAIL_OIDC_BROWSER"),
                                     QString::fromLatin1(address.toEncoded()), email});
        REQUIRE(QTest::qWaitFor([&] { return browser.state() == QProcess::NotRunning; }, patienceMs));
        INFO(browser.readAllStandardError().toStdString());
        CHECK(browser.exitCode() == 0);
        return browser.readAllStandardOutput();
    };

    SECTION("somebody signs in")
    {
        CHECK(browse(u"maria@harbor.example"_s).contains("go back to Handrail"));
        const auto outcome = link.finishSingleSignOn(turn.answer());
        REQUIRE(outcome.ok());
        REQUIRE(outcome->signedIn);
        CHECK(outcome->signedIn->user.email == u"maria@harbor.example"_s);
        CHECK(link.finishSingleSignOn(turn.answer()).error().code == ErrorCode::NotFound);
    }
    SECTION("somebody goes back without signing in")
    {
        browse(u"no"_s);
        CHECK(turn.refused.size() == 1);
        CHECK(turn.answered.isEmpty());
    }
    SECTION("an answer without our verifier is worth nothing")
    {
        browse(u"maria@harbor.example"_s);
        protocol::SingleSignOnFinish stolen = turn.answer();
        stolen.codeVerifier = QString(43, u'x');
        CHECK_FALSE(link.finishSingleSignOn(stolen).ok());
    }
}
