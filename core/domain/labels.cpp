// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/referral.h"
#include "core/domain/reply.h"
#include "core/domain/resourcesite.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

QString statusLabel(ReferralStatus status)
{
    switch (status) {
    case ReferralStatus::Unstarted:
        return u"Unstarted"_s;
    case ReferralStatus::InReview:
        return u"In-Review"_s;
    case ReferralStatus::ServiceInProgress:
        return u"Service In-Progress"_s;
    case ReferralStatus::ServiceCompleted:
        return u"Service Completed"_s;
    case ReferralStatus::Canceled:
        return u"Canceled"_s;
    }
    Q_UNREACHABLE();
    return {};
}

QString answerNote(Answer answer)
{
    switch (answer) {
    case Answer::Yes:
        return u"Yes, I’ve received services"_s;
    case Answer::No:
        return u"No, I did not receive services"_s;
    case Answer::NoLongerInterested:
        return u"I’m no longer interested in services"_s;
    }
    Q_UNREACHABLE();
    return {};
}

QString ResourceSite::displayName() const
{
    if (organizationName.isEmpty() || organizationName.compare(serviceName, Qt::CaseInsensitive) == 0)
        return serviceName;
    return serviceName + u" ("_s + organizationName + u')';
}

QString ResourceSite::addressLine() const
{
    const QString region = QStringList{stateProvince, postalCode}.join(u' ').trimmed();
    QStringList parts;
    for (const QString& part : {address1, address2, city, region})
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    return parts.join(u", "_s);
}

} // namespace handrail
