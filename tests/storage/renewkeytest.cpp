// SPDX-License-Identifier: GPL-3.0-or-later
// A new key for the store, and the computer that dies in the middle of it at each place there is.
#include "core/domain/records/codec.h"
#include "core/storage/renewkey.h"
#include "tests/support/tempstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>
#include <cstdio>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int clientsInStore = 200;

void fill(TempStore& store)
{
    QList<Edit> edits;
    for (int i = 0; i < clientsInStore; ++i) {
        const Client client{.id = ClientId(store.ids.next()), .givenName = u"Zebulon"_s, .familyName = QString::number(i)};
        edits.append(records::editOf("client", client.id.uuid(), client));
    }
    mustWork(store->edits().commit(edits));
    store.store.reset();
}

int clientsIn(LocalStore& store)
{
    return mustHave(store.clients().count(u"Zebulon"_s));
}

/// Secrets in files of a folder, so that two processes share them and a killed one leaves what it had written.
class FileSecrets : public SecretStore
{
public:
    explicit FileSecrets(QString folder)
        : m_folder(std::move(folder))
    {
    }
    Result<std::optional<QByteArray>> read(const QString& name) override
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::optional<QByteArray>();
    }
    Result<void> write(const QString& name, const QByteArray& secret) override
    {
        const QString part = m_folder.filePath(name + u".part"_s);
        QFile file(part);
        if (!file.open(QIODevice::WriteOnly) || file.write(secret) != secret.size())
            return Error{ErrorCode::KeyTrouble, u"No room."_s};
        file.close();
        QFile::remove(m_folder.filePath(name));
        QFile::rename(part, m_folder.filePath(name));
        say(u"wrote "_s + name);
        return {};
    }
    Result<void> remove(const QString& name) override
    {
        QFile::remove(m_folder.filePath(name));
        say(u"removed "_s + name);
        return {};
    }
    bool speaks = false;

private:
    void say(const QString& what) const
    {
        if (speaks) {
            std::printf("%s\n", qUtf8Printable(what));
            std::fflush(stdout);
        }
    }
    QDir m_folder;
};

/// A keychain that fails at its `failAt`-th call to change something.
class FailingSecrets : public MemorySecretStore
{
public:
    Result<void> write(const QString& name, const QByteArray& secret) override
    {
        return fails() ? Error{ErrorCode::KeyTrouble, u"The keychain is gone."_s} : MemorySecretStore::write(name, secret);
    }
    Result<void> remove(const QString& name) override
    {
        return fails() ? Error{ErrorCode::KeyTrouble, u"The keychain is gone."_s} : MemorySecretStore::remove(name);
    }
    int failAt = 0;
    int changes = 0;

private:
    bool fails() { return ++changes == failAt; }
};

QByteArray fileOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

// Not a test of its own: the process that gets killed.
TEST_CASE("new key: the one who changes it", "[.renewer]")
{
    FileSecrets secrets(qEnvironmentVariable("HANDRAIL_RENEW_SECRETS"));
    secrets.speaks = true;
    SeededRandom random(quint32(QCoreApplication::applicationPid()));
    ManualClock clock;
    SequentialIds ids(7);
    std::printf("begin\n");
    std::fflush(stdout);
    mustWork(renewStoreKey(qEnvironmentVariable("HANDRAIL_RENEW_STORE"), {secrets, random, clock, ids}));
    std::printf("done\n");
    std::fflush(stdout);
}

TEST_CASE("new key: afterwards", "[storage][newkey]")
{
    TempStore store;
    fill(store);
    const QByteArray before = store.secrets.secrets.value(store.parts().keyName);
    const QByteArray file = fileOf(store.path());
    mustWork(renewStoreKey(store.path(), store.parts()));
    const QByteArray after = store.secrets.secrets.value(store.parts().keyName);

    SECTION("the store opens with the new key, and everything is there")
    {
        CHECK(after != before);
        CHECK(after.size() == 32);
        CHECK_FALSE(store.secrets.secrets.contains(nextKeyName(store.parts())));
        store.reopen();
        CHECK(clientsIn(*store) == clientsInStore);
    }
    SECTION("the old key opens nothing, and no page is as it was")
    {
        store.secrets.secrets[store.parts().keyName] = before;
        CHECK_FALSE(openLocalStore(store.path(), store.parts()).ok());
        const QByteArray now = fileOf(store.path());
        constexpr qsizetype page = 4096;
        for (qsizetype at = 0; at + page <= std::min(file.size(), now.size()); at += page)
            CHECK(file.mid(at, page) != now.mid(at, page));
    }
    SECTION("it can be done again")
    {
        mustWork(renewStoreKey(store.path(), store.parts()));
        store.reopen();
        CHECK(clientsIn(*store) == clientsInStore);
    }
    SECTION("nothing of the plain text stands beside the file")
    {
        for (const QFileInfo& one : QDir(store.folder.path()).entryInfoList(QDir::Files))
            CHECK_FALSE(fileOf(one.filePath()).contains("Zebulon"));
    }
}

