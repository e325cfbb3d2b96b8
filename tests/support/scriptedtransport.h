// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/httptransport.h"

#include <deque>
#include <functional>

namespace handrail::tests {

/// Answers requests from a script, in order, and remembers them. Where the script has ended, `otherwise` answers; it
/// says «not sent» unless a test sets it.
class ScriptedTransport : public HttpTransport
{
public:
    HttpOutcome send(const HttpRequest& request) override
    {
        requests.append(request);
        if (m_script.empty())
            return otherwise(request);
        const HttpOutcome next = m_script.front();
        m_script.pop_front();
        return next;
    }

    void answer(int status, const QByteArray& body = "{}", QList<std::pair<QByteArray, QByteArray>> headers = {})
    {
        m_script.push_back({.kind = HttpOutcome::Kind::Answered, .response = {status, std::move(headers), body}});
    }
    void fail(HttpOutcome::Kind kind) { m_script.push_back({.kind = kind, .trouble = QStringLiteral("scripted")}); }

    QList<HttpRequest> requests;
    std::function<HttpOutcome(const HttpRequest&)> otherwise = [](const HttpRequest&) {
        return HttpOutcome{.kind = HttpOutcome::Kind::NotSent, .trouble = QStringLiteral("the script has ended")};
    };

private:
    std::deque<HttpOutcome> m_script;
};

} // namespace handrail::tests
