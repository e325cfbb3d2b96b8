// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"
#include "core/domain/policy.h"
#include "core/ports/clock.h"
#include "core/ports/ids.h"
#include "core/ports/loginstart.h"
#include "core/ports/phonenumbers.h"
#include "core/ports/storerunner.h"
#include "core/protocol/wire.h"
#include "core/protocol/wireadmin.h"
#include "core/protocol/wiresignin.h"

namespace handrail::ui {

/// What comes after a step of signing in.
struct SignInStep
{
    bool codeNeeded = false;   ///< The code of an authenticator app is due: SignIn::sendCode. Else: signed in.
    QString secret;            ///< Not empty: the second factor has to be set up first, with this secret ...
    QString uri;               ///< ... or its QR code.
    QStringList recoveryCodes; ///< Signed in, and these are shown this once.
};

/// Signs a worker in at a server and leaves the profile ready to be opened.
class SignIn
{
public:
    virtual ~SignIn() = default;
    /// Returns at once. `done` is called later on `context`'s thread, unless `context` died. The error's code says
    /// which field it belongs to: Unauthorized - email and password, Offline and ServerTrouble - the server's address.
    virtual void signIn(const QString& server, const QString& email, const QString& password, QObject* context,
                        std::function<void(Result<SignInStep>)> done) = 0;
    /// The code to the step before, or a recovery code; as signIn otherwise. Unauthorized - the code is wrong; any other
    /// trouble: begin again.
    virtual void sendCode(const QString& code, QObject* context, std::function<void(Result<SignInStep>)> done) = 0;
    /// What the server at that address offers.
    virtual void askMethods(const QString& server, QObject* context,
                            std::function<void(Result<protocol::SignInMethods>)> done) = 0;
    /// By the organisation's account, in the system's browser: `done` is called once it came back, which may be never.
    virtual void signInByOrganisation(const QString& server, QObject* context,
                                      std::function<void(Result<SignInStep>)> done) = 0;
};

/// The background agent, seen from the desktop.
class AgentNudge
{
public:
    virtual ~AgentNudge() = default;
    /// Something waits for the server: look now and not at the next turn.
    virtual void lookNow() = 0;
    /// A sentence where the agent can't run; empty while it does.
    [[nodiscard]] virtual QString trouble() const { return {}; }
};

/// Messages that don't go on by themselves (held, refused, expired) or that a worker calls off: the server takes a
/// person's word on them.
class HeldMessages
{
public:
    enum class Decision { SendAgain, DoNotSend };
    virtual ~HeldMessages() = default;
    /// Returns at once. `done` is called later on `context`'s thread, unless `context` died. The message's new state
    /// comes with the next pull. Errors: Offline, Unauthorized, Conflict (somebody else decided), NotAllowed (opted out,
    /// consent withdrawn, answered) ...
    virtual void decide(const MessageId& id, Decision decision, const QString& reason, QObject* context,
                        std::function<void(Result<void>)> done) = 0;
    /// Without a reason of the worker's own.
    void decide(const MessageId& id, Decision decision, QObject* context, std::function<void(Result<void>)> done)
    {
        decide(id, decision, QString(), context, std::move(done));
    }
};

/// What a sheet of paper wants of the server: a link to a page with these referrals' resources.
struct PrintedLinkOrder
{
    ClientId client;
    QList<ReferralId> referrals;
    QString language; ///< BCP 47
    bool withFirstName = false;
};

/// Links for sheets of paper.
class PrintedLinks
{
public:
    virtual ~PrintedLinks() = default;
    /// Returns at once. `done` is called later on `context`'s thread, unless `context` died. Errors: Offline, NotFound
    /// (the server doesn't have these referrals yet) ...
    virtual void askLink(const PrintedLinkOrder& order, QObject* context,
                         std::function<void(Result<QString>)> done) = 0;
    /// The links of a client's sheets as the server has them, latest first; as askLink otherwise.
    virtual void listLinks(const ClientId& client, QObject* context,
                           std::function<void(Result<QList<protocol::PrintedLink>>)> done) = 0;
    /// The link of that id opens nothing from now on.
    virtual void revokeLink(const QString& id, QObject* context,
                            std::function<void(Result<protocol::PrintedLink>)> done) = 0;
};

/// What Settings ask of the server, and signing out here. Every call returns at once; `done` is called later on
/// `context`'s thread, unless `context` died.
class AccountServices
{
public:
    virtual ~AccountServices() = default;
    /// NotAllowed where the old password is wrong.
    virtual void changePassword(const QString& oldPassword, const QString& newPassword, QObject* context,
                                std::function<void(Result<void>)> done) = 0;
    /// What becomes of the data on this computer.
    enum class LocalData { Keep, Wipe };
    /// Ends the session of this device and closes the main window; `done` only hears of trouble.
    virtual void signOut(LocalData data, QObject* context, std::function<void(Result<void>)> done) = 0;
    /// The devices on which this user is signed in.
    virtual void askDevices(QObject* context, std::function<void(Result<protocol::DevicesAnswer>)> done) = 0;
    virtual void revokeDevice(const DeviceId& device, QObject* context, std::function<void(Result<void>)> done) = 0;
    /// The second factor. NotAllowed where the password or the code is wrong.
    virtual void askSecondFactor(QObject* context,
                                 std::function<void(Result<protocol::SecondFactorReport>)> done) = 0;
    virtual void setUpSecondFactor(const QString& password, QObject* context,
                                   std::function<void(Result<protocol::SetUpAnswer>)> done) = 0;
    virtual void confirmSecondFactor(const QString& code, QObject* context,
                                     std::function<void(Result<protocol::RecoveryCodesAnswer>)> done) = 0;
    virtual void turnOffSecondFactor(const QString& password, const QString& code, QObject* context,
                                     std::function<void(Result<void>)> done) = 0;
    virtual void askGateway(QObject* context, std::function<void(Result<protocol::GatewayReport>)> done) = 0;
    virtual void sendTest(const protocol::TestMessageRequest& request, QObject* context,
                          std::function<void(Result<protocol::TestMessageAnswer>)> done) = 0;
};

class AdminServices;

/// All that the main window needs from outside. Referred to, not owned; everything outlives the windows.
struct Services
{
    StoreRunner& store;
    const Clock& clock;
    Ids& ids;
    const PhoneNumbers& phones;
    AgentNudge& agent;
    HeldMessages& held;
    PrintedLinks& links;
    UserId worker;
    LoginStart* loginStart = nullptr;   ///< Null where there is no agent to start (in a test of other things).
    AccountServices* account = nullptr; ///< Null in a test of other things.
    AdminServices* admin = nullptr;     ///< Null in a test of other things.
    Policy policy = {};                 ///< What the organisation's IT fixed for this computer.
};

/// Runs a use case on the store's thread and brings its answer back to `context`; see askStore.
/// `useCase`: T(casework::Desk&), `answer`: void(T).
template <typename UseCase, typename Answer>
void atDesk(const Services& services, QObject* context, UseCase useCase, Answer answer)
{
    const Services desk = services;
    askStore(
        services.store, context,
        [desk, useCase = std::move(useCase)](LocalStore& store) mutable {
            casework::Desk here{store, desk.clock, desk.ids, desk.phones, desk.worker};
            return useCase(here);
        },
        std::move(answer));
}

} // namespace handrail::ui
