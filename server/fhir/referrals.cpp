// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fhir/element.h"
#include "server/fhir/resources.h"
#include "server/fhir/statuses.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::fhir {

namespace {

const QString profiles = u"http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/"_s;

QJsonObject meta(const QString& profile, const QDateTime& updated)
{
    QJsonObject result;
    put(result, u"lastUpdated"_s, instant(updated));
    result.insert(u"profile"_s, QJsonArray{profiles + profile});
    return result;
}

/// Whether a worker took the activity back.
bool isReverted(const ReferralFacts& facts, const Activity& activity)
{
    return std::ranges::any_of(facts.activities, [&](const Activity& other) { return other.revertsId == activity.id; });
}

QList<Activity> answersOf(const ReferralFacts& facts)
{
    QList<Activity> answers;
    for (const Activity& activity : facts.activities)
        if (activity.answer && !isReverted(facts, activity))
            answers.append(activity);
    return answers;
}

/// Why a canceled referral is canceled: the client's words (R6), else what the worker wrote, else that much.
QString cancelReason(const ReferralFacts& facts)
{
    for (auto it = facts.activities.crbegin(); it != facts.activities.crend(); ++it)
        if (it->toStatus == ReferralStatus::Canceled && !isReverted(facts, *it))
            if (const QString words = text(it->text); !words.isEmpty())
                return words;
    return u"Canceled by the referring agency"_s;
}

/// Only what the client said: case notes stay in Handrail.
QJsonArray answerNotes(const ReferralFacts& facts)
{
    QJsonArray notes;
    for (const Activity& answer : answersOf(facts)) {
        const QString words = text(answer.text);
        QJsonObject note{{u"text"_s, words.isEmpty() ? u"The client answered"_s : words}};
        note.insert(u"authorReference"_s, reference(u"Patient"_s, facts.referral.clientId));
        put(note, u"time"_s, instant(answer.at));
        notes.append(note);
    }
    return notes;
}

bool isLate(const Activity& a, const Activity& b)
{
    return a.at < b.at;
}

} // namespace

QDateTime lastUpdated(const ReferralFacts& facts)
{
    const auto last = std::ranges::max_element(facts.activities, isLate);
    return last == facts.activities.end() ? facts.referral.createdAt : qMax(last->at, facts.referral.createdAt);
}

QJsonObject consent(const Consent& consent, bool withdrawn, const AgencyId& agency)
{
    QJsonObject result = resource(u"Consent"_s, consent.id.uuid());
    result.insert(u"status"_s, withdrawn ? u"inactive"_s : u"active"_s);
    result.insert(u"scope"_s,
                  codeable(coding(u"http://terminology.hl7.org/CodeSystem/consentscope"_s, u"patient-privacy"_s)));
    result.insert(u"category"_s,
                  QJsonArray{codeable(coding(u"http://loinc.org"_s, u"59284-0"_s, u"Consent Document"_s))});
    result.insert(u"patient"_s, reference(u"Patient"_s, consent.clientId));
    put(result, u"dateTime"_s, instant(consent.givenAt));
    result.insert(u"performer"_s, QJsonArray{reference(u"Patient"_s, consent.clientId)});
    result.insert(u"organization"_s, QJsonArray{reference(u"Organization"_s, agency)});
    const QString words = text(consent.wording);
    result.insert(u"policyRule"_s, codeable(words.isEmpty() ? u"Texts and emails about referrals"_s : words));
    return result;
}

