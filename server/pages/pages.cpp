// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/pages.h"

#include "core/domain/records/codec.h"
#include "server/pages/pagerenderer.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

using pages::PageTexts;
using pages::QuestionState;

HeaderList pageHeaders(bool hasForm)
{
    const QByteArray policy = "default-src 'none'; style-src " + pages::styleSource() + "; form-action " +
                              (hasForm ? "'self'" : "'none'") + "; frame-ancestors 'none'; base-uri 'none'";
    return {{"Content-Type", "text/html; charset=utf-8"},
            {"Content-Security-Policy", policy},
            {"Referrer-Policy", "no-referrer"},
            {"X-Content-Type-Options", "nosniff"},
            {"X-Frame-Options", "DENY"},
            {"Cross-Origin-Opener-Policy", "same-origin"},
            {"Cache-Control", "no-store"},
            {"X-Robots-Tag", "noindex, nofollow"}};
}

Response page(int status, const QByteArray& html, bool hasForm)
{
    return {.status = status, .headers = pageHeaders(hasForm), .body = html};
}

/// The one chosen by the switch on the page, else the client's.
const PageTexts& textsFor(const Request& request, const PageReader& reader)
{
    const PageTexts* chosen = PageTexts::find(QString::fromUtf8(request.queryValue("lang").value_or(QByteArray())));
    return chosen ? *chosen : PageTexts::in(reader.language);
}

/// Where there is no client to know the language of: the browser's.
const PageTexts& textsFor(const Request& request)
{
    const PageTexts* chosen = PageTexts::find(QString::fromUtf8(request.queryValue("lang").value_or(QByteArray())));
    return chosen ? *chosen : PageTexts::accepted(request.header("Accept-Language"));
}

Response message(const Request& request, int status, const QString& kind)
{
    return page(status, pages::renderMessage(kind, textsFor(request)), false);
}

/// What never reached a page: a form that is too big or broken, a server that has too much to do, or trouble in it.
Response refused(const Request& request, int status)
{
    const bool busy = status == 429 || status == 503;
    Response response = message(request, status, busy ? u"busy"_s : status == 500 ? u"trouble"_s : u"bad"_s);
    if (busy)
        response.addHeader("Retry-After", status == 429 ? "60" : "10");
    return response;
}

/// An unknown, an expired and a revoked link look alike; the inside of any other trouble is nobody's business.
Response failed(const Request& request, const Error& error)
{
    return error.code == ErrorCode::NotFound ? message(request, 404, u"gone"_s) : message(request, 503, u"trouble"_s);
}

/// The token of the path, or nothing where it can't be one.
std::optional<QByteArray> tokenOf(const Request& request)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9_-]{16,64}$"_s);
    const QByteArray token = request.params.value("token");
    if (token.size() > 64 || !shape.match(QString::fromLatin1(token)).hasMatch())
        return std::nullopt;
    return token;
}

bool isForm(const Request& request)
{
    return request.header("Content-Type").split(';').first().trimmed().toLower() == "application/x-www-form-urlencoded";
}

/// The value of the form's only field, where it is named so.
std::optional<QByteArray> onlyField(const Request& request, const QByteArray& name)
{
    const auto form = request.form();
    if (!isForm(request) || form.size() != 1 || form.first().first != name)
        return std::nullopt;
    return form.first().second;
}

/// RFC 8058: `List-Unsubscribe=One-Click`, as multipart/form-data or url-encoded.
bool isOneClick(const Request& request)
{
    static const QRegularExpression part(
        u"^--[^\\r\\n]{1,80}\\r?\\nContent-Disposition: *form-data; *name=\"?List-Unsubscribe\"?[^\\r\\n]*\\r?\\n"
        "(?:[A-Za-z-]+:[^\\r\\n]*\\r?\\n)*\\r?\\nOne-Click\\r?\\n--"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (request.header("Content-Type").trimmed().toLower().startsWith("multipart/form-data"))
        return part.match(QString::fromLatin1(request.body)).hasMatch();
    return onlyField(request, "List-Unsubscribe") == "One-Click";
}

Response getResources(PageSource& source, const Request& request, const QByteArray& token)
{
    const auto found = source.resources(token);
    if (!found)
        return failed(request, found.error());
    const QString chosen = QString::fromUtf8(request.queryValue("lang").value_or(QByteArray()));
    const pages::PageAddress address{.part = request.queryValue("part").value_or("1").left(9).toInt(),
                                     .language = PageTexts::find(chosen) ? chosen : QString()};
    Response response = page(200, pages::renderResources(*found, textsFor(request, found->reader), address), false);
    response.keep = found->keep;
    return response;
}

Response getQuestion(PageSource& source, const Request& request, const QByteArray& token)
{
    const auto found = source.question(token);
    if (!found)
        return failed(request, found.error());
    return page(200, pages::renderQuestion(*found, QuestionState::Asked, textsFor(request, found->reader)), true);
}

Response postAnswer(PageSource& source, const Request& request, const QByteArray& token)
{
    const QString value = QString::fromUtf8(onlyField(request, "answer").value_or(QByteArray()));
    const auto answer = records::fromName<Answer>(value);
    const auto found = answer ? source.recordAnswer(token, *answer) : source.question(token);
    if (!found)
        return failed(request, found.error());
    const PageTexts& texts = textsFor(request, found->reader);
    return answer ? page(200, pages::renderQuestion(*found, QuestionState::Answered, texts), true)
                  : page(400, pages::renderQuestion(*found, QuestionState::NotChosen, texts), true);
}

Response getUnsubscribe(PageSource& source, const Request& request, const QByteArray& token)
{
    const auto found = source.unsubscribing(token);
    if (!found)
        return failed(request, found.error());
    return page(200, pages::renderUnsubscribe(*found, textsFor(request, found->reader)), true);
}

Response postUnsubscribe(PageSource& source, const Request& request, const QByteArray& token)
{
    const bool oneClick = isOneClick(request);
    if (!oneClick && onlyField(request, "confirm") != "yes")
        return message(request, 400, u"bad"_s);
    const auto found = source.unsubscribe(token, oneClick ? OptOut::Source::EmailOneClick : OptOut::Source::EmailLink);
    if (!found)
        return failed(request, found.error());
    return page(200, pages::renderUnsubscribe(*found, textsFor(request, found->reader)), true);
}

using TokenHandler = Response (*)(PageSource&, const Request&, const QByteArray&);

/// Nothing is looked up, and so nothing recorded, for a request that is one too many.
Response respond(PageSource& source, PageLimit* limit, TokenHandler handler, const Request& request)
{
    const auto token = tokenOf(request);
    if (limit != nullptr && !limit->mayAsk(request, token.value_or(QByteArray())))
        return refused(request, 429);
    Response response = token ? handler(source, request, *token) : message(request, 404, u"gone"_s);
    if (limit != nullptr && response.status == 404)
        limit->wasUnknown(request);
    return response;
}

} // namespace

void registerPages(Router& router, PageSource& source, PageLimit* limit)
{
    const auto add = [&](const QByteArray& method, const QByteArray& pattern, TokenHandler handler) {
        router.add(method, pattern,
                   [&source, limit, handler](const Request& request) {
                       return respond(source, limit, handler, request);
                   },
                   {.maxBodyBytes = 4096, .refusal = &refused});
    };
    add("GET", "/r/{token}", &getResources);
    add("GET", "/f/{token}", &getQuestion);
    add("POST", "/f/{token}", &postAnswer);
    add("GET", "/u/{token}", &getUnsubscribe);
    add("POST", "/u/{token}", &postUnsubscribe);
}

} // namespace handrail::server
