// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/clientimport.h"
#include "core/casework/importvalues.h"
#include "tests/casework/deskworld.h"
#include "tests/support/tempstore.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

ImportTable tableOf(const QByteArray& bytes)
{
    const auto table = readImportTable(bytes);
    INFO((table.ok() ? std::string() : table.error().sentence.toStdString()));
    REQUIRE(table.ok());
    return *table;
}

QList<ImportRow> rowsOf(Desk& desk, const ImportTable& table)
{
    const Agency agency = *mustHave(desk.store.agencies().agency());
    QList<ImportRow> rows =
        mustHave(readImportRows(desk, table, guessMapping(table, agency), 0, table.rows.size()));
    markRepeats(rows);
    return rows;
}

QList<ImportField> fieldsOf(const QStringList& headers)
{
    return guessColumns(headers);
}

int importAll(Desk& desk, const QByteArray& bytes)
{
    return mustHave(importRows(desk, rowsOf(desk, tableOf(bytes))));
}

constexpr auto people = "First Name,Last Name,DOB,Cell Phone,Home Phone,E-mail,Preferred Language\r\n"
                        "José,Núñez,5/31/1984,(614) 555-0199,,jose@example.org,Spanish\r\n"
                        "Ana,\"Diaz, Jr.\",,614-555-0200,614.555.0201,,en\r\n"
                        "Maria,Lopez,,937 555 0101,,,\r\n";

} // namespace

TEST_CASE("import: columns are guessed from their names, in English and Spanish", "[casework][import]")
{
    using enum ImportField;
    CHECK(fieldsOf({u"First Name"_s, u"LAST_NAME"_s, u"DOB"_s, u"Mobile"_s, u"E-mail Address"_s, u"Notes"_s}) ==
          QList<ImportField>{GivenName, FamilyName, BirthDate, Phone, Email, Ignore});
    CHECK(fieldsOf({u"Nombre"_s, u"Apellidos"_s, u"Fecha de nacimiento"_s, u"Teléfono celular"_s,
                    u"Correo electrónico"_s, u"Idioma"_s, u"Zona horaria"_s}) ==
          QList<ImportField>{GivenName, FamilyName, BirthDate, Phone, Email, Language, TimeZone});
    CHECK(fieldsOf({u"Nombre completo"_s, u"Celular"_s}) == QList<ImportField>{FullName, Phone});
    CHECK(fieldsOf({u"Name"_s, u"Phone 1 - Type"_s, u"Phone 1 - Value"_s, u"E-mail 1 - Label"_s}) ==
          QList<ImportField>{FullName, Ignore, Phone, Ignore});
    CHECK(fieldsOf({u"FirstName"_s, u"LastName"_s, u"Client Name"_s}) ==
          QList<ImportField>{GivenName, FamilyName, Ignore});
    // Never consent, and never what is about somebody else.
    CHECK(fieldsOf({u"Consent to text"_s, u"Opt-in phone"_s, u"Emergency phone"_s, u"Case worker email"_s, u"Fax"_s}) ==
          QList<ImportField>(5, Ignore));
}

TEST_CASE("import: values as other programs write them", "[casework][import]")
{
    const QDate day(1984, 5, 31);
    for (const QString& text : {u"1984-05-31"_s, u"19840531"_s, u"5/31/1984"_s, u"05/31/84"_s,
                                u"1984-05-31T00:00:00Z"_s, u"5/31/1984 0:00"_s})
        CHECK(readDate(text, false) == day);
    CHECK(readDate(u"31.5.1984"_s, true) == day);
    CHECK(readDate(u"1/2/07"_s, false) == QDate(2007, 1, 2));
    for (const QString& text : {u""_s, u"May"_s, u"2/30/1984"_s, u"--0531"_s, u"1/2/3/4"_s, QString(5000, u'1')})
        CHECK_FALSE(readDate(text, false).isValid());
    CHECK(dayComesFirst({u"3/4/1990"_s, u"31/5/1984"_s}));
    CHECK_FALSE(dayComesFirst({u"3/4/1990"_s, u"5/31/1984"_s}));
    CHECK(readLanguage(u"Español"_s) == u"es"_s);
    CHECK(readLanguage(u"English (US)"_s) == u"en"_s);
    CHECK(readLanguage(u"es_MX"_s) == u"es-MX"_s);
    CHECK(readLanguage(u"Klingonish tongue"_s).isEmpty());
    const auto split = [](const QString& name) {
        const SplitName parts = splitFullName(name);
        return parts.given + u'|' + parts.family;
    };
    CHECK(split(u"Lopez, Maria Elena"_s) == u"Maria Elena|Lopez"_s);
    CHECK(split(u" Maria  Lopez "_s) == u"Maria|Lopez"_s);
    CHECK(split(u"Maria Elena Lopez Garcia"_s) == u"Maria Elena|Lopez Garcia"_s);
    CHECK(split(u"Cher"_s) == u"Cher|"_s);
}

