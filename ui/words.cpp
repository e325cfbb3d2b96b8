// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words.h"

#include "core/domain/mergedclients.h"
#include "core/domain/reasons.h"
#include "core/domain/sharednote.h"
#include "ui/datewords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

/// The context of these words in the translations.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct EverydayZone
{
    const char* iana;
    const char* name;
};

// What people in the United States call their zone; shown first, since most clients live there.
constexpr EverydayZone everydayZones[] = {
    {"America/New_York", QT_TRANSLATE_NOOP("Words", "Eastern Time")},
    {"America/Chicago", QT_TRANSLATE_NOOP("Words", "Central Time")},
    {"America/Denver", QT_TRANSLATE_NOOP("Words", "Mountain Time")},
    {"America/Phoenix", QT_TRANSLATE_NOOP("Words", "Arizona Time")},
    {"America/Los_Angeles", QT_TRANSLATE_NOOP("Words", "Pacific Time")},
    {"America/Anchorage", QT_TRANSLATE_NOOP("Words", "Alaska Time")},
    {"Pacific/Honolulu", QT_TRANSLATE_NOOP("Words", "Hawaii Time")},
    {"America/Puerto_Rico", QT_TRANSLATE_NOOP("Words", "Atlantic Time")},
};

QString channelInWords(Channel channel)
{
    return channel == Channel::Text ? Words::tr("text") : Words::tr("email");
}

QString viaInWords(ReplyVia via)
{
    switch (via) {
    case ReplyVia::Link:
        return Words::tr("by link");
    case ReplyVia::Text:
        return Words::tr("by text");
    case ReplyVia::Email:
        return Words::tr("by email");
    }
    Q_UNREACHABLE();
    return {};
}

/// The client's first name, for a sentence that says what the client did.
QString firstName(const QString& fullName)
{
    return fullName.isEmpty() ? Words::tr("The client") : oneLine(fullName.section(u' ', 0, 0));
}

QString whoDid(const ActivityRow& row)
{
    if (row.activity.byClient) {
        return firstName(row.clientName);
    }
    return row.workerName.isEmpty() ? u"Handrail"_s : oneLine(row.workerName);
}

QString withText(const QString& sentence, const QString& text)
{
    return text.isEmpty() ? sentence : Words::tr("%1: %2").arg(sentence, oneLine(text));
}

QString answeredSentence(const ActivityRow& row)
{
    const Activity& activity = row.activity;
    const QString way = activity.via ? viaInWords(*activity.via) : QString();
    QString sentence =
        activity.answer
            ? Words::tr("%1 answered %2: %3").arg(firstName(row.clientName), way, answerInWords(*activity.answer))
            : withText(Words::tr("%1 answered %2").arg(firstName(row.clientName), way), activity.text);
    if (activity.toStatus && activity.toStatus != activity.fromStatus) {
        sentence += u" - "_s + statusInWords(*activity.toStatus);
    }
    return sentence;
}

/// A worker's reading of a client's message (R8), said apart from an answer that a rule understood.
QString readSentence(const ActivityRow& row)
{
    const Activity& activity = row.activity;
    QString sentence =
        activity.answer ? Words::tr("%1 read the message of %2 as: %3")
                              .arg(whoDid(row), firstName(row.clientName), answerInWords(*activity.answer))
                        : Words::tr("%1 read the message of %2").arg(whoDid(row), firstName(row.clientName));
    if (activity.toStatus && activity.toStatus != activity.fromStatus) {
        sentence += u" - "_s + statusInWords(*activity.toStatus);
    }
    return sentence;
}

/// The text of a merge is a note for the program, with both names in it.
QString mergeSentence(const ActivityRow& row)
{
    const bool merged = row.activity.kind == ActivityKind::ClientMerged;
    const auto note = MergeNote::fromText(row.activity.text);
    if (!note) {
        return (merged ? Words::tr("%1 merged the records of one and the same person")
                       : Words::tr("%1 took a merge of two clients back"))
            .arg(whoDid(row));
    }
    return (merged ? Words::tr("%1 merged %2 into %3: one person") : Words::tr("%1 made %2 and %3 two clients again"))
        .arg(whoDid(row), oneLine(note->goneName), oneLine(note->keptName));
}

QString statusSentence(const ActivityRow& row)
{
    const Activity& activity = row.activity;
    const QString to = activity.toStatus ? statusInWords(*activity.toStatus) : QString();
    return withText(
        activity.fromStatus
            ? Words::tr("%1 changed the status from %2 to %3").arg(whoDid(row), statusInWords(*activity.fromStatus), to)
            : Words::tr("%1 changed the status to %2").arg(whoDid(row), to),
        activity.text);
}

