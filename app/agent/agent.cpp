// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"

#include "app/agent/agentlog.h"
#include "app/agent/clockjump.h"
#include "app/agent/endsignals.h"
#include "app/agent/networkback.h"
#include "app/agent/newsthread.h"
#include "app/agent/turnthread.h"
#include "core/ipc/looknowserver.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QSysInfo>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(agentLog, "handrail.agent")

namespace handrail::agent {

namespace {

bool isStoreTrouble(const Error& error)
{
    return error.code == ErrorCode::KeyTrouble || error.code == ErrorCode::StorageTrouble;
}

int codeOfSignIn(const Error& error)
{
    if (error.code == ErrorCode::InvalidInput)
        return BadUsage;
    return isStoreTrouble(error) ? NoStore : NotSignedIn;
}

int codeOfTurn(const Error& error)
{
    if (error.code == ErrorCode::Unauthorized)
        return NotSignedIn;
    return isStoreTrouble(error) ? NoStore : TurnFailed;
}

int end(const Error& error, int code)
{
    qCCritical(agentLog, "%s", qUtf8Printable(error.sentence));
    return code;
}

Result<QString> firstLine(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Agent", "The file of --password-file can't be read.")};
    QByteArray line = file.readLine(2000);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

Result<void> signIn(const composition::Profile& profile, composition::OpenedStore& opened, const HeadlessSignIn& how)
{
    const auto password = firstLine(how.passwordFile);
    if (!password)
        return password.error();
    QtTransport transport(profile.trust());
    const auto session = sync::signIn({how.server, how.email, *password, QSysInfo::machineHostName()}, transport,
                                      opened.store->sync(), *opened.secrets, profile.ids());
    return session ? Result<void>() : session.error();
}

struct SignedIn
{
    sync::Session session;
    QByteArray token;
};

/// Who the profile is signed in as, after the sign-in that the command line asks for. A host that was signed in before
/// starts without its server too.
Result<SignedIn> signedIn(const composition::Profile& profile, composition::OpenedStore& opened,
                          const std::optional<HeadlessSignIn>& how)
{
    const auto signedInNow = how ? signIn(profile, opened, *how) : Result<void>();
    if (!signedInNow && signedInNow.error().code != ErrorCode::Offline)
        return signedInNow.error();
    const auto session = sync::readSession(opened.store->sync());
    if (!session)
        return session.error();
    if (!*session)
        return signedInNow.ok()
                   ? Error{ErrorCode::Unauthorized,
                           QCoreApplication::translate("Agent",
                                                       "Nobody is signed in on this profile. Sign in with Handrail, or "
                                                       "give --server, --email and --password-file.")}
                   : signedInNow.error();
    const auto token = sync::readToken(*opened.secrets);
    if (!token) {
        // Nothing else would tell the desktop: this agent ends here.
        if (auto kept = opened.store->sync().setFact(sync::facts::signInNeeded, QStringLiteral("yes")); !kept)
            return kept.error();
        return token.error();
    }
    return SignedIn{**session, *token};
}

int runOnce(const composition::Profile& profile, composition::OpenedStore& opened, const SignedIn& who)
{
    Board board(who.token);
    const auto report = Turns(profile, opened, who.session, board).take();
    if (report.wipeOrdered)
        if (const auto asked = profile.askToWipe(); !asked)
            return end(asked.error(), NoStore);
    return report.trouble ? codeOfTurn(*report.trouble) : int(Fine);
}

int runUntilStopped(const composition::Profile& profile, const SignedIn& who, LookNowServer& desk, int pollSeconds)
{
    Board board(who.token);
    TurnThread turns(profile, who.session, board, pollSeconds);
    NewsThread news(profile, who.session, board);
    QObject::connect(&desk, &LookNowServer::lookNow, &desk, [&board, &profile] {
        // Somebody signed out for good, or wants a new key for the store: let go of it.
        if (profile.isWipeAsked() || profile.isNewKeyAsked())
            QCoreApplication::exit(Fine);
        else
            board.wake();
    });
    QObject::connect(&turns, &TurnThread::failed, &desk, [](const QString& sentence) {
        qCCritical(agentLog, "%s", qUtf8Printable(sentence));
        QCoreApplication::exit(NoStore);
    });
    QObject::connect(&turns, &TurnThread::wipeOrdered, &desk, [&profile] {
        qCWarning(agentLog, "the server has ordered this computer's data to be removed");
        const auto asked = profile.askToWipe();
        QCoreApplication::exit(asked ? Fine : end(asked.error(), NoStore));
    });
    const auto wake = [&board](const char* why) {
        return [&board, why] {
            qCInfo(agentLog, "%s", why);
            board.wake();
        };
    };
    onClockJump(&desk, wake("the clock has jumped, or the computer slept"));
    onNetworkBack(&desk, wake("the network is back"));
    onEndSignal(&desk, [] { QCoreApplication::exit(Fine); });
    turns.start();
    news.start();
    const int code = QCoreApplication::exec();
    board.stop();
    news.cancel();
    turns.cancel();
    news.wait();
    turns.wait();
    return code;
}

/// Where the store's key is sealed under a passphrase, nobody but the desktop can open it: waits for what was typed there.
/// False where the agent was told to end.
bool waitForPassphrase(const composition::Profile& profile, LookNowServer& desk)
{
    qCInfo(agentLog, "waiting for the passphrase to be typed in Handrail's window");
    QEventLoop loop;
    bool typed = false;
    desk.waitForKey([&profile](const QByteArray& key) { return profile.takeOver(key); });
    QObject::connect(&desk, &LookNowServer::unlocked, &loop, [&] {
        typed = true;
        loop.quit();
    });
    QObject::connect(&desk, &LookNowServer::lookNow, &loop, [&] {
        if (profile.isWipeAsked())
            loop.quit();
    });
    onEndSignal(&loop, [&loop] { loop.quit(); });
    loop.exec();
    return typed;
}

int renewKey(const composition::Profile& profile)
{
    const auto asked = profile.askForNewKey();
    const auto opened = asked ? profile.openStore() : asked.error();
    if (!opened)
        return end(opened.error(), NoStore);
    if (profile.isNewKeyAsked())
        return TurnFailed; // the log says why
    std::fputs("The store has a new key.\n", stdout);
    return Fine;
}

} // namespace

int run(const Options& options)
{
    const auto profile = composition::Profile::make(options.profile);
    if (!profile)
        return end(profile.error(), NoStore);
    LookNowServer desk((*profile)->directory());
    if (const auto alone = desk.listen(); !alone)
        return end(alone.error(), alone.error().code == ErrorCode::Conflict ? AlreadyRunning : NoStore);
    if (options.newKey)
        return renewKey(**profile);
    if (!options.once && (*profile)->passphrase() == composition::Profile::Passphrase::Wanted &&
        !waitForPassphrase(**profile, desk))
        return Fine;
    auto opened = (*profile)->openStore();
    if (!opened)
        return end(opened.error(), NoStore);
    const auto who = signedIn(**profile, *opened, options.signIn);
    if (!who)
        return end(who.error(), codeOfSignIn(who.error()));
    const int code = options.once ? runOnce(**profile, *opened, *who) : NotSignedIn;
    opened->store.reset(); // The thread that takes turns opens its own connection.
    const int ended = options.once ? code : runUntilStopped(**profile, *who, desk, options.pollSeconds);
    // Nobody has the store open here any more. Where the desktop does, it wipes at its own new start.
    if (const auto wiped = (*profile)->wipeIfAsked(); !wiped)
        qCWarning(agentLog, "%s", qUtf8Printable(wiped.error().sentence));
    return ended;
}

} // namespace handrail::agent
