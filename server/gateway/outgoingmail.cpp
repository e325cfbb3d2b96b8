// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/outgoingmail.h"

#include "core/domain/neutral.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

OutgoingMail outgoingMail(const Agency& agency, const Message& message, const protocol::SendRequest& request,
                          const QString& unsubscribeLink, const GatewaySettings& settings, const QDateTime& now)
{
    const QString domain = agency.sendingAddress.mid(agency.sendingAddress.lastIndexOf(u'@') + 1);
    OutgoingMail mail{.messageId = message.id.toString() + u'@' + domain,
                      .fromName = nameForClients(agency),
                      .fromAddress = agency.sendingAddress,
                      .toAddress = message.address.value(),
                      .subject = request.subject,
                      .text = request.body,
                      .html = request.html,
                      .unsubscribeUrl = unsubscribeLink,
                      .envelopeId = message.id.toString(),
                      .date = now,
                      .language = message.language};
    if (!settings.mailReturnPath.isEmpty())
        mail.returnPath = QString(settings.mailReturnPath).replace(u'*', message.id.toString());
    // Only where somebody reads what comes back.
    if (settings.readsMail)
        mail.unsubscribeMailto = u"mailto:"_s + agency.sendingAddress + u"?subject=unsubscribe%20"_s +
                                 unsubscribeLink.mid(unsubscribeLink.lastIndexOf(u'/') + 1);
    return mail;
}

} // namespace handrail::server
