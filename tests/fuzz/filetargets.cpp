// SPDX-License-Identifier: GPL-3.0-or-later
// Files and words that people bring: mail, tables, cards, directories, configuration, templates, what is typed.
#include "core/carriers/htmlwords.h"
#include "core/carriers/mailreader.h"
#include "core/casework/clientimport.h"
#include "core/domain/geo.h"
#include "core/domain/mailhtml.h"
#include "core/domain/templatecheck.h"
#include "core/domain/templates.h"
#include "core/files/csv.h"
#include "core/files/vcard.h"
#include "core/phones/libphonenumbers.h"
#include "core/storage/searchwords.h"
#include "server/config/config.h"
#include "server/directory/directory.h"
#include "tests/fuzz/target.h"

#include <QDir>
#include <QFile>

using namespace handrail;
using namespace handrail::fuzz;
using namespace Qt::Literals::StringLiterals;

namespace {

void readMailBytes(const QByteArray& bytes)
{
    if (const auto mail = readMail(bytes))
        mustHold(!mail->key.isEmpty());
    (void)wordsOfHtml(QString::fromUtf8(bytes));
}

/// A file of clients, whatever it is: read, its columns guessed, each row made a draft.
void importClients(const QByteArray& bytes)
{
    static const LibPhoneNumbers phones;
    const auto table = casework::readImportTable(bytes);
    if (!table)
        return;
    casework::ImportMapping mapping;
    mapping.fields = casework::guessColumns(table->headers);
    mapping.language = u"en"_s;
    mapping.timeZone = u"America/New_York"_s;
    mapping.phoneRegion = u"US"_s;
    const qsizetype most = std::min<qsizetype>(table->rows.size(), 50);
    for (qsizetype row = 0; row < most; ++row)
        (void)casework::readImportRow(*table, row, mapping, phones, QDate(2026, 10, 5));
}

void readTable(const QByteArray& bytes)
{
    const QString text = files::decodeAs(bytes, files::detectEncoding(bytes));
    const auto table = files::readCsvTable(text, files::guessSeparator(text), 1000);
    // What we write, we read as the same cells.
    if (table && !table->rows.isEmpty()) {
        const QStringList cells = table->rows.first().cells;
        const auto again = files::readCsvTable(QString::fromUtf8(files::csvLine(cells)), ',', 10);
        mustHold(again.ok());
    }
}

void readCards(const QByteArray& bytes)
{
    (void)files::readVCards(files::decodeAs(bytes, files::detectEncoding(bytes)), 1000).ok();
}

QString fileWith(const QString& name, const QByteArray& bytes)
{
    const QString path = scratchFolder() + u'/' + name;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(bytes);
    return path;
}

void readDirectoryJson(const QByteArray& bytes)
{
    (void)server::readDirectory(fileWith(u"d.json"_s, bytes)).ok();
}
void readDirectoryZip(const QByteArray& bytes)
{
    (void)server::readDirectory(fileWith(u"d.zip"_s, bytes)).ok();
}
/// Several tables in one input, each behind a line "=name".
void readDirectoryTables(const QByteArray& bytes)
{
    const QString path = scratchFolder() + u"/tables"_s;
    QDir(path).removeRecursively();
    QDir().mkpath(path);
    static const QStringList known = {u"organizations"_s, u"services"_s,  u"locations"_s, u"service_at_location"_s,
                                      u"schedules"_s,     u"phones"_s,    u"addresses"_s, u"languages"_s,
                                      u"cost_options"_s,  u"taxonomy_terms"_s, u"attributes"_s, u"accessibility"_s};
    for (const QByteArray& part : ('\n' + bytes).split('=')) {
        const qsizetype end = part.indexOf('\n');
        const QString name = QString::fromLatin1(part.left(end));
        if (end > 0 && known.contains(name))
            fileWith(u"tables/"_s + name + u".csv"_s, part.mid(end + 1));
    }
    (void)server::readDirectory(path).ok();
}

void readConfig(const QByteArray& bytes)
{
    (void)server::Config::read(fileWith(u"server.conf"_s, bytes)).ok();
}

void fillTemplates(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const QStringList names = placeholdersOf(text);
    QHash<QString, QString> values;
    for (const QString& name : names)
        values.insert(name, u"{"_s + name + u"}{{x}}"_s); // a value is never filled in again
    (void)fillTemplate(text, values);
    (void)fillTemplate(text, {});
    for (const MessageKind kind : {MessageKind::Initial, MessageKind::FollowUp})
        for (const Channel channel : {Channel::Text, Channel::Email})
            (void)checkTemplate({kind, channel}, text, u"Miami Valley Care"_s);
}

void readTyped(const QByteArray& bytes)
{
    static const LibPhoneNumbers phones;
    const QString text = QString::fromUtf8(bytes);
    for (const QString& region : {u"US"_s, u"MX"_s, QString()})
        if (const auto number = phones.parse(text, region)) {
            mustHold(PhoneNumber::fromE164(number->e164()).has_value());
            (void)phones.display(*number, region), (void)phones.timeZone(*number);
        }
    if (const auto email = EmailAddress::parse(text))
        mustHold(EmailAddress::parse(email->value()).ok());
    (void)PhoneNumber::fromE164(text);
    (void)Stamp::fromString(text);
    (void)ClientId::fromString(text);
}

void readSearch(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    (void)search::words(text), (void)search::matchExpression(text), (void)search::matchExpression(text, 8);
    (void)search::cutWords(text, 8), (void)search::dateWords(text), (void)search::addressWords(u"text"_s, text);
}

const Registered mail("mail", readMailBytes);
const Registered import("client-import", importClients);
const Registered csv("csv", readTable);
const Registered vcard("vcard", readCards);
const Registered json("hsds-json", readDirectoryJson);
const Registered zip("hsds-zip", readDirectoryZip);
const Registered tables("hsds-csv", readDirectoryTables);
const Registered config("config", readConfig);
const Registered templates("templates", fillTemplates);
const Registered typed("typed", readTyped);
const Registered searched("search", readSearch);

} // namespace
