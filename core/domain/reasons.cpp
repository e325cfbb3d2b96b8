// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/reasons.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <array>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// Where servers, agents and the rules take their sentences from. A free function tr() of a file has its namespace for
/// a context.
constexpr auto contexts = std::to_array<const char*>(
    {"SendGate", "ReplyPlan", "OptOutPlan", "StatusPlan", "UndoPlan", "Withdrawing", "MessageText", "Gateway", "Twilio", "Kannel",
     "Mail", "MailStatus", "MailNewsPlan", "MailReplyPlan", "Records", "Wire", "Sync", "Server", "Directory", "handrail", "handrail::server", "handrail::server::Gateway",
     "handrail::server::directory::Fetcher"});

/// Sentences with something in them, which must be found again in the whole.
constexpr auto withArguments = std::to_array<const char*>({
    "The text carrier refused the text (its error %1).",
    "The carrier refused the test message: %1",
    "The carrier does not take messages at the moment: %1",
    "%1: This is a test message. If you can read it, sending works. Nothing to do.",
    "The text carrier could not deliver the text (its error %1).",
    "A push takes a list of at most %1 changes.",
    "The query's %1 must be a number from %2 to %3.",
    "A password needs at least %1 characters.",
    "The text gateway refused the text: %1.",
    "The text carrier could not deliver the text (its error %1).",
    "The mail server refused this email (its answer %1).",
    "The mail server asks to try later: %1",
    "Emails to this address come back: %1",
    "Not delivered yet; the mail server goes on trying. %1",
    "The server has trouble of its own (%1). Nothing is lost; Handrail tries again by itself.",
    "A stored record can't be read: the field %1.%2 is not as it should be.",
    "The field %1.%2 must not be empty.",
    "The field %1.%2 has a value of the wrong kind.",
    "The field %1.%2 is too long.",
    "The field %1.%2 has a value that is not allowed.",
    "A record of the kind %1 has an unknown field.",
    "The field %1.%2 is missing.",
    "A message between Handrail programs can't be read: its field %1 is not as it should be.",
    "The message template %1 has an unknown placeholder: {%2}.",
    "The message template %1 lacks {link}, so the client could not open the page.",
    "The text from template %1 is longer than 1,600 characters.",
    "There is no team %1; `team list` shows them.",
    "%1 of those who sign in belong to this team. Give them another team first.",
    "There is no user %1 in this agency.",
    "Clients are kept for at least %1 days after the last thing that happened.",
    "The agency has no feed named %1; `directory status` shows them.",
    "The directory has %1 pages, more than the %2 that are fetched.",
    "Page %1 of the directory is no page of an HSDS API.",
    "The directory's server sends on more than %1 times.",
    "The directory's server is too slow: it did not give everything within %1 minutes.",
    "The directory's server can't be reached: %1",
    "The directory's server answered %1.",
    "The directory could not be kept while it was fetched: %1",
    "%1 of the directory's %2 sites are no longer in it, so nothing was changed. If that is right, say so: directory fetch --accept-shrink.",
    "Resource sites: %1 new, %2 changed, %3 unchanged, %4 no longer in the directory.",
    "and %1 remarks more.",
});

struct Pattern
{
    const char* sentence;
    QRegularExpression shape;
};

/// Each argument is 1 to 200 characters of anything; sentences have theirs in the order %1, %2, %3, %4.
std::vector<Pattern> patterns()
{
    std::vector<Pattern> all;
    for (const char* sentence : withArguments) {
        QString shape = QRegularExpression::escape(QString::fromUtf8(sentence));
        for (const QString& place : {u"\\%1"_s, u"\\%2"_s, u"\\%3"_s, u"\\%4"_s})
            shape.replace(place, u"(.{1,200})"_s);
        all.push_back({sentence, QRegularExpression(QRegularExpression::anchoredPattern(shape))});
    }
    return all;
}

/// Puts what was found into the places of the translation.
QString with(const QString& words, const QRegularExpressionMatch& found)
{
    switch (found.lastCapturedIndex()) {
    case 1:
        return words.arg(reasonInWords(found.captured(1)));
    case 2:
        return words.arg(found.captured(1), found.captured(2));
    case 3:
        return words.arg(found.captured(1), found.captured(2), found.captured(3));
    default:
        return words.arg(found.captured(1), found.captured(2), found.captured(3), found.captured(4));
    }
}

/// The translation of a whole sentence, or nothing.
QString translated(const char* sentence)
{
    const QString same = QString::fromUtf8(sentence);
    for (const char* context : contexts)
        if (QString words = QCoreApplication::translate(context, sentence); words != same)
            return words;
    return {};
}

} // namespace

QString reasonInWords(const QString& reason)
{
    if (const QString words = translated(reason.toUtf8().constData()); !words.isEmpty())
        return words;
    static const std::vector<Pattern> known = patterns();
    for (const Pattern& pattern : known) {
        const auto match = pattern.shape.match(reason);
        if (!match.hasMatch())
            continue;
        const QString words = translated(pattern.sentence);
        if (words.isEmpty())
            return reason;
        return with(words, match);
    }
    return reason;
}

QStringList reasonContexts()
{
    QStringList names;
    for (const char* context : contexts)
        names.append(QString::fromLatin1(context));
    return names;
}

} // namespace handrail
