// SPDX-License-Identifier: GPL-3.0-or-later
// The client's pages: what anybody may post to a link, by a browser, a mail program, or by hand.
#include "server/pages/pages.h"
#include "tests/fuzz/target.h"
#include "tests/pages/fakepagesource.h"

using namespace handrail;
using namespace handrail::fuzz;
using namespace handrail::server;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Lines: method and target; a content type; an Accept-Language; the rest is the body.
Request requestIn(const QByteArray& bytes)
{
    QByteArrayList lines = bytes.split('\n');
    lines.resize(3);
    const qsizetype head = lines[0].size() + lines[1].size() + lines[2].size() + 3;
    const bool posts = lines[0].startsWith('P');
    QByteArray target = lines[0].mid(1);
    target.replace('~', tests::FakePageSource::token());
    Request request{.method = posts ? "POST" : "GET", .path = target.left(target.indexOf('?'))};
    if (target.contains('?'))
        request.query = parseForm(target.mid(target.indexOf('?') + 1));
    request.headers = {{"Content-Type", lines[1]}, {"Accept-Language", lines[2]}};
    request.body = bytes.mid(head).left(4096);
    request.remoteAddress = u"198.51.100.7"_s;
    return request;
}

void askPage(const QByteArray& bytes)
{
    tests::FakePageSource source;
    Router router;
    registerPages(router, source);
    const Request request = requestIn(bytes);
    const Response response = router.route(request);
    const qsizetype recorded = source.answers.size() + source.unsubscribed.size();
    mustHold(recorded <= 1);
    // R7: only a POST that the page confirms records anything.
    mustHold(recorded == 0 || (request.method == "POST" && response.status == 200));
    mustHold(source.unsubscribed.isEmpty() || request.path.startsWith("/u/"));
    mustHold(source.answers.isEmpty() || request.path.startsWith("/f/"));
    mustHold(response.status < 500);
    // Nothing of what came is shown.
    const auto markup = [](QByteArray html) { return html.count("<script") + html.count("<img") + html.count("javascript:"); };
    mustHold(markup(response.body) == 0);
}

const Registered page("page", askPage);

} // namespace
