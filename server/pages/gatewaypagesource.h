// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/pages/pagesource.h"
#include "server/store/databases.h"
#include "server/store/environment.h"

namespace handrail::server {

/// The pages' data from the gateway's links. `databases` must outlive it.
class GatewayPageSource final : public PageSource
{
public:
    GatewayPageSource(Databases& databases, const Environment& environment)
        : m_databases(databases)
        , m_environment(environment)
    {
    }

    Result<ResourcesPage> resources(const QByteArray& token) override;
    Result<QuestionPage> question(const QByteArray& token) override;
    Result<QuestionPage> recordAnswer(const QByteArray& token, Answer answer) override;
    Result<UnsubscribePage> unsubscribing(const QByteArray& token) override;
    Result<UnsubscribePage> unsubscribe(const QByteArray& token, OptOut::Source source) override;
    Result<void> leave(const QByteArray& token) override;

private:
    Databases& m_databases;
    Environment m_environment;
};

} // namespace handrail::server
