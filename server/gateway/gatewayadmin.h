// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/wireadmin.h"
#include "server/auth/auth.h"
#include "server/gateway/gateway.h"

namespace handrail::server {

/// What a carrier is called in reports; never a credential.
struct CarrierNames
{
    QString texts;
    QString mail;
};

/// What an administrator may see and try of the carriers. Everybody else: NotAllowed.
class GatewayAdmin
{
public:
    GatewayAdmin(Databases& databases, Carriers carriers, CarrierNames names, Environment environment);

    /// How sending stands for the agency, by carrier.
    Result<protocol::GatewayReport> report(const Session& session);

    /// Hands the carrier one fixed message and says what it made of it. It is no message of a share, so it needs no
    /// consent; that is why it may only go to an address that belongs to no client (NotAllowed) and has not opted out
    /// (NotAllowed), and why its words can't be chosen. InvalidInput for what is no address.
    Result<protocol::TestMessageAnswer> sendTest(const Session& session, const protocol::TestMessageRequest& request);

private:
    Result<Address> mayReceive(RecordReader& reader, const protocol::TestMessageRequest& request);
    SendOutcome call(const Agency& agency, const Address& to);

    Databases& m_databases;
    Carriers m_carriers;
    CarrierNames m_names;
    Environment m_environment;
};

/// GET /v1/gateway, POST /v1/gateway/test. `tests`: how many tests a user may send in a while.
void registerGatewayAdminRoutes(Router& router, Databases& databases, GatewayAdmin& admin,
                                const Environment& environment);

} // namespace handrail::server
