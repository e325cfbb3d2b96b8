// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/readingplan.h"

#include "core/domain/plantext.h"
#include "core/domain/reasons.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReadingPlan)
};

/// So much of the client's words stands in the activity; the whole message is in the reply.
constexpr qsizetype longestQuote = 300;

std::optional<Error> problemWith(const ReadingContext& context)
{
    if (context.readAlready)
        return Error{ErrorCode::Conflict,
                     Words::tr("Somebody has read this message already. Their reading can be taken back in Recent "
                               "Activity.")};
    if (context.note.size() > longestReadingNote)
        return Error{ErrorCode::InvalidInput, Words::tr("The note is too long: it may have 2000 characters.")};
    if (answerOf(context.meaning)) {
        if (!context.client || !context.referral)
            return Error{ErrorCode::InvalidInput, Words::tr("Choose the client and the referral that the answer is about.")};
        if (context.referral->clientId != *context.client)
            return Error{ErrorCode::InvalidInput, Words::tr("This referral is another client’s. Choose one of theirs.")};
    }
    if (context.meaning == ReplyReading::Meaning::OptOut && !context.reply.from)
        return Error{ErrorCode::InvalidInput,
                     Words::tr("It is not known which address this came from, so none can be opted out. Record the "
                               "client’s wish in their profile.")};
    return std::nullopt;
}

QString quoted(const ReadingContext& context)
{
    const QString words = context.reply.body.simplified();
    const QString cut = words.size() > longestQuote ? words.left(longestQuote) + u'…' : words;
    const QString quote = cut.isEmpty() ? QString() : u"“%1”"_s.arg(cut);
    const QString note = context.note.trimmed();
    return quote.isEmpty() || note.isEmpty() ? quote + note : u"%1 – %2"_s.arg(quote, note);
}

Activity readActivity(const ReadingContext& context, const ReplyReadingId& reading, const ClientId& client)
{
    const std::optional<Channel> channel =
        context.reply.from ? std::optional(context.reply.from->channel()) : std::nullopt;
    Activity activity{.id = ActivityId(reading.uuid()), .kind = ActivityKind::ReplyRead, .clientId = client};
    activity.at = context.now.toUTC();
    activity.workerId = context.worker;
    activity.channel = channel;
    activity.via = context.reply.via;
    activity.messageId = context.question ? context.question : context.reply.messageId;
    activity.replyId = context.reply.id;
    activity.rule = u"R8"_s;
    activity.text = quoted(context);
    return activity;
}

void planAnswerRead(const ReadingContext& context, Answer answer, Activity& activity, ReadingPlan& plan)
{
    const Referral& referral = *context.referral;
    const ReferralStatus to = statusAfter(answer, referral.status);
    activity.referralId = referral.id;
    activity.answer = answer;
    activity.fromStatus = referral.status;
    activity.toStatus = to;
    if (to != referral.status)
        plan.statusChange = StatusChange{referral.id, to};
    if (answer == Answer::No)
        return;
    plan.cancel = unsentFollowUpIds(context.unsentFollowUps, referral.id);
    plan.cancelReason = keptReason(QT_TRANSLATE_NOOP("ReplyPlan", "Not needed any more: the client answered."));
}

void planOptOutRead(const ReadingContext& context, ReadingPlan& plan)
{
    const OptOutPlan optOut = planOptOut({.address = *context.reply.from,
                                          .source = OptOut::Source::WorkerSaid,
                                          .words = context.reply.body,
                                          .at = context.now.toUTC(),
                                          .alreadyOptedOut = context.alreadyOptedOut,
                                          .worker = context.worker,
                                          .clients = context.clientsOfAddress,
                                          .unsentToAddress = context.unsentToAddress,
                                          .newId = context.newId});
    plan.optOut = optOut.optOut;
    plan.activities += optOut.activities;
    plan.cancel = optOut.cancel;
    plan.cancelReason = optOut.cancelReason;
}

} // namespace

std::optional<Answer> answerOf(ReplyReading::Meaning meaning)
{
    switch (meaning) {
    case ReplyReading::Meaning::Yes:
        return Answer::Yes;
    case ReplyReading::Meaning::No:
        return Answer::No;
    case ReplyReading::Meaning::NoLongerInterested:
        return Answer::NoLongerInterested;
    case ReplyReading::Meaning::OptOut:
    case ReplyReading::Meaning::Other:
        break;
    }
    return std::nullopt;
}

Result<ReadingPlan> planReading(const ReadingContext& context)
{
    if (const auto problem = problemWith(context))
        return *problem;
    ReadingPlan plan{.reading = {.id = ReplyReadingId(context.newId()),
                                 .replyId = context.reply.id,
                                 .workerId = context.worker,
                                 .meaning = context.meaning,
                                 .clientId = context.client,
                                 .referralId = std::nullopt,
                                 .at = context.now.toUTC(),
                                 .note = context.note.trimmed()},
                     .statusChange = {},
                     .activities = {},
                     .cancel = {},
                     .cancelReason = {},
                     .optOut = {}};
    if (context.referral && answerOf(context.meaning))
        plan.reading.referralId = context.referral->id;
    // A number that no client has leaves no trace in anybody's activity.
    if (context.client) {
        Activity activity = readActivity(context, plan.reading.id, *context.client);
        if (const auto answer = answerOf(context.meaning))
            planAnswerRead(context, *answer, activity, plan);
        plan.activities.append(activity);
    }
    if (context.meaning == ReplyReading::Meaning::OptOut)
        planOptOutRead(context, plan);
    return plan;
}

} // namespace handrail
