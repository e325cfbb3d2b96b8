// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/importcolumns.h"

#include "core/casework/importvalues.h"
#include "core/domain/foldedwords.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

struct Known
{
    ImportField field;
    const char* words; ///< Folded. The whole name, or with a * a beginning of one of its words.
};

/// The first that fits counts, so the narrower stand before the wider.
constexpr std::array known = {
    // What looks like data and is none, and what must never be imported.
    Known{ImportField::Ignore, "label*"}, Known{ImportField::Ignore, "type*"}, Known{ImportField::Ignore, "tipo*"},
    Known{ImportField::Ignore, "etiqueta*"}, Known{ImportField::Ignore, "fax*"}, Known{ImportField::Ignore, "consent*"},
    Known{ImportField::Ignore, "opt*"}, Known{ImportField::Ignore, "worker*"},
    Known{ImportField::Ignore, "mailing*"}, Known{ImportField::Ignore, "place*"}, Known{ImportField::Ignore, "lugar*"},
    Known{ImportField::Ignore, "emergency*"}, Known{ImportField::Ignore, "emergencia*"},
    Known{ImportField::Ignore, "id"}, Known{ImportField::Ignore, "user name"}, Known{ImportField::Ignore, "nickname"},
    Known{ImportField::BirthDate, "dob"}, Known{ImportField::BirthDate, "birth*"},
    Known{ImportField::BirthDate, "born*"}, Known{ImportField::BirthDate, "nacimiento*"},
    Known{ImportField::BirthDate, "cumplea*"}, Known{ImportField::BirthDate, "fnac*"},
    Known{ImportField::Email, "email*"}, Known{ImportField::Email, "mail*"}, Known{ImportField::Email, "correo*"},
    Known{ImportField::Phone, "phone*"}, Known{ImportField::Phone, "mobile*"}, Known{ImportField::Phone, "cell*"},
    Known{ImportField::Phone, "tel*"}, Known{ImportField::Phone, "celular*"}, Known{ImportField::Phone, "movil*"},
    Known{ImportField::Phone, "landline*"},
    Known{ImportField::Language, "language*"}, Known{ImportField::Language, "lang"},
    Known{ImportField::Language, "idioma*"}, Known{ImportField::Language, "lengua*"},
    Known{ImportField::TimeZone, "time zone"}, Known{ImportField::TimeZone, "timezone*"},
    Known{ImportField::TimeZone, "zona horaria"}, Known{ImportField::TimeZone, "huso horario"},
    Known{ImportField::FullName, "full name"}, Known{ImportField::FullName, "fullname"},
    Known{ImportField::FullName, "client name"}, Known{ImportField::FullName, "client"},
    Known{ImportField::FullName, "cliente"}, Known{ImportField::FullName, "nombre completo"},
    Known{ImportField::FullName, "nombre y apellido"}, Known{ImportField::FullName, "nombre y apellidos"},
    Known{ImportField::FullName, "nombres y apellidos"}, Known{ImportField::FullName, "nombre del cliente"},
    Known{ImportField::FullName, "display name"}, Known{ImportField::FullName, "name last first"},
    Known{ImportField::FamilyName, "last"}, Known{ImportField::FamilyName, "last name"},
    Known{ImportField::FamilyName, "lastname"}, Known{ImportField::FamilyName, "surname*"},
    Known{ImportField::FamilyName, "family name"}, Known{ImportField::FamilyName, "apellido*"},
    Known{ImportField::GivenName, "first"}, Known{ImportField::GivenName, "first name"},
    Known{ImportField::GivenName, "firstname"}, Known{ImportField::GivenName, "given name"},
    Known{ImportField::GivenName, "forename*"}, Known{ImportField::GivenName, "middle name"},
    Known{ImportField::GivenName, "middle"}, Known{ImportField::GivenName, "primer nombre"},
    Known{ImportField::GivenName, "segundo nombre"}, Known{ImportField::GivenName, "nombre de pila"}};

bool fits(const char* pattern, const QStringList& words)
{
    QString wanted = QString::fromLatin1(pattern);
    if (!wanted.endsWith(u'*'))
        return words.join(u' ') == wanted;
    wanted.chop(1);
    return std::any_of(words.begin(), words.end(), [&](const QString& word) { return word.startsWith(wanted); });
}