/// A note about a message says why a worker called it off.
QString noteSentence(const ActivityRow& row)
{
    const Activity& activity = row.activity;
    if (!activity.messageId) {
        return withText(Words::tr("%1 wrote a note").arg(whoDid(row)), activity.text);
    }
    const QString sentence =
        activity.channel == Channel::Email ? Words::tr("%1 canceled the email") : Words::tr("%1 canceled the text");
    return withText(sentence.arg(whoDid(row)), activity.text);
}

QString messageSentence(const ActivityRow& row)
{
    const Activity& activity = row.activity;
    const QString what = activity.channel == Channel::Email ? Words::tr("The email") : Words::tr("The text");
    const QString state = activity.messageState ? messageStateInWords(*activity.messageState) : QString();
    if (activity.rule == lateCancelRule) {
        return Words::tr("%1 could not be canceled any more: when this desk came online again, it %2 already")
            .arg(what, state);
    }
    return withText(state.isEmpty() ? what : what + u' ' + state, reasonInWords(activity.text));
}

QString sharedSentence(const ActivityRow& row)
{
    const auto note = SharedNote::fromText(row.activity.text);
    if (!note) { // An older desk's words, or none.
        return row.activity.text.isEmpty()
                   ? Words::tr("%1 shared the referral with %2").arg(whoDid(row), firstName(row.clientName))
                   : withText(whoDid(row), row.activity.text);
    }
    const QString sentence =
        note->byText && note->byEmail
            ? Words::tr("%1 shared it with %2 by text and email, with consent. Follow-up on %3.")
        : note->byText ? Words::tr("%1 shared it with %2 by text, with consent. Follow-up on %3.")
                       : Words::tr("%1 shared it with %2 by email, with consent. Follow-up on %3.");
    return sentence.arg(whoDid(row), firstName(row.clientName), weekdayIn(QLocale(), note->followUp));
}

/// What a client's reply changed is taken back; what a worker did is undone.
QString revertedSentence(const ActivityRow& row)
{
    const Activity& activity = row.activity;
    if (activity.replyId) {
        return withText(
            activity.toStatus
                ? Words::tr("%1 took back an automatic change - %2").arg(whoDid(row), statusInWords(*activity.toStatus))
                : Words::tr("%1 took back an automatic change").arg(whoDid(row)),
            reasonInWords(activity.text));
    }
    return activity.toStatus
               ? Words::tr("%1 undid a status change - %2").arg(whoDid(row), statusInWords(*activity.toStatus))
               : Words::tr("%1 withdrew a note").arg(whoDid(row));
}

QString optOutSentence(const ActivityRow& row)
{
    const QString channel = row.activity.channel ? channelInWords(*row.activity.channel) : Words::tr("message");
    return withText(Words::tr("%1’s choice about %2 messages changed").arg(firstName(row.clientName), channel),
                    reasonInWords(row.activity.text));
}

} // namespace

const QList<ReferralStatus>& allStatuses()
{
    static const QList<ReferralStatus> all = {ReferralStatus::Unstarted, ReferralStatus::InReview,
                                              ReferralStatus::ServiceInProgress, ReferralStatus::ServiceCompleted,
                                              ReferralStatus::Canceled};
    return all;
}

QString statusInWords(ReferralStatus status)
{
    switch (status) {
    case ReferralStatus::Unstarted:
        return Words::tr("Unstarted");
    case ReferralStatus::InReview:
        return Words::tr("In-Review");
    case ReferralStatus::ServiceInProgress:
        return Words::tr("Service In-Progress");
    case ReferralStatus::ServiceCompleted:
        return Words::tr("Service Completed");
    case ReferralStatus::Canceled:
        return Words::tr("Canceled");
    }
    Q_UNREACHABLE();
    return {};
}

QString answerInShort(Answer answer)
{
    switch (answer) {
    case Answer::Yes:
        return Words::tr("Yes");
    case Answer::No:
        return Words::tr("No");
    case Answer::NoLongerInterested:
        return Words::tr("No longer interested");
    }
    return {};
}

QString answerInWords(Answer answer)
{
    switch (answer) {
    case Answer::Yes:
        return Words::tr("Yes, I’ve received services");
    case Answer::No:
        return Words::tr("No, I did not receive services");
    case Answer::NoLongerInterested:
        return Words::tr("I’m no longer interested in services");
    }
    Q_UNREACHABLE();
    return {};
}

