// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagewords.h"

#include "core/domain/sendgate.h"

#include <QCoreApplication>

namespace handrail::ui {

namespace {

class MessageWords
{
    Q_DECLARE_TR_FUNCTIONS(MessageWords)
};

} // namespace

QString messageStateLabel(MessageState state)
{
    switch (state) {
    case MessageState::Waiting:
        return MessageWords::tr("Waiting");
    case MessageState::Sending:
    case MessageState::Unknown:
        return MessageWords::tr("On Its Way");
    case MessageState::Held:
        return MessageWords::tr("Held");
    case MessageState::Sent:
        return MessageWords::tr("Sent");
    case MessageState::Delivered:
        return MessageWords::tr("Delivered");
    case MessageState::Refused:
        return MessageWords::tr("Failed");
    case MessageState::Canceled:
        return MessageWords::tr("Canceled");
    case MessageState::Expired:
        return MessageWords::tr("Expired");
    }
    Q_UNREACHABLE();
    return {};
}

QString stateMeaning(MessageState state)
{
    switch (state) {
    case MessageState::Waiting:
        return MessageWords::tr("It goes out when it is due and the server can be reached.");
    case MessageState::Sending:
    case MessageState::Unknown:
        return MessageWords::tr("It is with the carrier, who has not said yet whether it was taken.");
    case MessageState::Held:
        return MessageWords::tr("It may or may not have gone out. A person decides.");
    case MessageState::Sent:
        return MessageWords::tr("The carrier took it; that it arrived was not said.");
    case MessageState::Delivered:
        return MessageWords::tr("It arrived, the carrier says.");
    case MessageState::Refused:
        return MessageWords::tr("It did not go out.");
    case MessageState::Canceled:
        return MessageWords::tr("It was called off before it went out.");
    case MessageState::Expired:
        return MessageWords::tr("It was too late to be sent by itself.");
    }
    Q_UNREACHABLE();
    return {};
}

QString messageInWords(const Message& message)
{
    if (message.kind == MessageKind::Initial) {
        return message.channel() == Channel::Text ? MessageWords::tr("First text") : MessageWords::tr("First email");
    }
    return message.channel() == Channel::Text ? MessageWords::tr("Follow-up text")
                                              : MessageWords::tr("Follow-up email");
}

QString kindInWords(MessageKind kind)
{
    return kind == MessageKind::Initial ? MessageWords::tr("First message") : MessageWords::tr("Follow-up");
}

QString adviceFor(const MessageRow& row, bool optedOut)
{
    const MessageState state = row.message.state;
    if (awaitsDecision(state) && row.consentWithdrawn) {
        return MessageWords::tr("The client’s consent was withdrawn, so it can’t be sent any more.");
    }
    if (awaitsDecision(state) && optedOut) {
        return row.message.channel() == Channel::Text
                   ? MessageWords::tr("The client has opted out of texts to this number. Call, or ask whether email is "
                                      "welcome; only the client can opt in again.")
                   : MessageWords::tr("The client has unsubscribed from emails to this address. Call, or ask whether "
                                      "texts are welcome.");
    }
    switch (state) {
    case MessageState::Held:
        return MessageWords::tr("Ask the client whether it arrived. Send it again if not; if it did, do not send it.");
    case MessageState::Refused:
        return MessageWords::tr("Check the address with the client. If it is right and the reason is gone, send it "
                                "again; if it is wrong, correct the profile and share again.");
    case MessageState::Expired:
        return MessageWords::tr("It was more than 14 days late. Ask the client yourself, or send it now: it goes out "
                                "within the contact hours.");
    case MessageState::Unknown:
        return MessageWords::tr("The carrier did not say whether it took this message, and is being asked. Nothing to "
                                "do yet.");
    case MessageState::Waiting:
    case MessageState::Sending:
    case MessageState::Sent:
    case MessageState::Delivered:
    case MessageState::Canceled:
        break;
    }
    return {};
}

PillColors pillColors(MessageState state)
{
    const Theme& now = theme();
    switch (state) {
    case MessageState::Waiting:
        return {now.accentSoft, now.accentText};
    case MessageState::Sending:
    case MessageState::Unknown:
        return {now.hover, now.text};
    case MessageState::Held:
    case MessageState::Expired:
        return {now.warnSoft, now.warn};
    case MessageState::Sent:
    case MessageState::Delivered:
        return {now.okSoft, now.ok};
    case MessageState::Refused:
        return {now.dangerSoft, now.danger};
    case MessageState::Canceled:
        return {now.hover, now.muted};
    }
    Q_UNREACHABLE();
    return {};
}

bool maySendAgain(const MessageRow& row)
{
    return awaitsDecision(row.message.state) && !row.consentWithdrawn;
}

bool mayCancel(const MessageRow& row)
{
    return isUnsent(row.message.state);
}

} // namespace handrail::ui
