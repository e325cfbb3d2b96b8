// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/screenlock.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::composition;

namespace {

struct LockHost
{
    LockHost()
    {
        QDir(folder.path()).mkdir(u"credentials"_s);
        QFile::setPermissions(folder.filePath(u"credentials"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        setAhead(0);
        profile = mustHave(Profile::make({.directory = folder.filePath(u"profile"_s),
                                          .clockFile = folder.filePath(u"clock"_s),
                                          .credentialsDirectory = folder.filePath(u"credentials"_s)}));
        opened = mustHave(profile->openStore());
    }
    void setAhead(int seconds)
    {
        QFile file(folder.filePath(u"clock"_s));
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray::number(seconds));
    }
    SyncStore& store() { return opened.store->sync(); }
    UnlockTry unlock(const QString& typed) { return tryToUnlock(*profile, store(), typed); }

    QTemporaryDir folder;
    std::unique_ptr<Profile> profile;
    OpenedStore opened;
};

} // namespace

TEST_CASE("screen lock: the account's password, without the server", "[composition][lock]")
{
    LockHost host;

    SECTION("opens as of the last sign-in here, and the one before it does not")
    {
        mustWork(keepUnlockPassword(host.store(), u"correct horse"_s));
        mustWork(host.unlock(u"correct horse"_s).result);
        mustWork(keepUnlockPassword(host.store(), u"battery staple"_s));
        CHECK(host.unlock(u"correct horse"_s).result.error().code == ErrorCode::Unauthorized);
        mustWork(host.unlock(u"battery staple"_s).result);
    }
    SECTION("is none where the organisation's account signs in: nothing that is typed opens then")
    {
        mustWork(keepUnlockPassword(host.store(), u"correct horse"_s));
        mustWork(keepUnlockPassword(host.store(), {}));
        CHECK_FALSE(mustHave(hasUnlockPassword(host.store())));
        CHECK_FALSE(host.unlock(u"correct horse"_s).result.ok());
        CHECK_FALSE(host.unlock({}).result.ok());
    }
    SECTION("that still waits for a code opens nothing before it came")
    {
        mustWork(keepUnlockPassword(host.store(), u"correct horse"_s));
        mustWork(setWaitingPassword(host.store(), u"a colleague's"_s));
        CHECK_FALSE(host.unlock(u"a colleague's"_s).result.ok());
        mustWork(host.unlock(u"correct horse"_s).result);
        mustWork(keepWaitingPassword(host.store()));
        mustWork(host.unlock(u"a colleague's"_s).result);
    }
    SECTION("is kept in no form that can be read")
    {
        mustWork(keepUnlockPassword(host.store(), u"correct horse"_s));
        CHECK_FALSE(mustHave(host.store().fact(u"unlock_verifier"_s)).contains(u"correct"_s));
    }
}

TEST_CASE("screen lock: guesses", "[composition][lock]")
{
    LockHost host;
    mustWork(keepUnlockPassword(host.store(), u"correct horse"_s));
    for (int i = 0; i < 3; ++i)
        CHECK(host.unlock(u"wrong"_s).result.error().code == ErrorCode::Unauthorized);

    SECTION("after three wrong ones are not looked at for a while, not even the right one")
    {
        const auto tried = host.unlock(u"correct horse"_s);
        CHECK(tried.result.error().code == ErrorCode::NotAllowed);
        CHECK(tried.waitSeconds > 0);
        CHECK(tried.waitSeconds <= 5);
        host.setAhead(6);
        mustWork(host.unlock(u"correct horse"_s).result);
        CHECK(host.unlock(u"wrong"_s).waitSeconds == 0); // counted from the start again
    }
    SECTION("are counted across a restart of the program")
    {
        host.opened.store.reset();
        host.opened = mustHave(host.profile->openStore());
        CHECK(host.unlock(u"correct horse"_s).result.error().code == ErrorCode::NotAllowed);
    }
    SECTION("don't lock out for longer where the computer's clock was set back")
    {
        host.setAhead(-100000);
        const auto tried = host.unlock(u"correct horse"_s);
        CHECK(tried.result.error().code == ErrorCode::NotAllowed);
        CHECK(tried.waitSeconds <= 5);
    }
}

TEST_CASE("screen lock: outlives the program", "[composition][lock]")
{
    LockHost host;
    CHECK_FALSE(mustHave(isScreenLocked(host.store())));
    mustWork(setScreenLocked(host.store(), true));
    host.opened.store.reset();
    host.opened = mustHave(host.profile->openStore());
    CHECK(mustHave(isScreenLocked(host.store())));
    mustWork(setScreenLocked(host.store(), false));
    CHECK_FALSE(mustHave(isScreenLocked(host.store())));
}