TEST_CASE("import: a spreadsheet in any of its encodings and separators", "[casework][import]")
{
    DeskWorld world;
    const QString text = QString::fromUtf8(people);
    const QByteArray mark = "\xEF\xBB\xBF";
    QByteArray utf16 = "\xFF\xFE";
    for (const QChar c : text)
        utf16.append(char(c.unicode() & 0xff)).append(char(c.unicode() >> 8));
    const QList<std::pair<QByteArray, files::Encoding>> files = {
        {text.toUtf8(), files::Encoding::Utf8},
        {mark + text.toUtf8(), files::Encoding::Utf8WithMark},
        {text.toLatin1(), files::Encoding::Windows1252},
        {utf16, files::Encoding::Utf16LittleEndian},
        {QString(text).replace(u","_s, u"\t"_s).replace(u"Diaz\t Jr."_s, u"Diaz, Jr."_s).toUtf8(),
         files::Encoding::Utf8},
        {QString(text).replace(u","_s, u";"_s).replace(u"Diaz; Jr."_s, u"Diaz, Jr."_s).toUtf8(),
         files::Encoding::Utf8}};
    for (const auto& [bytes, encoding] : files) {
        const ImportTable table = tableOf(bytes);
        CHECK(table.encoding == encoding);
        CHECK(table.hasHeader);
        const auto rows = rowsOf(world.desk, table);
        REQUIRE(rows.size() == 3);
        CHECK(rows[0].line == 2);
        CHECK(rows[0].draft.givenName == u"José"_s);
        CHECK(rows[0].draft.birthDate == QDate(1984, 5, 31));
        CHECK(rows[0].draft.language == u"es"_s);
        CHECK(rows[1].draft.familyName == u"Diaz, Jr."_s);
        CHECK(rows[1].draft.contactPoints.size() == 2);
        CHECK(rows[1].draft.contactPoints[0].label == u"Mobile"_s);
        CHECK(rows[1].draft.contactPoints[0].primary);
        CHECK_FALSE(rows[1].draft.contactPoints[1].primary);
        CHECK_FALSE(rows[1].isBad());
        // Who is here already is marked, and skipped unless a person says otherwise.
        CHECK(rows[2].existing == world.office.client.id);
        CHECK(rows[2].choice == ImportChoice::Skip);
    }
    CHECK(world.store.commits() == 0);
}

TEST_CASE("import: a file without names of columns is guessed from what is in it", "[casework][import]")
{
    DeskWorld world;
    const ImportTable table = tableOf("Ana Diaz,614-555-0200,ana@example.org,1990-01-02\n"
                                      "Jo Brown,614-555-0201,jo@example.org,1991-01-02\n");
    CHECK_FALSE(table.hasHeader);
    const auto rows = rowsOf(world.desk, table);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].draft.givenName == u"Ana"_s);
    CHECK(rows[0].draft.contactPoints.size() == 2);
    CHECK(rows[0].draft.birthDate == QDate(1990, 1, 2));
    CHECK(rows[0].isImported());
}

