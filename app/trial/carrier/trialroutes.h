// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/trial/carrier/trialcarrier.h"
#include "server/http/router.h"

namespace handrail::trial {

/// Where the routes get what isn't the carrier's own.
struct TrialPlace
{
    QString accountSid;
    QString sendingNumber; ///< Of the agency; what the client's texts go to.
    QString mailDrop;      ///< Folder of .eml files, may be empty.
};

/// Twilio's routes, and the trial's own for the client's phone: GET /trial/phone, POST /trial/text, POST /trial/fault.
/// `carrier` and `clock` outlive the router.
void registerTrialRoutes(server::Router& router, TrialCarrier& carrier, const Clock& clock, const TrialPlace& place);

} // namespace handrail::trial
