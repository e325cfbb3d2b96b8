// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/shareplan.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ShareWording)
};

} // namespace

QString ShareWording::recorded(bool text, bool email) const
{
    QStringList shown = {consent, note};
    if (text)
        shown.append(textScript);
    if (email)
        shown.append(emailScript);
    return shown.join(u'\n');
}

ShareWording shareWording(const Agency& agency)
{
    return {
        .consent = Words::tr("My Client Consents to Receiving Texts and / or emails from %1").arg(agency.programName),
        .note = Words::tr(
            "Clients will receive one immediate message with resource information, and one follow up message a "
            "week later to capture feedback"),
        .textScript = Words::tr("Confirm with the client that they agree to receive texts from %1. Ask:\n"
                                "Have you ever received a text from us in the past?\n"
                                "If so, have you ever opted out?\n"
                                "If they opted out, tell them how to resume: Text START or Yes or UNSTOP to %2")
                          .arg(agency.programName, agency.sendingNumber),
        .emailScript = Words::tr("Confirm with the client that they agree to receive emails from %1. Ask:\n"
                                 "Have you ever received an email from us in the past?\n"
                                 "If so, have you ever opted out?\n"
                                 "If they unsubscribed, emails to that address can’t be resumed: offer texts instead.")
                           .arg(agency.programName),
    };
}

} // namespace handrail