TEST_CASE("import: vCards of several versions in one file", "[casework][import]")
{
    DeskWorld world;
    const ImportTable table = tableOf(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Núñez;José;Luis;;\r\nFN:José\r\n"
        "TEL;TYPE=CELL:614-555-0199\r\nTEL;TYPE=HOME:614-555-0198\r\nTEL;TYPE=FAX:614-555-0197\r\n"
        "EMAIL:jose@example.org\r\nBDAY:1984-05-31\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Diaz\r\nTEL;VALUE=uri;TYPE=cell:tel:+1-614-555-0200\r\nBDAY:--0531\r\n"
        "LANG:es\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:3.0\r\nORG:Nobody Inc.\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Broken;\r\n");
    CHECK(table.isVCard);
    REQUIRE(table.unreadable.size() == 1);
    const auto rows = rowsOf(world.desk, table);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].draft.givenName == u"José Luis"_s);
    CHECK(rows[0].draft.familyName == u"Núñez"_s);
    CHECK(rows[0].draft.birthDate == QDate(1984, 5, 31));
    REQUIRE(rows[0].draft.contactPoints.size() == 3);
    CHECK(rows[0].draft.contactPoints[0].label == u"Mobile"_s);
    CHECK(rows[1].draft.givenName == u"Ana"_s);
    CHECK(rows[1].draft.language == u"es"_s);
    CHECK_FALSE(rows[1].isBad());
    CHECK(rows[2].isBad());
    CHECK(mustHave(importRows(world.desk, rows)) == 2);
}

TEST_CASE("import: each bad row is said with line, column and reason, and the others are imported", "[casework][import]")
{
    DeskWorld world;
    const QByteArray file = "First Name,Last Name,DOB,Phone,Email\n"
                            ",Nameless,,,\n"
                            "Ana,Diaz,never,614-555-0200,\n"
                            "Jo,Brown,1990-01-02,123,jo@example.org\n"
                            "Al,Gray,2199-01-01,,not an email\n"
                            "Bo,Black,,,,too,many\n"
                            "Cy,White,,614-555-0201,\n";
    const ImportTable table = tableOf(file);
    const auto rows = rowsOf(world.desk, table);
    REQUIRE(rows.size() == 6);
    QStringList problems;
    for (const ImportRow& row : rows)
        for (const ImportProblem& problem : row.problems) {
            CHECK(problem.reason.size() > 10);
            problems.append(u"%1 %2"_s.arg(row.line).arg(problem.column));
        }
    CHECK(problems.contains(u"2 "_s));
    CHECK(problems.contains(u"3 DOB"_s));
    CHECK(problems.contains(u"4 Phone"_s));
    CHECK(problems.contains(u"5 Email"_s));
    CHECK(problems.contains(u"5 DOB"_s));
    CHECK(rows.last().isImported());
    CHECK(mustHave(importRows(world.desk, rows)) == 1);
    ReadOptions options;
    options.hasHeader = true;
    const auto report = readImportTable(reportOfProblems(table, rows), options);
    REQUIRE(report.ok());
    CHECK(report->headers == QStringList{u"Line"_s, u"Column"_s, u"Value"_s, u"Reason"_s});
    CHECK(report->rows.size() == problems.size());
    CHECK(report->rows[1].cells.value(1) == u"DOB"_s);
}

TEST_CASE("import: the same file twice does not double anybody", "[casework][import]")
{
    for (const bool inMemory : {true, false}) {
        DeskWorld memory;
        TempStore real;
        PulledRecords pulled(*real);
        SequentialIds ids(3);
        const SampleOffice office = openSampleOffice(pulled, ids);
        Desk onDisk{*real, memory.clock, ids, memory.phones, office.worker.id};
        Desk& desk = inMemory ? memory.desk : onDisk;
        const QByteArray file = QByteArray(people) + "Only Name,,,,,,\nOnly Name,,,,,,\n";
        CHECK(importAll(desk, file) == 3);
        CHECK(mustHave(desk.store.clients().count({})) == 4);
        CHECK(importAll(desk, file) == 0);
        CHECK(mustHave(desk.store.clients().count({})) == 4);
        // No consent comes by a file.
        CHECK(mustHave(desk.store.shares().consentCount(office.client.id)) == 0);
    }
}