QJsonObject serviceRequest(const ReferralFacts& facts)
{
    const Referral& referral = facts.referral;
    QJsonObject result = resource(u"ServiceRequest"_s, referral.id.uuid());
    result.insert(u"meta"_s, meta(u"SDOHCC-ServiceRequest"_s, lastUpdated(facts)));
    result.insert(u"status"_s, QString(fhirStatusOf(referral.status).request));
    result.insert(u"intent"_s, u"order"_s);
    result.insert(u"category"_s, QJsonArray{codeable(coding(sdohCodes, u"sdoh-category-unspecified"_s,
                                                            u"SDOH Category Unspecified"_s))});
    result.insert(u"code"_s, codeable(text(facts.site.serviceName)));
    if (facts.consentWithdrawn)
        result.insert(u"orderDetail"_s, QJsonArray{codeable(coding(sdohCodes, u"contacting-subject-prohibited"_s,
                                                                   u"Contacting Subject Prohibited"_s))});
    result.insert(u"subject"_s, reference(u"Patient"_s, referral.clientId));
    put(result, u"authoredOn"_s, instant(referral.createdAt));
    result.insert(u"requester"_s, reference(u"Practitioner"_s, referral.createdBy));
    result.insert(u"performer"_s, QJsonArray{reference(u"HealthcareService"_s, referral.siteId)});
    result.insert(u"locationReference"_s, QJsonArray{reference(u"Location"_s, referral.siteId)});
    QJsonArray consents;
    for (const Consent& given : facts.consents)
        consents.append(reference(u"Consent"_s, given.id));
    put(result, u"supportingInfo"_s, consents);
    return result;
}

QJsonObject referralTask(const ReferralFacts& facts)
{
    const Referral& referral = facts.referral;
    QJsonObject result = resource(u"Task"_s, referral.id.uuid());
    result.insert(u"meta"_s, meta(u"SDOHCC-TaskForReferralManagement"_s, lastUpdated(facts)));
    result.insert(u"status"_s, QString(fhirStatusOf(referral.status).task));
    if (referral.status == ReferralStatus::Canceled)
        result.insert(u"statusReason"_s, codeable(cancelReason(facts)));
    result.insert(u"intent"_s, u"order"_s);
    result.insert(u"code"_s, codeable(coding(u"http://hl7.org/fhir/CodeSystem/task-code"_s, u"fulfill"_s,
                                             u"Fulfill the focal request"_s)));
    result.insert(u"focus"_s, reference(u"ServiceRequest"_s, referral.id));
    result.insert(u"for"_s, reference(u"Patient"_s, referral.clientId));
    put(result, u"authoredOn"_s, instant(referral.createdAt));
    put(result, u"lastModified"_s, instant(lastUpdated(facts)));
    result.insert(u"requester"_s, reference(u"Organization"_s, facts.agency));
    result.insert(u"owner"_s, reference(u"Organization"_s, organizationIdOf(facts.site, facts.agency)));
    put(result, u"note"_s, answerNotes(facts));
    if (referral.status == ReferralStatus::ServiceCompleted)
        result.insert(u"output"_s,
                      QJsonArray{QJsonObject{
                          {u"type"_s, codeable(coding(sdohCodes, u"resulting-activity"_s, u"Resulting Activity"_s))},
                          {u"valueCodeableConcept"_s, codeable(text(facts.site.serviceName))}}});
    return result;
}

QList<QJsonObject> answerTasks(const ReferralFacts& facts)
{
    QList<QJsonObject> tasks;
    for (const Activity& answer : answersOf(facts)) {
        QJsonObject task = resource(u"Task"_s, answer.id.uuid());
        task.insert(u"meta"_s, meta(u"SDOHCC-TaskForPatient"_s, answer.at));
        task.insert(u"status"_s, u"completed"_s);
        task.insert(u"intent"_s, u"order"_s);
        task.insert(u"code"_s, codeable(u"Did you receive services?"_s));
        task.insert(u"partOf"_s, QJsonArray{reference(u"Task"_s, facts.referral.id)});
        task.insert(u"focus"_s, reference(u"ServiceRequest"_s, facts.referral.id));
        task.insert(u"for"_s, reference(u"Patient"_s, facts.referral.clientId));
        put(task, u"authoredOn"_s, instant(answer.at));
        put(task, u"lastModified"_s, instant(answer.at));
        task.insert(u"requester"_s, reference(u"Organization"_s, facts.agency));
        task.insert(u"owner"_s, reference(u"Patient"_s, facts.referral.clientId));
        const QString words = text(answer.text);
        task.insert(u"output"_s,
                    QJsonArray{QJsonObject{{u"type"_s, codeable(u"Answer"_s)},
                                           {u"valueString"_s, words.isEmpty() ? u"The client answered"_s : words}}});
        tasks.append(task);
    }
    return tasks;
}

} // namespace handrail::server::fhir
