// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/servernode.h"

#include "server/gateway/gatewayroutes.h"
#include "server/gateway/mailintake.h"
#include "server/pages/pages.h"
#include "server/routes/adminroutes.h"
#include "server/routes/routes.h"

namespace handrail::sim {

namespace {

constexpr double dieAtStep = 0.00002;

server::GatewaySettings settings()
{
    return {.publicUrl = QStringLiteral("https://h.example"), .readsMail = true};
}

} // namespace

/// Everything that is in memory.
struct ServerNode::Running
{
    Running(const QString& file, server::Carriers carriers, Mailbox& mailbox, server::Environment environment)
        : databases({.name = file}, news)
        , context{databases, environment}
        , gateway(databases, carriers, settings(), environment)
        , mail(databases, mailbox, environment)
        , pages(databases, environment)
    {
        registerAccountRoutes(router, context);
        registerDeviceRoutes(router, context);
        registerSyncRoutes(router, context);
        registerPeopleRoutes(router, context);
        registerPrivacyRoutes(router, context);
        registerGatewayRoutes(router, databases, gateway, environment);
        registerPages(router, pages);
    }
    server::News news;
    server::Databases databases;
    server::RouteContext context;
    server::Gateway gateway;
    server::MailIntake mail;
    server::GatewayPageSource pages;
    server::Router router;
};

ServerNode::ServerNode(Stage given, QByteArray processName, QString file, server::Carriers carriers, Mailbox& mailbox)
    : Process(given, std::move(processName))
    , clock(*this, dieAtStep)
    , m_file(std::move(file))
    , m_carriers(carriers)
    , m_mailbox(mailbox)
    , m_random(given.plan.seed(), name)
    , m_ids(given.plan.seed(), name, clock)
{
}

ServerNode::~ServerNode()
{
    endWork();
}

void ServerNode::start()
{
    m_running = std::make_unique<Running>(m_file, m_carriers, m_mailbox, environment());
    ++m_life;
    m_inRound = false;
    goUp();
    fillDisk(m_isFull);
    if (const auto db = m_running->databases.here())
        if (const auto all = server::agencies(**db))
            for (const Agency& agency : *all)
                listen(agency.id.toString().toLatin1());
    stage.trace.tell(QStringLiteral("the server runs"));
}

void ServerNode::died()
{
    m_running.reset();
}

void ServerNode::listen(const QByteArray& topic)
{
    // Told on the way out of a commit: what follows from it happens later.
    m_running->news.listen(topic, m_running->news.count(topic), [this, topic, life = m_life] {
        stage.timeline.in(0, [this, topic, life] {
            if (!m_running || life != m_life)
                return;
            listen(topic);
            if (news)
                news(topic);
        });
    });
}

void ServerNode::serve(const server::Request& request, std::function<void(const Reached&)> done)
{
    if (!isUp()) {
        done({.refused = true, .response = {}});
        return;
    }
    const auto response = std::make_shared<std::optional<server::Response>>();
    spawn(
        [this, request, response] {
            setAbout(request.method + ' ' + request.path + '\n' + request.body);
            server::Response made = m_running->router.route(request);
            if (m_isFull && made.status >= 500)
                stage.trace.saw("the server can't write: its disk is full");
            if (served)
                served(request, made);
            *response = std::move(made);
        },
        [done = std::move(done), response](bool) { done({.refused = false, .response = *response}); });
}

void ServerNode::round()
{
    if (!isUp() || m_inRound)
        return;
    m_inRound = true;
    spawn(
        [this] {
            rounds(true, false);
            const auto polled = m_running->gateway.poll();
            rounds(false, polled.ok());
            if (const auto read = m_running->mail.poll(); !read)
                stage.trace.note("mail: " + read.error().sentence.toUtf8());
            if (const auto settled = m_running->gateway.reconcile(); !settled)
                stage.trace.note("reconcile: " + settled.error().sentence.toUtf8());
            if (const auto asked = m_running->gateway.pollStatuses(); !asked)
                stage.trace.note("statuses: " + asked.error().sentence.toUtf8());
        },
        [this](bool) { m_inRound = false; });
}

void ServerNode::report(const QString& reference, const TextReport& report)
{
    if (isUp())
        spawn([this, reference, report] { (void)m_running->gateway.report(reference, report); });
}

void ServerNode::fillDisk(bool full)
{
    m_isFull = full;
    if (!isUp())
        return;
    const auto db = m_running->databases.here();
    if (!db)
        return;
    auto pages = (*db)->query(QStringLiteral("PRAGMA page_count"));
    const int now = pages && pages->next() ? pages->value(0).toInt() : 0;
    pages->finish();
    (void)(*db)->query(QStringLiteral("PRAGMA max_page_count = %1").arg(full ? now : 1000000));
}

} // namespace handrail::sim
