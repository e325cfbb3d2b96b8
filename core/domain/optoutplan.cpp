// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/plantext.h"
#include "core/domain/reasons.h"
#include "core/domain/replyplan.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

QString sentenceFor(const OptOutContext& context)
{
    if (context.address.channel() == Channel::Email)
        return keptReason(QT_TRANSLATE_NOOP("OptOutPlan", "This address is unsubscribed from all emails, for good."));
    const bool carrier =
        context.source == OptOut::Source::CarrierRefusal || context.source == OptOut::Source::CarrierStatus;
    return carrier ? keptReason(QT_TRANSLATE_NOOP(
                         "OptOutPlan", "The carrier says that the client opted out of texts to this number."))
                   : keptReason(QT_TRANSLATE_NOOP("OptOutPlan", "The client opted out of texts to this number."));
}

bool isByClient(const OptOutContext& context)
{
    using Source = OptOut::Source;
    return context.source == Source::TextReply || context.source == Source::EmailLink ||
           context.source == Source::EmailOneClick || context.source == Source::EmailReply;
}

} // namespace

OptOutPlan planOptOut(const OptOutContext& context)
{
    const bool email = context.address.channel() == Channel::Email;
    OptOutPlan plan;
    // Also where it was known already: nothing may be left waiting for an address that is opted out.
    plan.cancel = unsentIdsTo(context.unsentToAddress, context.address);
    plan.cancelReason = email ? keptReason(QT_TRANSLATE_NOOP("OptOutPlan", "The client unsubscribed from emails."))
                              : keptReason(QT_TRANSLATE_NOOP("OptOutPlan", "The client opted out of texts."));
    if (context.alreadyOptedOut)
        return plan;
    plan.optOut = OptOut{.id = OptOutId(context.newId()),
                         .address = context.address,
                         .optedOut = true,
                         .source = context.source,
                         .words = context.words.left(longestKeptWords),
                         .at = context.at};
    QList<ClientId> told;
    for (const ClientId& client : context.clients) {
        if (told.contains(client))
            continue;
        told.append(client);
        plan.activities.append({.id = ActivityId(context.newId()),
                                .kind = ActivityKind::OptedOut,
                                .clientId = client,
                                .at = context.at,
                                .workerId = context.worker,
                                .byClient = isByClient(context),
                                .channel = context.address.channel(),
                                .rule = email ? u"R10"_s : u"R9"_s,
                                .text = sentenceFor(context)});
    }
    return plan;
}

} // namespace handrail