TEST_CASE("import: who stands twice in the file is imported once", "[casework][import]")
{
    DeskWorld world;
    const auto rows = rowsOf(world.desk, tableOf("Name,Phone\nAna Diaz,614-555-0200\nJo Brown,614-555-0201\n"
                                                 "DIAZ ANA,(614) 555-0200\nAna's Son,614-555-0200\n"));
    REQUIRE(rows.size() == 4);
    CHECK_FALSE(rows[0].repeats);
    CHECK(rows[2].repeats == 2);
    CHECK(rows[2].choice == ImportChoice::Skip);
    CHECK_FALSE(rows[3].repeats); // a household shares a phone
    CHECK(mustHave(importRows(world.desk, rows)) == 3);
}

TEST_CASE("import: updating adds what the file knows and erases nothing", "[casework][import]")
{
    DeskWorld world;
    auto rows = rowsOf(world.desk, tableOf("First Name,Last Name,DOB,Phone,Email\n"
                                           "Maria,Lopez,1984-05-31,937-555-0101;937-555-0177,\n"));
    REQUIRE(rows.size() == 1);
    REQUIRE(rows[0].existing == world.office.client.id);
    rows[0].choice = ImportChoice::Update;
    CHECK(mustHave(importRows(world.desk, rows)) == 1);
    const Client client = *mustHave(world.store.clients().client(world.office.client.id));
    CHECK(client.birthDate == QDate(1984, 5, 31));
    CHECK(client.contactPoints.size() == 3);
    CHECK(client.timeZone == u"America/New_York"_s);
    CHECK(mustHave(world.store.clients().count({})) == 1);
}

TEST_CASE("import: hostile and broken files", "[casework][import]")
{
    DeskWorld world;
    const auto refused = [](const QByteArray& bytes) {
        const auto table = readImportTable(bytes);
        if (!table)
            CHECK(table.error().sentence.size() > 10);
        return !table.ok();
    };
    CHECK(refused({}));
    CHECK(refused(" \r\n \n"));
    CHECK(refused(QByteArray("\x7f" "ELF\x02\x01\x01\0\0\0\0\0", 12)));
    CHECK(refused(QByteArray("a,b\n").repeated(mostImportRows + 2)));
    SECTION("a quote that never closes is reported, and what stands before is read")
    {
        const ImportTable table = tableOf("Name,Phone\nAna Diaz,614-555-0200\n\"Jo,1\n2\n3\n");
        CHECK(table.rows.size() == 1);
        REQUIRE(table.unreadable.size() == 1);
        CHECK(table.unreadable.first().line == 3);
    }
    SECTION("cells of megabytes, names of markup, control characters")
    {
        CHECK(refused("Name,Phone\n" + QByteArray(200'000, 'x') + ",1\n"));
        const auto rows = rowsOf(world.desk, tableOf("Name,Phone\n" + QByteArray(60'000, 'x') + ",1\n<b>Eve</b>,\n"
                                                     "Bad\x01Name,\n"));
        REQUIRE(rows.size() == 3);
        CHECK(rows[0].isBad());
        CHECK(rows[0].problems.first().value.size() <= 100);
        CHECK_FALSE(rows[1].isBad());
        CHECK(rows[2].isBad());
    }
    SECTION("random bytes never do more than make bad rows")
    {
        quint32 seed = 5;
        for (int round = 0; round < 200; ++round) {
            QByteArray bytes = round % 2 ? "BEGIN:VCARD\n" : "Name,Phone,Email\n";
            for (int i = 0; i < 300; ++i) {
                seed = seed * 1664525 + 1013904223;
                bytes.append(i % 17 == 0 ? '\n' : i % 5 == 0 ? ',' : char((seed >> 24) | 1));
            }
            const auto table = readImportTable(bytes);
            if (!table)
                continue;
            const auto rows = rowsOf(world.desk, *table);
            CHECK(rows.size() == table->rows.size());
        }
    }
    CHECK(world.store.commits() == 0);
}
