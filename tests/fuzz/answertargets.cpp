// SPDX-License-Identifier: GPL-3.0-or-later
// What the servers that Handrail asks answer: mail servers, identity providers, directories of others, and to a desk its
// own server.
#include "core/carriers/imapsession.h"
#include "core/carriers/smtpsession.h"
#include "core/carriers/twiliotexts.h"
#include "core/sync/serverlink.h"
#include "server/auth/oidcprovider.h"
#include "server/directory/feedfetch.h"
#include "tests/fuzz/scriptedconversation.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedtransport.h"

#include <QDir>

using namespace handrail;
using namespace handrail::fuzz;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime aMoment = QDateTime::fromMSecsSinceEpoch(1790000000000, Qt::UTC);
const QByteArray betweenAnswers = "\n----\n";

HttpOutcome answered(int status, const QByteArray& body)
{
    return {.kind = HttpOutcome::Kind::Answered, .response = {status, {}, body}, .trouble = {}};
}

/// Answers in order; the last again and again.
class Answers : public HttpTransport
{
public:
    explicit Answers(const QByteArray& bytes)
    {
        qsizetype from = 0;
        for (qsizetype end = 0; end >= 0 && m_bodies.size() < 8; from = end + betweenAnswers.size()) {
            end = bytes.indexOf(betweenAnswers, from);
            m_bodies.append(bytes.mid(from, end < 0 ? -1 : end - from));
        }
    }
    HttpOutcome send(const HttpRequest&) override
    {
        const QByteArray body = m_bodies.size() > 1 ? m_bodies.takeFirst() : m_bodies.first();
        return answered(200, body);
    }

private:
    QByteArrayList m_bodies;
};

void visitMailbox(const QByteArray& bytes)
{
    whatTheMailServerSays() = bytes;
    ImapSession session(MailServer{});
    const auto position = session.enter(u"INBOX"_s);
    if (!position)
        return;
    mustHold(position->validity > 0);
    const auto uids = session.uidsAfter(1, QDate(2026, 10, 5));
    for (int i = 0; uids && i < std::min<qsizetype>(uids->size(), 3); ++i)
        if (const auto mail = session.fetch(uids->at(i), 512))
            mustHold(mail->size() <= 512);
    (void)session.markRead({5});
}

void handOverMail(const QByteArray& bytes)
{
    whatTheMailServerSays() = bytes;
    SmtpSettings settings;
    settings.reportSuccess = true;
    SmtpSession session(settings, u"example.org"_s);
    (void)session.openingCode();
    const OutgoingMail mail{.messageId = u"m1@example.org"_s, .fromName = {}, .fromAddress = u"care@example.org"_s,
                            .toAddress = u"ana@example.org"_s, .subject = {}, .text = {}, .html = {},
                            .unsubscribeUrl = {}, .unsubscribeMailto = {}, .returnPath = u"bounces@example.org"_s,
                            .envelopeId = u"m1"_s, .date = aMoment, .language = {}};
    for (int i = 0; i < 2 && session.isUsable(); ++i)
        (void)session.send(mail, "Subject: x\r\n\r\n.x\r\n");
}

/// Discovery, keys, token, more claims. Nobody here can sign: whoever gets in found a hole.
void signInByProvider(const QByteArray& bytes)
{
    Answers answers(bytes);
    const ManualClock clock(aMoment);
    server::OidcProvider provider({.issuer = u"https://id.example.org"_s, .clientId = u"handrail"_s, .clientSecret = {},
                                   .agency = {}, .name = {}},
                                  answers, clock);
    (void)provider.authorizationAddress();
    (void)provider.checkIssuer(u"https://id.example.org"_s);
    (void)provider.redeem(u"code"_s, u"verifier"_s, u"http://127.0.0.1:1/"_s, u"n"_s);
}

/// Pages of an HSDS API, fetched and kept.
void fetchDirectory(const QByteArray& bytes)
{
    Answers answers(bytes);
    const ManualClock clock(aMoment);
    const QString folder = scratchFolder() + u"/feed"_s;
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    server::directory::FeedBounds bounds;
    bounds.pages = 5;
    (void)server::directory::fetchFeed(answers, clock, {.url = QUrl(u"https://hsds.example.org/services"_s), .etag = {},
                                                        .lastModified = {}},
                                       folder, bounds)
        .ok();
}

/// A desk asks its server for everything, and gets this.
void askServer(const QByteArray& bytes)
{
    static const int statuses[] = {200, 201, 204, 400, 401, 403, 404, 409, 413, 426, 429, 500, 503};
    if (bytes.isEmpty())
        return;
    const int status = statuses[uchar(bytes[0]) % std::size(statuses)];
    ScriptedTransport transport;
    transport.otherwise = [&](const HttpRequest&) { return answered(status, bytes.mid(1)); };
    sync::ServerLink link(transport, QUrl(u"https://handrail.example.org"_s), "token");
    const bool good = status < 300;
    const QUuid key(0x01920000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
    mustHold(good || !link.pull(0, 100).ok());
    mustHold(good || !link.snapshot({}).ok());
    mustHold(good || !link.claim(10).ok());
    mustHold(good || !link.send(MessageId(key), {}).ok());
    mustHold(good || !link.push({}).ok());
    (void)link.signIn({}).ok(), (void)link.beginSignIn({}).ok(), (void)link.sendCode({}).ok();
    (void)link.signInMethods().ok(), (void)link.startSingleSignOn({}).ok(), (void)link.finishSingleSignOn({}).ok();
    (void)link.printedLink({.clientId = ClientId(key), .referralIds = {}, .language = {}}).ok(), (void)link.printedLinks(ClientId(key)).ok(), (void)link.revokePrintedLink({}).ok();
    (void)link.devices().ok(), (void)link.secondFactor().ok(), (void)link.setUpSecondFactor({}).ok();
    (void)link.gatewayReport().ok(), (void)link.people().ok(), (void)link.audit({}).ok();
    (void)link.exportClient(ClientId(key)).ok(), (void)link.idleClients(30).ok(), (void)link.applyRetention({}).ok();
}

/// Twilio's lists and answers: whatever it says, the reader comes to an end.
void readTwilioAnswers(const QByteArray& bytes)
{
    ScriptedTransport transport;
    int good = 0;
    transport.otherwise = [&](const HttpRequest&) { return answered(good-- > 0 ? 200 : 404, bytes); };
    TwilioSettings settings;
    settings.accountSid = u"AC"_s + QString(32, u'a');
    TwilioTexts texts(transport, settings);
    const OutgoingText text{.to = u"+19375550101"_s, .from = u"+19374010653"_s, .body = u"x"_s, .statusCallback = {}};
    good = 3;
    (void)texts.sentTo(u"+19375550101"_s, aMoment).ok();
    good = 1;
    (void)texts.inbound(u"+19374010653"_s, aMoment).ok();
    good = 1;
    (void)texts.send(text);
    good = 0;
    (void)texts.send(text);
}

const Registered imap("imap", visitMailbox);
const Registered smtp("smtp", handOverMail);
const Registered oidc("oidc", signInByProvider);
const Registered feed("feed", fetchDirectory);
const Registered server_("server-answers", askServer);
const Registered twilio("twilio-answers", readTwilioAnswers);

} // namespace
