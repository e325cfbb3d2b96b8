// SPDX-License-Identifier: GPL-3.0-or-later
// No way to write the server's database is left out of the list by forgetting it.
#include "tests/storefaults/serverworld.h"
#include "tests/support/catch.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Each source with a statement that writes: the path that it is tried by.
const QMap<QString, QString>& triedBy()
{
    static const QMap<QString, QString> all = {
        {u"server/audit/audit.cpp"_s, u"agency: remove"_s},
        {u"server/auth/auth.cpp"_s, u"people: disable"_s},
        {u"server/auth/devices.cpp"_s, u"devices: revoke"_s},
        {u"server/auth/guesses.cpp"_s, u"sign in: a wrong password"_s},
        {u"server/auth/secondfactor.cpp"_s, u"second factor: begin"_s},
        {u"server/auth/signin.cpp"_s, u"sign in"_s},
        {u"server/auth/signinrules.cpp"_s, u"sign in: its rule"_s},
        {u"server/directory/feeds.cpp"_s, u"directory: a feed"_s},
        {u"server/gateway/autoreply.cpp"_s, u"gateway: STOP"_s},
        {u"server/gateway/claim.cpp"_s, u"gateway: claim"_s},
        {u"server/gateway/intents.cpp"_s, u"gateway: send"_s},
        {u"server/gateway/leases.cpp"_s, u"gateway: claim"_s},
        {u"server/gateway/links.cpp"_s, u"gateway: claim"_s},
        {u"server/gateway/mailposition.cpp"_s, u"mail: a reply"_s},
        {u"server/gateway/pace.cpp"_s, u"gateway: send"_s},
        {u"server/gateway/printedlinks.cpp"_s, u"gateway: a printed link"_s},
        {u"server/privacy/eraseclients.cpp"_s, u"privacy: erase a client"_s},
        {u"server/privacy/removeagency.cpp"_s, u"agency: remove"_s},
        {u"server/store/carekeeper.cpp"_s, u"push: a new client"_s},
        {u"server/store/erased.cpp"_s, u"privacy: erase a client"_s},
        {u"server/store/laterwrites.cpp"_s, u"push: a new client"_s},
        {u"server/store/records.cpp"_s, u"push: a new client"_s},
        {u"server/store/sessions.cpp"_s, u"people: disable"_s},
        {u"server/store/sight.cpp"_s, u"people: change"_s},
    };
    return all;
}

/// Those that no path of the list goes through, and why.
const QMap<QString, QString>& notTried()
{
    static const QMap<QString, QString> all = {
        {u"server/auth/enrolment.cpp"_s, u"one transaction for a code, one statement for its use (tests/server)"_s},
        {u"server/auth/singlesignon.cpp"_s, u"one statement each but for the link, which needs a provider (tests/oidc)"_s},
        {u"server/gateway/textposition.cpp"_s, u"one statement; a position that was not kept is read from again (gateway inbound)"_s},
        {u"server/routes/olddevices.cpp"_s, u"one statement, for programs of the version before"_s},
        {u"server/store/backup.cpp"_s, u"on a copy that becomes the database only when it is whole (tests/operation)"_s},
        {u"server/store/database.cpp"_s, u"makes and upgrades the database: the test of its own in serverfaultstest.cpp"_s},
    };
    return all;
}

QStringList writers()
{
    static const QRegularExpression writes(u"INSERT INTO|UPDATE [\\w\"%]+ SET|DELETE FROM|insertLater\\(|runLater\\("_s);
    const QString root = QStringLiteral(HANDRAIL_SOURCE_DIR) + u'/';
    QStringList found;
    QDirIterator files(root + u"server"_s, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        if (writes.match(QString::fromUtf8(file.readAll())).hasMatch())
            found.append(file.fileName().mid(root.size()));
    }
    found.sort();
    return found;
}

} // namespace

TEST_CASE("faults: every source of the server that writes its database has a path in the list, or a reason", "[serverfaults][writers]")
{
    QStringList paths;
    for (const ServerPath& path : serverPaths())
        paths.append(QString::fromLatin1(path.name));
    const QStringList found = writers();
    CHECK(found.size() > 20);
    for (const QString& file : found) {
        CAPTURE(file);
        CHECK((triedBy().contains(file) != notTried().contains(file)));
    }
    for (auto it = triedBy().cbegin(); it != triedBy().cend(); ++it) {
        CAPTURE(it.key(), it.value());
        CHECK(found.contains(it.key()));
        CHECK(paths.contains(it.value()));
    }
    for (auto it = notTried().cbegin(); it != notTried().cend(); ++it) {
        CAPTURE(it.key());
        CHECK(found.contains(it.key()));
    }
}