TEST_CASE("new key: refused, and everything as it was", "[storage][newkey]")
{
    TempStore store;
    fill(store);
    const QByteArray key = store.secrets.secrets.value(store.parts().keyName);

    SECTION("while another program has the store open")
    {
        store.reopen();
        const auto renewed = renewStoreKey(store.path(), store.parts());
        REQUIRE_FALSE(renewed.ok());
        CHECK(renewed.error().code == ErrorCode::Conflict);
        CHECK(clientsIn(*store) == clientsInStore);
    }
    SECTION("where the keychain does not keep the new key")
    {
        store.secrets.forgetful = true;
        CHECK(renewStoreKey(store.path(), store.parts()).error().code == ErrorCode::KeyTrouble);
        store.secrets.forgetful = false;
    }
    SECTION("where the keychain is locked")
    {
        store.secrets.locked = true;
        CHECK(renewStoreKey(store.path(), store.parts()).error().code == ErrorCode::KeyTrouble);
        store.secrets.locked = false;
    }
    SECTION("where there is no store")
    {
        CHECK(renewStoreKey(store.path() + u".none"_s, store.parts()).error().code == ErrorCode::StorageTrouble);
        CHECK_FALSE(QFile::exists(store.path() + u".none"_s));
    }
    CHECK(store.secrets.secrets.value(store.parts().keyName) == key);
    store.reopen();
    CHECK(clientsIn(*store) == clientsInStore);
}

TEST_CASE("new key: a keychain that fails at any of its changes locks nobody out", "[storage][newkey]")
{
    for (int failAt = 1; failAt <= 3; ++failAt) {
        CAPTURE(failAt);
        TempStore store;
        fill(store);
        FailingSecrets secrets;
        secrets.secrets = store.secrets.secrets;
        secrets.failAt = failAt;
        const LocalStoreParts parts{secrets, store.random, store.clock, store.ids};
        CHECK_FALSE(renewStoreKey(store.path(), parts).ok());
        secrets.failAt = 0;
        {
            const auto opened = mustHave(openLocalStore(store.path(), parts));
            CHECK(clientsIn(*opened) == clientsInStore);
        }
        mustWork(renewStoreKey(store.path(), parts));
        const auto opened = mustHave(openLocalStore(store.path(), parts));
        CHECK(clientsIn(*opened) == clientsInStore);
    }
}

TEST_CASE("new key: kill -9 at any moment locks nobody out", "[storage][newkey][crash]")
{
    TempStore store;
    fill(store);
    const QTemporaryDir secretsFolder;
    FileSecrets secrets(secretsFolder.path());
    const LocalStoreParts parts{secrets, store.random, store.clock, store.ids};
    mustWork(secrets.write(parts.keyName, store.secrets.secrets.value(parts.keyName)));

    const QByteArray places[] = {"begin", "wrote local-store-key-next", "wrote local-store-key\n", "removed", "done"};
    int killed = 0;
    for (int round = 0; round < 30; ++round) {
        QProcess renewer;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HANDRAIL_RENEW_STORE"_s, store.path());
        environment.insert(u"HANDRAIL_RENEW_SECRETS"_s, secretsFolder.path());
        renewer.setProcessEnvironment(environment);
        renewer.start(QCoreApplication::applicationFilePath(), {u"[.renewer]"_s});
        // To one of the places, and from there a few turns of nothing further: into the pages' rewriting.
        const QByteArray& place = places[round % 5];
        QByteArray said;
        while (!said.contains(place) && renewer.waitForReadyRead(10000))
            said += renewer.readAllStandardOutput();
        QElapsedTimer since;
        since.start();
        while (since.nsecsElapsed() < (round / 5) * 700000LL) {
        }
        renewer.kill();
        renewer.waitForFinished(10000);
        killed += renewer.exitStatus() == QProcess::CrashExit ? 1 : 0;
        CAPTURE(round, said.toStdString());
        const auto opened = mustHave(openLocalStore(store.path(), parts));
        REQUIRE(clientsIn(*opened) == clientsInStore);
    }
    CHECK(killed >= 12); // some were done before the kill arrived
}