QString messageStateInWords(MessageState state)
{
    switch (state) {
    case MessageState::Waiting:
        return Words::tr("waits to be sent");
    case MessageState::Sending:
        return Words::tr("is being sent");
    case MessageState::Unknown:
        return Words::tr("may have been sent; the carrier is being asked");
    case MessageState::Held:
        return Words::tr("is held: a person must decide");
    case MessageState::Sent:
        return Words::tr("was sent");
    case MessageState::Delivered:
        return Words::tr("was delivered");
    case MessageState::Refused:
        return Words::tr("could not be sent");
    case MessageState::Canceled:
        return Words::tr("was canceled");
    case MessageState::Expired:
        return Words::tr("was not sent: it was too late");
    }
    Q_UNREACHABLE();
    return {};
}

QString timeInWords(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid()) {
        return {};
    }
    const QDateTime local = at.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QString clock = clockIn(QLocale(), local.time());
    if (local.date() == today) {
        return Words::tr("Today, %1").arg(clock);
    }
    if (local.date() == today.addDays(-1)) {
        return Words::tr("Yesterday, %1").arg(clock);
    }
    return Words::tr("%1, %2", "day, time").arg(weekdayIn(QLocale(), local.date(), local.date().year() != today.year()), clock);
}

QString dayInWords(const QDateTime& at, const QTimeZone& zone)
{
    return at.isValid() ? weekdayIn(QLocale(), at.toTimeZone(zone).date()) : QString();
}

QString clockInWords(const QDateTime& at, const QTimeZone& zone)
{
    return at.isValid() ? clockIn(QLocale(), at.toTimeZone(zone).time()) : QString();
}