QStringList wordsOf(const QString& header)
{
    constexpr qsizetype longest = 80;
    QString spaced;
    // «FirstName» and «first_name» are two words.
    const QString text = header.left(longest);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i > 0 && text[i].isUpper() && text[i - 1].isLower())
            spaced += u' ';
        spaced += text[i] == u'_' ? QChar(u' ') : text[i];
    }
    QString words = foldedWords(spaced).join(u' ');
    words.replace(u"e mail"_s, u"email"_s);
    return words.split(u' ', Qt::SkipEmptyParts);
}

ImportField guess(const QString& header)
{
    const QStringList words = wordsOf(header);
    for (const Known& entry : known)
        if (fits(entry.words, words))
            return entry.field;
    return ImportField::Ignore;
}

/// «Name» and «Nombre» say the whole name, unless the last name has a column of its own.
bool isBareName(const QString& header)
{
    const QString words = wordsOf(header).join(u' ');
    return words == u"name" || words == u"nombre" || words == u"nombres";
}

ImportField guessByContent(const QStringList& cells)
{
    int filled = 0, emails = 0, phones = 0, dates = 0;
    for (const QString& cell : cells) {
        if (cell.isEmpty())
            continue;
        ++filled;
        const auto digits = std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
        const bool isDate = readDate(cell, false).isValid() || readDate(cell, true).isValid();
        emails += cell.contains(u'@') ? 1 : 0;
        dates += isDate ? 1 : 0;
        phones += !isDate && digits >= 7 && digits * 2 > cell.size() ? 1 : 0;
    }
    if (filled == 0)
        return ImportField::Ignore;
    const int most = filled * 6 / 10;
    return emails > most   ? ImportField::Email
           : dates > most  ? ImportField::BirthDate
           : phones > most ? ImportField::Phone
                           : ImportField::Ignore;
}

} // namespace

QList<ImportField> guessColumns(const QStringList& headers)
{
    QList<ImportField> fields;
    for (const QString& header : headers)
        fields.append(guess(header));
    const bool hasFamilyName = fields.contains(ImportField::FamilyName);
    for (qsizetype i = 0; i < headers.size(); ++i)
        if (isBareName(headers[i]))
            fields[i] = hasFamilyName ? ImportField::GivenName : ImportField::FullName;
    // Of several columns that have the whole name, or of it and its parts, one is enough.
    const bool hasParts = fields.contains(ImportField::GivenName);
    bool seen = hasParts;
    for (ImportField& field : fields)
        if (field == ImportField::FullName && std::exchange(seen, true))
            field = ImportField::Ignore;
    return fields;
}

QList<ImportField> guessColumns(const QStringList& headers, const QList<QStringList>& sampleRows)
{
    QList<ImportField> fields = guessColumns(headers);
    const bool none =
        std::all_of(fields.begin(), fields.end(), [](ImportField field) { return field == ImportField::Ignore; });
    if (!none)
        return fields;
    for (qsizetype column = 0; column < fields.size(); ++column) {
        QStringList cells;
        for (const QStringList& row : sampleRows)
            cells.append(row.value(column));
        fields[column] = guessByContent(cells);
    }
    // Names look like anything: the first column that is nothing else.
    if (const qsizetype first = fields.indexOf(ImportField::Ignore); first >= 0)
        fields[first] = ImportField::FullName;
    return fields;
}

QString labelOfColumn(const QString& header)
{
    const QStringList words = wordsOf(header);
    const auto has = [&](std::initializer_list<const char*> patterns) {
        return std::any_of(patterns.begin(), patterns.end(), [&](const char* p) { return fits(p, words); });
    };
    if (has({"mobile*", "cell*", "celular*", "movil*"}))
        return u"Mobile"_s;
    if (has({"home*", "casa*", "hogar*", "landline*", "fijo*"}))
        return u"Home"_s;
    if (has({"work*", "office*", "trabajo*", "oficina*", "business*"}))
        return u"Work"_s;
    return {};
}

bool isLandlineColumn(const QString& header)
{
    const QStringList words = wordsOf(header);
    return fits("landline*", words) || fits("fijo*", words) || fits("voice*", words);
}

} // namespace handrail::casework
