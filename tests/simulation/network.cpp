// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/network.h"

#include "core/protocol/version.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace handrail::sim {

namespace {

constexpr double p = 0.02; ///< Of each kind of trouble, for one request.

/// A fast line, now and then a slow one, seldom a very slow one.
qint64 delay(Dice dice)
{
    const double kind = dice.unit();
    return kind < 0.9 ? dice.between(5, 200) : kind < 0.99 ? dice.between(200, 5000) : dice.between(5000, 40000);
}

} // namespace

server::Request asReceived(const HttpRequest& request)
{
    server::Request made{.method = request.method,
                         .path = request.url.path(QUrl::FullyEncoded).toLatin1(),
                         .query = {},
                         .headers = request.headers,
                         .body = request.body,
                         .remoteAddress = QStringLiteral("192.0.2.1"),
                         .secure = true,
                         .id = {},
                         .params = {}};
    for (const auto& [key, value] : QUrlQuery(request.url).queryItems(QUrl::FullyDecoded))
        made.query.emplaceBack(key.toUtf8(), value.toUtf8());
    return made;
}

HttpRequest Link::inItsVersion(HttpRequest request) const
{
    if (speaks == Speaks::Now)
        return request;
    const int version = protocol::version + (speaks == Speaks::Before ? -1 : m_from.name < "A2" ? -2 : 1);
    for (auto& [name, value] : request.headers)
        if (name == protocol::versionHeader)
            value = QByteArray::number(version);
    QUrlQuery query(request.url);
    query.removeQueryItem(QStringLiteral("sight"));
    request.url.setQuery(query);
    return request;
}

HttpResponse Link::inServersVersion(const server::Response& response) const
{
    HttpResponse made{response.status, response.headers, response.body};
    if (speaks == Speaks::Before && response.status == 426)
        m_from.stage.trace.saw("a program of the version before is told to be brought up to date");
    else if (speaks == Speaks::Before && response.status == 200)
        m_from.stage.trace.saw("a program of the version before is answered");
    else if (speaks == Speaks::Other && response.status == 426)
        m_from.stage.trace.saw("a program of a version that the server does not know is turned away");
    QJsonObject object = QJsonDocument::fromJson(made.body).object();
    if (!serverIsNewer || object.isEmpty())
        return made;
    object.insert(QStringLiteral("of_a_later_version"), QJsonObject{{QStringLiteral("more"), true}});
    made.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    m_from.stage.trace.saw("a newer server's answer has a field that nobody knows");
    return made;
}

HttpOutcome Link::send(const HttpRequest& request)
{
    Plan& plan = m_from.stage.plan;
    Timeline& timeline = m_from.stage.timeline;
    const QByteArray site = "net." + m_from.name;
    // Judged as it is decided: a computer that falls asleep now can't take it back.
    if (leaving)
        leaving(request);
    m_from.mayDie("request", 0.002);
    Trace& trace = m_from.stage.trace;
    if (isCut() && !m_oneWay) {
        trace.saw("a desk is cut off from the server");
        m_from.wait(second);
        return {.kind = HttpOutcome::Kind::NotSent, .response = {}, .trouble = QStringLiteral("cut")};
    }
    struct Exchange
    {
        Reached reached;
        std::shared_ptr<Process::Signal> signal = std::make_shared<Process::Signal>();
    };
    const auto exchange = std::make_shared<Exchange>();
    const server::Request received = asReceived(inItsVersion(request));
    const bool lost = bool(plan.fault(site + ".request", p));
    const bool replyLost = bool(plan.fault(site + ".reply", p)) || (isCut() && m_oneWay);
    const qint64 back = delay(plan.dice(site + ".back"));
    m_from.stage.trace.note(site + request.method + request.url.toEncoded() + request.body);
    if (isCut() && m_oneWay)
        trace.saw("a desk's requests arrive, and their answers don't");
    if (lost)
        trace.saw("a request is lost");
    else if (replyLost)
        trace.saw("a reply is lost");
    const quint64 number = ++m_sent;
    const qint64 there = delay(plan.dice(site + ".there"));
    if (there + back > 10 * second)
        trace.saw("a request takes more than ten seconds");
    if (lost)
        m_from.stage.trace.tell(
            QStringLiteral("a request of %1 is lost: %2 %3")
                .arg(QString::fromLatin1(m_from.name), QString::fromLatin1(request.method), request.url.path()));
    if (replyLost && !lost)
        m_from.stage.trace.tell(
            QStringLiteral("the reply to %1 is lost: %2 %3")
                .arg(QString::fromLatin1(m_from.name), QString::fromLatin1(request.method), request.url.path()));
    if (!lost)
        timeline.in(there, [this, received, exchange, replyLost, back, number, &timeline, &trace] {
            if (number < m_latest)
                trace.saw("a request arrives after a later one of its desk");
            m_latest = qMax(m_latest, number);
            m_server.serve(received, [exchange, replyLost, back, &timeline](const Reached& reached) {
                if (replyLost)
                    return;
                timeline.in(back, [exchange, reached] {
                    exchange->reached = reached;
                    exchange->signal->fire();
                });
            });
        });
    // A proxy that tries again, or a stale copy of hours ago: nobody waits for its answer.
    if (auto twice = plan.fault(site + ".twice", request.url.path().endsWith(QLatin1String("/send")) ? 4 * p : p)) {
        m_from.stage.trace.tell(
            QStringLiteral("a request of %1 arrives twice: %2 %3")
                .arg(QString::fromLatin1(m_from.name), QString::fromLatin1(request.method), request.url.path()));
        timeline.in(twice->chance(0.7) ? twice->between(10, 2000) : twice->between(minute, 6 * hour),
                    [this, received, number, &trace] {
                        trace.saw("a request arrives a second time");
                        if (number < m_latest)
                            trace.saw("a request arrives after a later one of its desk");
                        m_server.serve(received, [](const Reached&) {});
                    });
    }
    const bool answered = m_from.waitFor(exchange->signal, request.timeoutMs);
    m_from.mayDie("reply", 0.002);
    if (!answered || (!exchange->reached.refused && !exchange->reached.response))
        return {.kind = HttpOutcome::Kind::Unknown, .response = {}, .trouble = QStringLiteral("no answer")};
    if (exchange->reached.refused)
        return {.kind = HttpOutcome::Kind::NotSent, .response = {}, .trouble = QStringLiteral("refused")};
    return {.kind = HttpOutcome::Kind::Answered, .response = inServersVersion(*exchange->reached.response), .trouble = {}};
}

} // namespace handrail::sim