QTimeZone zoneOf(const QString& ianaName)
{
    const QTimeZone zone(ianaName.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

/// Every day's languages by the names that QLocale gives them.
[[maybe_unused]] constexpr const char* languageNames[] = {
    QT_TRANSLATE_NOOP("Words", "English"),    QT_TRANSLATE_NOOP("Words", "Spanish"),
    QT_TRANSLATE_NOOP("Words", "Chinese"),    QT_TRANSLATE_NOOP("Words", "Vietnamese"),
    QT_TRANSLATE_NOOP("Words", "Filipino"),   QT_TRANSLATE_NOOP("Words", "Korean"),
    QT_TRANSLATE_NOOP("Words", "Arabic"),     QT_TRANSLATE_NOOP("Words", "French"),
    QT_TRANSLATE_NOOP("Words", "Haitian"),    QT_TRANSLATE_NOOP("Words", "Portuguese"),
    QT_TRANSLATE_NOOP("Words", "Russian"),    QT_TRANSLATE_NOOP("Words", "Somali"),
    QT_TRANSLATE_NOOP("Words", "Swahili"),    QT_TRANSLATE_NOOP("Words", "Ukrainian"),
};

QString languageInWords(const QString& bcp47)
{
    const QLocale locale(bcp47);
    if (locale.language() == QLocale::C) {
        return bcp47;
    }
    const QString name = QCoreApplication::translate("Words", qPrintable(QLocale::languageToString(locale.language())));
    const QString native = locale.nativeLanguageName().section(u" ("_s, 0, 0).section(u" de "_s, 0, 0); // «español de España»
    if (native.isEmpty() || native.contains(name, Qt::CaseInsensitive) || locale.language() == QLocale::English) {
        return name;
    }
    return u"%1 (%2)"_s.arg(name, native);
}

QStringList everydayLanguages()
{
    return {u"en"_s, u"es"_s, u"zh"_s, u"vi"_s, u"tl"_s, u"ko"_s, u"ar"_s,
            u"fr"_s, u"ht"_s, u"pt"_s, u"ru"_s, u"so"_s, u"sw"_s, u"uk"_s};
}

QString timeZoneInWords(const QString& ianaName)
{
    for (const EverydayZone& zone : everydayZones) {
        if (ianaName == QLatin1String(zone.iana)) {
            return u"%1 (%2)"_s.arg(Words::tr(zone.name), ianaName);
        }
    }
    return ianaName;
}

QStringList timeZones()
{
    QStringList first;
    for (const EverydayZone& zone : everydayZones) {
        first.append(QString::fromLatin1(zone.iana));
    }
    QStringList rest;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        const QString name = QString::fromLatin1(id);
        // "EST5EDT", "Etc/GMT-5" and the like name no place a client lives in.
        if (name.contains(u'/') && !name.startsWith(u"Etc/"_s) && !first.contains(name)) {
            rest.append(name);
        }
    }
    rest.sort();
    return first + rest;
}

QString addressInWords(const Address& address, const PhoneNumbers& phones, const QString& region)
{
    return address.channel() == Channel::Text ? phoneInWords(address.value(), phones, region) : address.value();
}

namespace {

/// What the form offers. Kept in English, so that each reader has them in their own language.
constexpr const char* usualLabels[] = {QT_TRANSLATE_NOOP("Casework", "Mobile"), QT_TRANSLATE_NOOP("Casework", "Home"),
                                       QT_TRANSLATE_NOOP("Casework", "Work"), QT_TRANSLATE_NOOP("Casework", "Personal")};

} // namespace

QString labelInWords(const QString& label)
{
    for (const char* usual : usualLabels) {
        if (label == QLatin1String(usual)) {
            return QCoreApplication::translate("Casework", usual);
        }
    }
    return oneLine(label);
}

QString labelToKeep(const QString& typed)
{
    for (const char* usual : usualLabels) {
        if (typed == QCoreApplication::translate("Casework", usual)) {
            return QString::fromLatin1(usual);
        }
    }
    return typed;
}

QString phoneInWords(const QString& e164, const PhoneNumbers& phones, const QString& region)
{
    const std::optional<PhoneNumber> number = PhoneNumber::fromE164(e164);
    return number ? phones.display(*number, region) : e164;
}

QString activitySentence(const ActivityRow& row)
{
    const Activity& activity = row.activity;
    switch (activity.kind) {
    case ActivityKind::Created:
        return Words::tr("%1 made the referral").arg(whoDid(row));
    case ActivityKind::StatusChanged:
        return statusSentence(row);
    case ActivityKind::Note:
        return noteSentence(row);
    case ActivityKind::Shared:
        return sharedSentence(row);
    case ActivityKind::ConsentWithdrawn:
        return withText(Words::tr("%1 recorded that consent is withdrawn").arg(whoDid(row)), activity.text);
    case ActivityKind::MessageEvent:
        return messageSentence(row);
    case ActivityKind::Answered:
        return answeredSentence(row);
    case ActivityKind::ClientMessage:
        return withText(Words::tr("%1 wrote, and a person should read it").arg(firstName(row.clientName)),
                        reasonInWords(activity.text));
    case ActivityKind::OptedOut:
        return optOutSentence(row);
    case ActivityKind::Reverted:
        return revertedSentence(row);
    case ActivityKind::ReplyRead:
        return withText(readSentence(row), activity.text);
    case ActivityKind::ClientMerged:
    case ActivityKind::ClientUnmerged:
        return mergeSentence(row);
    }
    Q_UNREACHABLE();
    return {};
}

QString automaticSource(const ActivityRow& row)
{
    const Activity& activity = row.activity;
    if (activity.kind != ActivityKind::Answered || !row.messageKind) {
        return {};
    }
    const bool text = activity.channel != Channel::Email;
    const bool initial = *row.messageKind == MessageKind::Initial;
    const QString message = initial ? (text ? Words::tr("the first text") : Words::tr("the first email"))
                                    : (text ? Words::tr("the follow-up text") : Words::tr("the follow-up email"));
    const QString day = dayInWords(row.messageAt, QTimeZone::systemTimeZone());
    const QString said = activity.via == ReplyVia::Link ? Words::tr("by the link in %1 of %2").arg(message, day)
                                                        : Words::tr("in reply to %1 of %2").arg(message, day);
    return activity.rule.isEmpty() ? said : Words::tr("%1 (rule %2)").arg(said, activity.rule);
}

QString activityIcon(const Activity& activity)
{
    switch (activity.kind) {
    case ActivityKind::Created:
        return u"referral"_s;
    case ActivityKind::StatusChanged:
        return u"status"_s;
    case ActivityKind::Note:
        return u"note"_s;
    case ActivityKind::Shared:
        return u"share"_s;
    case ActivityKind::ConsentWithdrawn:
    case ActivityKind::OptedOut:
        return u"stop"_s;
    case ActivityKind::MessageEvent:
        return activity.channel == Channel::Email ? u"mail"_s : u"phone"_s;
    case ActivityKind::Answered:
        return u"answer"_s;
    case ActivityKind::ClientMessage:
        return u"message"_s;
    case ActivityKind::Reverted:
    case ActivityKind::ClientUnmerged:
        return u"undo"_s;
    case ActivityKind::ReplyRead:
        return u"answer"_s;
    case ActivityKind::ClientMerged:
        return u"person"_s;
    }
    Q_UNREACHABLE();
    return {};
}

QString oneLine(const QString& text)
{
    constexpr qsizetype longest = 300;
    QString cut = text.left(longest).simplified();
    return text.size() > longest ? cut + u'…' : cut;
}

} // namespace handrail::ui
