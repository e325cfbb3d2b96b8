// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite deletes its temporary files as soon as it has opened them: on Linux they can still be seen in /proc/self/fd.
#include "core/storage/database.h"
#include "tests/support/tempstore.h"

#include <QDir>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList temporaryFiles()
{
    QStringList found;
    const QDir open(u"/proc/self/fd"_s);
    for (const QString& name : open.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        const QString target = QFile::symLinkTarget(open.filePath(name));
        if (target.contains(u"etilqs_") || target.contains(u"(deleted)"))
            found.append(target);
    }
    return found;
}

} // namespace

TEST_CASE("on disk: sorting and temporary tables leave no temporary file", "[storage][disk]")
{
    TempStore store;
    auto database = mustHave(
        Database::open(store.path(), SecureBytes::take(QByteArray(store.secrets.secrets.first().constData(), 32))));
    const QStringList before = temporaryFiles();
    mustWork(database->execute(u"PRAGMA cache_size = 10"_s));
    mustWork(database->execute(u"CREATE TEMP TABLE heap (a TEXT)"_s));
    mustWork(database->execute(uR"(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
                                   INSERT INTO heap SELECT hex(randomblob(60)) || 'Quackenbush' FROM n)"_s));
    // Half-read, so that the sorter is still open.
    Statement sorted = database->statement(u"SELECT a FROM heap ORDER BY a"_s);
    mustWork(sorted.run());
    REQUIRE(sorted.next());
    CHECK(temporaryFiles() == before);
}
