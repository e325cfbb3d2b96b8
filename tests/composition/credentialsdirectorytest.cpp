// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/credentialsdirectory.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using composition::CredentialsDirectory;

TEST_CASE("credentials directory: secrets as files", "[composition][credentials]")
{
    const QTemporaryDir folder; // Qt makes it 0700.
    CredentialsDirectory secrets(folder.path());

    SECTION("are read back, byte for byte, line ends and zeros too")
    {
        const QByteArray key("\0\n\r binary \xff", 12);
        mustWork(secrets.write(u"local-store-key"_s, key));
        CHECK(mustHave(CredentialsDirectory(folder.path()).read(u"local-store-key"_s)) == key);
    }
    SECTION("have the names that the manual tells, and are their owner's alone")
    {
        mustWork(secrets.write(u"local-store-key"_s, "k"));
        mustWork(secrets.write(u"device-token"_s, "t"));
        CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"device-token"_s, u"store-key"_s});
        const auto permissions = QFileInfo(folder.filePath(u"store-key"_s)).permissions();
        CHECK((permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) == 0);
    }
    SECTION("that are not there are nothing, and no error")
    {
        CHECK_FALSE(mustHave(secrets.read(u"device-token"_s)));
        mustWork(secrets.remove(u"device-token"_s));
    }
    SECTION("are gone when removed")
    {
        mustWork(secrets.write(u"device-token"_s, "t"));
        mustWork(secrets.remove(u"device-token"_s));
        CHECK_FALSE(mustHave(secrets.read(u"device-token"_s)));
    }
    SECTION("are refused where others may enter the folder")
    {
        mustWork(secrets.write(u"device-token"_s, "t"));
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther);
        CHECK(secrets.read(u"device-token"_s).error().code == ErrorCode::KeyTrouble);
        CHECK(secrets.write(u"device-token"_s, "t").error().code == ErrorCode::KeyTrouble);
    }
    SECTION("are refused where there is no folder")
    {
        CredentialsDirectory none(folder.path() + u"/none"_s);
        CHECK(none.read(u"device-token"_s).error().code == ErrorCode::KeyTrouble);
    }
}
